import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kyselyOf } from '#server/db/pools.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { type TestDatabase, testDatabase } from '#test/database.ts'
import { claim, remember } from './command.ts'
import { inScope } from './transaction.ts'

let database: TestDatabase
let db: Kysely<DB>
beforeAll(async () => {
  database = await testDatabase()
  db = kyselyOf(database.app)
})
afterAll(() => database.close())

const command = (input: unknown, id = randomUUID()) => ({
  penggunaId: '00000000-0000-7000-8000-000000000001',
  id,
  operasi: 'uji.tulis',
  input,
})
const nowhere = { lo: 0, hi: 0 }

/** Carries a command out as the wrapper does, counting how often its work is done. */
async function carryOut(c: ReturnType<typeof command>, work: () => Promise<unknown>) {
  return inScope(db, nowhere, async (tx) => {
    const before = await claim(tx, c)
    if (!before.ok) return before.error.code
    if (before.value) return before.value.jawaban
    const answer = await work()
    await remember(tx, c, answer)
    return answer
  })
}

test('a repeated command gets the first answer and is not carried out again', async () => {
  const c = command({ a: 1 })
  let done = 0
  const work = async () => ({ ke: ++done })
  expect(await carryOut(c, work)).toEqual({ ke: 1 })
  expect(await carryOut(c, work)).toEqual({ ke: 1 })
  expect(done).toBe(1)
})

test('the same id with other input is refused', async () => {
  const c = command({ a: 1 })
  await carryOut(c, async () => 'satu')
  expect(await carryOut(command({ a: 2 }, c.id), async () => 'dua')).toBe('perintah.nomor_dipakai')
})

test('of twenty twins sent at once, one does the work', async () => {
  const c = command({ a: 1 })
  let done = 0
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => carryOut(c, async () => ({ ke: ++done }))),
  )
  expect(done).toBe(1)
  expect(new Set(answers.map((a) => JSON.stringify(a)))).toEqual(new Set(['{"ke":1}']))
})

test('a command that fails may be sent again under its id', async () => {
  const c = command({ a: 1 })
  await expect(carryOut(c, () => Promise.reject(new Error('putus')))).rejects.toThrow('putus')
  expect(await carryOut(c, async () => 'berhasil')).toBe('berhasil')
})
