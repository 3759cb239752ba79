/** The league of the most active regions: five shares of a thousand, weighed; the arithmetic is shown. Pure. */
import type { AngkaLiga, BerkasKunjungan } from './kebijakan.ts'

export const butirLiga = ['tepat_waktu', 'umur_median', 'padan', 'pengembalian', 'sepakat'] as const
export type ButirLiga = (typeof butirLiga)[number]

export type BarisHitung = {
  readonly butir: ButirLiga
  /** How good, 0–1000; null where there was nothing to measure: its weight is left out. */
  readonly permil: number | null
  readonly bobot: number
}

const bagian = ([n, dari]: readonly [number, number]): number | null =>
  dari === 0 ? null : Math.round((1000 * Math.min(n, dari)) / dari)

/**
 * The value of a region, 0–1000, and how it comes about. What could not be measured (no returns
 * because nothing was sent, no second visit to agree with) neither helps nor harms: the weights of
 * the rest stand for all. A region whose data have no age was never visited: that counts as nothing.
 */
export function nilaiLiga(
  a: AngkaLiga,
  { bobot, umur_hari, pengembalian_nol }: BerkasKunjungan['liga'],
): { readonly nilai: number; readonly hitung: readonly BarisHitung[] } {
  const kembali = bagian(a.pengembalian)
  const muda = (umur: number): number =>
    Math.round((1000 * (umur_hari.nol - umur)) / (umur_hari.nol - umur_hari.penuh))
  const jepit = (n: number): number => Math.max(0, Math.min(1000, n))
  const permil: Record<ButirLiga, number | null> = {
    tepat_waktu: bagian(a.tepat_waktu),
    umur_median: a.umur_median === null ? 0 : jepit(muda(a.umur_median)),
    padan: bagian(a.padan),
    pengembalian:
      kembali === null ? null : jepit(1000 - Math.round((1000 * kembali) / pengembalian_nol)),
    sepakat: bagian(a.sepakat),
  }
  const hitung = butirLiga.map((butir) => ({ butir, permil: permil[butir], bobot: bobot[butir] }))
  const terukur = hitung.filter((h) => h.permil !== null)
  const berat = terukur.reduce((s, h) => s + h.bobot, 0)
  const jumlah = terukur.reduce((s, h) => s + h.bobot * (h.permil ?? 0), 0)
  return { nilai: berat === 0 ? 0 : Math.round(jumlah / berat), hitung }
}
