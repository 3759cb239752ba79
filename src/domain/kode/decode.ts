/**
 * Reads a code of any list as canonical values. A decoder is compiled once per column and answers
 * from a map, with frozen results shared by all rows: an import asks it a hundred million times.
 */
import type { Label } from '#domain/label.ts'
import { bitsOf } from './bit.ts'
import type { DaftarKode, Pilihan } from './daftar.ts'
import { foldLabel, parseCode, splitNumbered } from './teks.ts'

export type NilaiTerbaca = {
  readonly variabel: string
  readonly nilai: number
  /** Present where the code covers several canonical values; `nilai` is the likeliest. */
  readonly kandidat?: readonly number[]
}

export type Decoded = {
  readonly ok: true
  readonly nilai: readonly NilaiTerbaca[]
  readonly sifat: 'pasti' | 'tidak_pasti' | 'tidak_terpetakan' | 'kosong'
  /** Why it is uncertain or has no canonical value. */
  readonly alasan?: Label
}
export type DecodeError = {
  readonly ok: false
  readonly error: 'kode_tidak_dikenal' | 'bukan_kode'
}
export type Decoder = (raw: string) => Decoded | DecodeError

const unknownCode: DecodeError = Object.freeze({ ok: false, error: 'kode_tidak_dikenal' })
const notACode: DecodeError = Object.freeze({ ok: false, error: 'bukan_kode' })
const empty: Decoded = Object.freeze({ ok: true, nilai: Object.freeze([]), sifat: 'kosong' })

/** Unknown spellings are remembered too, but only so many: a hostile column must not fill memory. */
const MAX_REMEMBERED = 4096

/** Compiles the decoder of a column that feeds `variabel` and is written in the codes of `daftar`. */
export function compileDecoder(daftar: DaftarKode, variabel: string): Decoder {
  const read =
    daftar.jenis === 'kode' ? readerOfCodes(daftar, variabel) : readerOfBits(daftar, variabel)
  const known = new Map<string, Decoded | DecodeError>([['', empty]])
  return (raw) => {
    const seen = known.get(raw)
    if (seen !== undefined) return seen
    const result = read(raw)
    if (known.size < MAX_REMEMBERED) known.set(raw, result)
    return result
  }
}

function readerOfCodes(daftar: DaftarKode, variabel: string): Decoder {
  const byCode = new Map<number, Decoded>()
  const byLabel = new Map<string, number>()
  for (const pilihan of daftar.pilihan) {
    byCode.set(pilihan.kode, decodedOf(pilihan, variabel))
    for (const text of labelsOf(pilihan)) if (!byLabel.has(text)) byLabel.set(text, pilihan.kode)
  }
  return (raw) => {
    if (isBlank(raw)) return empty
    const direct = byCode.get(parseCode(raw) ?? -1)
    if (direct !== undefined) return direct
    const labelled = byCode.get(codeByLabel(raw, byLabel) ?? -1)
    return labelled ?? (parseCode(raw) === null ? notACode : unknownCode)
  }
}

/**
 * A bare label ("1.300 watt" is one), or a numbered one whose number and words do not contradict
 * each other; words that begin with a digit are no words of a numbered label.
 */
function codeByLabel(raw: string, byLabel: ReadonlyMap<string, number>): number | null {
  const bare = byLabel.get(foldLabel(raw))
  if (bare !== undefined) return bare
  const numbered = splitNumbered(raw)
  if (numbered === null) return null
  const worded = byLabel.get(numbered.label)
  if (worded === undefined) return /^\d/.test(numbered.label) ? null : numbered.kode
  return worded === numbered.kode ? worded : null
}

function readerOfBits(daftar: DaftarKode, variabel: string): Decoder {
  const byLabel = new Map<string, number>()
  for (const p of daftar.pilihan) for (const text of labelsOf(p)) byLabel.set(text, p.kode)
  return (raw) => {
    if (isBlank(raw)) return empty
    const jumlah = parseCode(raw) ?? sumOfLabels(raw, byLabel)
    if (jumlah === null) return notACode
    const parts = bitsOf(daftar, jumlah)
    if (parts === null) return unknownCode
    let nilai = 0
    for (const part of parts) nilai += typeof part.kanonik === 'number' ? part.kanonik : part.kode
    return frozen({ ok: true, nilai: [Object.freeze({ variabel, nilai })], sifat: 'pasti' })
  }
}

/** `"KTP; SIM"`: the parts of a sum named by their labels. */
function sumOfLabels(raw: string, byLabel: ReadonlyMap<string, number>): number | null {
  let sum = 0
  for (const part of new Set(raw.split(/[;+]/))) {
    const kode = codeByLabel(part, byLabel)
    if (kode === null) return null
    sum += kode
  }
  return sum
}

function decodedOf(pilihan: Pilihan, variabel: string): Decoded {
  if (pilihan.kosong === true) return empty
  if (pilihan.tidak_terpetakan !== undefined) {
    return frozen({
      ok: true,
      nilai: [],
      sifat: 'tidak_terpetakan',
      alasan: pilihan.tidak_terpetakan,
    })
  }
  const { kanonik = pilihan.kode, tidak_pasti } = pilihan
  if (typeof kanonik !== 'number') {
    const nilai = Object.entries(kanonik).map(([name, n]) =>
      Object.freeze({ variabel: name, nilai: n }),
    )
    return frozen({ ok: true, nilai, sifat: 'pasti' })
  }
  if (tidak_pasti === undefined) {
    return frozen({
      ok: true,
      nilai: [Object.freeze({ variabel, nilai: kanonik })],
      sifat: 'pasti',
    })
  }
  const one = Object.freeze({
    variabel,
    nilai: kanonik,
    kandidat: Object.freeze(tidak_pasti.kandidat),
  })
  return frozen({ ok: true, nilai: [one], sifat: 'tidak_pasti', alasan: tidak_pasti.alasan })
}

function frozen(decoded: Decoded): Decoded {
  Object.freeze(decoded.nilai)
  return Object.freeze(decoded)
}

/** Officers write a dash where they have nothing to write. */
function isBlank(raw: string): boolean {
  const text = raw.trim()
  return text === '' || text === '-' || text === '–'
}

function labelsOf(pilihan: Pilihan): readonly string[] {
  return [pilihan.label.id, pilihan.label.en, ...(pilihan.alias ?? [])].map(foldLabel)
}
