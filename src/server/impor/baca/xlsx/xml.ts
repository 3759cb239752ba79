/**
 * A scanner for the bulky XML parts (sheets, shared strings): it hands on places in the text
 * instead of objects, which makes it several times faster than a general parser.
 */
import { refuse } from '../tabel.ts'

const LT = 0x3c
const GT = 0x3e
const SLASH = 0x2f
const COLON = 0x3a
const SPACE = 0x20
const DEPTH = 64
const NEAR = 16
/** Longest tag, or run of text without an end in sight, that is kept waiting for more input. */
const PENDING = 256 * 1024

/** Receives what the scanner finds. Names are local: a namespace prefix has been stepped over. */
export interface XmlSink {
  /** `src[from, to)` is the name, `src[to, end)` holds the attributes. */
  open(depth: number, src: string, from: number, to: number, end: number): void
  close(depth: number): void
  /** May come in several pieces; `encoded` = it holds entities that are to be decoded. */
  text(src: string, from: number, to: number, encoded: boolean): void
}

type Skip = '' | '-->' | '?>' | ']]>'

/** Feed it the text in chunks with `write`, then call `end`. */
export class XmlScanner {
  readonly #sink: XmlSink
  #rest = ''
  #skip: Skip = ''
  #depth = 0
  #rootSeen = false
  /** Fingerprint of the name of each open element, to be met again at its end. */
  readonly #names = new Int32Array(DEPTH + 1)
  #amp = -1
  constructor(sink: XmlSink) {
    this.#sink = sink
  }

  write(chunk: string): void {
    const src = this.#rest === '' ? chunk : this.#rest + chunk
    this.#amp = src.indexOf('&')
    let at = 0
    while (at < src.length) {
      const next = this.#step(src, at)
      if (next === at) break
      at = next
    }
    this.#rest = at === 0 ? src : src.slice(at)
    if (this.#rest.length > PENDING) refuse('berkas.xml_tidak_wajar')
  }

  end(): void {
    if (this.#depth !== 0 || !this.#rootSeen || this.#skip !== '' || this.#rest.trim() !== '') {
      refuse('berkas.xml_rusak')
    }
  }

  /** Handles one piece from `at`; returns the place after it, or `at` when more input is needed. */
  #step(src: string, at: number): number {
    if (this.#skip !== '') return this.#skipped(src, at, this.#skip)
    if (src.charCodeAt(at) !== LT) return this.#text(src, at)
    const second = src.charCodeAt(at + 1)
    if (second === SLASH) return this.#close(src, at)
    if (second === 0x3f) return this.#enter('?>', at + 2)
    if (second === 0x21) return this.#declaration(src, at)
    return Number.isNaN(second) ? at : this.#open(src, at)
  }

  #enter(skip: Skip, next: number): number {
    this.#skip = skip
    return next
  }

  /** Inside a comment, an instruction or CDATA: only CDATA has text to hand on. */
  #skipped(src: string, at: number, until: Exclude<Skip, ''>): number {
    const end = src.indexOf(until, at)
    const stop = end === -1 ? Math.max(at, src.length - until.length + 1) : end
    if (until === ']]>' && stop > at) this.#sink.text(src, at, stop, false)
    if (end === -1) return stop
    this.#skip = ''
    return end + until.length
  }

  #text(src: string, at: number): number {
    const lt = nextTag(src, at)
    let end = lt === -1 ? src.length : lt
    if (this.#amp !== -1 && this.#amp < at) this.#amp = src.indexOf('&', at)
    const encoded = this.#amp !== -1 && this.#amp < end
    if (lt === -1 && encoded) {
      // An entity may be cut by the end of the chunk: keep it for the next one.
      const last = src.lastIndexOf('&')
      if (!src.includes(';', last)) end = last
    }
    if (end > at) this.#sink.text(src, at, end, encoded && this.#amp < end)
    return end
  }

  #declaration(src: string, at: number): number {
    if (src.startsWith('<!--', at)) return this.#enter('-->', at + 4)
    if (src.startsWith('<![CDATA[', at)) return this.#enter(']]>', at + 9)
    if (src.length - at < 9 && !src.startsWith('<!D', at)) return at
    return refuse(src.startsWith('<!D', at) ? 'berkas.dtd' : 'berkas.xml_rusak')
  }

  #close(src: string, at: number): number {
    let hash = 0
    let gt = at + 2
    let code = src.charCodeAt(gt)
    for (; code > SPACE && code !== GT; code = src.charCodeAt(++gt)) hash = (hash * 31 + code) | 0
    while (code <= SPACE) code = src.charCodeAt(++gt)
    if (gt >= src.length) return at
    if (code !== GT) refuse('berkas.xml_rusak')
    if (this.#depth === 0 || this.#names[this.#depth] !== hash) refuse('berkas.xml_rusak')
    this.#sink.close(this.#depth--)
    return gt + 1
  }

  #open(src: string, at: number): number {
    let hash = 0
    let from = at + 1
    let to = from
    for (; to < src.length; to++) {
      const code = src.charCodeAt(to)
      if (code <= SPACE || code === SLASH || code === GT) break
      if (code === COLON) from = to + 1
      hash = (hash * 31 + code) | 0
    }
    const gt = tagEnd(src, to)
    if (gt === -1) return at
    if (to === from) refuse('berkas.xml_rusak')
    const empty = src.charCodeAt(gt - 1) === SLASH
    if (++this.#depth > DEPTH) refuse('berkas.xml_tidak_wajar')
    if (this.#depth === 1 && this.#rootSeen) refuse('berkas.xml_rusak')
    this.#rootSeen = true
    this.#names[this.#depth] = hash
    this.#sink.open(this.#depth, src, from, to, empty ? gt - 1 : gt)
    if (empty) this.#sink.close(this.#depth--)
    return gt + 1
  }
}

/** The next `<`: most texts are a few digits, for which a search in earnest does not pay. */
function nextTag(src: string, from: number): number {
  const near = Math.min(src.length, from + NEAR)
  for (let i = from; i < near; i++) if (src.charCodeAt(i) === LT) return i
  return src.indexOf('<', near)
}

/** The `>` that ends a tag: one inside a quoted attribute does not. */
function tagEnd(src: string, from: number): number {
  let quote = 0
  for (let i = from; i < src.length; i++) {
    const code = src.charCodeAt(i)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === GT) return i
    else if (code === 0x22 || code === 0x27) quote = code
    else if (code === LT) return refuse('berkas.xml_rusak')
  }
  return -1
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function entity(whole: string, name: string): string {
  const named = NAMED[name]
  if (named !== undefined) return named
  const digits = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name)
  // An entity that is neither built in nor numeric could only come from a DTD.
  if (digits === null) return refuse(whole.endsWith(';') ? 'berkas.dtd' : 'berkas.xml_rusak')
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16)
  return code > 0x10ffff ? refuse('berkas.xml_rusak') : String.fromCodePoint(code)
}

/** Puts the characters in the place of the entities. */
export const decodeEntities = (text: string): string => text.replace(/&([^;\s&]*);?/g, entity)

/** The value of one attribute within `src[from, end)`, by local name; entities are decoded. */
export function attribute(
  src: string,
  from: number,
  end: number,
  name: string,
): string | undefined {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(
    src.slice(from, end),
  )
  const value = found?.[1] ?? found?.[2]
  return value?.includes('&') ? decodeEntities(value) : value
}
