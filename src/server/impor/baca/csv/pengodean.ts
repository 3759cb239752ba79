/** Turns the bytes of a CSV into text, chunk by chunk, whatever encoding the office's Excel chose. */
import { isAscii, isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'
import { refuse } from '../tabel.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** How many bytes at the end belong to a UTF-8 character that is not complete yet. */
export function incompleteTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return length > back ? back : 0
    }
  }
  return 0
}

/** Share of zero bytes on the even and on the odd places: text in UTF-16 has them on one side. */
function zeroShare(bytes: Uint8Array): { even: number; odd: number } {
  const count = { even: 0, odd: 0 }
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) count[i % 2 === 0 ? 'even' : 'odd']++
  const half = Math.max(1, bytes.length / 2)
  return { even: count.even / half, odd: count.odd / half }
}

/** Recognises the encoding from the beginning of the file, and the length of its mark (BOM). */
export function detectEncoding(head: Uint8Array): { encoding: Encoding; bom: number } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bom: 3 }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bom: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bom: 2 }
  const zero = zeroShare(head.subarray(0, 4096))
  if (zero.odd > 0.4 && zero.even < 0.1) return { encoding: 'utf-16le', bom: 0 }
  if (zero.even > 0.4 && zero.odd < 0.1) return { encoding: 'utf-16be', bom: 0 }
  const whole = head.subarray(0, head.length - incompleteTail(head))
  return { encoding: isUtf8(whole) ? 'utf-8' : 'windows-1252', bom: 0 }
}

/** A streaming decoder that refuses NUL and falls back to Windows-1252 where UTF-8 proves wrong. */
export class ByteDecoder {
  encoding: Encoding
  /** Set when the bytes after the sampled beginning turned out to be Windows-1252. */
  switched = false
  /** Chunks in which some bytes were no valid characters. */
  broken = 0
  #tail: Uint8Array = new Uint8Array(0)
  #multibyteSeen = false
  #stream: TextDecoder
  constructor(encoding: Encoding) {
    this.encoding = encoding
    this.#stream = new TextDecoder(encoding, { ignoreBOM: true })
  }

  /** Decodes the next bytes; `line` only tells a refusal where it happened. */
  decode(bytes: Uint8Array, line: number): string {
    if (this.encoding === 'utf-16le' || this.encoding === 'utf-16be') {
      return this.#noNul(this.#stream.decode(bytes, { stream: true }), line)
    }
    if (bytes.includes(0)) refuse('berkas.nul', { baris: line })
    if (this.encoding === 'utf-8') return this.#utf8(bytes)
    return isAscii(bytes) ? latin1(bytes) : this.#stream.decode(bytes, { stream: true })
  }

  /** What was held back because its character had not come to an end. */
  end(line: number): string {
    if (this.encoding !== 'utf-8') return this.#noNul(this.#stream.decode(), line)
    if (this.#tail.length === 0) return ''
    const all = this.#tail
    this.#tail = new Uint8Array(0)
    // Nothing follows that could complete the character.
    return this.#multibyteSeen ? this.#broken(all) : this.#switch(all) + this.#stream.decode()
  }

  #utf8(bytes: Uint8Array): string {
    if (this.#tail.length === 0 && isAscii(bytes)) return latin1(bytes)
    const all = this.#tail.length === 0 ? bytes : Buffer.concat([this.#tail, bytes])
    const cut = all.length - incompleteTail(all)
    const whole = all.subarray(0, cut)
    if (!isUtf8(whole)) return this.#notUtf8(all, whole, cut)
    this.#tail = all.slice(cut)
    this.#multibyteSeen ||= !isAscii(whole)
    return asBuffer(whole).toString('utf8')
  }

  #notUtf8(all: Uint8Array, whole: Uint8Array, cut: number): string {
    if (!this.#multibyteSeen) return this.#switch(all)
    this.#tail = all.slice(cut)
    return this.#broken(whole)
  }

  #broken(bytes: Uint8Array): string {
    this.broken++
    return asBuffer(bytes).toString('utf8')
  }

  /** All before was plain ASCII, so nothing has been misread yet. */
  #switch(all: Uint8Array): string {
    this.encoding = 'windows-1252'
    this.switched = true
    this.#tail = new Uint8Array(0)
    this.#stream = new TextDecoder('windows-1252')
    return this.#stream.decode(all, { stream: true })
  }

  #noNul(text: string, line: number): string {
    if (text.includes('\0')) refuse('berkas.nul', { baris: line })
    return text
  }
}

const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const latin1 = (bytes: Uint8Array): string => asBuffer(bytes).toString('latin1')
