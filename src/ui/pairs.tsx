/** Facts as question and answer, in as many columns as fit. */
import type { ReactNode } from 'react'
import classes from '#ui/pairs.module.css'

export type Pair = { id: string; label: string; nilai: ReactNode; redup?: boolean }

export function Pairs({ isi, lebar = 240 }: { isi: readonly Pair[]; lebar?: number }) {
  return (
    <dl
      className={classes.daftar}
      data-rapat={lebar <= 200 || undefined}
      style={{ '--lebar': `${lebar}px` }}
    >
      {isi.map((p) => (
        <div key={p.id} className={classes.butir}>
          <dt className={classes.label}>{p.label}</dt>
          <dd className={classes.nilai} data-redup={p.redup || undefined}>
            {p.nilai}
          </dd>
        </div>
      ))}
    </dl>
  )
}
