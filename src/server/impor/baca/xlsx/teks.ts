/** Texts of cells: what Excel escapes is put back, and the shared ones are held outside the heap. */
import { type Limits, refuse } from '../tabel.ts'

const BLOCK = 4 * 1024 * 1024
const CACHE = 65_536
const CACHED_CHARS = 256
const LONG = 64

const UNDERSCORE = 0x5f
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g
/** Carry no meaning in a cell; two of them separate cells and rows on the way to the reader. */
const CONTROL = /[^\P{Cc}\t\n]/gu

/** True when nothing in the text needs a second look: no `_`, no control character, no C1. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x20 || code === UNDERSCORE || (code >= 0x7f && code <= 0x9f)) return false
  }
  return true
}

/** Undoes Excel's `_x000D_` and unifies line breaks to \n. */
export function cellText(text: string): string {
  if (isPlain(text)) return text
  const plain = text.replace(ESCAPED, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return plain.replace(/\r\n?/g, '\n').replace(CONTROL, '')
}

/** Writes the text as UTF-8 and tells its bytes; plain ASCII is copied without a call per text. */
function writeText(block: Buffer, at: number, text: string): number {
  if (text.length > LONG) return block.write(text, at, 'utf8')
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 0x7f) return block.write(text, at, 'utf8')
    block[at + i] = code
  }
  return text.length
}

/** Shared strings as bytes in blocks: a million of them cost what their letters cost. */
export class SharedStrings {
  readonly #limits: Pick<Limits, 'sharedBytes' | 'sharedStrings'>
  readonly #blocks: Buffer[] = []
  #starts = new Uint32Array(4096)
  #count = 0
  #used = BLOCK
  readonly #cacheIndex = new Int32Array(CACHE).fill(-1)
  readonly #cacheText: string[] = new Array<string>(CACHE).fill('')
  constructor(limits: Pick<Limits, 'sharedBytes' | 'sharedStrings'>) {
    this.#limits = limits
  }

  get size(): number {
    return this.#count
  }

  add(text: string): void {
    // A character of UTF-16 takes three bytes of UTF-8 at most.
    const room = text.length * 3 + 4
    if (this.#used + room > BLOCK) this.#grow(room)
    if (this.#count === this.#limits.sharedStrings) this.#tooMany()
    if (this.#count === this.#starts.length) {
      const wider = new Uint32Array(this.#starts.length * 2)
      wider.set(this.#starts)
      this.#starts = wider
    }
    const block = this.#blocks[this.#blocks.length - 1] as Buffer
    this.#starts[this.#count++] = (this.#blocks.length - 1) * BLOCK + this.#used
    const length = writeText(block, this.#used + 4, text)
    block.writeUInt32LE(length, this.#used)
    this.#used += length + 4
  }

  /** The text of a number in the file; undefined where the workbook has none. */
  get(index: number): string | undefined {
    if (!(index >= 0 && index < this.#count)) return undefined
    const slot = index & (CACHE - 1)
    if (this.#cacheIndex[slot] === index) return this.#cacheText[slot]
    const start = this.#starts[index] as number
    const block = this.#blocks[Math.floor(start / BLOCK)] as Buffer
    const at = start % BLOCK
    const text = block.toString('utf8', at + 4, at + 4 + block.readUInt32LE(at))
    if (text.length <= CACHED_CHARS) {
      this.#cacheIndex[slot] = index
      this.#cacheText[slot] = text
    }
    return text
  }

  #grow(room: number): void {
    if ((this.#blocks.length + 1) * BLOCK > this.#limits.sharedBytes) this.#tooMany()
    if (room > BLOCK) refuse('berkas.sel_terlalu_panjang', { baris: 0, batas: BLOCK })
    this.#blocks.push(Buffer.allocUnsafeSlow(BLOCK))
    this.#used = 0
  }

  #tooMany(): never {
    return refuse('berkas.teks_bersama_terlalu_banyak', { jumlah: this.#count })
  }
}
