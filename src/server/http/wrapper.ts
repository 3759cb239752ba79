/**
 * The one wrapper around every operation: parse, authenticate, check the permission, open the
 * transaction in the person's area, refuse or repeat a repeated command, run, log, commit.
 */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { z } from 'zod'
import type { Operation } from '#contract/operation.ts'
import { type Problem, problem } from '#contract/problems.ts'
import type { Tujuan } from '#domain/jejak/tujuan.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { tujuanOf } from '#server/jejak/tujuan.ts'
import { enqueue } from '#server/jobs/enqueue.ts'
import { areaOf } from './area.ts'
import { catatan, logStatement } from './audit.ts'
import { claim, type Placed, placeCommand, rememberStatement, wholeAnswer } from './command.ts'
import type { Context, Penanya, Pengguna, Unggahan } from './context.ts'
import { authorise } from './gerbang.ts'
import type { Bound } from './handle.ts'
import { sendBug, sendFile, sendProblem, Unduhan } from './reply.ts'
import { inRequest, type Outcome, type PadaLangkah, type Statement } from './transaction.ts'
import { takeUpload } from './upload.ts'

export type Surroundings = {
  /** Role siks_app, pipelining. */
  readonly pool: pg.Pool
  readonly clock: () => { now: Date; today: string }
  /** Who sends this request; null when nobody is signed in. */
  readonly whoIs: (request: FastifyRequest) => Promise<Result<Penanya, Problem>>
  readonly dataFolder: string
  /** Whether writing stands still because the log cannot be proven. */
  readonly terhenti: () => boolean
  /** Hears of the steps of writes, in the test that kills the server at them. */
  readonly pada?: PadaLangkah
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The Fastify handler of a bound operation. */
export function wrap(bound: Bound, around: Surroundings) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    let unggahan: Unggahan | null = null
    try {
      const who = await authorise(bound.op, request, around.whoIs)
      if (!who.ok) return sendProblem(reply, who.error)
      const tujuan = tujuanOf(bound.op, request.headers['x-tujuan'], who.value.peran)
      if (!tujuan.ok) return sendProblem(reply, tujuan.error)
      if (bound.op.audit === 'tulis' && around.terhenti())
        return sendProblem(reply, problem('jejak.terhenti'))
      let fields: Record<string, string> = {}
      if (bound.op.berkas === 'unggah') {
        const folder = path.join(around.dataFolder, 'unggahan')
        const taken = await takeUpload(request, folder, bound.op.batasUnggah)
        if (!taken.ok) return sendProblem(reply, taken.error)
        unggahan = taken.value.unggahan
        fields = taken.value.fields
      }
      const input = parseInput(bound.op, request, fields)
      if (!input.ok) return sendProblem(reply, input.error)
      const answer = await transact(
        bound,
        around,
        who.value,
        tujuan.value,
        input.value,
        commandIdOf(request),
        unggahan,
      )
      if (!answer.ok) return sendProblem(reply, answer.error)
      if (answer.value instanceof Unduhan) return sendFile(reply, answer.value)
      return reply.header('cache-control', 'no-store').send(answer.value)
    } catch (error) {
      return sendBug(request, reply, error)
    } finally {
      if (unggahan) await rm(unggahan.path, { force: true })
    }
  }
}

export function parseInput(
  op: Operation,
  request: FastifyRequest,
  fields: Record<string, string>,
): Result<unknown, Problem> {
  const body = (op.method === 'POST' ? request.body : request.query) ?? {}
  if (typeof body !== 'object' || Array.isArray(body))
    return err(problem('isian.salah', { kolom: 'isi permintaan' }))
  const sent = {
    ...body,
    ...fields,
    ...(request.params as object),
  }
  // PostgreSQL holds every character but NUL; no field of ours has a use for it.
  if (JSON.stringify(sent).includes('\\u0000')) return err(problem('isian.salah', { kolom: 'NUL' }))
  const parsed = op.input.safeParse(sent)
  return parsed.success
    ? ok(parsed.data)
    : err(problem('isian.salah', { kolom: faults(parsed.error) }))
}

/** The names of the fields that do not fit; never their values. */
const faults = (error: z.ZodError): string =>
  [
    ...new Set(
      error.issues.map(
        (issue) => issue.path.join('.') || String('keys' in issue ? issue.keys : 'isian'),
      ),
    ),
  ].join(', ')

const commandIdOf = (request: FastifyRequest): string | null => {
  const id = request.headers['idempotency-key']
  return typeof id === 'string' && uuid.test(id) ? id.toLowerCase() : null
}

/** The command of a write, with the month it is kept under; null where nothing is written. */
function commandFor(
  op: Operation,
  penggunaId: string,
  id: string | null,
  input: unknown,
  unggahan: Unggahan | null,
): Result<Placed | null, Problem> {
  if (op.audit !== 'tulis' || op.permission === 'umum') return ok(null)
  if (!id) return err(problem('perintah.tanpa_nomor'))
  const sent = unggahan ? { input, sidik: unggahan.sidik } : input
  return placeCommand({ penggunaId, id, operasi: op.id, input: sent })
}

async function transact(
  bound: Bound,
  around: Surroundings,
  pengguna: Pengguna,
  tujuan: Tujuan,
  input: unknown,
  commandId: string | null,
  unggahan: Unggahan | null,
): Promise<Result<unknown, Problem>> {
  const { op } = bound
  const isPublic = op.permission === 'umum'
  const cakupan = isPublic ? { lo: 0, hi: 0 } : areaOf(pengguna)
  const placed = commandFor(op, pengguna.id, commandId, input, unggahan)
  if (!placed.ok) return placed
  const command = placed.value
  const noted = catatan()
  const entry = { pengguna, operasi: op.id, tujuan }
  const work = async (tx: Kysely<DB>): Promise<Outcome<Result<unknown, Problem>>> => {
    if (command) {
      const before = await claim(tx, command)
      if (!before.ok) return { value: before, last: null }
      if (before.value) {
        const { jawaban } = before.value
        return { value: op.sekali ? err(problem('perintah.sekali')) : ok(jawaban), last: [] }
      }
      await around.pada?.('setelah_klaim')
    }
    const ctx: Context = {
      tx,
      pengguna,
      cakupan,
      ...around.clock(),
      commandId,
      unggahan,
      dataFolder: around.dataFolder,
      enqueue: (jenis, judul, muatan) =>
        enqueue(tx, { jenis, judul, muatan, penggunaId: pengguna.id, cakupan }),
      lihat: noted.lihat,
    }
    const result = await bound.run(ctx, input)
    if (!result.ok) return { value: result, last: null }
    if (command) await around.pada?.('setelah_kerja')
    const last: Statement[] = []
    if (!isPublic && (command || (op.audit === 'baca' && noted.ada))) {
      const { subjek, perubahan, rincian } = noted
      last.push(logStatement({ ...entry, perintahId: commandId, subjek, perubahan, rincian }))
    }
    if (!command) return { value: result, last }
    const answer = await wholeAnswer(result.value)
    last.push(rememberStatement(command, op.sekali ? null : answer))
    return { value: ok(answer), last }
  }
  const result = await inRequest(around.pool, cakupan, work, command ? around.pada : undefined)
  // Nothing was written, but what stands now was shown: that is a read, and is recorded as one.
  if (!result.ok && result.error.benturan && noted.subjek.length > 0) {
    const shown = logStatement({
      ...entry,
      perintahId: null,
      subjek: noted.subjek,
      perubahan: null,
    })
    await inRequest(around.pool, cakupan, async () => ({ value: null, last: [shown] }))
  }
  return result
}
