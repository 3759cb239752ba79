/** A write that answers with a file, through the wrapper: once done, twice answered, in any session. */
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { operation } from '#contract/operation.ts'
import { ok } from '#domain/result.ts'
import { type TestDatabase, testDatabase } from '#test/database.ts'
import type { Penanya } from './context.ts'
import { nobody } from './gerbang.ts'
import { handle } from './handle.ts'
import { Unduhan } from './reply.ts'
import { wrap } from './wrapper.ts'

const unduh = operation({
  id: 'uji.unduh',
  method: 'POST',
  path: '/unduh',
  input: z.object({ untuk: z.string() }),
  output: z.unknown(),
  permission: ['verifikator'],
  audit: 'tulis',
  berkas: 'unduh',
  label: { id: 'Unduh', en: 'Download' },
})

let database: TestDatabase
let app: FastifyInstance
let done = 0

const budi: Penanya = {
  ...nobody,
  id: randomUUID(),
  penugasan: randomUUID(),
  peran: 'verifikator',
  wilayah: 6474000000,
  akun: 'budi',
  gerbang: {
    wajib: null,
    punya: { totp: true, passkey: false, perangkat: false },
    kurang: null,
    gantiSandi: false,
    pakta: true,
  },
}

beforeAll(async () => {
  database = await testDatabase()
  const bound = handle(unduh, async (ctx, { untuk }) => {
    ctx.lihat([{ jenis: 'daftar', id: randomUUID() }])
    return ok(new Unduhan('daftar.csv', 'text/csv', Readable.from([`${untuk} ke-${++done}`])))
  })
  app = Fastify()
  app.post(
    unduh.path,
    wrap(bound, {
      pool: database.app,
      clock: () => ({ now: new Date(), today: '2018-07-24' }),
      // The session differs from request to request, the person does not.
      whoIs: async () => ok({ ...budi, sesi: randomUUID() }),
      dataFolder: '/nonexistent',
      terhenti: () => false,
    }),
  )
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const download = async (id: string, untuk: string) => {
  const answer = await app.inject({
    method: 'POST',
    url: '/unduh',
    headers: { 'idempotency-key': id },
    payload: { untuk },
  })
  const { 'content-type': type, 'content-disposition': name } = answer.headers
  return { status: answer.statusCode, body: answer.body, type, name }
}

test('a repeated download is the first file, made and recorded once', async () => {
  const id = randomUUID()
  const first = await download(id, 'bupati')
  expect(first).toEqual({
    status: 200,
    body: 'bupati ke-1',
    type: 'text/csv',
    name: 'attachment; filename="daftar.csv"',
  })
  expect(await download(id, 'bupati')).toEqual(first)
  expect(done).toBe(1)
  const { rows } = await database.admin.query(
    'select count(*)::int as n from jejak where perintah_id = $1',
    [id],
  )
  expect(rows).toEqual([{ n: 1 }])
})

test('twins of a download get one file', async () => {
  const id = randomUUID()
  done = 0
  const answers = await Promise.all(Array.from({ length: 8 }, () => download(id, 'camat')))
  expect(done).toBe(1)
  expect(new Set(answers.map((a) => a.body))).toEqual(new Set(['camat ke-1']))
})

test('the same id for another purpose is refused', async () => {
  const id = randomUUID()
  await download(id, 'bupati')
  expect(await download(id, 'orang lain')).toMatchObject({
    status: 409,
    body: expect.stringContaining('perintah.nomor_dipakai'),
  })
})
