/** The weights of a part of a run, kept in memory: they never change once stored. */
import { type Kysely, sql } from 'kysely'
import type { HasilEm } from '#domain/padanan/em.ts'
import { cakupanOf, type Wilayah } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import type { CatatanLazim } from './hasil.ts'

export type BobotBagian = {
  readonly parameter: HasilEm
  readonly lazim: CatatanLazim
  readonly hash: string
}

const terbanyak = 64
const ingatan = new Map<string, BobotBagian>()

/** The weights of one part; null where it is not stored, or not to be read here. */
export async function bobotBagian(
  tx: Kysely<DB>,
  jalan: string,
  nomor: number,
): Promise<BobotBagian | null> {
  const kunci = `${jalan} ${nomor}`
  const tahu = ingatan.get(kunci)
  if (tahu) {
    // Used last is dropped last.
    ingatan.delete(kunci)
    ingatan.set(kunci, tahu)
    return tahu
  }
  const found = await sql<BobotBagian>`
    select b.parameter, coalesce(b.frekuensi, '{}'::jsonb) as lazim, j.kebijakan_hash as hash
    from padanan_bagian b join padanan_jalan j on j.id = b.jalan_id
    where b.jalan_id = ${jalan} and b.nomor = ${nomor} and b.parameter is not null`.execute(tx)
  const [row] = found.rows
  if (!row) return null
  if (ingatan.size >= terbanyak) ingatan.delete(ingatan.keys().next().value as string)
  ingatan.set(kunci, row)
  return row
}

/** The part whose weights are newest for a village: of doubles inside the registry, estimated from everybody. */
export async function bagianTerbaru(
  tx: Kysely<DB>,
  desa: Wilayah,
): Promise<{ jalan: string; nomor: number } | null> {
  const { lo, hi } = cakupanOf(desa)
  const found = await sql<{ jalan: string; nomor: number }>`
    select b.jalan_id as jalan, b.nomor from padanan_bagian b join padanan_jalan j on j.id = b.jalan_id
    where b.lo <= ${lo} and b.hi >= ${hi} and b.jenis = 'dalam' and b.parameter is not null and j.jenis = 'kembar' and j.cara = 'penuh'
    order by b.selesai_pada desc limit 1`.execute(tx)
  return found.rows[0] ?? null
}
