/** The few endpoints of better-auth that are open to the network. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Auth } from './masuk.ts'
import { webHeaders } from './siapa.ts'

const open = ['/api/masuk/sign-in/username', '/api/masuk/sign-out'] as const

export function registerSignIn(app: FastifyInstance, auth: Auth): void {
  for (const url of open) {
    app.post(url, (request, reply) => forward(auth, request, reply))
  }
}

async function forward(
  auth: Auth,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const headers = webHeaders(request)
  headers.delete('content-length')
  headers.set('content-type', 'application/json')
  const address = new URL(
    request.url,
    `${request.protocol}://${request.headers.host ?? 'localhost'}`,
  )
  const answer = await auth.handler(
    new Request(address, { method: 'POST', headers, body: JSON.stringify(request.body ?? {}) }),
  )
  reply.code(answer.status)
  for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie)
  const retry = answer.headers.get('x-retry-after')
  if (retry) reply.header('retry-after', retry)
  // What the page needs is whether it worked; the token travels in the cookie alone.
  return reply
    .header('cache-control', 'no-store')
    .send(answer.ok ? { ok: true } : { ok: false, status: answer.status })
}
