/**
 * Derives the facts of all active families of an area in one statement: the house's answers, the
 * head of household's, and counts of members; ages and eligibility as of the reference day.
 */

import { factsIn } from '#domain/kebijakan/periksa.ts'
import { identifier, integer, nilaiToSql, syaratToSql } from '#domain/kebijakan/sql.ts'
import { largestOf } from '#domain/keluarga/fakta.ts'
import { canonicalList } from '#domain/kode/daftar.ts'
import { kodeKelayakan } from '#domain/peringkat/kunci.ts'
import { loadCodeLists, loadDictionary } from '#server/kebijakan/muat.ts'
import type { FaktaSiap } from './model.ts'

type FaktaTertulis = FaktaSiap['berkas']['fakta'][number]
/** The area to read and the day that ages and eligibility are of. */
export type Cakup = {
  readonly lo: number
  readonly hi: number
  readonly acuan: string
  /** Only the families of these houses; left out, all of the area. */
  readonly ruta?: readonly string[]
}

/** A checked date as a literal. */
export function day(tanggal: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(tanggal)) throw new Error('not a date')
  return `date '${tanggal}'`
}

/** A checked UUID as a literal. */
export function uuid(id: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new Error('not a uuid')
  return `'${id}'::uuid`
}

/** Active families asked for: of the area, or of some houses in it. */
const families = (c: Cakup): string =>
  `k.status = 'aktif' and ${within('k', c)}${c.ruta ? ` and k.ruta_id = any (array[${c.ruta.map(uuid).join(', ')}]::uuid[])` : ''}`

const within = (alias: string, c: Cakup): string =>
  `${alias}.wilayah >= ${integer(c.lo)} and ${alias}.wilayah < ${integer(c.hi)}`

/** Facts of a person that are not survey answers. */
const umum: ReadonlySet<string> = new Set(['umur', 'jenis_kelamin', 'hubungan'])

/** The survey answers of members that some fact reads. */
function answersOfMembers(fakta: readonly FaktaTertulis[]): readonly string[] {
  const names = fakta.flatMap(({ dari }) =>
    'kepala' in dari ? [dari.kepala] : 'hitung' in dari ? factsIn(dari.hitung) : [],
  )
  return [...new Set(names)].filter((n) => !umum.has(n))
}

/** An answer as a fact: "does not know" and codes that mean no answer are unknown. */
function answer(alias: string, nama: string): string {
  const column = `${alias}.${identifier(nama)}`
  const v = loadDictionary().variabel.get(nama)
  if (v?.jenis === 'ya_tidak') return `nullif(${column}, 8)`
  if (v?.jenis !== 'kode' || v.kode === undefined) return column
  const empty = canonicalList(loadCodeLists(), v.kode).pilihan.filter((p) => p.kosong === true)
  return empty.reduce((text, p) => `nullif(${text}, ${p.kode})`, column)
}

const age = (acuan: string): string =>
  `(case when i.tanggal_lahir <= ${acuan} then extract(year from age(${acuan}, i.tanggal_lahir))
      when i.tanggal_lahir is null then i.umur_tercatat + coalesce(extract(year from age(${acuan}, i.umur_tanggal)), 0)
    end)::integer`

/** The living members of active families, with what the facts ask of them. */
function members(fakta: readonly FaktaTertulis[], c: Cakup): string {
  const answers = answersOfMembers(fakta).map((n) => `${answer('s', n)} as ${identifier(n)}`)
  return `select k.kab, k.id as keluarga_id, k.ruta_id, k.urutan_ruta, i.hubungan, i.hubungan_ruta, i.urutan,
      i.nama_cari, i.id, i.tanggal_lahir, i.jenis_kelamin, ${age(day(c.acuan))} as umur
      ${answers.map((a) => `, ${a}`).join('')}
    from keluarga k
    join individu i on i.kab = k.kab and i.keluarga_id = k.id and i.status = 'aktif'
    left join survei_individu s on s.kab = i.kab and s.id = i.survei_id
    where ${families(c)}`
}

/** Counts members for whom a condition holds; null where it is unknown for every one of them. */
function counts(fakta: readonly FaktaTertulis[], dalam: 'keluarga' | 'ruta'): string {
  const known = new Set([...umum, ...answersOfMembers(fakta)])
  const lingkup = { alias: 'o', fakta: known, parameter: {} }
  return fakta
    .flatMap(({ nama, dari }) => {
      if (!('hitung' in dari) || dari.dalam !== dalam) return []
      const holds = syaratToSql(dari.hitung, lingkup)
      return [`, sum(case ${holds} when true then 1 when false then 0 end) as ${identifier(nama)}`]
    })
    .join('\n      ')
}

/** A number cut to the range of its fact; LEAST would turn an unknown into the limit. */
function limited(text: string, tipe: FaktaTertulis['tipe']): string {
  const most = largestOf(tipe)
  return `(case when ${text} > ${most} then ${most} when ${text} < 0 then 0 else ${text} end)::${tipe}`
}

/** One fact as an expression over the joined rows; formulas come in a second step. */
function expression({ nama, dari, tipe }: FaktaTertulis): string | null {
  const cut = (text: string) => (tipe === 'bigint' ? limited(text, tipe) : `${text}::${tipe}`)
  if ('ruta' in dari) return cut(answer('sr', dari.ruta))
  if ('keluarga' in dari) return cut(answer('sk', dari.keluarga))
  if ('keluarga_kepala' in dari) return cut(answer('sh', dari.keluarga_kepala))
  if ('kepala' in dari) return cut(`h.${identifier(dari.kepala)}`)
  if ('hitung' in dari) return cut(`${dari.dalam === 'ruta' ? 'pr' : 'pk'}.${identifier(nama)}`)
  if ('status' in dari) {
    const { layak, tidak_layak, belum_dinilai } = kodeKelayakan
    return `(case kl.status when 'layak' then ${layak} when 'tidak_layak' then ${tidak_layak} else ${belum_dinilai} end)::smallint`
  }
  return null
}

/** The newest eligibility that holds on the day; one that has expired no longer counts. */
const eligibility = (c: Cakup): string => `select distinct on (kab, keluarga_id) kab, keluarga_id,
      case when berlaku_sampai is null or berlaku_sampai >= ${day(c.acuan)} then status end as status
    from kelayakan e where tanggal <= ${day(c.acuan)} and ${within('e', c)}
    order by kab, keluarga_id, tanggal desc, dibuat_pada desc, id desc`

/** Makes a table with the columns of `fakta_keluarga` and all facts, village by village. */
export const deriveFactsSql = (
  tujuan: string,
  rondeId: string,
  fakta: FaktaSiap,
  c: Cakup,
): string => `create table ${tujuan} as
  ${factsSql(rondeId, fakta, c)}`

/**
 * The facts of families as a query. The head of a household is its member so related; where none is,
 * the head of its first family.
 */
export function factsSql(rondeId: string, { berkas, nama: names }: FaktaSiap, c: Cakup): string {
  const { fakta } = berkas
  const direct = fakta.flatMap((f) => {
    const text = expression(f)
    return text === null ? [] : [`${text} as ${identifier(f.nama)}`]
  })
  const formulas = fakta.map(({ nama, dari, tipe }) => {
    if (!('rumus' in dari)) return `f.${identifier(nama)}`
    const value = nilaiToSql(dari.rumus, { alias: 'f', fakta: names, parameter: {} })
    return `${limited(value, tipe)} as ${identifier(nama)}`
  })
  return `with orang as materialized (
    ${members(fakta, c)}
  ), per_keluarga as (
    select o.kab, o.keluarga_id ${counts(fakta, 'keluarga')}
    from orang o group by o.kab, o.keluarga_id
  ), per_ruta as (
    select o.kab, o.ruta_id ${counts(fakta, 'ruta')}
    from orang o group by o.kab, o.ruta_id
  ), kepala as (
    select distinct on (o.kab, o.ruta_id) o.*
    from orang o where o.hubungan_ruta = 1 or o.hubungan = 1
    order by o.kab, o.ruta_id, (o.hubungan_ruta is not distinct from 1) desc, o.urutan_ruta, o.urutan,
      o.tanggal_lahir, o.nama_cari, o.id
  ), layak as (
    ${eligibility(c)}
  ), f as (
    select k.kab, k.id as keluarga_id, k.wilayah, k.rt,
      ${direct.join(',\n      ')}
    from keluarga k
    left join ruta r on r.kab = k.kab and r.id = k.ruta_id
    left join survei_ruta sr on sr.kab = r.kab and sr.id = r.survei_id
    left join survei_keluarga sk on sk.kab = k.kab and sk.id = k.survei_id
    left join per_keluarga pk on pk.kab = k.kab and pk.keluarga_id = k.id
    left join per_ruta pr on pr.kab = k.kab and pr.ruta_id = k.ruta_id
    left join kepala h on h.kab = k.kab and h.ruta_id = k.ruta_id
    left join keluarga kh on kh.kab = h.kab and kh.id = h.keluarga_id
    left join survei_keluarga sh on sh.kab = kh.kab and sh.id = kh.survei_id
    left join layak kl on kl.kab = k.kab and kl.keluarga_id = k.id
    where ${families(c)}
    order by k.wilayah
  )
  select f.kab, ${uuid(rondeId)} as ronde_id, f.keluarga_id, f.wilayah, f.rt,
    ${formulas.join(', ')}
  from f`
}
