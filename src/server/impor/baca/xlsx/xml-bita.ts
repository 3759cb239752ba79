/** Decodes the bytes of an XML part: UTF-8 as good as always, UTF-16 where a byte order mark says so. */
import { isAscii, isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'
import { incompleteTail } from '../csv/pengodean.ts'
import { refuse } from '../tabel.ts'

const DECLARED = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)/
const ACCEPTED = /^(utf-?8|utf-?16(le|be)?|us-ascii)$/i

/** Streaming: `decode` each chunk in turn; a character cut by a chunk's end waits for the next. */
export class XmlDecoder {
  #utf16: TextDecoder | undefined
  #tail: Buffer = Buffer.alloc(0)
  #started = false

  decode(chunk: Buffer): string {
    const text = this.#started ? this.#more(chunk) : this.#first(chunk)
    if (text.includes('\0')) refuse('berkas.xml_rusak')
    return text
  }

  end(): void {
    if (this.#tail.length > 0) refuse('berkas.xml_rusak')
  }

  #first(chunk: Buffer): string {
    this.#started = true
    const mark = chunk.toString('latin1', 0, 3)
    if (mark.startsWith('\xff\xfe')) this.#utf16 = new TextDecoder('utf-16le')
    if (mark.startsWith('\xfe\xff')) this.#utf16 = new TextDecoder('utf-16be')
    const text = this.#more(mark === '\xef\xbb\xbf' ? chunk.subarray(3) : chunk)
    const declared = DECLARED.exec(text.slice(0, 200))?.[1]
    if (declared !== undefined && !ACCEPTED.test(declared)) refuse('berkas.xml_rusak')
    return text
  }

  #more(chunk: Buffer): string {
    if (this.#utf16 !== undefined) return this.#utf16.decode(chunk, { stream: true })
    if (this.#tail.length === 0 && isAscii(chunk)) return chunk.toString('latin1')
    const all = this.#tail.length === 0 ? chunk : Buffer.concat([this.#tail, chunk])
    const whole = all.subarray(0, all.length - incompleteTail(all))
    if (!isUtf8(whole)) refuse('berkas.xml_rusak')
    this.#tail = Buffer.from(all.subarray(whole.length))
    return whole.toString('utf8')
  }
}
