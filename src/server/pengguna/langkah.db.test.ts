import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problems } from '#contract/problems.ts'
import { akunBaru, denganTotp } from '#test/akun-uji.ts'
import { type Klien, klien } from '#test/klien.ts'
import { type TestServer, testServer } from '#test/server.ts'
import { semuaLangkah } from './rute.ts'

let server: TestServer
let siapa: readonly (() => Promise<Klien>)[]
beforeAll(async () => {
  server = await testServer()
  const { di } = await denganTotp(server, (await akunBaru(server)).username)
  const cookie = di.cookie()
  siapa = [async () => klien(server.address), async () => klien(server.address, cookie)]
})
afterAll(() => server.close())

const steps = semuaLangkah.map((step) => [step.op.id, step.op] as const)
const fields = (input: object): string[] =>
  'shape' in input ? Object.keys(input.shape as object) : ['cara', 'sandi', 'kode']

const hostile = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom<unknown>(
    '',
    '\u0000',
    "' or 1=1 --",
    'x'.repeat(2000),
    '0192e3b0-0000-7000-8000-000000000000',
    '284019',
    null,
    true,
    -1,
    1e300,
    [],
    {},
    { id: {} },
    { a: [{}] },
  ),
)

describe('every step of signing in', () => {
  test('is in the published contract, under a path of its own', async () => {
    const answer = await fetch(`${server.address}/api/docs/json`)
    const { paths } = (await answer.json()) as {
      paths: Record<string, { post?: { operationId: string } }>
    }
    for (const [id, op] of steps) expect(paths[op.path]?.post?.operationId).toBe(id)
  })

  test.each(steps.filter(([, op]) => op.permission !== 'umum'))(
    '%s asks for a sign-in',
    async (_, op) => {
      // What is sent is looked at first, so that the form of a request is judged alike for everybody.
      const { status } = await klien(server.address).post(op.path, {})
      expect([400, 401]).toContain(status)
    },
  )

  test.each(steps.filter(([id]) => id !== 'masuk.keluar'))(
    '%s answers hostile input with a problem that has a name',
    async (_, op) => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...siapa),
          fc.dictionary(fc.constantFrom(...fields(op.input), 'lain'), hostile, { maxKeys: 6 }),
          async (who, input) => {
            const { status, body } = await (await who()).post(op.path, input)
            if (status === 200) return
            expect(Object.keys(problems)).toContain(body.code)
            expect(body.code).not.toBe('sistem.galat')
          },
        ),
        { numRuns: 25 },
      )
    },
    60_000,
  )
})
