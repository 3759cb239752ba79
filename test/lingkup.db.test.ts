/** Row-level security below the village: lists of RT, lists of families, and empty lists. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cakupan, cakupanOf } from '#domain/wilayah/kode.ts'
import { scopeStatements } from '#server/http/transaction.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { makeFamily } from './families.ts'

const desa = 6474011006
let database: TestDatabase
let satu: { kab: number; id: string; rutaId: string }
let tiga: { kab: number; id: string; rutaId: string }

beforeAll(async () => {
  database = await testDatabase()
  const { admin } = database
  satu = await makeFamily(admin, {
    wilayah: desa,
    rt: 1,
    kepala: 'AMIR',
    anggota: [{ nama: 'AMIR' }],
  })
  await makeFamily(admin, { wilayah: desa, rt: 1, kepala: 'AMINAH', anggota: [{ nama: 'AMINAH' }] })
  tiga = await makeFamily(admin, {
    wilayah: desa,
    rt: 3,
    kepala: 'AMIN',
    anggota: [{ nama: 'AMIN' }],
  })
  await makeFamily(admin, { wilayah: desa, kepala: 'AMAR', anggota: [{ nama: 'AMAR' }] })
  await makeFamily(admin, {
    wilayah: 6474011004,
    rt: 1,
    kepala: 'AMRI',
    anggota: [{ nama: 'AMRI' }],
  })
  for (const { kab, rutaId } of [satu, tiga])
    await admin.query(
      `insert into survei_ruta (kab, ruta_id, wilayah, rt, tanggal, sumber) select kab, id, wilayah, rt, '2018-01-01', 'uji' from ruta where kab = $1 and id = $2`,
      [kab, rutaId],
    )
})
afterAll(() => database.close())

/** One column of a statement as the application reads it in an area. */
async function seen(area: Cakupan, sql: string, role: 'app' | 'job' = 'app'): Promise<unknown[]> {
  const client = await database[role].connect()
  try {
    await client.query(`begin; ${scopeStatements(area)}`)
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' })
    return rows.map((row) => row[0])
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const heads = `select nama_kepala from keluarga order by 1`
const byName = `select nama from cari_nama('AMIN', 0, 10000000000, null, 100) order by 1`
const village = cakupanOf(desa)

describe('a list of RT', () => {
  test('shows its rows in the village, and none without RT', async () => {
    expect(await seen({ ...village, rt: [1] }, heads)).toEqual(['AMINAH', 'AMIR'])
    expect(await seen({ ...village, rt: [3, 1] }, heads)).toEqual(['AMIN', 'AMINAH', 'AMIR'])
    expect(await seen({ ...village, rt: [1] }, heads, 'job')).toEqual(['AMINAH', 'AMIR'])
    expect(await seen(village, heads)).toEqual(['AMAR', 'AMIN', 'AMINAH', 'AMIR'])
  })

  test('binds the search by name, which bypasses the policies', async () => {
    expect(await seen({ ...village, rt: [3] }, byName)).toEqual(['AMIN'])
    expect(await seen({ ...village, rt: [1] }, byName)).toContain('AMINAH')
    expect(await seen({ ...village, rt: [1] }, byName)).not.toContain('AMIN')
  })

  test('refuses to write outside it', async () => {
    const write = `insert into ruta (kab, wilayah, wilayah_tercatat, rt) values (6474, ${desa}, ${desa}, 2) returning rt`
    expect(await seen({ ...village, rt: [2] }, write)).toEqual([2])
    await expect(seen({ ...village, rt: [1] }, write)).rejects.toThrow('row-level security')
  })
})

describe('a list of families', () => {
  const assigned = (): Cakupan => ({ ...village, keluarga: [tiga.id], ruta: [tiga.rutaId] })

  test('shows them, their persons and their houses', async () => {
    expect(await seen(assigned(), heads)).toEqual(['AMIN'])
    expect(await seen(assigned(), 'select nama from individu')).toEqual(['AMIN'])
    expect(await seen(assigned(), 'select id from ruta')).toEqual([tiga.rutaId])
    expect(await seen(assigned(), 'select ruta_id from survei_ruta')).toEqual([tiga.rutaId])
  })

  test('does not reach beyond the range of its area', async () => {
    expect(await seen({ ...assigned(), ...cakupanOf(6474011004) }, heads)).toEqual([])
  })

  test('binds the search by name', async () => {
    expect(await seen(assigned(), byName)).toEqual(['AMIN'])
    expect(await seen({ ...village, keluarga: [satu.id], ruta: [satu.rutaId] }, byName)).toEqual([
      'AMIR',
    ])
  })
})

test.each([
  ['RT', { ...village, rt: [] }],
  ['families', { ...village, keluarga: [], ruta: [] }],
])('an empty list of %s shows nothing at all', async (_, area) => {
  for (const table of ['keluarga', 'individu', 'ruta', 'survei_ruta'])
    expect(await seen(area, `select 1 from ${table}`)).toEqual([])
  expect(await seen(area, byName)).toEqual([])
})

test.each(['app.lo', 'app.hi', 'app.rt', 'app.keluarga'])(
  'without %s there are no rows: forgetting a setting shows nothing',
  async (left) => {
    const client = await database.app.connect()
    try {
      const kept = scopeStatements(village)
        .split('; ')
        .filter((one) => !one.includes(left))
      await client.query(`begin; ${kept.join('; ')}`)
      for (const sql of [heads, byName]) expect((await client.query(sql)).rows).toEqual([])
    } finally {
      await client.query('rollback')
      client.release()
    }
  },
)

test('the planner still finds the village by its index, and expects many rows in it', async () => {
  await database.admin.query(
    `insert into ruta (kab, wilayah, wilayah_tercatat, rt) select 6474, 6474020000 + 1001 + g % 50, 6474020000 + 1001 + g % 50, 1 + g % 20 from generate_series(1, 100000) g`,
  )
  await database.admin.query('analyze ruta')
  const plan = (await seen(cakupanOf(6474021007), 'explain select * from ruta')).join('\n')
  expect(plan).toMatch(/Index Scan (using|on) ruta_wilayah/)
  expect(Number(/rows=(\d+)/.exec(plan)?.[1])).toBeGreaterThan(1000)
})
