import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ringOf } from '#server/kripto/kunci.ts'
import { type RunningServer, startServer } from '#server/main.ts'
import { type TestDatabase, testDatabase } from '#test/database.ts'
import { klien } from '#test/klien.ts'
import { makeAccount } from './akun.ts'
import { demoAccounts, endStrayDemo } from './demo.ts'
import { createAuth } from './masuk.ts'
import { loadSecret } from './rahasia.ts'

let database: TestDatabase
let folder: string
const servers: RunningServer[] = []

beforeAll(async () => {
  database = await testDatabase({ regions: true })
  folder = await mkdtemp(path.join(tmpdir(), 'siks-demo-'))
  await database.admin.query(
    `insert into pengaturan values ('demo', 'true'), ('hari_ini', '"2018-07-24"')`,
  )
  const secret = await loadSecret(folder)
  const auth = createAuth({ pool: database.masuk, secret })
  for (const account of demoAccounts(secret, await ringOf(folder)))
    await makeAccount(auth, database.admin, account)
})
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()))
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

async function mulai(): Promise<RunningServer> {
  const server = await startServer({
    databaseUrl: database.url,
    dataFolder: folder,
    host: '127.0.0.1',
    port: 0,
    secure: false,
    alone: false,
    logger: false,
  })
  servers.push(server)
  return server
}

type Akun = {
  username: string
  password: string
  peran: { id: string }
  totp: { kode: string } | null
}

test('on demo data every demo account signs in by what the sign-in page shows of it', async () => {
  const server = await mulai()
  expect(server.demo.map((d) => [d.username, d.totp !== null])).toContainEqual([
    'siti.apiapi',
    false,
  ])
  const { body } = await klien(server.address).get('/api/sesi/awal')
  const akun = body.akun as Akun[]
  expect(akun).toHaveLength(11)
  for (const { username, password, totp } of akun) {
    const di = klien(server.address)
    const masuk = await di.post('/api/masuk/sandi', { nama: username, sandi: password })
    expect([username, masuk.status]).toEqual([username, 200])
    if (totp) {
      // Shown to all visitors: taken from several of them in the same half minute.
      const lain = klien(server.address)
      await lain.post('/api/masuk/sandi', { nama: username, sandi: password })
      expect((await lain.post('/api/masuk/totp', { kode: totp.kode })).status).toBe(200)
      expect((await di.post('/api/masuk/totp', { kode: totp.kode })).status).toBe(200)
    }
    expect((await di.get('/api/sesi')).body.code, username).toBe('masuk.pakta')
    const { body: pakta } = await di.get('/api/akun/pakta')
    await di.post('/api/akun/pakta/terima', { sidik: pakta.sidik })
    expect((await di.get('/api/sesi')).body).toMatchObject({ demo: true })
  }
}, 60_000)

test('without demo data they are ended when the server starts, with their sessions', async () => {
  const before = await mulai()
  const [akun] = (await klien(before.address).get('/api/sesi/awal')).body.akun as Akun[]
  const di = klien(before.address)
  await di.post('/api/masuk/sandi', { nama: akun?.username, sandi: akun?.password })
  await database.admin.query(`update pengaturan set nilai = 'false' where kunci = 'demo'`)
  const server = await mulai()
  expect(server.demo).toEqual([])
  expect((await klien(server.address).get('/api/sesi/awal')).body).toMatchObject({
    demo: false,
    akun: [],
  })
  expect((await di.get('/api/sesi')).status).toBe(401)
  const lagi = await klien(server.address).post('/api/masuk/sandi', {
    nama: akun?.username,
    sandi: akun?.password,
  })
  expect(lagi.body.code).toBe('masuk.salah')
  expect(await endStrayDemo(database.admin)).toBe(0)
})
