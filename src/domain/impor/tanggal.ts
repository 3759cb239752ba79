/** Reads dates as officers write them, day first: "01-07-60", "03/04/1980", "31 Pebruari 1970", "5 Agt 1981". */

export type Tanggal =
  | { readonly jenis: 'kosong' }
  /** `urutan`: could day and month be told apart? `ragu` = both are 12 or less and differ. */
  | {
      readonly jenis: 'tanggal'
      readonly nilai: string
      readonly urutan: 'pasti' | 'ragu' | 'bulan_dulu'
    }
  | { readonly jenis: 'mustahil' }
  | { readonly jenis: 'tak_lengkap'; readonly tahun: number }
  | { readonly jenis: 'tak_terbaca' }

/** Which number stands first where a date can be read both ways. */
export type UrutanTanggal = 'hari_dulu' | 'bulan_dulu'

const bulan: readonly (readonly [number, RegExp])[] = [
  [1, /^jan/],
  [2, /^(?:feb|peb)/],
  [3, /^mar/],
  [4, /^apr/],
  [5, /^(?:mei|may)/],
  [6, /^jun/],
  [7, /^jul/],
  [8, /^(?:agu|agt|ags|aug)/],
  [9, /^sep/],
  [10, /^(?:okt|oct)/],
  [11, /^(?:nov|nop)/],
  [12, /^(?:des|dec)/],
]

const monthOf = (word: string): number => bulan.find(([, pattern]) => pattern.test(word))?.[0] ?? 0

const daysIn = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31

const pad = (value: number): string => (value < 10 ? `0${value}` : `${value}`)

/** A calendar date as text, or null when there is no such day. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  return `${year}-${pad(month)}-${pad(day)}`
}

const kosong = /^(?:[-–—.?\s]*|0+|0{1,2}[-/.]0{1,2}[-/.]0{2,4}|1900-01-0[01]|0000-00-00)$/
const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T].*)?$/
const numeric = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?: .*)?$/
const worded = /^(\d{1,2})[-/. ]*([a-z]{3,9})[a-z]*[-/., ]*(\d{4}|\d{2})$/
const compact = /^(\d{2})(\d{2})(\d{4})$/

/** Two digits of a year: not later than the year of reference, so "60" is 1960 and "09" 2009. */
function fullYear(text: string, reference: number): number {
  const value = Number(text)
  if (text.length === 4) return value
  const century = Math.floor(reference / 100) * 100
  return century + value <= reference ? century + value : century - 100 + value
}

const certain = (value: string | null): Tanggal =>
  value === null ? { jenis: 'mustahil' } : { jenis: 'tanggal', nilai: value, urutan: 'pasti' }

/** Two numbers and a year: day first by custom; month first only when it can be nothing else. */
function fromNumbers(a: number, b: number, year: number, order: UrutanTanggal): Tanggal {
  const dayFirst = isoDate(year, b, a)
  const monthFirst = isoDate(year, a, b)
  if (dayFirst !== null && monthFirst !== null && a !== b) {
    return {
      jenis: 'tanggal',
      nilai: order === 'hari_dulu' ? dayFirst : monthFirst,
      urutan: 'ragu',
    }
  }
  if (dayFirst !== null) return { jenis: 'tanggal', nilai: dayFirst, urutan: 'pasti' }
  if (monthFirst !== null) return { jenis: 'tanggal', nilai: monthFirst, urutan: 'bulan_dulu' }
  return { jenis: 'mustahil' }
}

/** The day an Excel serial number stands for (1 = 1 January 1900, with Excel's extra leap day). */
export function excelSerial(serial: number): string {
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000)
  return `${day.getUTCFullYear()}-${pad(day.getUTCMonth() + 1)}-${pad(day.getUTCDate())}`
}

/** Reads one date. `reference` is the year that two-digit years may not pass. */
export function parseTanggal(
  text: string,
  reference: number,
  order: UrutanTanggal = 'hari_dulu',
): Tanggal {
  const clean = text.trim()
  if (kosong.test(clean)) return { jenis: 'kosong' }
  const isoParts = iso.exec(clean)
  if (isoParts)
    return certain(isoDate(Number(isoParts[1]), Number(isoParts[2]), Number(isoParts[3])))
  const parts = numeric.exec(clean) ?? compact.exec(clean)
  if (parts) {
    const year = fullYear(parts[3] ?? '', reference)
    return fromNumbers(Number(parts[1]), Number(parts[2]), year, order)
  }
  const words = worded.exec(clean.toLowerCase())
  if (words) {
    const month = monthOf(words[2] ?? '')
    if (month === 0) return { jenis: 'tak_terbaca' }
    return certain(isoDate(fullYear(words[3] ?? '', reference), month, Number(words[1])))
  }
  if (/^(?:19|20)\d{2}$/.test(clean)) return { jenis: 'tak_lengkap', tahun: Number(clean) }
  if (/^\d{4,5}(?:\.\d+)?$/.test(clean)) return certain(excelSerial(Number(clean)))
  return { jenis: 'tak_terbaca' }
}
