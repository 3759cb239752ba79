/**
 * The structure of a NIK: PPKKCC of the district of first registration, day (women +40), month and
 * year of birth, and a serial from 0001. It has no check digit, so structure is all that can be told.
 */
import { err, ok, type Result } from '#domain/result.ts'
import { type BagianTanggal, parseBagianTanggal, parseNomor16 } from './nomor.ts'

export type Nik = {
  readonly nik: string
  /** Province, kab/kota and kecamatan of first registration; it stays when the person moves. */
  readonly wilayah6: number
  readonly tanggal: BagianTanggal
  readonly jenisKelamin: 1 | 2
  readonly serial: number
}

export const masalahNik = [
  'bukan_angka',
  'bukan_16_digit',
  'rusak_oleh_excel',
  'wilayah_mustahil',
  'tanggal_mustahil',
  'serial_nol',
] as const
export type MasalahNik = (typeof masalahNik)[number]

/** Reads a NIK from a text cell; spaces, dots and dashes between its digits are allowed. */
export function parseNik(text: string): Result<Nik, MasalahNik> {
  const nomor = parseNomor16(text)
  if (!nomor.ok) return nomor
  const nik = nomor.value
  const wilayah6 = Number(nik.slice(0, 6))
  if (!isPossibleRegion(wilayah6)) return err('wilayah_mustahil')
  const written = Number(nik.slice(6, 8))
  const perempuan = written > 40
  const tanggal = parseBagianTanggal(perempuan ? written - 40 : written, nik.slice(8, 12))
  if (tanggal === null) return err('tanggal_mustahil')
  const serial = Number(nik.slice(12))
  if (serial === 0) return err('serial_nol')
  return ok({ nik, wilayah6, tanggal, jenisKelamin: perempuan ? 2 : 1, serial })
}

/** No province, regency or district is numbered 00; which codes exist is for the region table. */
function isPossibleRegion(wilayah6: number): boolean {
  const provinsi = Math.floor(wilayah6 / 1e4)
  const kabkota = Math.floor(wilayah6 / 100) % 100
  return provinsi >= 11 && kabkota >= 1 && wilayah6 % 100 >= 1
}

/** There is no province 99: synthetic people carry it, so that no number can be a real person's. */
export const PROVINSI_CONTOH = 99

export function isDemoNik(nik: string): boolean {
  return nik.startsWith(String(PROVINSI_CONTOH))
}

/** Digits in which two numbers may differ and still be shown: a slip or two, not another number. */
const bedaTerbanyak = 4

/**
 * Two numbers side by side, masked but for the digits in which they differ: `6474••••1•••0007` and
 * `6474••••2•••0007`. Numbers that differ altogether stay masked.
 */
export function maskBeda(a: string, b: string): readonly [string, string] {
  const beda = [...a].flatMap((c, i) => (c === b[i] ? [] : [i]))
  if (a.length !== b.length || beda.length > bedaTerbanyak) return [maskNik(a), maskNik(b)]
  const buka = (nomor: string): string =>
    [...maskNik(nomor)].map((c, i) => (beda.includes(i) ? (nomor[i] ?? c) : c)).join('')
  return [buka(a), buka(b)]
}

/** `6474011205800007` is shown as `6474••••••••0007`: never the date of birth. */
export function maskNik(nik: string): string {
  return nik.length === 16 ? `${nik.slice(0, 4)}••••••••${nik.slice(12)}` : '•'.repeat(nik.length)
}
