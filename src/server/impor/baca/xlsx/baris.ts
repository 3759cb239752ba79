/** Collects the cells of one row after the other and packs finished rows into batches. */
import { CELL_KIND, type CellKind, type Limits, refuse } from '../tabel.ts'
import { CELL_END, FLAG, type PackedRows, ROW_END } from './pesan.ts'

const BATCH_ROWS = 1000
const BATCH_CELLS = 200_000
/** One text may be shared by every cell, so a small file can ask for rows of any length. */
const BATCH_CHARS = 4 * 1024 * 1024
/** Text that one piece of XML may give before it is sent; only a shared giant reaches this. */
const READY_CHARS = 32 * 1024 * 1024

export class RowPacker {
  #ready: PackedRows[] = []
  #readyChars = 0
  /** Number of the row under way. */
  row = 0
  formula = false
  hidden = false
  readonly #limits: Limits
  readonly #cells: string[] = []
  readonly #cellKinds: Uint8Array
  #width = 0
  #filled = 0
  #texts: string[] = []
  #rows: number[] = []
  #flags: number[] = []
  #kinds = new Uint8Array(BATCH_CELLS)
  #kindCount = 0
  #chars = 0
  #rowChars = 0
  constructor(limits: Limits) {
    this.#limits = limits
    this.#cellKinds = new Uint8Array(limits.columns)
  }

  startRow(row: number, hidden: boolean): void {
    this.row = row
    this.hidden = hidden
    this.formula = false
    this.#width = 0
    this.#filled = 0
    this.#rowChars = 0
  }

  /** Places a value; the columns left out before it are empty cells. */
  put(column: number, text: string, kind: CellKind): void {
    if (column >= this.#limits.columns) this.#tooWide(column)
    const cells = this.#cells
    while (this.#width < column) {
      this.#cellKinds[this.#width] = CELL_KIND.text
      cells[this.#width++] = ''
    }
    if (column === this.#width) this.#width++
    cells[column] = text
    this.#cellKinds[column] = kind
    this.#rowChars += text.length
    if (this.#rowChars > BATCH_CHARS) {
      refuse('berkas.sel_terlalu_panjang', { baris: this.row, batas: this.#limits.cellChars })
    }
    if (text !== '' && column >= this.#filled) this.#filled = column + 1
  }

  #tooWide(column: number): never {
    const batas = this.#limits.columns
    return refuse('berkas.terlalu_banyak_kolom', { baris: this.row, kolom: column + 1, batas })
  }

  endRow(): void {
    const width = this.#filled
    if (width === 0) return
    if (this.#isFull(width)) this.flush()
    const kinds = this.#cellKinds.subarray(0, width)
    const plain = kinds.every((kind) => kind === CELL_KIND.text)
    this.#kinds.set(kinds, this.#kindCount)
    this.#kindCount += width
    this.#cells.length = width
    this.#texts.push(this.#cells.join(CELL_END))
    this.#rows.push(this.row)
    this.#flags.push(
      (plain ? 0 : FLAG.kinds) |
        (this.formula ? FLAG.formula : 0) |
        (this.hidden ? FLAG.hidden : 0),
    )
    if (this.#rows.length >= BATCH_ROWS) this.flush()
  }

  /** The batches that are ready to be sent, once. */
  take(): readonly PackedRows[] {
    const ready = this.#ready
    this.#ready = []
    this.#readyChars = 0
    return ready
  }

  #isFull(width: number): boolean {
    this.#chars += this.#rowChars
    return this.#kindCount + width > BATCH_CELLS || this.#chars > BATCH_CHARS
  }

  /** Closes the batch under way, however small. */
  flush(): void {
    if (this.#rows.length === 0) return
    const text = this.#texts.join(ROW_END)
    this.#readyChars += text.length
    if (this.#readyChars > READY_CHARS) refuse('berkas.bom_zip', { byte: this.#readyChars })
    this.#ready.push({
      text,
      rows: Uint32Array.from(this.#rows),
      flags: Uint8Array.from(this.#flags),
      kinds: this.#kinds.slice(0, this.#kindCount),
    })
    this.#texts = []
    this.#rows = []
    this.#flags = []
    this.#kindCount = 0
    this.#chars = 0
  }
}
