import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { berkasVariabelSchema } from '#domain/variabel/kamus.ts'
import { kyselyOf } from '#server/db/pools.ts'
import { type TestDatabase, testDatabase } from '#test/database.ts'
import { registerPolicy } from './daftarkan.ts'
import { readPolicy } from './muat.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('a policy text is kept once, whole, under its hash', async () => {
  const kebijakan = readPolicy('variabel/aset.yaml', berkasVariabelSchema)
  const db = kyselyOf(database.app)
  const keep = () =>
    db.transaction().execute((tx) => registerPolicy(tx, kebijakan, kebijakan.nilai.berlaku))
  expect(await keep()).toBe(await keep())
  const kept = await sql<{ isi: string; dari: string }>`
    select isi, berlaku_dari as dari from kebijakan where hash = ${kebijakan.hash}`.execute(db)
  expect(kept.rows).toEqual([{ isi: kebijakan.isi, dari: '2022-10-15' }])
})

test('a faulty policy text is refused with file and place', () => {
  expect(() => readPolicy('kode/regsosek22/lantai.yaml', berkasVariabelSchema)).toThrow(
    /policy\/kode\/regsosek22\/lantai\.yaml: .*unit/,
  )
})
