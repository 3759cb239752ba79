/** Understands the XML of one sheet: rows, cells, their kinds, and merges that are too large. */
import { CELL_KIND, refuse } from '../tabel.ts'
import type { Workbook } from './bagian.ts'
import type { RowPacker } from './baris.ts'
import { numberText, serialDate } from './nilai.ts'
import { cellText, type SharedStrings } from './teks.ts'
import { attribute, decodeEntities, type XmlSink } from './xml.ts'

/** Rows of the largest sheet that Excel can make. */
const SHEET_ROWS = 1_048_576
const EQUALS = 0x3d

type CellType = 'n' | 's' | 'str' | 'inlineStr' | 'b' | 'e' | 'd'
const TYPES: ReadonlySet<string> = new Set(['n', 's', 'str', 'inlineStr', 'b', 'e', 'd'])

type Context = {
  readonly workbook: Pick<Workbook, 'from1904' | 'dateStyles'>
  readonly shared: SharedStrings
  readonly packer: RowPacker
  readonly limits: { readonly cellChars: number; readonly mergeRows: number }
}

/** True where `src[from, to)` is the given name. */
const named = (src: string, from: number, to: number, name: string): boolean =>
  to - from === name.length && src.startsWith(name, from)

/** Column of a reference such as AB12, counted from 0; the letters alone are looked at. */
function columnOf(src: string, from: number, to: number): number {
  let column = 0
  for (let i = from; i < to; i++) {
    const letter = (src.charCodeAt(i) & 0xdf) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
    if (column > SHEET_ROWS) break
  }
  return column - 1
}

export class SheetSink implements XmlSink {
  readonly #context: Context
  #section: '' | 'data' | 'merges' = ''
  #row = 0
  #column = -1
  #type: CellType = 'n'
  #style = 0
  #value = ''
  /** Text is wanted now: within <v>, or within <t> of an inline string. */
  #capture = false
  #inline = false
  constructor(context: Context) {
    this.#context = context
  }

  open(depth: number, src: string, from: number, to: number, end: number): void {
    if (depth === 2) this.#openSection(src, from, to)
    else if (this.#section === 'data') this.#openData(depth, src, from, to, end)
    else if (depth === 3 && this.#section === 'merges') this.#merge(src, to, end)
  }

  close(depth: number): void {
    this.#capture = false
    if (depth === 2) this.#section = ''
    if (this.#section !== 'data') return
    if (depth === 5) this.#inline = false
    else if (depth === 4) this.#endCell()
    else if (depth === 3) this.#context.packer.endRow()
  }

  text(src: string, from: number, to: number, encoded: boolean): void {
    if (!this.#capture) return
    const piece = src.slice(from, to)
    const text = encoded ? decodeEntities(piece) : piece
    this.#value = this.#value === '' ? text : this.#value + text
    if (this.#value.length > this.#context.limits.cellChars) this.#tooLong()
  }

  #openSection(src: string, from: number, to: number): void {
    if (named(src, from, to, 'sheetData')) this.#section = 'data'
    else this.#section = named(src, from, to, 'mergeCells') ? 'merges' : ''
  }

  #openData(depth: number, src: string, from: number, to: number, end: number): void {
    if (depth === 4) {
      if (named(src, from, to, 'c')) this.#startCell(src, to, end)
      else this.#type = 'n'
    } else if (depth === 5) {
      const one = to - from === 1 ? src.charCodeAt(from) : 0
      this.#capture = one === 0x76 && this.#type !== 'inlineStr'
      if (one === 0x66) this.#context.packer.formula = true
      this.#inline = this.#type === 'inlineStr' && named(src, from, to, 'is')
    } else if (depth === 3) {
      if (named(src, from, to, 'row')) this.#startRow(src, to, end)
    } else if (this.#inline) this.#openInline(depth, src, from, to)
  }

  /** Plain text or runs of rich text; what tells the pronunciation is left out. */
  #openInline(depth: number, src: string, from: number, to: number): void {
    if (depth === 6 && named(src, from, to, 'rPh')) this.#inline = false
    this.#capture = this.#inline && depth <= 7 && named(src, from, to, 't')
  }

  #startRow(src: string, from: number, end: number): void {
    const told = attribute(src, from, end, 'r')
    const row = told === undefined ? this.#row + 1 : Number(told)
    if (!Number.isInteger(row) || row <= this.#row) {
      refuse('berkas.baris_tidak_urut', { baris: Number.isInteger(row) ? row : this.#row + 1 })
    }
    if (row > SHEET_ROWS) refuse('berkas.terlalu_banyak_baris', { batas: SHEET_ROWS })
    this.#row = row
    this.#column = -1
    const hidden = attribute(src, from, end, 'hidden')
    this.#context.packer.startRow(row, hidden === '1' || hidden === 'true')
  }

  /** Reads r, s and t in one pass: a sheet has millions of these tags. */
  #startCell(src: string, from: number, end: number): void {
    this.#type = 'n'
    this.#style = 0
    this.#value = ''
    let column = this.#column + 1
    for (let at = from; at < end; at++) {
      if (src.charCodeAt(at) <= 0x20) continue
      const name = at
      while (at < end && src.charCodeAt(at) !== EQUALS) at++
      const long = src.charCodeAt(name + 1) !== EQUALS && src.charCodeAt(name + 1) > 0x20
      at = quoteAfter(src, at + 1, end)
      const open = at + 1
      at = closingQuote(src, at, end)
      if (long) continue
      const letter = src.charCodeAt(name)
      if (letter === 0x72) column = columnOf(src, open, at)
      else if (letter === 0x73) this.#style = Number(src.slice(open, at))
      else if (letter === 0x74) this.#type = typeOf(src.slice(open, at))
    }
    this.#column = column < 0 ? this.#column + 1 : column
  }

  #endCell(): void {
    const raw = this.#value
    if (raw === '') return
    this.#value = ''
    const { packer } = this.#context
    const column = this.#column
    if (this.#type === 's') packer.put(column, this.#sharedText(raw), CELL_KIND.text)
    else if (this.#type === 'n') this.#putNumber(raw)
    else if (this.#type === 'b') {
      packer.put(column, raw.trim() === '1' ? 'TRUE' : 'FALSE', CELL_KIND.boolean)
    } else if (this.#type === 'e') packer.put(column, cellText(raw), CELL_KIND.error)
    else if (this.#type === 'd' && /^\d{4}-\d\d-\d\d/.test(raw)) {
      packer.put(column, raw.slice(0, 10), CELL_KIND.date)
    } else packer.put(column, cellText(raw), CELL_KIND.text)
  }

  #putNumber(raw: string): void {
    const { packer, workbook } = this.#context
    const number = numberText(raw)
    const dated = number !== undefined && workbook.dateStyles[this.#style] === 1
    const date = dated ? serialDate(number, workbook.from1904) : undefined
    if (number === undefined) packer.put(this.#column, cellText(raw), CELL_KIND.text)
    else if (date === undefined) packer.put(this.#column, number, CELL_KIND.number)
    else packer.put(this.#column, date, CELL_KIND.date)
  }

  #sharedText(raw: string): string {
    const index = /^\s*\d+\s*$/.test(raw) ? Number(raw) : -1
    const text = this.#context.shared.get(index)
    return (
      text ?? refuse('berkas.teks_bersama_tidak_ada', { baris: this.#row, nomor: raw.slice(0, 20) })
    )
  }

  /** Merges are never expanded: only their first cell has a value. An enormous one is no accident. */
  #merge(src: string, from: number, end: number): void {
    const ref = attribute(src, from, end, 'ref') ?? ''
    const parts = /^\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/i.exec(ref)
    if (parts === null) return
    const [, left = '', top, right = '', bottom] = parts
    const baris = Number(bottom) - Number(top) + 1
    const kolom = columnOf(right, 0, right.length) - columnOf(left, 0, left.length) + 1
    if (baris > this.#context.limits.mergeRows) {
      refuse('berkas.gabungan_terlalu_besar', { baris, kolom })
    }
  }

  #tooLong(): never {
    const { cellChars } = this.#context.limits
    return refuse('berkas.sel_terlalu_panjang', { baris: this.#row, batas: cellChars })
  }
}

const typeOf = (text: string): CellType => (TYPES.has(text) ? (text as CellType) : 'str')

function quoteAfter(src: string, from: number, end: number): number {
  let at = from
  while (at < end && src.charCodeAt(at) <= 0x20) at++
  return at
}

function closingQuote(src: string, open: number, end: number): number {
  const quote = src.charCodeAt(open)
  let at = open + 1
  while (at < end && src.charCodeAt(at) !== quote) at++
  return at
}
