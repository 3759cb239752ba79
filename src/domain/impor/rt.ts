/** Reads RT and RW out of whatever an officer wrote: "7", "007", "RT.07/RW.02", "rt007", "07/02". */

export type RtRw = { readonly rt: number | null; readonly rw: number | null }

const romawi: Record<string, number> = { I: 1, V: 5, X: 10, L: 50 }

/** A small Roman numeral as some kelurahan write their RW; null when it is none. */
function romanNumber(text: string): number | null {
  if (!/^[IVXL]{1,6}$/.test(text)) return null
  let sum = 0
  for (let i = 0; i < text.length; i++) {
    const value = romawi[text[i] ?? ''] ?? 0
    const next = romawi[text[i + 1] ?? ''] ?? 0
    sum += value < next ? -value : value
  }
  return sum
}

/** One number of an RT or RW: 1 to 999; zero and "-" mean there is none. */
function smallNumber(text: string | undefined): number | null {
  if (text === undefined || text === '') return null
  const value = /^\d+$/.test(text) ? Number(text) : romanNumber(text)
  return value !== null && value >= 1 && value <= 999 ? value : null
}

const number = String.raw`(\d{1,4}|[IVXL]{1,6}(?![A-Z]))`
const labelledRt = new RegExp(String.raw`(?:^|[^A-Z])R\.?\s?T\.?\s*[:.\-/]?\s*${number}`)
const labelledRw = new RegExp(String.raw`(?:^|[^A-Z]|\d)R\.?\s?W\.?\s*[:.\-/]?\s*${number}`)
const pair = /^(\d{1,4})\s*[/\-.\\]\s*(\d{1,4})$/
const pairAfterRt = /R\.?T\.?\s*[:.]?\s*\d{1,4}\s*\/\s*(\d{1,4})/

/** Reads a cell that is meant to hold an RT (and perhaps an RW). */
export function parseRt(text: string): RtRw {
  const clean = text.toUpperCase().replace(/\s+/g, ' ').trim()
  if (/^\d{1,4}$/.test(clean)) return { rt: smallNumber(clean), rw: null }
  const both = pair.exec(clean)
  if (both) return { rt: smallNumber(both[1]), rw: smallNumber(both[2]) }
  const found = findRt(clean)
  if (found.rt !== null || found.rw !== null) return found
  return { rt: smallNumber(clean), rw: null }
}

/** Finds a labelled RT and RW inside free text, as an address or the name of an SLS. */
export function findRt(text: string): RtRw {
  const clean = text.toUpperCase()
  const rt = labelledRt.exec(clean)?.[1]
  const rw = labelledRw.exec(clean)?.[1] ?? pairAfterRt.exec(clean)?.[1]
  return { rt: smallNumber(rt), rw: smallNumber(rw) }
}

/** Reads a cell that holds an RW alone: "2", "RW 02", "II". */
export function parseRw(text: string): number | null {
  const clean = text.toUpperCase().trim()
  const labelled = labelledRw.exec(clean)?.[1]
  return smallNumber(labelled ?? clean.replace(/^0+(?=\d)/, ''))
}
