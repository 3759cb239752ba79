/** The lines of a cut: one statement finds, per region, the key at which the quota ends. */
import { type Kysely, sql } from 'kysely'
import type { Kedudukan } from '#domain/kuota/alasan.ts'
import { type Garis, isSeri } from '#domain/kuota/potong.ts'
import { bitKunci } from '#domain/peringkat/kunci.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { wholeArea } from '#server/db/whole-area.ts'
import {
  baseCtes,
  competesSql,
  groupOf,
  keepsSql,
  regionLevel,
  regionOf,
  type Skenario,
} from './dasar.ts'

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
}

/** The part of a key above the tie-breakers: status and score. */
const petak = (column: string) =>
  sql.raw(`(${column} >> ${bitKunci.tanggungan + bitKunci.rentan + bitKunci.luas})`)

/**
 * Counts by status and score find the score at which the places end; only the families of that score
 * are then counted key by key.
 */
const lineStatement = (s: Skenario, shares: ReadonlyMap<number, number>) => sql<LineRow>`
  with ${baseCtes(s, false)}, nilai as materialized (
    select kelompok, kunci, ${keepsSql(s)} as tetap, ${competesSql(s)} as bersaing from dasar
  ), bagian as (
    select * from unnest(${[...shares.keys()]}::bigint[], ${[...shares.values()]}::integer[]) as b (kelompok, jumlah)
  ), kasar as (
    select kelompok, ${petak('kunci')} as petak, count(*) filter (where tetap) as kept, count(*) filter (where bersaing) as n,
      min(kunci) filter (where bersaing) as pertama
    from nilai group by 1, 2
  ), tempat as (
    select b.kelompok, coalesce(sum(kept), 0)::int as kept, coalesce(sum(n), 0)::int as bersaing,
      greatest(b.jumlah - coalesce(sum(kept), 0), 0)::int as tempat
    from bagian b left join kasar k on k.kelompok = b.kelompok group by b.kelompok, b.jumlah
  ), tangga_kasar as (
    select kelompok, petak, n, sum(n) over urut as sampai, lead(pertama) over urut as berikut
    from kasar where n > 0 window urut as (partition by kelompok order by petak)
  ), di_garis as (
    select t.kelompok, t.tempat, k.petak, k.sampai - k.n as sebelum, k.berikut
    from tempat t join tangga_kasar k on k.kelompok = t.kelompok and k.sampai >= t.tempat and k.sampai - k.n < t.tempat
    where t.tempat > 0 and t.bersaing > t.tempat
  ), anak_tangga as (
    select n.kelompok, n.kunci, count(*) as n from nilai n join di_garis g on g.kelompok = n.kelompok and ${petak('n.kunci')} = g.petak
    where n.bersaing group by n.kelompok, n.kunci
  ), tangga as (
    select kelompok, kunci, n, sum(n) over urut as sampai, lead(kunci) over urut as berikut
    from anak_tangga window urut as (partition by kelompok order by kunci)
  ), garis as (
    select a.kelompok, a.kunci, a.n, g.sebelum + a.sampai as sampai, coalesce(a.berikut, g.berikut) as berikut
    from tangga a join di_garis g on g.kelompok = a.kelompok
    where g.sebelum + a.sampai >= g.tempat and g.sebelum + a.sampai - a.n < g.tempat
  )
  select t.*, g.kunci, (g.sampai - g.n)::int as lebih_baik, g.n::int as sama,
    case when g.sampai > t.tempat then g.kunci else g.berikut end as kunci_luar
  from tempat t left join garis g on g.kelompok = t.kelompok
  order by t.kelompok`

/** @param shares quota of each region that has a line */
export async function findLines(
  tx: Kysely<DB>,
  s: Skenario,
  shares: ReadonlyMap<number, number>,
): Promise<Omit<GarisLengkap, 'nama' | 'putusan'>[]> {
  const found = await wholeArea(tx, () => lineStatement(s, shares).execute(tx))
  const beside = await neighbours(tx, s, found.rows)
  return found.rows.map((row) => {
    const at = (kunci: number | null) => beside.get(`${row.kelompok}:${kunci}`) ?? null
    const line = lineFrom(row, shares.get(row.kelompok) ?? 0)
    return { ...line, dalam: at(row.kunci), luar: at(row.kunci_luar) }
  })
}

/**
 * What the families at the keys beside the lines met; of several equal ones the lowest bits, so that
 * no order of entry shows. Looked up village by village, for that is how results are indexed.
 */
async function neighbours(
  tx: Kysely<DB>,
  s: Skenario,
  lines: readonly LineRow[],
): Promise<Map<string, Kedudukan>> {
  const asked = lines.flatMap((g) =>
    [...new Set([g.kunci, g.kunci_luar])].flatMap((kunci) =>
      kunci === null ? [] : [{ kelompok: g.kelompok, kunci }],
    ),
  )
  if (asked.length === 0) return new Map()
  const found = await sql<Kedudukan & { kelompok: number }>`
    select distinct on (a.kelompok, a.kunci) a.kelompok, h.kunci, h.terpenuhi, h.terjawab, h.poin,
      h.bit_terpenuhi as "bitTerpenuhi", h.bit_terjawab as "bitTerjawab"
    from unnest(${asked.map((a) => a.kelompok)}::bigint[], ${asked.map((a) => a.kunci)}::bigint[]) as a (kelompok, kunci)
      join wilayah w on w.tingkat = 'desa' and w.kode >= ${s.lo} and w.kode < ${s.hi} and ${groupOf(sql`w.kode`, s)} = a.kelompok
      join peringkat_hasil h on h.ronde_id = ${s.rondeId} and h.wilayah = w.kode and h.kunci = a.kunci
    order by a.kelompok, a.kunci, h.bit_terpenuhi, h.bit_terjawab, h.poin`.execute(tx)
  return new Map(
    found.rows.map(({ kelompok, ...row }) => [`${kelompok}:${row.kunci}`, row] as const),
  )
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
