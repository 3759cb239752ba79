/** `evaluate`: reads a rule for one family and keeps the tree of what it saw, so that it can be explained. */
import {
  comparisonOf,
  type Fakta,
  type Nilai,
  type NilaiParameter,
  type Pembanding,
  type Syarat,
} from './bahasa.ts'

/** What one part of a rule gave, and from what. */
export type Jejak<V = number | boolean | null> = {
  readonly macam: string
  readonly nilai: V
  readonly nama?: string
  readonly anak: readonly Jejak[]
}

type Lingkup = { readonly fakta: Fakta; readonly parameter: NilaiParameter }
type JejakNilai = Jejak<number | null>
type JejakSyarat = Jejak<boolean | null>

/** The value of an expression for these facts, with its explanation tree. */
export function evaluateNilai(rule: Nilai, lingkup: Lingkup): JejakNilai {
  if (typeof rule === 'number') return { macam: 'angka', nilai: rule, anak: [] }
  if (typeof rule === 'string') return readFakta(rule, lingkup)
  if ('parameter' in rule) return readParameter(rule.parameter, lingkup)
  if ('jumlah' in rule) return fold('jumlah', rule.jumlah, lingkup, (a, b) => a + b)
  if ('selisih' in rule) return fold('selisih', rule.selisih, lingkup, (a, b) => a - b)
  if ('kali' in rule) return fold('kali', rule.kali, lingkup, (a, b) => a * b)
  if ('bagi' in rule) return fold('bagi', rule.bagi, lingkup, quotient)
  if ('pita' in rule) {
    const of = evaluateNilai(rule.pita, lingkup)
    const seen = of.nilai
    const band = seen === null ? undefined : rule.isi.find((p) => seen < p.kurang_dari)
    return {
      macam: 'pita',
      nilai: seen === null ? null : (band?.nilai ?? rule.selebihnya),
      anak: [of],
    }
  }
  if ('tabel' in rule) {
    const of = evaluateNilai(rule.tabel, lingkup)
    const seen = of.nilai
    const line = seen === null ? undefined : rule.isi.find((b) => b.kode.includes(seen))
    const other = rule.selebihnya ?? null
    return { macam: 'tabel', nilai: seen === null ? null : (line?.nilai ?? other), anak: [of] }
  }
  if ('bila' in rule) return choose(rule, lingkup)
  const of = evaluateNilai(rule.isi_kosong, lingkup)
  if (of.nilai !== null) return { macam: 'isi_kosong', nilai: of.nilai, anak: [of] }
  const other = evaluateNilai(rule.dengan, lingkup)
  return { macam: 'isi_kosong', nilai: other.nilai, anak: [of, other] }
}

function readFakta(nama: string, { fakta }: Lingkup): JejakNilai {
  const seen = fakta[nama]
  if (seen === undefined) throw new Error(`fact missing from the row: ${nama}`)
  return { macam: 'fakta', nama, nilai: seen, anak: [] }
}

function readParameter(nama: string, { parameter }: Lingkup): JejakNilai {
  const seen = parameter[nama]
  if (seen === undefined) throw new Error(`parameter without a value: ${nama}`)
  return { macam: 'parameter', nama, nilai: seen, anak: [] }
}

/** Whole-number division towards zero; by zero it is unknown. */
function quotient(a: number, b: number): number | null {
  return b === 0 ? null : Math.trunc(a / b)
}

function fold(
  macam: string,
  parts: readonly Nilai[],
  lingkup: Lingkup,
  join: (a: number, b: number) => number | null,
): JejakNilai {
  const anak = parts.map((p) => evaluateNilai(p, lingkup))
  let total: number | null | undefined
  for (const { nilai } of anak) {
    if (total === undefined) total = nilai
    else total = total === null || nilai === null ? null : join(total, nilai)
  }
  // Adding zero turns JavaScript's -0 into the 0 that SQL knows.
  return { macam, nilai: total === undefined || total === null ? null : total + 0, anak }
}

function choose(
  rule: { bila: Syarat; maka: Nilai; selain_itu: Nilai },
  lingkup: Lingkup,
): JejakNilai {
  const when = evaluateSyarat(rule.bila, lingkup)
  if (when.nilai === null) return { macam: 'bila', nilai: null, anak: [when] }
  const taken = evaluateNilai(when.nilai ? rule.maka : rule.selain_itu, lingkup)
  return { macam: 'bila', nilai: taken.nilai, anak: [when, taken] }
}

const compare: Record<Pembanding, (a: number, b: number) => boolean> = {
  sama: (a, b) => a === b,
  beda: (a, b) => a !== b,
  kurang: (a, b) => a < b,
  paling_banyak: (a, b) => a <= b,
  lebih: (a, b) => a > b,
  paling_sedikit: (a, b) => a >= b,
}

/** Whether a condition holds for these facts (null: unknown), with its explanation tree. */
export function evaluateSyarat(rule: Syarat, lingkup: Lingkup): JejakSyarat {
  if (typeof rule === 'boolean') return { macam: 'tetap', nilai: rule, anak: [] }
  if ('dan' in rule) return logic('dan', rule.dan, lingkup, every)
  if ('atau' in rule) return logic('atau', rule.atau, lingkup, some)
  if ('atau_terjawab' in rule)
    return logic('atau_terjawab', rule.atau_terjawab, lingkup, someAnswered)
  if ('bukan' in rule) {
    const of = evaluateSyarat(rule.bukan, lingkup)
    return { macam: 'bukan', nilai: of.nilai === null ? null : !of.nilai, anak: [of] }
  }
  if ('terjawab' in rule) {
    const of = readFakta(rule.terjawab, lingkup)
    return { macam: 'terjawab', nilai: of.nilai !== null, anak: [of] }
  }
  if ('dalam' in rule) {
    const of = evaluateNilai(rule.nilai, lingkup)
    return {
      macam: 'dalam',
      nilai: of.nilai === null ? null : rule.dalam.includes(of.nilai),
      anak: [of],
    }
  }
  const pair = comparisonOf(rule)
  if (pair === null) throw new Error('unknown condition')
  const a = evaluateNilai(pair.a, lingkup)
  const b = evaluateNilai(pair.b, lingkup)
  const known = a.nilai !== null && b.nilai !== null
  return { macam: pair.op, nilai: known ? compare[pair.op](a.nilai, b.nilai) : null, anak: [a, b] }
}

type Truth = boolean | null

function logic(
  macam: string,
  parts: readonly Syarat[],
  lingkup: Lingkup,
  join: (seen: readonly Truth[]) => Truth,
): JejakSyarat {
  const anak = parts.map((p) => evaluateSyarat(p, lingkup))
  return { macam, nilai: join(anak.map((a) => a.nilai)), anak }
}

function every(seen: readonly Truth[]): Truth {
  if (seen.includes(false)) return false
  return seen.includes(null) ? null : true
}

function some(seen: readonly Truth[]): Truth {
  if (seen.includes(true)) return true
  return seen.includes(null) ? null : false
}

/** For one thing asked in several ways: the ways that were not asked do not make it unknown. */
function someAnswered(seen: readonly Truth[]): Truth {
  if (seen.includes(true)) return true
  return seen.includes(false) ? false : null
}

/** The facts a rule reads, in order of first use. */
export function factsOf(trace: Jejak): readonly string[] {
  const own = trace.macam === 'fakta' && trace.nama !== undefined ? [trace.nama] : []
  return [...new Set([...own, ...trace.anak.flatMap(factsOf)])]
}
