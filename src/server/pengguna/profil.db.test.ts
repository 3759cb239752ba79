import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningServer, startServer } from '#server/main.ts'
import { akunBaru, sandi } from '#test/akun-uji.ts'
import { klien } from '#test/klien.ts'
import { type TestServer, testServer } from '#test/server.ts'

let server: TestServer
let bssn: RunningServer
beforeAll(async () => {
  server = await testServer()
  await server.database.admin.query(`insert into pengaturan values ('profil_sandi', '"bssn"')`)
  // A second server of the same database, begun after the setting was changed.
  bssn = await startServer({
    databaseUrl: server.database.url,
    dataFolder: server.folder,
    host: '127.0.0.1',
    port: 0,
    secure: false,
    alone: false,
    logger: false,
  })
})
afterAll(async () => {
  await bssn.stop()
  await server.close()
})

const pilihan = (n: number) => `Rujak-Cingur-${n}-Pedas!`

test('the profile of BSSN asks for composition, forbids former passwords, and lets passwords expire', async () => {
  const { username } = await akunBaru(server, 'operator_desa')
  const di = klien(bssn.address)
  await di.post('/api/masuk/sandi', { nama: username, sandi })
  expect((await di.get('/api/akun')).body.sandi).toMatchObject({
    aturan: { profil: 'bssn', komposisi: true, masaHari: 90, riwayat: 5 },
  })
  const ganti = async (lama: string, baru: string) =>
    (await di.post('/api/masuk/sandi/ganti', { lama, baru })).body.code
  expect(await ganti(sandi, 'semua huruf kecil saja')).toBe('sandi.komposisi')
  expect(await ganti(sandi, pilihan(1))).toBeUndefined()
  expect(await ganti(pilihan(1), pilihan(2))).toBeUndefined()
  expect(await ganti(pilihan(2), pilihan(2))).toBe('sandi.pernah')
  expect(await ganti(pilihan(2), pilihan(1))).toBe('sandi.pernah')
  await server.database.admin.query(
    `update masuk."user" set sandi_pada = now() - interval '91 days' where username = $1`,
    [username],
  )
  const lagi = klien(bssn.address)
  await lagi.post('/api/masuk/sandi', { nama: username, sandi: pilihan(2) })
  expect((await lagi.get('/api/sesi')).body.code).toBe('masuk.ganti_sandi')
  const biasa = klien(server.address)
  await biasa.post('/api/masuk/sandi', { nama: username, sandi: pilihan(2) })
  expect((await biasa.get('/api/sesi')).status).toBe(200)
})
