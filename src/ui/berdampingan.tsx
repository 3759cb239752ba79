/** Two records side by side, field by field; those that differ are marked in colour, sign and word. */
import { VisuallyHidden } from '@mantine/core'
import { IconArrowsDiff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import classes from '#ui/berdampingan.module.css'
import { teksUi } from '#ui/teks.ts'

export type Sejajar = {
  readonly id: string
  readonly label: string
  readonly kiri: ReactNode
  readonly kanan: ReactNode
  readonly beda?: boolean
}

type Props = {
  /** Names the table for readers. */
  caption: string
  kiri: ReactNode
  kanan: ReactNode
  baris: readonly Sejajar[]
}

const peran = (role: string) => ({ role })

export function Berdampingan({ caption, kiri, kanan, baris }: Props) {
  const t = useTeks(teksUi)
  const isi = (v: ReactNode) =>
    v === null || v === undefined || v === '' ? (
      <span className={classes.kosong}>{t('isianKosong')}</span>
    ) : (
      v
    )
  return (
    <table className={classes.tabel} {...peran('table')}>
      <caption>
        <VisuallyHidden>{caption}</VisuallyHidden>
      </caption>
      <thead {...peran('rowgroup')}>
        <tr {...peran('row')}>
          <th scope="col" className={classes.bidang} {...peran('columnheader')}>
            {t('bidang')}
          </th>
          <th scope="col" {...peran('columnheader')}>
            {kiri}
          </th>
          <th scope="col" {...peran('columnheader')}>
            {kanan}
          </th>
        </tr>
      </thead>
      <tbody {...peran('rowgroup')}>
        {baris.map((b) => (
          <tr key={b.id} className={b.beda ? classes.beda : undefined} {...peran('row')}>
            <th scope="row" {...peran('rowheader')}>
              {b.label}
              {b.beda ? (
                <>
                  <IconArrowsDiff size={14} aria-hidden className={classes.tanda} />
                  <VisuallyHidden>, {t('berbeda')}</VisuallyHidden>
                </>
              ) : null}
            </th>
            <td {...peran('cell')}>{isi(b.kiri)}</td>
            <td {...peran('cell')}>{isi(b.kanan)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
