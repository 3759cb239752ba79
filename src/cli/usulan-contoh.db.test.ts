import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashPassword } from 'better-auth/crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ringOf } from '#server/kripto/kunci.ts'
import { makeAccount } from '#server/pengguna/akun.ts'
import { demoAccounts } from '#server/pengguna/demo.ts'
import { createAuth } from '#server/pengguna/masuk.ts'
import { loadSecret } from '#server/pengguna/rahasia.ts'
import { type TestDatabase, testDatabase } from '#test/database.ts'
import { makeFamily } from '#test/families.ts'
import { usulanContoh } from './usulan-contoh.ts'

let database: TestDatabase
let folder: string

beforeAll(async () => {
  database = await testDatabase({ regions: true })
  folder = await mkdtemp(join(tmpdir(), 'siks-usulan-contoh-'))
  await database.admin.query(
    `insert into pengaturan values ('demo', 'true'), ('hari_ini', '"2018-07-24T10:00"')`,
  )
  const secret = await loadSecret(folder)
  const auth = createAuth({ pool: database.masuk, secret })
  const hash = await hashPassword('bukan-sandi-contoh-1')
  for (const akun of demoAccounts(secret, await ringOf(folder)))
    await makeAccount(auth, database.admin, { ...akun, hash })
  await makeFamily(database.admin, {
    wilayah: 6474011006,
    rt: 9,
    kepala: 'BADU',
    anggota: [{ nama: 'BADU', nik: '9974010101600001' }],
  })
  await database.admin.query('update individu set umur_tercatat = 58, tanggal_lahir = null')
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const isi = async () => {
  const { rows } = await database.admin.query(
    `select jenis, status, count(*)::int as n from usulan group by 1, 2 order by 1, 2`,
  )
  return rows.map((r) => [r.jenis, r.status, r.n])
}

test('every desk of the demo finds work, done by its people and in the log; a second start adds none', async () => {
  const pools = { migrator: database.admin, app: database.app }
  await usulanContoh({ pools, dataFolder: folder })
  const sekali = await isi()
  expect(sekali).toEqual([
    ['keluarga_baru', 'diajukan', 2],
    ['keluarga_baru', 'diketahui', 2],
    ['keluarga_baru', 'dilengkapi', 1],
    ['keluarga_baru', 'draf', 1],
    ['perbaikan_identitas', 'diajukan', 1],
  ])
  await usulanContoh({ pools, dataFolder: folder })
  expect(await isi()).toEqual(sekali)
  const { rows } = await database.admin.query(
    `select operasi, p.nama, count(*)::int as n from jejak j join pengguna p on p.id = j.pengguna_id
     group by 1, 2 order by 1, 2`,
  )
  expect(rows.map((r) => [r.operasi, r.nama, r.n])).toEqual([
    ['usulan.ajukan', 'Muhammad Yusuf', 5],
    ['usulan.ajukan', 'Siti Rahmawati', 1],
    ['usulan.ketahui', 'Dewi Anggraini', 2],
    ['usulan.lengkapi', 'Siti Rahmawati', 3],
    ['usulan.simpan', 'Muhammad Yusuf', 6],
    ['usulan.simpan', 'Siti Rahmawati', 1],
  ])
})
