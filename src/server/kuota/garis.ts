/** The lines of a cut: one statement finds, per region, the key at which the quota ends. */
import { type Kysely, sql } from 'kysely'
import type { Kedudukan } from '#domain/kuota/alasan.ts'
import { type Garis, isSeri } from '#domain/kuota/potong.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { baseCtes, competesSql, keepsSql, regionLevel, regionOf, type Skenario } from './dasar.ts'
import { wholeArea } from './rencana.ts'

/** A line with its neighbours: the last family inside and the first outside (equal at an open tie). */
export type GarisLengkap = Garis & {
  readonly nama: string
  readonly dalam: Kedudukan | null
  readonly luar: Kedudukan | null
  /** The decision that holds among the equals; null where none is needed, or none was made. */
  readonly putusan: string | null
}

type LineRow = {
  kelompok: number
  kept: number
  bersaing: number
  tempat: number
  kunci: number | null
  lebih_baik: number | null
  sama: number | null
  kunci_luar: number | null
  dalam: Kedudukan | null
  luar: Kedudukan | null
}

/** What a family at a key met; of several equal ones the lowest bits, so that no order of entry shows. */
const neighbour = (key: string, s: Skenario) => sql`(
  select jsonb_build_object('kunci', h.kunci, 'terpenuhi', h.terpenuhi, 'terjawab', h.terjawab, 'poin', h.poin,
    'bitTerpenuhi', h.bit_terpenuhi, 'bitTerjawab', h.bit_terjawab)
  from dasar d join peringkat_hasil h on h.ronde_id = ${s.rondeId} and h.kab = d.kab and h.keluarga_id = d.id
  where d.kelompok = g.kelompok and d.kunci = ${sql.raw(key)}
  order by h.bit_terpenuhi, h.bit_terjawab, h.poin limit 1)`

/** @param shares quota of each region that has a line */
export async function findLines(
  tx: Kysely<DB>,
  s: Skenario,
  shares: ReadonlyMap<number, number>,
): Promise<Omit<GarisLengkap, 'nama' | 'putusan'>[]> {
  const statement = sql<LineRow>`
    with ${baseCtes(s, false)}, nilai as materialized (
      select kelompok, kunci, ${keepsSql(s)} as tetap, ${competesSql(s)} as bersaing from dasar
    ), bagian as (
      select * from unnest(${[...shares.keys()]}::bigint[], ${[...shares.values()]}::integer[]) as b (kelompok, jumlah)
    ), hitung as (
      select kelompok, count(*) filter (where tetap)::int as kept, count(*) filter (where bersaing)::int as bersaing
      from nilai group by kelompok
    ), tempat as (
      select b.kelompok, coalesce(kept, 0) as kept, coalesce(bersaing, 0) as bersaing,
        greatest(b.jumlah - coalesce(kept, 0), 0) as tempat
      from bagian b left join hitung using (kelompok)
    ), anak_tangga as (
      select kelompok, kunci, count(*) as n from nilai where bersaing group by kelompok, kunci
    ), tangga as (
      select kelompok, kunci, n, sum(n) over urut as sampai, lead(kunci) over urut as berikut
      from anak_tangga window urut as (partition by kelompok order by kunci)
    ), garis as (
      select t.*, g.kunci, (g.sampai - g.n)::int as lebih_baik, g.n::int as sama,
        case when g.sampai > t.tempat then g.kunci else g.berikut end as kunci_luar
      from tempat t left join tangga g on g.kelompok = t.kelompok and t.tempat > 0 and t.bersaing > t.tempat
        and g.sampai >= t.tempat and g.sampai - g.n < t.tempat
    )
    select g.*, ${neighbour('g.kunci', s)} as dalam, ${neighbour('g.kunci_luar', s)} as luar
    from garis g order by g.kelompok`
  const found = await wholeArea(tx, () => statement.execute(tx))
  return found.rows.map((row) => lineFrom(row, shares.get(row.kelompok) ?? 0))
}

function lineFrom(row: LineRow, kuota: number) {
  const lebihBaik = row.lebih_baik ?? Math.min(row.bersaing, row.tempat)
  return {
    kelompok: row.kelompok,
    kuota,
    tempat: row.tempat,
    kelebihan: Math.max(row.kept - kuota, 0),
    kunci: row.kunci,
    lebihBaik,
    sama: row.sama ?? 0,
    sisa: row.kunci === null ? 0 : row.tempat - lebihBaik,
    dalam: row.dalam,
    luar: row.luar,
  }
}

export type HitunganWilayah = {
  wilayah: number
  terdaftar: number
  menerima: number
  /** Receivers who keep their place by rule. */
  tetap: number
  miskin: number
}

/** Counts by which a quota is split. Without a poor line in the model, the poorest four tenths count. */
export async function countRegions(tx: Kysely<DB>, s: Skenario): Promise<HitunganWilayah[]> {
  const statement = sql<HitunganWilayah>`
    with ${baseCtes(s, false)}, hitung as (
      select ${regionOf(sql`wilayah`, s.wilayah)} as wilayah, count(*)::int as terdaftar,
        count(*) filter (where menerima)::int as menerima, count(*) filter (where ${keepsSql(s)})::int as tetap,
        count(*) filter (where case when miskin is null then desil <= 4 else miskin <= 2 end)::int as miskin
      from dasar group by 1
    )
    select w.kode as wilayah, coalesce(terdaftar, 0) as terdaftar, coalesce(menerima, 0) as menerima,
      coalesce(tetap, 0) as tetap, coalesce(miskin, 0) as miskin
    from (${regionsBelow(s)}) w left join hitung h on h.wilayah = w.kode order by w.kode`
  const found = await wholeArea(tx, () => statement.execute(tx))
  return found.rows
}

/** The regions among which a quota of this area is split, with any village that only rows name. */
const regionsBelow = (s: Skenario) => sql`
  select kode from wilayah where kode >= ${s.lo} and kode < ${s.hi}
    and tingkat = ${regionLevel(s.wilayah)}
  union select wilayah from hitung`

/** Lines whose equals still wait for a person. */
export const openTies = (lines: readonly GarisLengkap[]): GarisLengkap[] =>
  lines.filter((g) => isSeri(g) && g.putusan === null)
