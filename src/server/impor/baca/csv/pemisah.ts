/** Finds the separator of a CSV from its first lines: the one that cuts them most evenly. */
import type { Limits } from '../tabel.ts'
import { FileRefused } from '../tabel.ts'
import { type CsvRow, RecordSplitter } from './belah.ts'

const CANDIDATES = [';', ',', '\t', '|'] as const
const SAMPLE_CHARS = 64 * 1024

export type Separator = {
  readonly separator: string
  /** Usual number of cells in a row; 0 when the sample has no complete row. */
  readonly width: number
  /** Characters of a leading `sep=;` line, which is an instruction and no data. */
  readonly skip: number
}

/** The most frequent number of cells and how many of the rows have it. */
function commonWidth(rows: readonly CsvRow[]): { width: number; rows: number } {
  const count = new Map<number, number>()
  for (const row of rows) count.set(row.cells.length, (count.get(row.cells.length) ?? 0) + 1)
  let best = { width: 0, rows: 0 }
  for (const [width, rows] of count) {
    if (rows > best.rows || (rows === best.rows && width > best.width)) best = { width, rows }
  }
  return best
}

function sampleRows(sample: string, separator: string, whole: boolean, limits: Limits) {
  const splitter = new RecordSplitter(separator, limits)
  const rows: CsvRow[] = []
  try {
    splitter.push(sample, rows)
    if (whole) splitter.end(rows)
  } catch (error) {
    // The reading proper meets the same place again and refuses it with the right line.
    if (!(error instanceof FileRefused)) throw error
  }
  return rows
}

/** Judges the candidates on the beginning of the text; `whole` = the sample is all there is. */
export function findSeparator(text: string, whole: boolean, limits: Limits): Separator {
  const told = /^sep=(.)\r?(?:\n|$)/i.exec(text.slice(0, 16))
  const sample = text.slice(told?.[0].length ?? 0, SAMPLE_CHARS)
  const complete = whole && text.length <= SAMPLE_CHARS
  if (told?.[1] !== undefined) {
    const { width } = commonWidth(sampleRows(sample, told[1], complete, limits))
    return { separator: told[1], width, skip: told[0].length }
  }
  let best = { separator: ',', width: 0, skip: 0, score: -1 }
  for (const separator of CANDIDATES) {
    const rows = sampleRows(sample, separator, complete, limits)
    const common = commonWidth(rows)
    const score = common.width <= 1 ? 0 : (common.width * common.rows) / rows.length
    if (score > best.score) best = { separator, width: common.width, skip: 0, score }
  }
  const separator = best.score > 0 ? best.separator : ','
  return { separator, width: best.width, skip: 0 }
}
