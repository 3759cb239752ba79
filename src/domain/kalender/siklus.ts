/** What comes round by itself: ranking rounds, and the yearly look at each family. Pure. */
import type { Rezim } from './kebijakan.ts'
import { rezimPada } from './periode.ts'
import { awalBulan, bulanKe, tambahBulan } from './waktu.ts'

export type Putaran = {
  /** First day, and first day after it. */
  readonly mulai: string
  readonly selesai: string
}

/** The ranking rounds that begin in a year; none in a regime whose sources name no interval. */
export function putaranTahun(rezim: readonly Rezim[], tahun: number): readonly Putaran[] {
  const bulan = Array.from({ length: 12 }, (_, i) => tahun * 12 + i)
  return bulan.flatMap((b) => {
    const panjang = rezimPada(rezim, awalBulan(b))?.pemeringkatan?.bulan
    return panjang !== undefined && b % panjang === 0
      ? [{ mulai: awalBulan(b), selesai: awalBulan(b + panjang) }]
      : []
  })
}

/** The ranking round of a day; null in a regime without rounds. */
export function putaranPada(rezim: readonly Rezim[], hari: string): Putaran | null {
  const panjang = rezimPada(rezim, hari)?.pemeringkatan?.bulan
  if (panjang === undefined) return null
  const b = bulanKe(hari)
  const awal = b - (b % panjang)
  return { mulai: awalBulan(awal), selesai: awalBulan(awal + panjang) }
}

/**
 * The day by which a family must be looked at again.
 * @param terakhir day of the last visit; null when it was never visited
 * @returns null when it is due at once
 */
export function jatuhTempoVerifikasi(
  rezim: readonly Rezim[],
  terakhir: string | null,
): string | null {
  if (terakhir === null) return null
  const bulan = rezimPada(rezim, terakhir)?.verifikasi.bulan
  return bulan === undefined ? null : tambahBulan(terakhir, bulan)
}
