import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { partsOfRound } from '#server/peringkat/ronde-sql.ts'
import { type TestDatabase, testDatabase } from '#test/database.ts'
import { projectRoot } from './embedded/places.ts'
import { migrate } from './migrate.ts'
import { openPools } from './pools.ts'

const login = `siks_uji_${randomBytes(4).toString('hex')}`
const ronde = randomUUID()
let database: TestDatabase
let url: string

/** The statements that docs/operasi.md gives to the database administrator, with the names of this test. */
function documented(): string[] {
  const text = readFileSync(join(projectRoot, 'docs', 'operasi.md'), 'utf8')
  const block = /<!-- peran -->\s*```sql\n([\s\S]*?)```/.exec(text)?.[1] ?? ''
  return block
    .replaceAll('siks_login', login)
    .split(';')
    .map((statement) => statement.trim())
    .filter(
      (statement) =>
        statement !== '' &&
        !/^create (database|role siks_(app|job|masuk|cari|urut|periksa|pemekaran))/.test(statement),
    )
}

beforeAll(async () => {
  database = await testDatabase({ empty: true })
  for (const statement of documented()) await database.admin.query(statement)
  await database.admin.query(`alter database ${database.name} owner to ${login}`)
  await database.admin.query(`alter role ${login} password 'uji'`)
  const address = new URL(database.url)
  address.username = login
  address.password = 'uji'
  url = address.href
})
afterAll(async () => {
  await database.admin.query(`reassign owned by ${login} to current_user`)
  await database.admin.query(`drop owned by ${login}`)
  await database.admin.query(`drop role ${login}`)
  await database.close()
})

test('a login that is no superuser, made as docs/operasi.md says, can migrate and work', async () => {
  const { applied } = await migrate(url)
  expect(applied.length).toBeGreaterThan(1)
  const pools = openPools(url)
  try {
    for (const role of ['app', 'job', 'masuk'] as const) {
      const { rows } = await pools[role].query('select current_user as siapa')
      expect(rows[0].siapa).toBe(`siks_${role}`)
    }
    await expect(pools.app.query('delete from keluarga')).rejects.toThrow(/permission denied/)
    // Freezing a ranking changes the owner of what the job wrote.
    const { fakta, hasil } = partsOfRound(ronde)
    await pools.job.query(`create table ${fakta} as select * from fakta_keluarga;
      create table ${hasil} as select * from peringkat_hasil; select peringkat_bekukan('${ronde}')`)
    const { rows } = await pools.migrator.query(
      `select pg_get_userbyid(c.relowner) as pemilik from pg_inherits i join pg_class c on c.oid = i.inhrelid
       where i.inhparent = 'peringkat_hasil'::regclass and c.relkind = 'r'`,
    )
    expect(rows).toEqual([{ pemilik: login }])
  } finally {
    await pools.close()
  }
})

test('a login bound by row-level security is refused before anything is changed', async () => {
  await database.admin.query(`alter role ${login} nobypassrls`)
  await expect(migrate(url)).rejects.toThrow(/BYPASSRLS/)
})
