/** A QR code as SVG, made in the browser: what it holds is sent to no one. */
import { create } from 'qrcode'
import { useMemo } from 'react'
import classes from '#web/pengguna/qr.module.css'

const TEPI = 4

/** The dark modules as one path, row by row. */
function jalur(isi: string): { lebar: number; d: string } {
  const { modules } = create(isi, { errorCorrectionLevel: 'M' })
  const { size } = modules
  let d = ''
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) if (modules.get(y, x)) d += `M${x + TEPI} ${y + TEPI}h1v1h-1z`
  return { lebar: size + 2 * TEPI, d }
}

export function Qr({ isi, label }: { isi: string; label: string }) {
  const { lebar, d } = useMemo(() => jalur(isi), [isi])
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${lebar} ${lebar}`}
      className={classes.qr}
      shapeRendering="crispEdges"
    >
      <rect width={lebar} height={lebar} fill="#fff" />
      <path d={d} fill="#000" />
    </svg>
  )
}
