/**
 * Runs the steps of signing in: parse, look at the session, prove; then write, open or end the
 * session and log in one transaction; answer.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type pg from 'pg'
import type { z } from 'zod'
import type { Operation } from '#contract/operation.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Penanya } from '#server/http/context.ts'
import { halangan } from '#server/http/gerbang.ts'
import { sendBug, sendProblem } from '#server/http/reply.ts'
import { parseInput } from '#server/http/wrapper.ts'
import { giveKnown, giveSession, takeSession } from './kuki.ts'
import { sessionSeconds } from './masuk.ts'
import { type Asal, asalOf, bilaBerhasil, catatDalam, type Mesin } from './mesin.ts'
import { type Buka, bukaSesi, type Dibuka, langkahOf } from './sesi.ts'

export type Lingkungan = {
  readonly mesin: Mesin
  readonly asal: Asal
  /** The session of the request, complete or not. */
  readonly siapa: Penanya | null
}

export type Selesai<T> = {
  readonly jawaban: T
  /** Opens a session for this account; the answer then also says what comes next. */
  readonly buka?: Buka
  /** Takes the cookie away. */
  readonly keluar?: true
  /** What was changed, for the log; never a secret. */
  readonly perubahan?: object
  /** After the commit: what is only a convenience, such as forgetting failed attempts. */
  readonly sesudah?: () => Promise<void>
}

/** What is done, or what is still to be written, in the transaction of the session and the log row. */
export type Hasil<T> =
  | Selesai<T>
  | { readonly tulis: (db: pg.PoolClient) => Promise<Result<Selesai<T>, Problem>> }

type Jawaban<O extends z.ZodType> = Partial<z.input<O>>

export type Langkah = {
  readonly op: Operation
  readonly run: (di: Lingkungan, input: unknown) => Promise<Result<Hasil<unknown>, Problem>>
}

/** Binds a step to what it does. */
export function langkah<I extends z.ZodType, O extends z.ZodType>(
  op: Operation<I, O>,
  run: (di: Lingkungan, input: z.output<I>) => Promise<Result<Hasil<Jawaban<O>>, Problem>>,
): Langkah {
  return { op, run: (di, input) => run(di, input as z.output<I>) }
}

/** A step whose session is certain: the gate has let it through. */
export function langkahSendiri<I extends z.ZodType, O extends z.ZodType>(
  op: Operation<I, O>,
  run: (
    di: Lingkungan & { readonly siapa: Penanya },
    input: z.output<I>,
  ) => Promise<Result<Hasil<Jawaban<O>>, Problem>>,
): Langkah {
  return langkah(op, async (di, input) =>
    di.siapa ? run({ ...di, siapa: di.siapa }, input) : err(problem('masuk.perlu')),
  )
}

export function registerSteps(app: FastifyInstance, mesin: Mesin, steps: readonly Langkah[]): void {
  for (const step of steps) {
    app.post(step.op.path, async (request, reply) => {
      try {
        return await runStep(step, mesin, request, reply)
      } catch (error) {
        return sendBug(request, reply, error)
      }
    })
  }
}

async function runStep(
  step: Langkah,
  mesin: Mesin,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const input = parseInput(step.op, request, {})
  if (!input.ok) return sendProblem(reply, input.error)
  const asal = asalOf(request)
  const siapa = await mesin.siapa(request)
  if (step.op.permission !== 'umum') {
    const stop = siapa ? halangan(step.op, siapa) : problem('masuk.perlu')
    if (stop) return sendProblem(reply, stop)
  }
  const done = await step.run({ mesin, asal, siapa }, input.value)
  if (!done.ok) return sendProblem(reply, done.error)
  const written = await selesaikan(step.op, mesin, asal, siapa, done.value)
  if (!written.ok) return sendProblem(reply, written.error)
  return answer(reply, mesin, written.value)
}

type Tertulis = { readonly selesai: Selesai<unknown>; readonly dibuka: Dibuka | null }

/** What a step writes, the session and the log row: all of it, or none of it. */
export async function selesaikan(
  op: Pick<Operation, 'id' | 'audit'>,
  mesin: Mesin,
  asal: Asal,
  siapa: Penanya | null,
  hasil: Hasil<unknown>,
): Promise<Result<Tertulis, Problem>> {
  const writes = 'tulis' in hasil || hasil.buka !== undefined || op.audit !== 'tanpa'
  if (!writes) return ok({ selesai: hasil, dibuka: null })
  const done = await bilaBerhasil(mesin.pool, async (db): Promise<Result<Tertulis, Problem>> => {
    const written = 'tulis' in hasil ? await hasil.tulis(db) : ok(hasil)
    if (!written.ok) return written
    const selesai = written.value
    const dibuka = selesai.buka ? await bukaSesi(mesin, db, asal, selesai.buka) : null
    if (selesai.buka && !dibuka) return err(problem('masuk.salah'))
    const pelaku = dibuka?.siapa ?? siapa
    if (pelaku && op.audit !== 'tanpa') await catatDalam(db, op.id, pelaku, selesai.perubahan)
    return ok({ selesai, dibuka })
  })
  if (done.ok) await done.value.selesai.sesudah?.()
  return done
}

function answer(reply: FastifyReply, mesin: Mesin, { selesai, dibuka }: Tertulis): FastifyReply {
  reply.header('cache-control', 'no-store')
  if (selesai.keluar) takeSession(reply, mesin.secure)
  if (!dibuka) return reply.send(selesai.jawaban)
  giveSession(reply, dibuka.token, sessionSeconds, mesin.secure)
  if (dibuka.kenal) giveKnown(reply, dibuka.kenal, mesin.secure)
  return reply.send({ ...(selesai.jawaban as object), ...langkahOf(dibuka.siapa) })
}
