/** A CSV file as a SourceTable: decoded, split and handed on in batches while it is read. */
import { createReadStream } from 'node:fs'
import type { FileNote, Limits, SourceRow, SourceSheet, SourceTable } from '../tabel.ts'
import { refuse } from '../tabel.ts'
import { type CsvRow, RecordSplitter } from './belah.ts'
import { findSeparator, type Separator } from './pemisah.ts'
import { ByteDecoder, detectEncoding, type Encoding } from './pengodean.ts'

const BATCH = 1000
const CHUNK = 128 * 1024
const SHEET = 'CSV'

type Shape = { readonly encoding: Encoding; readonly bom: number } & Separator

/** Counts the rows whose number of cells is not the usual one, and fills the short ones up. */
class Widths {
  readonly #width: number
  other = 0
  first = 0
  constructor(width: number) {
    this.#width = width
  }

  level(rows: readonly CsvRow[]): void {
    for (const row of rows) {
      if (row.cells.length === this.#width) continue
      this.other++
      if (this.first === 0) this.first = row.row
      row.width = row.cells.length
      while (row.cells.length < this.#width) row.cells.push('')
    }
  }
}

function notesOf(decoder: ByteDecoder, widths: Widths): FileNote[] {
  const notes: FileNote[] = []
  if (decoder.switched) {
    notes.push({ code: 'catatan.pengodean_berganti', detail: { pengodean: decoder.encoding } })
  }
  if (decoder.broken > 0) {
    notes.push({ code: 'catatan.karakter_rusak', detail: { bagian: decoder.broken } })
  }
  if (widths.other > 0) {
    const detail = { jumlah: widths.other, baris: widths.first }
    notes.push({ code: 'catatan.lebar_baris_berbeda', detail })
  }
  return notes
}

/** Cuts the leading `sep=` line off, however the first chunks happen to fall. */
function skipper(count: number): (text: string) => string {
  let left = count
  return (text) => {
    if (left === 0) return text
    const cut = Math.min(left, text.length)
    left -= cut
    return text.slice(cut)
  }
}

async function* readRows(
  path: string,
  shape: Shape,
  limits: Limits,
  notes: FileNote[],
): AsyncGenerator<readonly SourceRow[]> {
  const decoder = new ByteDecoder(shape.encoding)
  const splitter = new RecordSplitter(shape.separator, limits)
  const widths = new Widths(shape.width)
  const skip = skipper(shape.skip)
  if (shape.skip > 0) splitter.line = 2
  let rows: CsvRow[] = []
  let count = 0
  for await (const bytes of createReadStream(path, { start: shape.bom, highWaterMark: CHUNK })) {
    splitter.push(skip(decoder.decode(bytes as Buffer, splitter.line)), rows)
    if (rows.length < BATCH) continue
    count += rows.length
    if (count > limits.rows) refuse('berkas.terlalu_banyak_baris', { batas: limits.rows })
    widths.level(rows)
    yield rows
    rows = []
  }
  splitter.push(skip(decoder.end(splitter.line)), rows)
  splitter.end(rows)
  widths.level(rows)
  if (rows.length > 0) yield rows
  notes.push(...notesOf(decoder, widths))
}

/** The table over a CSV whose beginning is `head`; `whole` = the head is the entire file. */
export function csvTable(
  path: string,
  head: Uint8Array,
  whole: boolean,
  limits: Limits,
): SourceTable {
  const { encoding, bom } = detectEncoding(head)
  const sampler = new ByteDecoder(encoding)
  const sample = sampler.decode(head.subarray(bom), 1) + (whole ? sampler.end(1) : '')
  const shape = { encoding: sampler.encoding, bom, ...findSeparator(sample, whole, limits) }
  const notes: FileNote[] = []
  async function* sheets(): AsyncGenerator<SourceSheet> {
    const rows = readRows(path, shape, limits, notes)
    yield { name: SHEET, hidden: false, rows }
    await rows.return(undefined)
  }
  return {
    kind: 'csv',
    encoding: shape.encoding,
    separator: shape.separator,
    sheetNames: [SHEET],
    sheets,
    notes,
    close: async () => {},
  }
}
