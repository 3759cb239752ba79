/** Command ids: a write carried out once answers a repetition with its first answer. */
import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { type Problem, problem } from '#contract/problems.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { DB } from '#server/db/tables.gen.ts'

export type Command = {
  readonly penggunaId: string
  readonly id: string
  readonly operasi: string
  readonly input: unknown
}

const fingerprint = (c: Command): string =>
  createHash('sha256').update(c.operasi).update('\0').update(JSON.stringify(c.input)).digest('hex')

/**
 * Claims a command id inside the transaction. A concurrent twin waits here for the first to end.
 * @returns null when the command is new, the first answer when it was carried out before, or a
 * problem when the id was used with other input
 */
export async function claim(
  tx: Kysely<DB>,
  c: Command,
): Promise<Result<{ jawaban: unknown } | null, Problem>> {
  const sidik = fingerprint(c)
  const taken = await sql<{ id: string }>`
    insert into perintah (pengguna_id, id, operasi, sidik) values (${c.penggunaId}, ${c.id}, ${c.operasi}, ${sidik})
    on conflict do nothing returning id`.execute(tx)
  if (taken.rows.length === 1) return ok(null)
  const before = await sql<{ sidik: string; jawaban: unknown }>`
    select sidik, jawaban from perintah where pengguna_id = ${c.penggunaId} and id = ${c.id}`.execute(
    tx,
  )
  const row = before.rows[0]
  if (!row || row.sidik !== sidik) return err(problem('perintah.nomor_dipakai'))
  return ok({ jawaban: row.jawaban })
}

/** Keeps the first answer with the effect, in the same transaction. */
export async function remember(tx: Kysely<DB>, c: Command, jawaban: unknown): Promise<void> {
  await sql`update perintah set jawaban = ${JSON.stringify(jawaban)}::jsonb
    where pengguna_id = ${c.penggunaId} and id = ${c.id}`.execute(tx)
}
