/** Status in a word with a shape and a colour: colour never stands alone. */
import { Badge } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconInfoCircle,
  IconLoader2,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from '#ui/status.module.css'

export type Nada = 'baik' | 'perhatian' | 'salah' | 'netral' | 'info' | 'jalan'

const ikon: Record<Nada, typeof IconCircleCheck> = {
  baik: IconCircleCheck,
  perhatian: IconAlertTriangle,
  salah: IconCircleX,
  netral: IconCircleDashed,
  info: IconInfoCircle,
  jalan: IconLoader2,
}

export function Status({ nada, children }: { nada: Nada; children: ReactNode }) {
  const Ikon = ikon[nada]
  return (
    <Badge
      className={classes.status}
      data-nada={nada}
      variant="light"
      leftSection={<Ikon size={14} stroke={2} aria-hidden />}
    >
      {children}
    </Badge>
  )
}
