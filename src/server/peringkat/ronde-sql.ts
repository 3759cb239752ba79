/**
 * The statements of a ranking: one scores, ranks and writes the results of every family of the
 * area; two more count them. They read and write the ranking's own parts, before these are frozen.
 */
import { identifier, integer } from '#domain/kebijakan/sql.ts'
import type { ModelSiap } from '#domain/peringkat/model.ts'
import { kolomNilai, modelToSql, type Sisipan } from '#domain/peringkat/sql.ts'
import { type Tingkat, tingkat, tingkatOf, type Wilayah } from '#domain/wilayah/kode.ts'
import { uuid } from './fakta.ts'

/** Region codes are cut by whole-number division: a village's kecamatan is `wilayah / 10000`. */
const divisor = { desa: 1, kecamatan: 1e4, kabkota: 1e6, provinsi: 1e8, nasional: 1e10 } as const

/** More than any nation has families; a region code times this leaves room for a rank, in 61 bits. */
const ruang = 2 ** 27

/** The levels that a ranking of this area ranks as a whole, lowest first. */
export function levelsOf(wilayah: Wilayah): readonly Tingkat[] {
  return [...tingkat].reverse().slice(0, 5 - tingkat.indexOf(tingkatOf(wilayah)))
}

/** The two tables of one ranking before they are attached to their parents. */
export type Bagian = { readonly fakta: string; readonly hasil: string }

/** Their names, where `peringkat_bekukan` looks for them. */
export function partsOfRound(rondeId: string): Bagian {
  uuid(rondeId)
  const nama = rondeId.replaceAll('-', '')
  return { hasil: `staging.peringkat_hasil_${nama}`, fakta: `staging.fakta_keluarga_${nama}` }
}

/**
 * Scores, ranks and writes a new table. The whole area is ranked by the key; below it a rank comes from one
 * sort of a single number, region and rank packed together, less the families of the regions
 * before. A sort of pairs costs half as much again, and a table of the keys is no shorter than the
 * families, for nearly every key is its own (see docs/adr/0009-sort-key-and-ranks.md).
 */
export function resultSql(
  { fakta, hasil }: Bagian,
  rondeId: string,
  wilayah: Wilayah,
  keluarga: number,
  siap: ModelSiap,
  names: ReadonlySet<string>,
): string {
  const levels = levelsOf(wilayah)
  const below = levels.slice(0, -1)
  const top = levels.at(-1) ?? 'desa'
  const share = (groups: number) => `(1 + (u.r - 1) * ${groups} / ${integer(keluarga)})::smallint`
  const columns: readonly (readonly [string, string])[] = [
    ['ronde_id', uuid(rondeId)],
    ...kolomNilai.map((k) => [k, `u.${k}`] as const),
    ...below.map((l) => [`peringkat_${l}`, `(u.${l} - a.${l})::integer`] as const),
    [`peringkat_${top}`, 'u.r::integer'],
    ...tingkat
      .filter((l) => !levels.includes(l))
      .map((l) => [`peringkat_${l}`, 'null::integer'] as const),
    ['desil', share(10)],
    ['persentil', share(100)],
  ]
  const sisipan: Sisipan = {
    nama: 'urut',
    ctes: `pertama as (select b.*, rank() over (order by b.kunci) as r from berkunci b),
  urut as (select p.*${below.map((l) => `, ${rankIn(l)} as ${l}`).join('')} from pertama p)`,
    kolom: ['r', ...below],
  }
  return `create table ${hasil} as
  with fakta as (select * from ${fakta}), ${modelToSql(siap, names, sisipan)},
  sebelum as (
    select wilayah, sum(count(*)) over (order by wilayah) - count(*) as desa from ${fakta} group by wilayah
  ), awal as materialized (
    select wilayah${below.map((l) => `, min(desa) over (partition by wilayah / ${divisor[l]}) as ${l}`).join('')}
    from sebelum
  )
  select ${columns.map(([c, e]) => `${e} as ${identifier(c)}`).join(', ')}
  from nilai u join awal a on a.wilayah = u.wilayah`
}

/** Rank over region and key together: it also counts all families of the regions before. */
const rankIn = (l: Tingkat): string =>
  `rank() over (order by p.wilayah / ${divisor[l]} * ${ruang} + p.r)`

/** Counts per village, for pages that show where and how many. */
export const recapSql = ({ hasil }: Bagian, rondeId: string): string => `insert into peringkat_rekap
    (kab, ronde_id, wilayah, desil, kelayakan, miskin, terpenuhi, bercelah, keluarga)
  select kab, ${uuid(rondeId)}, wilayah, desil, kelayakan, coalesce(miskin, 0), coalesce(terpenuhi, -1),
    batas_bawah <> batas_atas, count(*)
  from ${hasil} group by 1, 3, 4, 5, 6, 7, 8`

/** Totals of the whole area, frozen with the ranking; nobody is named in them. */
export const summarySql = ({ hasil }: Bagian, rondeId: string): string => `with rekap as (
    select * from peringkat_rekap where ronde_id = ${uuid(rondeId)}
  ), seri as (
    select count(*) as keluarga from (select kunci from ${hasil} order by kunci) h group by kunci having count(*) > 1
  )
  select coalesce(sum(keluarga), 0)::integer as keluarga,
    coalesce(sum(keluarga) filter (where bercelah), 0)::integer as bercelah,
    coalesce(sum(keluarga) filter (where miskin = 2), 0)::integer as melintasi,
    jsonb_build_object(
      'miskin', coalesce(sum(keluarga) filter (where miskin = 1), 0),
      'layak', coalesce(sum(keluarga) filter (where kelayakan = 1), 0),
      'belum_dinilai', coalesce(sum(keluarga) filter (where kelayakan = 2), 0),
      'tidak_layak', coalesce(sum(keluarga) filter (where kelayakan = 3), 0),
      'seri_terbesar', (select coalesce(max(keluarga), 0) from seri),
      'dalam_seri', (select coalesce(sum(keluarga), 0) from seri),
      'desil', (select coalesce(jsonb_object_agg(desil, n), '{}') from (select desil, sum(keluarga) as n from rekap group by 1) d),
      'terpenuhi', (select coalesce(jsonb_object_agg(terpenuhi, n), '{}') from (select terpenuhi, sum(keluarga) as n from rekap where terpenuhi >= 0 group by 1) t)
    ) as ringkasan
  from rekap`
