/** A part that scrolls sideways inside the page; the keyboard can reach and scroll it. */
import type { ReactNode } from 'react'

// A scrolling part must take the focus, or the keyboard cannot scroll it (WCAG 2.1.1).
const reachable = { tabIndex: 0 }

type Props = { label: string; className?: string | undefined; children: ReactNode }

export function ScrollRegion({ label, className, children }: Props) {
  return (
    <section className={className} style={{ overflowX: 'auto' }} aria-label={label} {...reachable}>
      {children}
    </section>
  )
}
