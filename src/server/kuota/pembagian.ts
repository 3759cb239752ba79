/** Splits of a quota: proposals by weight, and the decided ones. */
import { type Kysely, sql } from 'kysely'
import { bagi, type HasilBagi } from '#domain/kuota/bagi.ts'
import type { MetodePembagian } from '#domain/kuota/istilah.ts'
import type { DB } from '#server/db/tables.gen.ts'
import type { Ditulis } from '#server/versi/pengubah.ts'
import type { Skenario } from './dasar.ts'
import { countRegions, type HitunganWilayah } from './garis.ts'

export type PembagianTersimpan = {
  readonly id: string
  readonly versi: number
  readonly metode: MetodePembagian
  readonly bagian: ReadonlyMap<number, number>
}

export type VersiBagi = Ditulis & {
  readonly versi: number
  readonly metode: MetodePembagian
  readonly bagian: readonly { wilayah: number; jumlah: number }[]
  readonly alasan: string
}

/** The split in force; null when none was decided. */
export async function savedSplit(
  tx: Kysely<DB>,
  kuotaId: string,
): Promise<PembagianTersimpan | null> {
  const found = await sql<{
    id: string
    versi: number
    metode: MetodePembagian
    bagian: { wilayah: number; jumlah: number }[]
  }>`select id, versi, metode, bagian from kuota_pembagian where kuota_id = ${kuotaId} order by versi desc limit 1`.execute(
    tx,
  )
  const row = found.rows[0]
  return row ? { ...row, bagian: new Map(row.bagian.map((b) => [b.wilayah, b.jumlah])) } : null
}

/** Shares in proportion to a count; a region keeps at least its receivers who stay by rule. */
export const proposeSplit = (
  jumlah: number,
  regions: readonly HitunganWilayah[],
  by: 'terdaftar' | 'miskin',
): HasilBagi =>
  bagi(
    jumlah,
    regions.map((r) => ({ kode: r.wilayah, bobot: r[by], min: r.tetap, maks: r.terdaftar })),
  )

/** The quota of each region that has a line of its own, and places that equal regions could not share. */
export async function sharesOf(
  tx: Kysely<DB>,
  s: Skenario,
): Promise<{ bagian: ReadonlyMap<number, number>; sisa: number }> {
  if (s.metode === 'tanpa') return { bagian: new Map([[s.wilayah, s.jumlah]]), sisa: 0 }
  const regions = await countRegions(tx, s)
  if (s.metode !== 'tersimpan') return proposeSplit(s.jumlah, regions, s.metode)
  const saved = (await savedSplit(tx, s.kuotaId))?.bagian ?? new Map<number, number>()
  const given = [...saved.values()].reduce((sum, n) => sum + n, 0)
  return {
    bagian: new Map(regions.map((r) => [r.wilayah, saved.get(r.wilayah) ?? 0])),
    sisa: s.jumlah - given,
  }
}

/** The newest split with what a conflict shows of it; waits for a twin that is writing one. */
export async function latestSplit(tx: Kysely<DB>, kuotaId: string): Promise<VersiBagi | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`kuota_pembagian:${kuotaId}`}, 0))`.execute(
    tx,
  )
  const found = await sql<VersiBagi>`
    select versi, metode, bagian, alasan, pengguna_id, peran, dibuat_pada as pada from kuota_pembagian
    where kuota_id = ${kuotaId} order by versi desc limit 1`.execute(tx)
  return found.rows[0] ?? null
}

/** Keeps a split as the version after `versi`, which `latestSplit` found. */
export async function insertSplit(
  tx: Kysely<DB>,
  kuota: { id: string; lo: number; hi: number },
  split: {
    metode: MetodePembagian
    bagian: readonly { wilayah: number; jumlah: number }[]
    alasan: string
    versi: number
    penggunaId: string
    peran: string
    pada: Date
  },
): Promise<{ id: string; versi: number }> {
  const made = await sql<{ id: string; versi: number }>`
    insert into kuota_pembagian (kuota_id, lo, hi, versi, metode, bagian, alasan, pengguna_id, peran, dibuat_pada)
    values (${kuota.id}, ${kuota.lo}, ${kuota.hi}, ${split.versi + 1}, ${split.metode},
      ${JSON.stringify(split.bagian)}::jsonb, ${split.alasan}, ${split.penggunaId}, ${split.peran}, ${split.pada}::timestamptz)
    returning id, versi`.execute(tx)
  const row = made.rows[0]
  if (!row) throw new Error('The split was not written')
  return row
}
