/**
 * The named parts that every statement of a cut begins with: who is registered, who receives, with
 * which key; and the rule of `domain/kuota/potong.ts` as SQL over them.
 */
import { type RawBuilder, sql } from 'kysely'
import type { AturanKuota } from '#domain/kuota/istilah.ts'
import { kunciTidakLayak } from '#domain/kuota/potong.ts'
import { type Tingkat, tingkatOf, type Wilayah } from '#domain/wilayah/kode.ts'

export type MetodeGaris = 'tanpa' | 'tersimpan' | 'terdaftar' | 'miskin'

/** Everything a cut depends on beside the rows. */
export type Skenario = {
  readonly kuotaId: string
  readonly program: string
  readonly wilayah: Wilayah
  readonly lo: number
  readonly hi: number
  readonly jumlah: number
  readonly rondeId: string
  readonly aturan: AturanKuota
  readonly tidakLayakKeluar: boolean
  readonly metode: MetodeGaris
}

/** The name of a choice, under which decisions among equals are kept. */
export const scenarioName = (s: Pick<Skenario, 'aturan' | 'tidakLayakKeluar' | 'metode'>): string =>
  `aturan=${s.aturan};tidak_layak_keluar=${s.tidakLayakKeluar ? 'ya' : 'tidak'};pembagian=${s.metode}`

const levels: Record<Tingkat, Tingkat> = {
  nasional: 'provinsi',
  provinsi: 'kabkota',
  kabkota: 'desa',
  kecamatan: 'desa',
  desa: 'desa',
}
const steps: Partial<Record<Tingkat, number>> = { provinsi: 1e8, kabkota: 1e6, desa: 1 }

/** The level at which counts are shown and quotas split: villages of a kab/kota, else one level down. */
export const regionLevel = (wilayah: Wilayah): Tingkat => levels[tingkatOf(wilayah)]

const regionStep = (wilayah: Wilayah): number => steps[regionLevel(wilayah)] ?? 1

export const regionOf = (column: RawBuilder<unknown>, wilayah: Wilayah) =>
  sql<number>`(${column} - ${column} % ${sql.lit(regionStep(wilayah))}::bigint)`

/** The region whose line decides: one of the split, or the whole area. */
export const groupOf = (column: RawBuilder<unknown>, s: Skenario) =>
  s.metode === 'tanpa' ? sql<number>`${sql.lit(s.wilayah)}::bigint` : regionOf(column, s.wilayah)

const inArea = (column: RawBuilder<unknown>, s: Skenario) =>
  sql`${column} >= ${sql.lit(s.lo)} and ${column} < ${sql.lit(s.hi)}`

const hasil = (k: RawBuilder<unknown>, s: Skenario) =>
  sql`left join peringkat_hasil h on h.ronde_id = ${s.rondeId} and h.kab = ${k}.kab and h.keluarga_id = ${k}.id
    and ${inArea(sql`h.wilayah`, s)}`

/**
 * `menerima` and `dasar(kab, id, wilayah, kelompok, aktif, menerima, kunci, miskin, desil)`: active
 * families of the area, and with `withEnded` also receivers whose family has ended.
 */
export function baseCtes(s: Skenario, withEnded: boolean) {
  const columns = sql`k.kab, k.id, k.wilayah, ${groupOf(sql`k.wilayah`, s)} as kelompok`
  const rest = sql`h.kunci, h.miskin, h.desil`
  const ended = sql`
    union all
    select ${columns}, false, true, ${rest}
    from menerima m join keluarga k on k.kab = m.kab and k.id = m.keluarga_id ${hasil(sql`k`, s)}
    where k.status <> 'aktif' and ${inArea(sql`k.wilayah`, s)}`
  return sql`menerima as materialized (
    select kab, keluarga_id from penerimaan
    where program = ${s.program} and sampai is null and ${inArea(sql`wilayah`, s)} group by 1, 2
  ), dasar as (
    select ${columns}, true as aktif, m.keluarga_id is not null as menerima, ${rest}
    from keluarga k left join menerima m on m.kab = k.kab and m.keluarga_id = k.id ${hasil(sql`k`, s)}
    where k.status = 'aktif' and ${inArea(sql`k.wilayah`, s)}${withEnded ? ended : sql``}
  )`
}

const unfit = sql`coalesce(kunci >= ${sql.lit(kunciTidakLayak)}::bigint, false)`

/** `keepsByRule` over a row of `dasar`. */
export const keepsSql = (s: Skenario) => sql<boolean>`(aktif and menerima
  and not (${unfit} and ${sql.lit(s.tidakLayakKeluar)})
  and (kunci is null or ${sql.lit(s.aturan === 'tidak_menggeser')}))`

/** `competes` over a row of `dasar`. */
export const competesSql = (
  s: Skenario,
) => sql<boolean>`(aktif and kunci is not null and not ${keepsSql(s)}
  and not (${unfit} and (${sql.lit(s.tidakLayakKeluar)} or not menerima)))`
