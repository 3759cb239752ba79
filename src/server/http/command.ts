/** Command ids: a write carried out once answers a repetition with its first answer (docs/adr/0018). */
import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { type Kysely, sql } from 'kysely'
import { type Problem, type ProblemCode, problem } from '#contract/problems.ts'
import { hariDisimpan, type MasalahNomor, tempatNomor } from '#domain/perintah/nomor.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { Unduhan } from './reply.ts'
import type { Statement } from './transaction.ts'

export type Command = {
  readonly penggunaId: string
  readonly id: string
  readonly operasi: string
  readonly input: unknown
}

/** A command with the month it is kept under and the fingerprint of what it asks. */
export type Placed = Command & {
  readonly bulan: string
  readonly berwaktu: boolean
  readonly sidik: string
}

const refusal: Record<MasalahNomor, ProblemCode> = {
  terlalu_lama: 'perintah.kedaluwarsa',
  mendahului: 'perintah.mendahului',
}

/** Largest file that may be the answer of a write; it is kept in the database with its effect. */
const largestFile = 32 * 1024 * 1024

const fingerprint = (c: Command): string =>
  createHash('sha256').update(c.operasi).update('\0').update(JSON.stringify(c.input)).digest('hex')

/** Finds the month of a command by the time in its id; refuses one that is no longer kept. */
export function placeCommand(c: Command, kini = Date.now()): Result<Placed, Problem> {
  const tempat = tempatNomor(c.id, kini)
  return tempat.ok
    ? ok({ ...c, ...tempat.value, sidik: fingerprint(c) })
    : err(problem(refusal[tempat.error], { hari: hariDisimpan }))
}

type Row = {
  sidik: string
  jawaban: unknown
  berkas: Buffer | null
}

/**
 * Claims a command id inside the transaction. A concurrent twin waits here for the first to end.
 * @returns null when the command is new, the first answer when it was carried out before, or a
 * problem when the id was used with other input
 */
export async function claim(
  tx: Kysely<DB>,
  c: Placed,
): Promise<Result<{ jawaban: unknown } | null, Problem>> {
  // The key of a month cannot see a twin in another month: ids without a time wait for one another here.
  if (!c.berwaktu) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${c.penggunaId + c.id}, 0))`.execute(tx)
    const earlier = await firstAnswer(tx, c)
    if (earlier) return judged(c, earlier)
  }
  const taken = await sql`
    insert into perintah (bulan, pengguna_id, id, operasi, sidik) values (${c.bulan}, ${c.penggunaId}, ${c.id}, ${c.operasi}, ${c.sidik})
    on conflict do nothing returning 1`.execute(tx)
  if (taken.rows.length === 1) return ok(null)
  const before = await firstAnswer(tx, c)
  if (!before) throw new Error('A command was neither taken nor found')
  return judged(c, before)
}

async function firstAnswer(tx: Kysely<DB>, c: Placed): Promise<Row | undefined> {
  const found = await sql<Row>`
    select sidik, jawaban, berkas from perintah where pengguna_id = ${c.penggunaId} and id = ${c.id}`.execute(
    tx,
  )
  return found.rows[0]
}

function judged(c: Placed, before: Row): Result<{ jawaban: unknown }, Problem> {
  if (before.sidik !== c.sidik) return err(problem('perintah.nomor_dipakai'))
  const { jawaban, berkas } = before
  return ok({ jawaban: berkas ? fileOf(jawaban, berkas) : jawaban })
}

const fileOf = (jawaban: unknown, isi: Buffer): Unduhan => {
  const { nama, jenis } = jawaban as { nama: string; jenis: string }
  return new Unduhan(nama, jenis, isi)
}

/** The statement that keeps the first answer with the effect, in the same transaction. */
export function rememberStatement(c: Placed, answer: unknown): Statement {
  const isFile = answer instanceof Unduhan
  const kept = isFile ? { nama: answer.nama, jenis: answer.jenis } : (answer ?? null)
  return {
    text: `update perintah set jawaban = $1::json, berkas = $2
      where bulan = $3::date and pengguna_id = $4 and id = $5`,
    values: [JSON.stringify(kept), isFile ? answer.isi : null, c.bulan, c.penggunaId, c.id],
  }
}

/** A file that a write answers with, read to its end: it can then be kept, and sent more than once. */
export async function wholeAnswer(answer: unknown): Promise<unknown> {
  if (!(answer instanceof Unduhan)) return answer
  const isi = Buffer.isBuffer(answer.isi) ? answer.isi : await buffer(answer.isi)
  if (isi.length > largestFile) throw new Error('The file that a write answers with is too large')
  return new Unduhan(answer.nama, answer.jenis, isi)
}
