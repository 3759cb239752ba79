/** A number that speaks: label, value, share of the whole, and a link to the list behind it. */
import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from '#ui/stat.module.css'

export type StatProps = {
  label: string
  nilai: ReactNode
  satuan?: string
  catatan?: ReactNode
  /** The one number of the page that matters most. */
  utama?: boolean
  /** Renders the link around the value, e.g. a router link. */
  tautan?: (isi: ReactNode) => ReactNode
}

export function Stat({ label, nilai, satuan, catatan, utama, tautan }: StatProps) {
  const isi = (
    <>
      <span className={classes.nilai}>{nilai}</span>
      {satuan ? <span className={classes.satuan}> {satuan}</span> : null}
    </>
  )
  return (
    <div className={classes.stat} data-utama={utama || undefined}>
      <Text size="sm" c="dimmed" component="dt">
        {label}
      </Text>
      <dd className={classes.dd}>{tautan ? tautan(isi) : isi}</dd>
      {catatan ? (
        <Text size="xs" c="dimmed" component="dd" m={0}>
          {catatan}
        </Text>
      ) : null}
    </div>
  )
}

/** A row of such numbers; one definition list. */
export function StatRow({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <dl className={classes.baris} aria-label={label}>
      {children}
    </dl>
  )
}
