import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#test/database.ts'
import { type Migration, migrate, readMigrations, versionOf } from './migrate.ts'

const file = (number: number, sql: string): Migration => ({
  number,
  name: `000${number}-uji`,
  sql,
  hash: createHash('sha256').update(sql).digest('hex'),
})
const first = file(1, 'create table satu (a int)')
const second = file(2, 'create table dua (a int)')

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase({ empty: true })
})
afterAll(() => database.close())

test('processes that start together apply each migration once', async () => {
  const outcomes = await Promise.all(
    [1, 2, 3].map(() => migrate(database.url, { migrations: [first, second] })),
  )
  expect(outcomes.flatMap(({ applied }) => applied).sort()).toEqual(['0001-uji', '0002-uji'])
  expect(await versionOf(database.admin)).toBe(2)
})

test('a database newer than the code is refused', async () => {
  await expect(migrate(database.url, { migrations: [first] })).rejects.toThrow(/lebih baru/)
})

test('a migration edited after it was applied is refused', async () => {
  await expect(
    migrate(database.url, { migrations: [first, file(2, 'create table dua (b int)')] }),
  ).rejects.toThrow(/0002-uji berbeda/)
})

test('a migration that fails leaves nothing behind and names its line', async () => {
  const broken = file(3, 'create table tiga (a int);\nselect tidak_ada')
  await expect(migrate(database.url, { migrations: [first, second, broken] })).rejects.toThrow(
    /gagal.*baris 2/,
  )
  const { rows } = await database.admin.query("select to_regclass('tiga') as tiga")
  expect(rows[0].tiga).toBeNull()
  expect(await versionOf(database.admin)).toBe(2)
})

test('the migrations of the project are in the order of their numbers', () => {
  const numbers = readMigrations().map(({ number }) => number)
  expect(numbers.length).toBeGreaterThan(1)
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
})
