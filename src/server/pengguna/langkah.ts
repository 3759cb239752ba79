/** Runs the steps of signing in: parse, look at the session, do it, open or end the session, log, answer. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Operation } from '#contract/operation.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { err, type Result } from '#domain/result.ts'
import type { Penanya } from '#server/http/context.ts'
import { halangan } from '#server/http/gerbang.ts'
import { sendBug, sendProblem } from '#server/http/reply.ts'
import { parseInput } from '#server/http/wrapper.ts'
import { giveKnown, giveSession, takeSession } from './kuki.ts'
import { sessionSeconds } from './masuk.ts'
import { type Asal, asalOf, catatDalam, type Mesin } from './mesin.ts'
import { type Buka, bukaSesi, langkahOf } from './sesi.ts'

export type Lingkungan = {
  readonly mesin: Mesin
  readonly asal: Asal
  /** The session of the request, complete or not. */
  readonly siapa: Penanya | null
}

export type Hasil<T> = {
  readonly jawaban: T
  /** Opens a session for this account; the answer then also says what comes next. */
  readonly buka?: Buka
  /** Takes the cookie away. */
  readonly keluar?: true
  /** What was changed, for the log; never a secret. */
  readonly perubahan?: object
  /** The log row is written already, in the transaction of the change. */
  readonly tercatat?: true
}

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
  return finish(step.op, mesin, asal, siapa, done.value, reply)
}

async function finish(
  op: Operation,
  mesin: Mesin,
  asal: Asal,
  siapa: Penanya | null,
  hasil: Hasil<unknown>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store')
  const logged = op.audit !== 'tanpa' && !hasil.tercatat
  if (hasil.keluar) takeSession(reply, mesin.secure)
  if (!hasil.buka) {
    if (siapa && logged) await catatDalam(mesin.pool, op.id, siapa, hasil.perubahan)
    return reply.send(hasil.jawaban)
  }
  const dibuka = await bukaSesi(mesin, asal, hasil.buka)
  if (!dibuka) return sendProblem(reply, problem('masuk.salah'))
  giveSession(reply, dibuka.token, sessionSeconds, mesin.secure)
  if (dibuka.kenal) giveKnown(reply, dibuka.kenal, mesin.secure)
  if (logged) await catatDalam(mesin.pool, op.id, dibuka.siapa, hasil.perubahan)
  return reply.send({ ...(hasil.jawaban as object), ...langkahOf(dibuka.siapa) })
}
