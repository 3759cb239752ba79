/** A number with a bar of its share, for table cells; the bar is decoration, the number is read. */
import classes from '#ui/bar.module.css'

type Props = {
  bagian: number
  seluruh: number
  teks: string
  /** A darker part within the bar, e.g. those who receive among those registered. */
  isi?: number
}

const pct = (part: number, whole: number) =>
  whole > 0 ? `${Math.min(100, Math.max(0, (100 * part) / whole)).toFixed(2)}%` : '0%'

export function Bar({ bagian, seluruh, teks, isi }: Props) {
  return (
    <span className={classes.sel}>
      <span className={classes.teks}>{teks}</span>
      <span className={classes.jalur} aria-hidden>
        <span className={classes.batang} style={{ width: pct(bagian, seluruh) }} />
        {isi === undefined ? null : (
          <span className={classes.inti} style={{ width: pct(isi, seluruh) }} />
        )}
      </span>
    </span>
  )
}
