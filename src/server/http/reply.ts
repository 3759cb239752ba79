/** Answers: problem+json (RFC 9457) for expected failures, files, and the report of a bug. */
import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Problem, problem, problemText } from '#contract/problems.ts'

/** A file as an answer; the handler of an operation with `berkas: 'unduh'` returns one. */
export class Unduhan {
  readonly nama: string
  readonly jenis: string
  readonly isi: Readable | Buffer
  constructor(nama: string, jenis: string, isi: Readable | Buffer) {
    this.nama = nama
    this.jenis = jenis
    this.isi = isi
  }
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The document of a problem (RFC 9457), in both languages. */
export function problemBody(p: Problem) {
  const { status, title, remedy } = problemText(p)
  return {
    type: `urn:siks:masalah:${p.code}`,
    code: p.code,
    status,
    title: title.id,
    detail: remedy.id,
    label: title,
    remedy,
    ...(p.details ? { details: p.details } : {}),
    ...(p.benturan ? { benturan: p.benturan } : {}),
  }
}

export function sendProblem(reply: FastifyReply, p: Problem): FastifyReply {
  const body = problemBody(p)
  return reply
    .code(body.status)
    .type('application/problem+json')
    .header('cache-control', 'no-store')
    .send(body)
}

export function sendFile(reply: FastifyReply, file: Unduhan): FastifyReply {
  const ascii = file.nama.replace(/[^\w.-]+/g, '-')
  return reply
    .header('content-disposition', `attachment; filename="${ascii}"`)
    .header('cache-control', 'no-store')
    .type(file.jenis)
    .send(file.isi)
}

/** An exception is a bug: logged under a number that the person can pass on, nothing of it shown. */
export function sendBug(
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
): FastifyReply {
  const laporan = randomUUID().slice(0, 8)
  request.log.error({
    laporan,
    err: error instanceof Error ? { name: error.name, stack: error.stack } : {},
  })
  return sendProblem(reply, problem('sistem.galat', { laporan }))
}
