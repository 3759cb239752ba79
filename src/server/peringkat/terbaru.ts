/** The round whose deciles are shown in lists: the newest finished one that covers the area. */
import { type Kysely, sql } from 'kysely'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'

/** @returns the round's id; one that covers all of the area comes before one that covers a part; null without any */
export async function newestRound(tx: Kysely<DB>, area: Cakupan): Promise<string | null> {
  const found = await sql<{ id: string }>`
    select id from peringkat_ronde
    where status = 'selesai' and lo < ${area.hi} and hi > ${area.lo}
    order by (lo <= ${area.lo} and hi >= ${area.hi}) desc, dibekukan_pada desc limit 1`.execute(tx)
  return found.rows[0]?.id ?? null
}

/** The simulated decile of one family in that round; null is "belum berdesil". */
export async function decileOf(
  tx: Kysely<DB>,
  area: Cakupan,
  family: { kab: number; id: string },
): Promise<number | null> {
  const ronde = await newestRound(tx, area)
  if (!ronde) return null
  const found = await sql<{ desil: number }>`
    select desil from peringkat_hasil where kab = ${family.kab} and ronde_id = ${ronde} and keluarga_id = ${family.id}`.execute(
    tx,
  )
  return found.rows[0]?.desil ?? null
}
