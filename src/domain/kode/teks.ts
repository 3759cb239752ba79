/** Brings a cell of an officer's file to the form in which codes and labels are looked up. */

/** `" 01 "`, `"1.0"` and `"1,00"` are the code 1; null where the cell is no whole number. */
export function parseCode(raw: string): number | null {
  const match = /^\s*0*(\d{1,6})(?:[.,]0+)?\s*$/.exec(raw)
  return match === null ? null : Number(match[1])
}

/** Labels are compared without case, surrounding or doubled spaces, and a final full stop. */
export function foldLabel(raw: string): string {
  return raw.trim().toLowerCase().replaceAll(/\s+/g, ' ').replace(/\.$/, '')
}

/** `"3. Keramik"` or `"3 - Keramik"`: a code with its label; the label has a letter, `"2.5"` is none. */
export function splitNumbered(raw: string): { kode: number; label: string } | null {
  const match = /^\s*0*(\d{1,6})\s*[.)\-–:]\s*(\S.*)$/.exec(raw)
  const [, kode, label] = match ?? []
  if (kode === undefined || label === undefined || !/\p{L}/u.test(label)) return null
  return { kode: Number(kode), label: foldLabel(label) }
}
