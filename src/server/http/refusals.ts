/** What the framework refuses before an operation is reached, in the words of the catalogue. */
import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Problem, problem } from '#contract/problems.ts'
import { problemBody, sendBug, sendProblem } from './reply.ts'

/** Largest JSON body, bytes. */
export const bodyLimit = 1_000_000

const byCode: Readonly<Record<string, Problem>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: problem('permintaan.terlalu_besar', { maks: bodyLimit / 1e6 }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: problem('permintaan.jenis_isi'),
  FST_ERR_CTP_EMPTY_TYPE: problem('permintaan.jenis_isi'),
  FST_ERR_CTP_INVALID_JSON_BODY: problem('permintaan.bukan_json'),
  FST_ERR_CTP_EMPTY_JSON_BODY: problem('permintaan.bukan_json'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: problem('permintaan.rusak'),
}

/** Answers an error of the framework; one that is not expected is a bug. */
export function sendRefusal(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  if (!(error instanceof Error)) return sendBug(request, reply, error)
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown }
  const known = typeof code === 'string' ? byCode[code] : undefined
  if (known) return sendProblem(reply, known)
  // JSON with forbidden keys (`__proto__`) comes as a plain SyntaxError.
  if (error instanceof SyntaxError) return sendProblem(reply, problem('permintaan.bukan_json'))
  return typeof statusCode === 'number' && statusCode < 500
    ? sendProblem(reply, problem('permintaan.rusak'))
    : sendBug(request, reply, error)
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/** Gathers the addresses of the API as they are registered; `close` answers their other methods. */
export function otherMethods(app: FastifyInstance): { close: () => void } {
  const served = new Map<string, Set<string>>()
  app.addHook('onRoute', ({ url, method }) => {
    if (!url.startsWith('/api/') || url.startsWith('/api/docs')) return
    const known = served.get(url) ?? new Set()
    for (const one of [method].flat()) known.add(one)
    served.set(url, known)
  })
  const close = (): void => {
    for (const [url, known] of [...served]) {
      const others = methods.filter((method) => !known.has(method))
      const boleh = [...known].join(', ')
      if (others.length === 0) continue
      app.route({
        method: others,
        url,
        exposeHeadRoute: false,
        // Answered before a body is read.
        onRequest: async (request, reply) =>
          sendProblem(
            reply.header('allow', boleh),
            problem('permintaan.cara_salah', { cara: request.method, boleh }),
          ),
        handler: (_, reply) => sendProblem(reply, problem('tidak.ada')),
      })
    }
  }
  return { close }
}

const ofSocket: Readonly<Record<string, Problem>> = {
  HPE_HEADER_OVERFLOW: problem('permintaan.kepala_besar'),
  ERR_HTTP_REQUEST_TIMEOUT: problem('permintaan.lambat'),
}

/** Answers what is no HTTP request at all, straight to the line. */
export function refuseLine(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return
  const refused = ofSocket[error.code ?? ''] ?? problem('permintaan.rusak')
  const body = problemBody(refused)
  const text = JSON.stringify(body)
  socket.end(
    `HTTP/1.1 ${body.status} Refused\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`,
  )
}
