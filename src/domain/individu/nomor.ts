/** What NIK and family-card numbers share: sixteen digits of which six are a date. */
import { err, ok, type Result } from '#domain/result.ts'

/** A date as the numbers carry it: the century is not told. */
export type BagianTanggal = { readonly hari: number; readonly bulan: number; readonly yy: number }

export type MasalahNomor = 'bukan_angka' | 'bukan_16_digit' | 'rusak_oleh_excel'

/** The sixteen digits of a text cell; `6.47401E+15` is what a spreadsheet leaves of a number. */
export function parseNomor16(text: string): Result<string, MasalahNomor> {
  const digits = text.trim().replaceAll(/[\s.'’-]/g, '')
  if (/^\d[.,]?\d*E\+?\d+$/i.test(text.trim())) return err('rusak_oleh_excel')
  if (!/^\d+$/.test(digits)) return err('bukan_angka')
  return digits.length === 16 ? ok(digits) : err('bukan_16_digit')
}

const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Day and the digits MMYY; 29 February is allowed only where one of the two centuries has it. */
export function parseBagianTanggal(hari: number, mmyy: string): BagianTanggal | null {
  const bulan = Number(mmyy.slice(0, 2))
  const yy = Number(mmyy.slice(2, 4))
  const days = daysOf[bulan - 1]
  if (days === undefined || hari < 1 || hari > days) return null
  if (bulan === 2 && hari === 29 && yy % 4 !== 0) return null
  return { hari, bulan, yy }
}
