/**
 * `toSql`: writes a rule as one SQL expression over a row of facts, for a whole region at once.
 * Only names of the given list and whole-number literals reach the text; there is no free SQL.
 */
import {
  comparisonOf,
  type Nilai,
  type NilaiParameter,
  namaSchema,
  type Pembanding,
  type Syarat,
} from './bahasa.ts'

/** Where the facts stand: the alias of the row and the names that may be read from it. */
export type LingkupSql = {
  readonly alias: string
  readonly fakta: ReadonlySet<string>
  readonly parameter: NilaiParameter
}

/** Writes every known result as `value · kali + tambah`, so that one sum can carry several things. */
export type Kemasan = { readonly kali: bigint; readonly tambah: bigint }

/** A checked identifier, quoted. */
export function identifier(nama: string): string {
  return `"${namaSchema.parse(nama)}"`
}

/** A checked whole number as a literal of type bigint. */
export function integer(n: number): string {
  if (!Number.isSafeInteger(n)) throw new Error(`not a whole number: ${n}`)
  return n < 0 ? `(${n})::bigint` : `${n}::bigint`
}

const column = (nama: string, l: LingkupSql): string => {
  if (!l.fakta.has(nama)) throw new Error(`not a fact: ${nama}`)
  return `${identifier(l.alias)}.${identifier(nama)}`
}

/**
 * A value as SQL of type bigint; null is unknown. Packed, the factor goes into the literals that a
 * table, a band or a choice can give, and the database multiplies nothing.
 */
export function nilaiToSql(rule: Nilai, l: LingkupSql, k?: Kemasan): string {
  if (typeof rule === 'number') return literal(rule, k)
  if (typeof rule === 'object') {
    if ('pita' in rule) return bands(rule, l, k)
    if ('tabel' in rule) return table(rule, l, k)
    if ('bila' in rule) {
      const [yes, no] = [nilaiToSql(rule.maka, l, k), nilaiToSql(rule.selain_itu, l, k)]
      return `(case (${syaratToSql(rule.bila, l)}) when true then ${yes} when false then ${no} end)`
    }
    if ('isi_kosong' in rule)
      return `coalesce(${nilaiToSql(rule.isi_kosong, l, k)}, ${nilaiToSql(rule.dengan, l, k)})`
  }
  const text = computed(rule, l)
  return k === undefined ? text : `(${text} * ${k.kali} + ${k.tambah})`
}

/** A literal that is a result. */
const literal = (n: number, k?: Kemasan): string =>
  k === undefined ? integer(n) : `(${BigInt(n) * k.kali + k.tambah})::bigint`

type Dihitung = Exclude<
  Nilai,
  number | { pita: Nilai } | { tabel: Nilai } | { bila: Syarat } | { isi_kosong: Nilai }
>

/** A fact, a parameter, or arithmetic. */
function computed(rule: Dihitung, l: LingkupSql): string {
  if (typeof rule === 'string') return `${column(rule, l)}::bigint`
  if ('parameter' in rule) {
    const seen = l.parameter[rule.parameter]
    if (seen === undefined) throw new Error(`parameter without a value: ${rule.parameter}`)
    return integer(seen)
  }
  if ('jumlah' in rule) return infix(rule.jumlah, '+', l)
  if ('selisih' in rule) return infix(rule.selisih, '-', l)
  if ('kali' in rule) return infix(rule.kali, '*', l)
  return `(${nilaiToSql(rule.bagi[0], l)} / nullif(${nilaiToSql(rule.bagi[1], l)}, 0))`
}

type Tabel = Extract<Nilai, { tabel: Nilai }>

function table(rule: Tabel, l: LingkupSql, k?: Kemasan): string {
  const lines = rule.isi.map(
    (b) => `when ${inList(rule.tabel, b.kode, l)} then ${literal(b.nilai, k)}`,
  )
  const other = rule.selebihnya === undefined ? 'null::bigint' : literal(rule.selebihnya, k)
  return `(case when ${operand(rule.tabel, l)} is null then null::bigint ${lines.join(' ')} else ${other} end)`
}

type Pita = Extract<Nilai, { pita: Nilai }>

function bands(rule: Pita, l: LingkupSql, k?: Kemasan): string {
  const of = operand(rule.pita, l)
  const lines = rule.isi.map(
    (p) => `when ${of} < ${plain(p.kurang_dari)} then ${literal(p.nilai, k)}`,
  )
  return `(case when ${of} is null then null::bigint ${lines.join(' ')} else ${literal(rule.selebihnya, k)} end)`
}

function infix(parts: readonly Nilai[], operator: string, l: LingkupSql): string {
  return `(${parts.map((p) => nilaiToSql(p, l)).join(` ${operator} `)})`
}

/** A literal beside a comparison needs no cast: PostgreSQL compares across integer types. */
const plain = (n: number): string => (n < 0 ? `(${n})` : `${n}`)

/** A bare column compares faster without a cast; anything else is written as a value. */
function operand(rule: Nilai, l: LingkupSql): string {
  if (typeof rule === 'number') return plain(rule)
  return typeof rule === 'string' ? column(rule, l) : nilaiToSql(rule, l)
}

const operators: Record<Pembanding, string> = {
  sama: '=',
  beda: '<>',
  kurang: '<',
  paling_banyak: '<=',
  lebih: '>',
  paling_sedikit: '>=',
}

/** A condition as SQL of type boolean; null is unknown, as in the language. */
export function syaratToSql(rule: Syarat, l: LingkupSql): string {
  if (typeof rule === 'boolean') return `${rule}`
  if ('dan' in rule) return `(${rule.dan.map((s) => syaratToSql(s, l)).join(' and ')})`
  if ('atau' in rule) return `(${rule.atau.map((s) => syaratToSql(s, l)).join(' or ')})`
  if ('atau_terjawab' in rule) {
    const parts = rule.atau_terjawab.map((s) => syaratToSql(s, l))
    return `(case when ${parts.join(' or ')} then true when coalesce(${parts.join(', ')}) is not null then false end)`
  }
  if ('bukan' in rule) return `(not ${syaratToSql(rule.bukan, l)})`
  if ('terjawab' in rule) return `(${column(rule.terjawab, l)} is not null)`
  if ('dalam' in rule) return inList(rule.nilai, rule.dalam, l)
  const pair = comparisonOf(rule)
  if (pair === null) throw new Error('unknown condition')
  return `(${operand(pair.a, l)} ${operators[pair.op]} ${operand(pair.b, l)})`
}

/** Membership in a list. Runs of codes become bounds: an array is opened anew for every row, a comparison is not. */
function inList(rule: Nilai, codes: readonly number[], l: LingkupSql): string {
  if (typeof rule !== 'string') return `(${operand(rule, l)} in (${codes.map(plain).join(', ')}))`
  const name = column(rule, l)
  const runs: { from: number; to: number }[] = []
  for (const code of [...new Set(codes)].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last !== undefined && last.to === code - 1) last.to = code
    else runs.push({ from: code, to: code })
  }
  const parts = runs.map(({ from, to }) =>
    from === to ? `${name} = ${plain(from)}` : `${name} between ${plain(from)} and ${plain(to)}`,
  )
  return `(${parts.join(' or ')})`
}
