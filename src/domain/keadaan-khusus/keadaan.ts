/** A special state in a disaster: on which days it holds, and whether it lifts the safeguards. Pure. */

/** Days are 'YYYY-MM-DD', both inclusive. */
export type KeadaanKhusus = {
  readonly dari: string
  readonly sampai: string
  readonly suratNomor: string | null
  readonly suratTenggat: string | null
  readonly melepasPengaman: boolean
}

/** Families may be entered. */
export const berlakuPada = (k: Pick<KeadaanKhusus, 'dari' | 'sampai'>, hari: string): boolean =>
  k.dari <= hari && hari <= k.sampai

/** The number of the decree has not come in time. */
export const nomorTerlambat = (
  k: Pick<KeadaanKhusus, 'suratNomor' | 'suratTenggat'>,
  hari: string,
): boolean => k.suratNomor === null && (k.suratTenggat ?? '') < hari

/** The decree lifts the safeguards while it holds; not when its number is overdue. */
export const melepasPada = (k: KeadaanKhusus, hari: string): boolean =>
  k.melepasPengaman && berlakuPada(k, hari) && !nomorTerlambat(k, hari)

/** People of one family, at most. */
export const JIWA_TERBANYAK = 40

/** Whether a row of fast entry is whole. */
export const barisLengkap = (b: {
  readonly rt: number | null
  readonly nama: string
  readonly jiwa: number | null
}): boolean =>
  b.rt !== null &&
  b.rt >= 0 &&
  b.nama.trim().length >= 2 &&
  b.jiwa !== null &&
  b.jiwa >= 1 &&
  b.jiwa <= JIWA_TERBANYAK
