/**
 * Civil days and instants. An instant is a number of milliseconds since 1970 UTC; a day is
 * 'YYYY-MM-DD'; a zone is a fixed number of minutes (Indonesia has no summer time). Pure.
 */

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instan = number

const hariMs = 86_400_000
const menitMs = 60_000

/** Days since 1970-01-01 of a civil day. */
export const nomorHari = (hari: string): number => Date.parse(`${hari}T00:00:00Z`) / hariMs

/** The civil day of a day number. */
export const hariBernomor = (nomor: number): string =>
  new Date(nomor * hariMs).toISOString().slice(0, 10)

/** `tambahHari('2024-02-28', 2)` is `2024-03-01`. */
export const tambahHari = (hari: string, n: number): string => hariBernomor(nomorHari(hari) + n)

/** Day of the week, 0 is Sunday. */
export const hariPekan = (hari: string): number => (((nomorHari(hari) + 4) % 7) + 7) % 7

/** Months since year 0 of a civil day; `bulanKe('2026-08-03')` and its inverse `awalBulan`. */
export const bulanKe = (hari: string): number =>
  Number(hari.slice(0, 4)) * 12 + Number(hari.slice(5, 7)) - 1

/** First day of a month counted from year 0. */
export const awalBulan = (bulan: number): string =>
  `${String(Math.floor(bulan / 12)).padStart(4, '0')}-${String((bulan % 12) + 1).padStart(2, '0')}-01`

/** A day of a month; a number beyond its end is its last day (31 in a February: the 28th or 29th). */
export function hariDalamBulan(bulan: number, tanggal: number): string {
  const akhir = nomorHari(awalBulan(bulan + 1)) - 1
  return hariBernomor(Math.min(nomorHari(awalBulan(bulan)) + tanggal - 1, akhir))
}

/** The same day so many months later; the last day of a month that is shorter. */
export const tambahBulan = (hari: string, n: number): string =>
  hariDalamBulan(bulanKe(hari) + n, Number(hari.slice(8, 10)))

/**
 * The instant of a clock reading. `24:00` is the end of the day, the same instant as `00:00` of the
 * next one.
 * @param jam 'HH:MM', from 00:00 to 24:00
 * @param menit the zone: minutes ahead of UTC
 */
export const instanDari = (hari: string, jam: string, menit: number): Instan =>
  nomorHari(hari) * hariMs +
  (Number(jam.slice(0, 2)) * 60 + Number(jam.slice(3, 5)) - menit) * menitMs

/** What a clock in the zone reads at an instant: day and 'HH:MM'. */
export function jamDi(instan: Instan, menit: number): { hari: string; jam: string } {
  const teks = new Date(instan + menit * menitMs).toISOString()
  return { hari: teks.slice(0, 10), jam: teks.slice(11, 16) }
}

/**
 * A deadline as people read it: midnight is said as `24:00` of the day that ends, for "until the
 * 17th" is what was meant and not "until the 18th, 00:00".
 */
export function tenggatDi(instan: Instan, menit: number): { hari: string; jam: string } {
  const baca = jamDi(instan, menit)
  return baca.jam === '00:00' ? { hari: tambahHari(baca.hari, -1), jam: '24:00' } : baca
}
