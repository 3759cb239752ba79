/** Understands the XML of the shared strings: joins rich text, leaves pronunciations out. */
import { type Limits, refuse } from '../tabel.ts'
import { cellText, type SharedStrings } from './teks.ts'
import { decodeEntities, type XmlSink } from './xml.ts'

export class SharedStringsSink implements XmlSink {
  readonly #store: SharedStrings
  readonly #limits: Pick<Limits, 'cellChars'>
  #text = ''
  #capture = false
  #run = false
  constructor(store: SharedStrings, limits: Pick<Limits, 'cellChars'>) {
    this.#store = store
    this.#limits = limits
  }

  open(depth: number, src: string, from: number, to: number): void {
    const isText = to - from === 1 && src.charCodeAt(from) === 0x74
    if (depth === 2) this.#text = ''
    else if (depth === 3) {
      this.#run = to - from === 1 && src.charCodeAt(from) === 0x72
      this.#capture = isText
    } else if (depth === 4) this.#capture = isText && this.#run
  }

  close(depth: number): void {
    this.#capture = false
    if (depth === 2) this.#store.add(cellText(this.#text))
  }

  text(src: string, from: number, to: number, encoded: boolean): void {
    if (!this.#capture) return
    const piece = src.slice(from, to)
    this.#text += encoded ? decodeEntities(piece) : piece
    const batas = this.#limits.cellChars
    if (this.#text.length > batas) refuse('berkas.sel_terlalu_panjang', { baris: 0, batas })
  }
}
