import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { cookieOf, giveKnown, giveSession, randomToken, takeSession } from './kuki.ts'

/** The cookies that a browser would be given. */
async function given(secure: boolean): Promise<string[]> {
  const app = Fastify()
  app.get('/', (_, reply) => {
    giveSession(reply, 'rahasia', 60, secure)
    giveKnown(reply, 'tanda', secure)
    takeSession(reply, secure)
    return reply.send({})
  })
  const answer = await app.inject('/')
  await app.close()
  return [answer.headers['set-cookie'] ?? []].flat()
}

test('over TLS every cookie is bound to this host, sent over TLS only, and closed to scripts', async () => {
  for (const cookie of await given(true))
    expect(cookie).toMatch(
      /^__Host-siks\.(sesi|kenal)=\w*; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/,
    )
})

test('without TLS browsers refuse that name, so another is used', async () => {
  for (const cookie of await given(false)) {
    expect(cookie).toMatch(/^siks\.(sesi|kenal)=/)
    expect(cookie).not.toContain('Secure')
  }
})

test('a cookie is found among others, and one that merely ends alike is not', () => {
  const token = randomToken()
  expect(cookieOf('sesi', `a=b; __Host-siks.sesi=${token}; c=d`)).toBe(token)
  expect(cookieOf('sesi', `siks.sesi=${token}`)).toBe(token)
  expect(cookieOf('sesi', `x-siks.sesi=${token}`)).toBeNull()
  expect(cookieOf('kenal', undefined)).toBeNull()
})
