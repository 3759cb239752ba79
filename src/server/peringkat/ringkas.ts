/** Counts of a ranking for an area and the regions one level below, from the frozen roll-up. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { belowVillage } from '#domain/wilayah/cakupan.ts'
import {
  type Cakupan,
  type Tingkat,
  tingkat,
  tingkatOf,
  type Wilayah,
} from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { inArea } from '#server/wilayah/lingkup.ts'

const status = { 1: 'layak', 2: 'belum_dinilai', 3: 'tidak_layak' } as const

/**
 * The roll-up per village is closed to those who see only some RT or families: for them the same
 * rows are counted from the results, which the area cuts to those.
 */
function source(rondeId: string, area: Cakupan): RawBuilder<unknown> {
  const where = sql`where ronde_id = ${rondeId} and ${inArea(area, 'x')}`
  if (!belowVillage(area)) return sql`(select * from peringkat_rekap x ${where}) s`
  return sql`(select wilayah, desil, kelayakan, coalesce(miskin, 0) as miskin, coalesce(terpenuhi, -1) as terpenuhi,
      batas_bawah <> batas_atas as bercelah, 1 as keluarga from peringkat_hasil x ${where}) s`
}

export type Jumlah = { keluarga: number; bercelah: number; melintasi: number; miskin: number }
const counts = sql`coalesce(sum(keluarga), 0)::integer as keluarga,
  coalesce(sum(keluarga) filter (where bercelah), 0)::integer as bercelah,
  coalesce(sum(keluarga) filter (where miskin = 2), 0)::integer as melintasi,
  coalesce(sum(keluarga) filter (where miskin = 1), 0)::integer as miskin`

export type BagianRonde = Jumlah & {
  kelayakan: Record<string, number>
  perDesil: Record<string, number>
  perTerpenuhi: Record<string, number>
}

/** Totals of an area. */
export async function countsOfRound(
  tx: Kysely<DB>,
  area: Cakupan,
  rondeId: string,
): Promise<BagianRonde> {
  type Row = Jumlah & { desil: number; kelayakan: 1 | 2 | 3; terpenuhi: number }
  const found = await sql<Row>`select desil, kelayakan, terpenuhi, ${counts}
    from ${source(rondeId, area)} group by desil, kelayakan, terpenuhi`.execute(tx)
  const by = (key: (r: Row) => string | null) => {
    const sums: Record<string, number> = {}
    for (const r of found.rows) {
      const k = key(r)
      if (k !== null) sums[k] = (sums[k] ?? 0) + r.keluarga
    }
    return sums
  }
  return {
    ...added(found.rows),
    kelayakan: by((r) => status[r.kelayakan]),
    perDesil: by((r) => String(r.desil)),
    perTerpenuhi: by((r) => (r.terpenuhi < 0 ? null : String(r.terpenuhi))),
  }
}

const added = (rows: readonly Jumlah[]): Jumlah => ({
  keluarga: rows.reduce((n, r) => n + r.keluarga, 0),
  bercelah: rows.reduce((n, r) => n + r.bercelah, 0),
  melintasi: rows.reduce((n, r) => n + r.melintasi, 0),
  miskin: rows.reduce((n, r) => n + r.miskin, 0),
})

const spans: Record<Tingkat, number> = {
  nasional: 1e8,
  provinsi: 1e6,
  kabkota: 1e4,
  kecamatan: 1,
  desa: 1,
}

export type Bawahan = Jumlah & { wilayah: number; nama: string; perDesil: Record<string, number> }

/** The regions one level below, in the order of their codes; none below a village. */
export async function countsBelow(
  tx: Kysely<DB>,
  area: Cakupan,
  rondeId: string,
  wilayah: Wilayah,
): Promise<readonly Bawahan[]> {
  const level = tingkatOf(wilayah)
  if (level === tingkat.at(-1)) return []
  const span = spans[level]
  const found = await sql<Jumlah & { wilayah: number; nama: string; desil: number }>`
    select s.wilayah, w.nama, s.desil, s.keluarga, s.bercelah, s.melintasi, s.miskin
    from (select wilayah - wilayah % ${span} as wilayah, desil, ${counts}
      from ${source(rondeId, area)} group by 1, 2) s
    left join wilayah w on w.kode = s.wilayah order by s.wilayah, s.desil`.execute(tx)
  const groups = Map.groupBy(found.rows, (r) => r.wilayah)
  return [...groups].map(([kode, rows]) => ({
    wilayah: kode,
    nama: rows[0]?.nama ?? String(kode),
    ...added(rows),
    perDesil: Object.fromEntries(rows.map((r) => [String(r.desil), r.keluarga])),
  }))
}
