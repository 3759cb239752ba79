/** The number of a family card: PPKKCC and date of issue, then a serial; no +40 for women. */
import { err, ok, type Result } from '#domain/result.ts'
import type { MasalahNik } from './nik.ts'
import { type BagianTanggal, parseBagianTanggal, parseNomor16 } from './nomor.ts'

export type NomorKk = {
  readonly nomor: string
  readonly wilayah6: number
  readonly tanggal: BagianTanggal
  readonly serial: number
}

/** Reads a family-card number from a text cell, as `parseNik` does a NIK. */
export function parseNomorKk(text: string): Result<NomorKk, MasalahNik> {
  const parsed = parseNomor16(text)
  if (!parsed.ok) return parsed
  const nomor = parsed.value
  const wilayah6 = Number(nomor.slice(0, 6))
  if (wilayah6 < 110101) return err('wilayah_mustahil')
  const tanggal = parseBagianTanggal(Number(nomor.slice(6, 8)), nomor.slice(8, 12))
  if (tanggal === null) return err('tanggal_mustahil')
  const serial = Number(nomor.slice(12))
  return serial === 0 ? err('serial_nol') : ok({ nomor, wilayah6, tanggal, serial })
}
