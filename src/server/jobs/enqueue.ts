/** Queues long work in the transaction that asks for it, with a row that shows its progress. */
import { type Kysely, sql } from 'kysely'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'

export type NewJob = {
  readonly jenis: string
  /** In words, without personal data. */
  readonly judul: string
  readonly muatan: object
  readonly penggunaId: string | null
  readonly cakupan: Cakupan
}

/** @returns the id of the row in `pekerjaan` */
export async function enqueue(tx: Kysely<DB>, job: NewJob): Promise<string> {
  const made = await sql<{ id: string }>`
    insert into pekerjaan (jenis, judul, muatan, pengguna_id, lo, hi)
    values (${job.jenis}, ${job.judul}, ${JSON.stringify(job.muatan)}::jsonb, ${job.penggunaId || null},
      ${job.cakupan.lo}, ${job.cakupan.hi})
    returning id`.execute(tx)
  const id = made.rows[0]?.id
  if (!id) throw new Error('The job row was not written')
  await sql`select antrekan(${id}, ${job.jenis})`.execute(tx)
  return id
}
