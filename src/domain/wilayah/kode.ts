/**
 * Region codes: 10-digit integers in Kemendagri order (PP KK CC DDDD); a higher region is padded
 * with zeros (Kota Bontang = 6474000000), the nation is 0. So every region is a half-open range.
 */
export type Wilayah = number

/** A half-open range of region codes: what a person may see and change. */
export type Cakupan = {
  readonly lo: number
  readonly hi: number
  /** Below the village: only these RT. */
  readonly rt?: readonly number[]
  /** Below the village: only these families, and the households they live in (ids). */
  readonly keluarga?: readonly string[]
  readonly ruta?: readonly string[]
}

export const tingkat = ['nasional', 'provinsi', 'kabkota', 'kecamatan', 'desa'] as const
export type Tingkat = (typeof tingkat)[number]

const span: Record<Tingkat, number> = {
  nasional: 1e10,
  provinsi: 1e8,
  kabkota: 1e6,
  kecamatan: 1e4,
  desa: 1,
}

/** The level of a code: the highest whose zeros it carries. `6474000000` is a kabkota. */
export function tingkatOf(kode: Wilayah): Tingkat {
  if (kode === 0) return 'nasional'
  if (kode % 1e8 === 0) return 'provinsi'
  if (kode % 1e6 === 0) return 'kabkota'
  if (kode % 1e4 === 0) return 'kecamatan'
  return 'desa'
}

/** The half-open range `[lo, hi)` of all villages below a region. */
export function cakupanOf(kode: Wilayah): Cakupan {
  return { lo: kode, hi: kode + span[tingkatOf(kode)] }
}

/** The region above at the given level: `wilayahAt(6474011001, 'kecamatan')` is `6474010000`. */
export function wilayahAt(kode: Wilayah, level: Tingkat): Wilayah {
  return kode - (kode % span[level])
}

/** The partition number of a region: its kab/kota's four digits (`6474`). */
export function kabOf(kode: Wilayah): number {
  return Math.floor(kode / 1e6)
}

export const inside = (kode: Wilayah, c: Cakupan): boolean => kode >= c.lo && kode < c.hi

/** Kemendagri's dotted code without dots, padded: `64.74.01` gives `6474010000`; null when malformed. */
export function parseKode(text: string): Wilayah | null {
  const digits = text.replaceAll('.', '').trim()
  if (!/^(\d{2}|\d{4}|\d{6}|\d{10})$/.test(digits)) return null
  return Number(digits.padEnd(10, '0'))
}
