/** The plans by which a long log is read: a record, an officer and a period are each one index range. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import { kyselyOn } from '#server/db/client-kysely.ts'
import { scopeStatements } from '#server/http/transaction.ts'
import { type TestDatabase, testDatabase } from '#test/database.ts'
import { entriCatatan, entriMenurut, syaratSaringan } from './baca.ts'

const kota = cakupanOf(6474000000)
const petugas = '0192e3b0-0000-7000-8000-000000000007'
const keluarga = '0192e3b0-0000-7000-8000-000000000009'
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  const { admin } = database
  await admin.query(
    `insert into jejak (waktu, pengguna_id, peran, wilayah, operasi, subjek, subjek_lo, subjek_hi, jumlah)
    select timestamptz '2018-01-01' + n * interval '1 minute', case when n % 500 = 7 then $1::uuid else md5('p' || n % 300)::uuid end, 'operator_desa', 6474011001 + n % 15,
      'keluarga.satu', jsonb_build_array(jsonb_build_object('jenis', 'keluarga', 'id', md5('k' || n % 5000)::uuid)), 6474011001 + n % 15, 6474011002 + n % 15, 1
    from generate_series(1, 50000) n`,
    [petugas],
  )
  await admin.query(
    `insert into jejak_subjek select 'keluarga', case when id % 5000 = 9 then $1::uuid else md5('k' || id % 5000)::uuid end, id, wilayah, waktu, pengguna_id, peran, null, wilayah, operasi, null from jejak`,
    [keluarga],
  )
  await admin.query('analyze jejak')
  await admin.query('analyze jejak_subjek')
})
afterAll(() => database.close())

/** What the statements of some work would be planned as, in the area of the city. */
async function rencana(work: (tx: ReturnType<typeof kyselyOn>) => Promise<unknown>) {
  const client = await database.app.connect()
  try {
    await client.query(`begin; ${scopeStatements(kota)}`)
    await client.query('set local plan_cache_mode = force_custom_plan')
    const plans: string[] = []
    const query = client.query.bind(client)
    const explained = Object.assign(Object.create(client), {
      query: async (text: string, values: unknown[]) => {
        const { rows } = await query<{ 'QUERY PLAN': string }>(`explain ${text}`, values)
        plans.push(...rows.map((row) => row['QUERY PLAN']))
        return { command: 'SELECT', rowCount: 0, rows: [] }
      },
    })
    await work(kyselyOn(explained))
    return plans.join('\n')
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const saringan = (f: object) => syaratSaringan({ operasiDalam: null, ...f }, 'e')

test('the history of a record is one range of its own rows', async () => {
  const catatan = [{ jenis: 'keluarga', id: keluarga }]
  const plan = await rencana((tx) => entriCatatan(tx, kota, catatan, [], { batas: 50 }))
  expect(plan).toContain('jejak_subjek_pkey')
  expect(plan).not.toMatch(/Seq Scan on jejak/)
})

test('an officer is found by the index of officers', async () => {
  const plan = await rencana((tx) =>
    entriMenurut(tx, kota, saringan({ pengguna: petugas }), { batas: 50 }),
  )
  expect(plan).toContain('jejak_pengguna')
})

test('a period long ago is read without what came after', async () => {
  const masa = saringan({ dari: '2018-01-10', sampai: '2018-01-10' })
  const plan = await rencana((tx) => entriMenurut(tx, kota, masa, { batas: 50 }, 'waktu'))
  expect(plan).toContain('jejak_waktu')
})

test('the newest page is read from the end', async () => {
  const plan = await rencana((tx) => entriMenurut(tx, kota, [], { batas: 50 }))
  expect(plan).toContain('Index Scan Backward using jejak_pkey')
})
