/** Numbers and dates of a workbook as text: exact digits, never 6.4E+15. */

const DAY = 86_400_000
/** Serial number of 31 December 9999. */
const LAST_SERIAL = 2_958_465

/** Writes a number in plain decimals, whatever its size. */
function plainDecimal(value: number): string {
  const text = String(value)
  if (!text.includes('e')) return text
  if (Number.isInteger(value)) return BigInt(value).toString()
  return value.toFixed(20).replace(/\.?0+$/, '')
}

/** True for up to 15 digits: as Excel writes nearly every number, and exact as it stands. */
function isShortInteger(raw: string): boolean {
  if (raw.length > 15 || raw.length === 0) return false
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i)
    if (code < 48 || code > 57) return false
  }
  return true
}

/** The decimal text of a stored number; undefined when it is no number at all. */
export function numberText(raw: string): string | undefined {
  if (isShortInteger(raw)) return raw
  const text = raw.trim()
  if (/^-?\d+$/.test(text)) return text
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return undefined
  const value = Number(text)
  return Number.isFinite(value) ? plainDecimal(value) : undefined
}

/** The day that a serial number stands for, as 'YYYY-MM-DD'; undefined outside the calendar. */
export function serialDate(raw: string, from1904: boolean): string | undefined {
  const serial = Math.floor(Number(raw))
  if (from1904) {
    if (!(serial >= 0 && serial <= LAST_SERIAL - 1462)) return undefined
    return isoDay(Date.UTC(1904, 0, 1) + serial * DAY)
  }
  if (!(serial >= 1 && serial <= LAST_SERIAL)) return undefined
  // Excel believes in 29 February 1900 (serial 60); every later serial is one too high.
  return isoDay(Date.UTC(1899, 11, 31) + (serial >= 60 ? serial - 1 : serial) * DAY)
}

const isoDay = (instant: number): string => new Date(instant).toISOString().slice(0, 10)

/** True for a number format that shows a day, month or year (a mere time of day does not count). */
export function isDateFormat(code: string): boolean {
  // [h], [m] and [s] count elapsed time; other brackets hold colours, conditions and languages.
  const plain = code.replace(/\[(?:h+|m+|s+)\]/gi, 'h')
  const bare = plain.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').toLowerCase()
  if (/[dy]/.test(bare)) return true
  return bare.includes('m') && !/[hs]/.test(bare)
}

/** Built-in number formats that are dates, including those of East Asian editions. */
export const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
