/** A remark that stands in the page: what is the matter, in a tone, with an icon. */
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconInfoCircle,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from '#ui/notice.module.css'

type Nada = 'info' | 'baik' | 'perhatian' | 'salah'

const ikon = {
  info: IconInfoCircle,
  baik: IconCircleCheck,
  perhatian: IconAlertTriangle,
  salah: IconCircleX,
} as const

type Props = { nada: Nada; judul?: string; children?: ReactNode; role?: 'alert' | 'status' }

export function Notice({ nada, judul, children, role }: Props) {
  const Ikon = ikon[nada]
  return (
    <div className={classes.kotak} data-nada={nada} role={role}>
      <Ikon size={20} stroke={1.8} aria-hidden className={classes.ikon} />
      <div className={classes.isi}>
        {judul ? <p className={classes.judul}>{judul}</p> : null}
        {children}
      </div>
    </div>
  )
}
