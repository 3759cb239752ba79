import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Operation } from '#contract/operation.ts'
import { problems } from '#contract/problems.ts'
import { operations } from '#server/http/operations.ts'
import { makeFamily } from './families.ts'
import { people } from './people.ts'
import { type TestServer, testServer } from './server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
  await makeFamily(server.database.admin, {
    wilayah: 6474011006,
    rt: 7,
    kepala: 'ANDI RAHMAWATI',
    anggota: [{ nama: 'ANDI RAHMAWATI' }],
  })
})
afterAll(() => server.close())

const all: readonly Operation[] = operations.map((bound) => bound.op)
const params = (op: Operation) => [...op.path.matchAll(/:(\w+)/g)].map((m) => m[1] ?? '')
const fields = (op: Operation): string[] =>
  'shape' in op.input ? Object.keys(op.input.shape as object) : []

/** What careless and hostile senders put into a field. */
const hostile = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom<unknown>(
    '',
    ' ',
    '0',
    '-1',
    '6474000000',
    '6474011006',
    '99999999999999999999',
    '1e309',
    'NaN',
    'null',
    'true',
    '\u0000',
    '\ud800',
    "' or 1=1 --",
    '../../etc/passwd',
    '%00',
    '{{7*7}}',
    '=cmd|x',
    'A'.repeat(600),
    '2018-02-31',
    '2018-07-24',
    '0192e3b0-0000-7000-8000-000000000000',
    null,
    true,
    -1,
    1.5,
    6474000000,
    [],
    ['a'],
    {},
    { a: 1 },
  ),
)

test('a NUL character is refused before it reaches the database', async () => {
  const siti = await server.as('siti')
  const { status, body } = await siti.get('/api/wilayah/6474011006?program=%00')
  expect([status, body.code]).toEqual([400, 'isian.salah'])
})

describe('every operation', () => {
  test('has an id of its own, and a path of its own', () => {
    expect(new Set(all.map((op) => op.id)).size).toBe(all.length)
    expect(new Set(all.map((op) => `${op.method} ${op.path}`)).size).toBe(all.length)
  })

  test.each(all.filter((op) => op.permission !== 'umum').map((op) => [op.id, op] as const))(
    '%s asks for a sign-in',
    async (_, op) => {
      const path = params(op).reduce((p, name) => p.replace(`:${name}`, '1'), op.path)
      const answer = await fetch(`${server.address}${path}`, {
        method: op.method,
        headers: { origin: server.address },
      })
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
        401,
        'masuk.perlu',
      ])
    },
  )

  test.each(all.filter((op) => op.berkas !== 'unggah').map((op) => [op.id, op] as const))(
    '%s answers hostile input with a problem that has a name',
    async (_, op) => {
      const names = Object.keys(people) as (keyof typeof people)[]
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...names),
          fc.dictionary(fc.constantFrom(...fields(op), 'tak_dikenal'), hostile, { maxKeys: 6 }),
          async (name, input) => {
            const person = await server.as(name)
            const path = params(op).reduce(
              (p, param) => p.replace(`:${param}`, encodeURIComponent(wellFormed(input[param]))),
              op.path,
            )
            const query = new URLSearchParams(
              Object.entries(input).map(([k, v]): [string, string] => [k, wellFormed(v)]),
            )
            const { status, body } =
              op.method === 'GET'
                ? await person.get(`${path}?${query}`)
                : await person.post(path, input)
            if (status !== 200) expect(Object.keys(problems)).toContain(body.code)
            expect(status).toBeLessThan(500)
          },
        ),
        { numRuns: 40 },
      )
    },
  )
})

/** As a path or query can carry it; an empty path part would be another address. */
const wellFormed = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value ?? 'kosong')).toWellFormed() || '-'
