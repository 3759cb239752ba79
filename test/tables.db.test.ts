/** The committed table types are those of the migrations. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nasib } from '#domain/gabung/nasib.ts'
import { projectRoot } from '#server/db/embedded/places.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { generateTables } from './generate-tables.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('tables.gen.ts is what npm run gen makes of the migrations', async () => {
  const committed = readFileSync(join(projectRoot, 'src/server/db/tables.gen.ts'), 'utf8')
  expect(committed === (await generateTables(database.url)), 'run: npm run gen').toBe(true)
})

test('every table and column says what it is', async () => {
  const { rows } = await database.admin.query(`
    select c.oid::regclass || coalesce('.' || a.attname, '') as nama
    from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and col_description(c.oid, coalesce(a.attnum, 0)) is null`)
  expect(rows.map((row) => row.nama)).toEqual([])
})

test('for every table that speaks of a person or a family it is said what a merge does with its rows', async () => {
  const { rows } = await database.admin.query<{ relname: string }>(`
    select distinct c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attname in ('individu_id', 'keluarga_id')`)
  const nama = rows.map((r) => r.relname)
  expect(nama.filter((n) => !(n in nasib))).toEqual([])
  expect(Object.keys(nasib).filter((n) => !nama.includes(n) && n !== 'individu')).toEqual([])
})
