import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#test/database.ts'
import { loadRegions } from './muat.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await loadRegions(database.admin)
})
afterAll(() => database.close())

test('the whole country is there, level by level', async () => {
  const { rows } = await database.app.query(
    'select tingkat, count(*)::int as n from wilayah group by tingkat order by n',
  )
  expect(rows).toEqual([
    { tingkat: 'nasional', n: 1 },
    { tingkat: 'provinsi', n: 38 },
    { tingkat: 'kabkota', n: 514 },
    { tingkat: 'kecamatan', n: 7285 },
    { tingkat: 'desa', n: 83_762 },
  ])
})

test('Kota Bontang has three kecamatan and fifteen kelurahan', async () => {
  const { rows } = await database.app.query(
    `select tingkat, jenis, count(*)::int as n from wilayah where kode between 6474000000 and 6474999999 group by 1, 2 order by 3`,
  )
  expect(rows).toEqual([
    { tingkat: 'kabkota', jenis: 'kota', n: 1 },
    { tingkat: 'kecamatan', jenis: 'kecamatan', n: 3 },
    { tingkat: 'desa', jenis: 'kelurahan', n: 15 },
  ])
})

test('loading again changes nothing', async () => {
  expect(await loadRegions(database.admin)).toBe(0)
})
