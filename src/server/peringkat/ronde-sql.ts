/**
 * The statements of a ranking, in order: score, histograms, ranks, results. They read the table
 * `fakta_ronde` (see `fakta.ts`) and use one big statement each, never a row at a time.
 */
import { identifier, integer } from '#domain/kebijakan/sql.ts'
import type { ModelSiap } from '#domain/peringkat/model.ts'
import { kolomNilai, modelToSql } from '#domain/peringkat/sql.ts'
import { type Tingkat, tingkat, tingkatOf, type Wilayah } from '#domain/wilayah/kode.ts'

/** Region codes are cut by whole-number division: a village's kecamatan is `wilayah / 10000`. */
const divisor = { desa: 1, kecamatan: 1e4, kabkota: 1e6, provinsi: 1e8, nasional: 1e10 } as const

/** The levels that a ranking of this area ranks as a whole, lowest first. */
export function levelsOf(wilayah: Wilayah): readonly Tingkat[] {
  return [...tingkat].reverse().slice(0, 5 - tingkat.indexOf(tingkatOf(wilayah)))
}

/** Scores every family of `fakta_ronde`; one narrow row each. */
export function scoreSql(siap: ModelSiap, fakta: ReadonlySet<string>): readonly string[] {
  const columns = kolomNilai.map(identifier)
  return [
    `create temp table nilai_ronde on commit drop as
    with fakta as (select * from fakta_ronde), ${modelToSql(siap, fakta)}
    select ${columns.join(', ')} from nilai`,
    'analyze nilai_ronde',
  ]
}

/**
 * Ranks in village and kecamatan are windows over narrow rows. From the kab/kota up a rank is a
 * sum over histograms of the key per kab/kota: one more than the number of families strictly before.
 */
export function rankSql(wilayah: Wilayah): readonly string[] {
  const levels = levelsOf(wilayah)
  const low = levels.filter((l) => l === 'desa' || l === 'kecamatan')
  const high = levels.filter((l) => l !== 'desa' && l !== 'kecamatan')
  const windows = low.map(
    (l) => `rank() over (partition by wilayah / ${divisor[l]} order by kunci)::integer as ${l}`,
  )
  const joins = high.map(
    (l) =>
      `join sebaran_${l} ${l} on ${l}.bagian = k.induk / ${divisor[l] / 1e6} and ${l}.kunci = k.kunci`,
  )
  return [
    `create temp table urutan_ronde on commit drop as select nomor, ${windows.join(', ')} from nilai_ronde`,
    ...(high.length === 0 ? [] : [histogramSql, ...high.map(levelSql)]),
    ...(high.length === 0
      ? []
      : [
          `create temp table sebaran_ronde on commit drop as select k.induk, k.kunci, ${high.map((l) => `${l}.peringkat as ${l}`).join(', ')}
          from sebaran_kab k ${joins.join(' ')}`,
          'analyze sebaran_ronde',
        ]),
    'analyze urutan_ronde',
  ]
}

const histogramSql = `create temp table sebaran_kab on commit drop as
  select (wilayah / 1000000)::integer as induk, kunci, count(*)::integer as keluarga
  from nilai_ronde group by 1, 2`

/** Rank of every key in each region of a level, summed over the kab/kota below it. */
function levelSql(level: Tingkat): string {
  return `create temp table sebaran_${level} on commit drop as
  select bagian, kunci, (sum(n) over (partition by bagian order by kunci) - n + 1)::integer as peringkat
  from (select induk / ${divisor[level] / 1e6} as bagian, kunci, sum(keluarga) as n from sebaran_kab group by 1, 2) s`
}

/** Writes the frozen results, facts and all, into the ranking's own part of `peringkat_hasil`. */
export function resultSql(
  part: string,
  rondeId: string,
  wilayah: Wilayah,
  keluarga: number,
  fakta: ReadonlySet<string>,
): string {
  const levels = levelsOf(wilayah)
  const top = levels.at(-1) ?? 'desa'
  const high = levels.length > 2
  const rankOf = (l: Tingkat) => (l === 'desa' || l === 'kecamatan' ? `u.${l}` : `s.${l}`)
  const ranks = levels.map((l) => [`peringkat_${l}`, rankOf(l)] as const)
  const own = kolomNilai
    .filter((k) => k !== 'nomor' && k !== 'wilayah')
    .map((k) => [k, `n.${k}`] as const)
  const facts = [...fakta].map((f) => [identifier(f), `f.${identifier(f)}`] as const)
  const share = (groups: number) =>
    `(1 + (${rankOf(top)} - 1)::bigint * ${groups} / ${integer(keluarga)})::smallint`
  const all: readonly (readonly [string, string])[] = [
    ['kab', 'f.kab'],
    ['ronde_id', `'${uuid(rondeId)}'::uuid`],
    ['keluarga_id', 'f.keluarga_id'],
    ['wilayah', 'f.wilayah'],
    ['rt', 'f.rt'],
    ...own,
    ...ranks,
    ['desil', share(10)],
    ['persentil', share(100)],
    ...facts,
  ]
  return `insert into ${partName(part)} (${all.map(([c]) => c).join(', ')})
    select ${all.map(([, e]) => e).join(', ')}
    from fakta_ronde f
    join nilai_ronde n on n.nomor = f.nomor
    join urutan_ronde u on u.nomor = f.nomor
    ${high ? 'join sebaran_ronde s on s.induk = (n.wilayah / 1000000)::integer and s.kunci = n.kunci' : ''}`
}

/** The checked name of a ranking's own part. */
function partName(part: string): string {
  if (!/^peringkat_hasil_[0-9a-f]{32}$/.test(part)) throw new Error('not a part of a ranking')
  return part
}

/** A checked UUID. */
export function uuid(id: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new Error('not a uuid')
  return id
}

/** Counts per village, for pages that show where and how many. */
export const recapSql = (rondeId: string): string => `insert into peringkat_rekap
    (kab, ronde_id, wilayah, desil, kelayakan, miskin, terpenuhi, bercelah, keluarga)
  select kab, ronde_id, wilayah, desil, kelayakan, coalesce(miskin, 0), coalesce(terpenuhi, -1),
    batas_bawah <> batas_atas, count(*)
  from peringkat_hasil where ronde_id = '${uuid(rondeId)}'
  group by 1, 2, 3, 4, 5, 6, 7, 8`

/** Totals of the whole area, frozen with the ranking; nobody is named in them. */
export const summarySql = (rondeId: string): string => `with rekap as (
    select * from peringkat_rekap where ronde_id = '${uuid(rondeId)}'
  ), seri as (
    select count(*) as keluarga from peringkat_hasil where ronde_id = '${uuid(rondeId)}' group by kunci having count(*) > 1
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
