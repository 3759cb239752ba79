import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#test/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const one = async (sql: string) => Object.values((await database.app.query(sql)).rows[0])[0]

test('each pool works as its own role, and RESET ROLE does not lead back to the login', async () => {
  expect(await one('select current_user')).toBe('siks_app')
  const { rows } = await database.job.query('select current_user as siapa')
  expect(rows[0].siapa).toBe('siks_job')
  await database.app.query('reset role')
  expect(await one('select current_user')).toBe('siks_app')
})

test('region codes are numbers, dates are strings, instants are Date', async () => {
  expect(await one('select 6474011001::bigint')).toBe(6474011001)
  expect(await one("select '2018-07-01'::date")).toBe('2018-07-01')
  expect(await one('select 1.5::numeric')).toBe(1.5)
  expect(await one("select '2018-07-01T00:00Z'::timestamptz")).toEqual(
    new Date('2018-07-01T00:00Z'),
  )
  expect(await one('select array[6474011001, null]::bigint[]')).toEqual([6474011001, null])
  expect(await one("select array['2018-07-01']::date[]")).toEqual(['2018-07-01'])
})

test('an int8 that a number cannot hold exactly is refused', async () => {
  await expect(one('select 9007199254740993::bigint')).rejects.toThrow(/int8/)
})

test('the application may not delete from the registry', async () => {
  await expect(database.app.query('delete from keluarga')).rejects.toThrow(/permission denied/)
})
