/** The dictionary and the database agree on every column, its type, its comment and its protection. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { surveyColumns } from '#domain/variabel/kamus.ts'
import { type TestDatabase, testDatabase } from '#test/database.ts'
import { loadDictionary } from '../kebijakan/muat.ts'
import { describeColumn, sqlType } from './migrasi.ts'

const kamus = loadDictionary()
const units = ['ruta', 'keluarga', 'individu'] as const
const common = 'kab id keluarga_id wilayah rt tanggal sumber perekam rekaman_id sah dibuat_pada'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

async function columnsOf(
  table: string,
): Promise<Map<string, { type: string; comment: string | null }>> {
  const { rows } = await database.admin.query<{
    name: string
    type: string
    comment: string | null
  }>(
    `select attname as name, format_type(atttypid, atttypmod) as type, col_description(attrelid, attnum) as comment
       from pg_attribute where attrelid = to_regclass($1) and attnum > 0 and not attisdropped`,
    [table],
  )
  return new Map(rows.map(({ name, ...rest }) => [name, rest]))
}

describe.each(units)('survei_%s', (unit) => {
  test('has exactly the columns of the dictionary, with their type and label', async () => {
    const found = await columnsOf(`survei_${unit}`)
    const declared = surveyColumns(kamus, unit)
    for (const v of declared) {
      expect([v.nama, found.get(v.nama)]).toEqual([
        v.nama,
        { type: sqlType[v.jenis], comment: describeColumn(v) },
      ])
    }
    const expected = [...common.split(' '), `${unit}_id`, ...declared.map((v) => v.nama)]
    expect([...found.keys()].sort()).toEqual([...new Set(expected)].sort())
  })

  test('can be read and added to, never changed or emptied', async () => {
    const { rows } = await database.admin.query<{ role: string; right: string }>(
      `select grantee as role, privilege_type as right from information_schema.role_table_grants
        where table_name = $1 and grantee in ('siks_app', 'siks_job') order by 1, 2`,
      [`survei_${unit}`],
    )
    expect(rows.map((r) => `${r.role} ${r.right}`)).toEqual([
      'siks_app INSERT',
      'siks_app SELECT',
      'siks_job INSERT',
      'siks_job SELECT',
    ])
  })

  test('is closed to who has set no area', async () => {
    const { rows } = await database.admin.query<{ forced: boolean }>(
      `select relrowsecurity and relforcerowsecurity as forced from pg_class where oid = to_regclass($1)`,
      [`survei_${unit}`],
    )
    expect(rows).toEqual([{ forced: true }])
  })
})

test('a variable kept elsewhere names a column that exists', async () => {
  for (const v of kamus.variabel.values()) {
    if (v.simpan === undefined) continue
    const found = await columnsOf(v.simpan.tabel)
    expect([v.nama, found.has(v.simpan.kolom)]).toEqual([v.nama, true])
  }
})
