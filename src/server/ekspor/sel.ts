/** Cells of exported tables, made harmless for spreadsheets without losing what they say. */

export type Cell = string | number | boolean | null | undefined

/** What a spreadsheet would take for the beginning of a formula, also behind apostrophes. */
const FORMULA = /^'*[=+\-@\t\r]/
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/
/** Longest text that a cell of Excel holds. */
const CELL_CHARS = 32_767

/**
 * A text that begins like a formula gets an apostrophe in front, so that no spreadsheet runs it;
 * plain negative numbers stay numbers. `restoreText` undoes it, and our CSV reader calls it.
 */
export const neutralText = (text: string): string =>
  FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text

/** Takes the apostrophe away that `neutralText` put there. */
export const restoreText = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text

/** A text as the XML of a workbook can hold it: no control characters, no accidental escapes. */
export function workbookText(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, '')
  return clean.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_').slice(0, CELL_CHARS)
}
