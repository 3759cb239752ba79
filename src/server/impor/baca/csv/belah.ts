/** Splits the text of a CSV into records as Excel would, in one pass and with bounded memory. */
import { restoreText } from '#server/ekspor/sel.ts'
import type { Limits } from '../tabel.ts'
import { refuse } from '../tabel.ts'

/** A quoted value with more line breaks than this is a quotation mark that was never closed. */
const QUOTED_LINES = 100
/** Longest record that may wait for its end. */
const RECORD_CHARS = 4 * 1024 * 1024

const LONE_CR = /\r(?!\n)/
const QUOTE = 0x22
const APOSTROPHE = 0x27

/** A row of a CSV, whose cells its reader may still fill up. */
export type CsvRow = { readonly row: number; readonly cells: string[]; width?: number }

/** Feeds on text chunk by chunk; complete records are appended to the array handed in. */
export class RecordSplitter {
  /** Line on which the next record begins. */
  line = 1
  readonly #separator: string
  readonly #limits: Pick<Limits, 'columns' | 'cellChars'>
  #rest = ''
  #heldCr = ''
  /** Where the record under way ended, and its cells, as `#quoted` left them. */
  #recordEnd = 0
  #breaks = 0
  constructor(separator: string, limits: Pick<Limits, 'columns' | 'cellChars'>) {
    this.#separator = separator
    this.#limits = limits
  }

  push(chunk: string, out: CsvRow[]): void {
    this.#split(this.#rest + this.#lineEnds(chunk), false, out)
    if (this.#rest.length > RECORD_CHARS) this.#tooLong(this.#rest)
  }

  /** The last record need not end with a line break. */
  end(out: CsvRow[]): void {
    const last = this.#rest + (this.#heldCr === '' ? '' : '\n')
    this.#heldCr = ''
    this.#split(last, true, out)
    this.#rest = ''
  }

  /** Old Macs end lines with CR alone: made LF here, so that below only LF and CRLF exist. */
  #lineEnds(chunk: string): string {
    let text = this.#heldCr + chunk
    this.#heldCr = ''
    if (!text.includes('\r')) return text
    if (text.endsWith('\r')) {
      this.#heldCr = '\r'
      text = text.slice(0, -1)
    }
    return LONE_CR.test(text) ? text.replace(/\r\n?/g, '\n') : text
  }

  #split(src: string, final: boolean, out: CsvRow[]): void {
    let from = 0
    let quote = src.indexOf('"')
    while (from < src.length) {
      let to = src.indexOf('\n', from)
      if (quote !== -1 && quote < from) quote = src.indexOf('"', from)
      if (quote !== -1 && (to === -1 || quote < to)) {
        const cells = this.#quoted(src, from, final)
        if (cells === undefined) break
        this.#emit(cells, out)
        this.line += 1 + this.#breaks
        from = this.#recordEnd + 1
        continue
      }
      if (to === -1) {
        if (!final) break
        to = src.length
      }
      this.#plain(src, from, to, out)
      this.line++
      from = to + 1
    }
    this.#rest = from === 0 ? src : src.slice(from)
  }

  /** A line without any quotation mark: by far the most frequent, and the fastest. */
  #plain(src: string, from: number, to: number, out: CsvRow[]): void {
    const end = to > from && src.charCodeAt(to - 1) === 13 ? to - 1 : to
    if (end === from) return
    const line = src.slice(from, end)
    const cells = line.split(this.#separator)
    if (line.includes("'")) restoreAll(cells)
    if (line.length > this.#limits.cellChars) this.#checkLengths(cells)
    this.#emit(cells, out)
  }

  /** The cells of a record with quoted values; undefined when its end has not been read yet. */
  #quoted(src: string, from: number, final: boolean): string[] | undefined {
    const cells: string[] = []
    let at = from
    let lineEnd = src.indexOf('\n', from)
    this.#breaks = 0
    for (;;) {
      let value = ''
      if (src.charCodeAt(at) === QUOTE) {
        const closed = this.#closing(src, at, final)
        if (closed === undefined) return undefined
        value = closed.value
        at = closed.after
        if (lineEnd !== -1 && lineEnd < at) lineEnd = src.indexOf('\n', at)
      }
      const end = lineEnd === -1 ? src.length : lineEnd
      const separator = src.indexOf(this.#separator, at)
      const isLast = separator === -1 || separator > end
      if (isLast && lineEnd === -1 && !final) return undefined
      const stop = isLast ? end : separator
      const trim = isLast && stop > at && src.charCodeAt(stop - 1) === 13 ? 1 : 0
      cells.push(value + src.slice(at, stop - trim))
      if (cells.length > this.#limits.columns) this.#emit(cells, [])
      at = stop + 1
      if (!isLast) continue
      this.#recordEnd = end
      this.#checkLengths(cells)
      restoreAll(cells)
      return cells
    }
  }

  /** Reads a quoted value from its opening mark; a doubled mark inside it stands for one. */
  #closing(
    src: string,
    open: number,
    final: boolean,
  ): { value: string; after: number } | undefined {
    let value = ''
    let from = open + 1
    for (;;) {
      const mark = src.indexOf('"', from)
      const known = value.length + (mark === -1 ? src.length : mark) - from
      if (known > this.#limits.cellChars || (mark === -1 && final)) this.#unclosed()
      if (mark === -1) return undefined
      if (mark + 1 === src.length && !final) return undefined
      if (src.charCodeAt(mark + 1) === QUOTE) {
        value += src.slice(from, mark + 1)
        from = mark + 2
        continue
      }
      value = this.#countBreaks(value + src.slice(from, mark))
      return { value, after: mark + 1 }
    }
  }

  #countBreaks(value: string): string {
    if (!value.includes('\n')) return value
    const text = value.replaceAll('\r\n', '\n')
    let breaks = 0
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) breaks++
    if (breaks > QUOTED_LINES) this.#unclosed()
    this.#breaks += breaks
    return text
  }

  #emit(cells: string[], out: CsvRow[]): void {
    const { columns } = this.#limits
    if (cells.length > columns) {
      refuse('berkas.terlalu_banyak_kolom', {
        baris: this.line,
        kolom: cells.length,
        batas: columns,
      })
    }
    if (cells[0] !== '' || cells.some((cell) => cell !== '')) out.push({ row: this.line, cells })
  }

  #checkLengths(cells: readonly string[]): void {
    const { cellChars } = this.#limits
    if (cells.length <= this.#limits.columns && cells.some((cell) => cell.length > cellChars)) {
      refuse('berkas.sel_terlalu_panjang', { baris: this.line, batas: cellChars })
    }
  }

  #tooLong(record: string): never {
    const cells = record.split(this.#separator)
    this.#emit(cells, [])
    return refuse('berkas.sel_terlalu_panjang', {
      baris: this.line,
      batas: this.#limits.cellChars,
    })
  }

  #unclosed(): never {
    return refuse('berkas.kutip_tidak_ditutup', { baris: this.line + this.#breaks })
  }
}

/** Our own exports put an apostrophe before what looks like a formula: it comes back as it was. */
function restoreAll(cells: string[]): void {
  for (const [i, cell] of cells.entries()) {
    if (cell.charCodeAt(0) === APOSTROPHE) cells[i] = restoreText(cell)
  }
}
