/** Closed days and the day to which a deadline moves because of them. Pure. */
import type { AturanLangkah, BerkasLibur } from './kebijakan.ts'
import { hariPekan, tambahHari } from './waktu.ts'

/** Whether offices are closed on a civil day. */
export type HariLibur = (hari: string) => boolean

/** The closed days of policy: days of the week, fixed days, and the list of each year. */
export function hariLiburDari(berkas: BerkasLibur): HariLibur {
  const pekan = new Set(berkas.pekan)
  const tetap = new Set(berkas.tetap.map((t) => t.tanggal))
  const bergerak = new Set(berkas.tahun.flatMap((t) => t.hari))
  return (hari) => pekan.has(hariPekan(hari)) || tetap.has(hari.slice(5)) || bergerak.has(hari)
}

/**
 * No chain of closed days is followed further than this: a deadline never moves into the one of
 * the next month. Longer than any Lebaran.
 */
export const paling = 14

/** The day a deadline really has; the day itself where every day within reach is closed. */
export function hariGeser(hari: string, arah: AturanLangkah['libur'], libur: HariLibur): string {
  if (arah === 'tetap') return hari
  const langkah = arah === 'diundur' ? 1 : -1
  for (let n = 0; n <= paling; n++) {
    const calon = tambahHari(hari, n * langkah)
    if (!libur(calon)) return calon
  }
  return hari
}
