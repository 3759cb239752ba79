/** Texts of cells: what Excel escapes is put back, and the shared ones are held outside the heap. */
import { type Limits, refuse } from '../tabel.ts'

const BLOCK = 4 * 1024 * 1024
const CACHE = 65_536
const CACHED_CHARS = 256

const CONTROL = /[^\P{Cc}\t\n]/gu

/** Characters that carry no meaning in a cell, two of which separate cells and rows on the wire. */
const stripControl = (text: string): string =>
  text.search(CONTROL) === -1 ? text : text.replace(CONTROL, '')

/** Undoes Excel's `_x000D_` and unifies line breaks to \n. */
export function cellText(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text
  return stripControl(plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain)
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
    const length = Buffer.byteLength(text)
    if (this.#used + length + 4 > BLOCK) this.#grow()
    if (this.#count === this.#limits.sharedStrings) this.#tooMany()
    if (this.#count === this.#starts.length) {
      const wider = new Uint32Array(this.#starts.length * 2)
      wider.set(this.#starts)
      this.#starts = wider
    }
    const block = this.#blocks[this.#blocks.length - 1] as Buffer
    this.#starts[this.#count++] = (this.#blocks.length - 1) * BLOCK + this.#used
    block.writeUInt32LE(length, this.#used)
    block.write(text, this.#used + 4, 'utf8')
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

  #grow(): void {
    if ((this.#blocks.length + 1) * BLOCK > this.#limits.sharedBytes) this.#tooMany()
    this.#blocks.push(Buffer.allocUnsafeSlow(BLOCK))
    this.#used = 0
  }

  #tooMany(): never {
    return refuse('berkas.teks_bersama_terlalu_banyak', { jumlah: this.#count })
  }
}
