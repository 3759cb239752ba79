/** A bar chart that says one thing, drawn as SVG: heights of a distribution, with an optional line at the quota. */
import classes from '#ui/histogram.module.css'

export type Kelas = { kunci: string; label: string; nilai: number; teks: string; sorot?: boolean }

type Props = {
  judul: string
  kelas: readonly Kelas[]
  sumbuX: string
  /** Draws a line after this many classes. */
  garis?: { setelah: number; label: string }
}

const W = 720
const H = 240
const bawah = 40
const atas = 24

export function Histogram({ judul, kelas, sumbuX, garis }: Props) {
  const max = Math.max(1, ...kelas.map((k) => k.nilai))
  const step = W / Math.max(1, kelas.length)
  const bar = Math.min(48, step - 4)
  const y = (n: number) => (H - bawah - atas) * (n / max)
  return (
    <figure className={classes.bagan}>
      <svg viewBox={`0 0 ${W} ${H}`} role="img" aria-label={judul} className={classes.svg}>
        <line x1={0} x2={W} y1={H - bawah} y2={H - bawah} className={classes.sumbu} />
        {kelas.map((k, i) => (
          <g key={k.kunci}>
            <rect
              x={i * step + (step - bar) / 2}
              y={H - bawah - y(k.nilai)}
              width={bar}
              height={y(k.nilai)}
              rx={2}
              className={k.sorot ? classes.sorot : classes.batang}
            >
              <title>{`${k.label}: ${k.teks}`}</title>
            </rect>
            <text x={i * step + step / 2} y={H - bawah - y(k.nilai) - 6} className={classes.nilai}>
              {k.nilai > 0 ? k.teks : ''}
            </text>
            <text x={i * step + step / 2} y={H - bawah + 16} className={classes.label}>
              {k.label}
            </text>
          </g>
        ))}
        {garis ? (
          <g>
            <line
              x1={garis.setelah * step}
              x2={garis.setelah * step}
              y1={8}
              y2={H - bawah}
              className={classes.garis}
            />
            <text x={garis.setelah * step + 6} y={16} className={classes.garisTeks}>
              {garis.label}
            </text>
          </g>
        ) : null}
      </svg>
      <figcaption className={classes.keterangan}>{sumbuX}</figcaption>
    </figure>
  )
}
