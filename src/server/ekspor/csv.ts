/** Tables as CSV for officers' spreadsheets: UTF-8 with its mark, semicolons, formulas made harmless. */
import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import { type Cell, neutralText } from './sel.ts'

export type CsvExport = {
  readonly header: readonly string[]
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>
  /** A semicolon unless told otherwise: the one that Excel expects in Indonesia. */
  readonly separator?: ',' | ';' | '\t'
}

const BATCH = 500
const BYTE_ORDER_MARK = '\ufeff'

const shown = (cell: Cell): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return typeof cell === 'number' ? String(cell) : neutralText(cell)
}

async function* pieces(table: CsvExport): AsyncGenerator<string> {
  const options = {
    delimiter: table.separator ?? ';',
    record_delimiter: '\r\n',
    quoted_match: /[\r\n]|^\s|\s$/,
  }
  let batch: string[][] = [table.header.map(shown)]
  yield BYTE_ORDER_MARK
  for await (const row of table.rows) {
    batch.push(row.map(shown))
    if (batch.length < BATCH) continue
    yield stringify(batch, options)
    batch = []
  }
  if (batch.length > 0) yield stringify(batch, options)
}

/** The table as a stream that can be sent as it is; rows are asked for only as fast as it is read. */
export const csvStream = (table: CsvExport): Readable =>
  Readable.from(pieces(table), { objectMode: false })
