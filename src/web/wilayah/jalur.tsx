/** The way to a region, from one's own area down; each step is a link. */
import { IconChevronRight } from '@tabler/icons-react'
import { Fragment, type ReactNode } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import classes from '#web/wilayah/jalur.module.css'
import { useNamaWilayah } from '#web/wilayah/nama.ts'
import { teksWilayah } from '#web/wilayah/teks.ts'

type Butir = { kode: number; nama: string; jenis: string }
type Props = {
  jalur: readonly Butir[]
  kini: Butir
  tautan: (kode: number, isi: ReactNode) => ReactNode
}

export function Jalur({ jalur, kini, tautan }: Props) {
  const t = useTeks(teksWilayah)
  const nama = useNamaWilayah()
  const atas = jalur.filter((j) => j.kode !== kini.kode)
  return (
    <nav aria-label={t('jalur')}>
      <ol className={classes.jalur}>
        {atas.map((j) => (
          <Fragment key={j.kode}>
            <li>{tautan(j.kode, nama(j))}</li>
            <li aria-hidden className={classes.pisah}>
              <IconChevronRight size={14} />
            </li>
          </Fragment>
        ))}
        <li aria-current="location" className={classes.kini}>
          {nama(kini)}
        </li>
      </ol>
    </nav>
  )
}
