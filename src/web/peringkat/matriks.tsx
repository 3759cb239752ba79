/** Families by decile then and now: a table whose shade follows the number, which is always printed. */
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { ScrollRegion } from '#ui/scroll-region.tsx'
import classes from '#web/peringkat/matriks.module.css'
import { teksPeringkat } from '#web/peringkat/teks.ts'

type Sel = { dulu: number | null; kini: number | null; keluarga: number }

const desil = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, null] as const

export function Matriks({ sel }: { sel: readonly Sel[] }) {
  const t = useTeks(teksPeringkat)
  const f = useFormat()
  const max = Math.max(1, ...sel.map((s) => s.keluarga))
  const nilai = (dulu: number | null, kini: number | null) =>
    sel.find((s) => s.dulu === dulu && s.kini === kini)?.keluarga ?? 0
  const nama = (d: number | null) => (d === null ? t('tidakAda') : String(d))
  return (
    <ScrollRegion className={classes.gulir} label={t('matriksIsi')}>
      <table className={classes.tabel}>
        <caption className={classes.caption}>{t('matriksIsi')}</caption>
        <thead>
          <tr>
            <th scope="col">
              {t('dulu')} \ {t('kini')}
            </th>
            {desil.map((d) => (
              <th key={String(d)} scope="col">
                {nama(d)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {desil.map((dulu) => (
            <tr key={String(dulu)}>
              <th scope="row">{nama(dulu)}</th>
              {desil.map((kini) => {
                const n = nilai(dulu, kini)
                return (
                  <td
                    key={String(kini)}
                    data-tetap={dulu === kini || undefined}
                    style={{ '--pekat': `${Math.round((70 * n) / max)}%` }}
                  >
                    {n > 0 ? f.angka(n) : ''}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
