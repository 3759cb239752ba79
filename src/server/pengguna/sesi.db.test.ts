import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { akunBaru, denganTotp, kodeBerikut, lewat, sandi } from '#test/akun-uji.ts'
import { type Klien, klien } from '#test/klien.ts'
import { type TestServer, testServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const peramban = (): Klien => klien(server.address)

describe('sessions', () => {
  test('are listed in words, and ended one by one or all at once', async () => {
    const username = (await akunBaru(server, 'operator_desa')).username
    const [satu, dua, tiga] = [peramban(), peramban(), peramban()]
    for (const di of [satu, dua, tiga]) await di.post('/api/masuk/sandi', { nama: username, sandi })
    const { body } = await satu.get('/api/akun')
    const sesi = body.sesi as { id: string; ini: boolean; perangkat: { id: string } }[]
    expect(sesi.map((s) => s.ini).filter(Boolean)).toHaveLength(1)
    expect(sesi).toHaveLength(3)
    expect(sesi[0]?.perangkat.id).toBe('Chrome di Android')
    const lain = sesi.find((s) => !s.ini)?.id
    expect((await satu.post('/api/akun/sesi/akhiri', { sesi: lain })).status).toBe(200)
    expect((await satu.post('/api/akun/sesi/akhiri', { sesi: lain })).status).toBe(404)
    expect((await satu.post('/api/akun/sesi/akhiri-semua')).body).toEqual({ diakhiri: 1 })
    expect([
      (await dua.get('/api/sesi')).status,
      (await tiga.get('/api/sesi')).status,
      (await satu.get('/api/sesi')).status,
    ]).toEqual([401, 401, 200])
  })

  test('of others cannot be ended', async () => {
    const [a, b] = [
      (await akunBaru(server, 'operator_desa')).username,
      (await akunBaru(server, 'operator_desa')).username,
    ]
    const [di, lain] = [peramban(), peramban()]
    await di.post('/api/masuk/sandi', { nama: a, sandi })
    await lain.post('/api/masuk/sandi', { nama: b, sandi })
    const sesi = ((await lain.get('/api/akun')).body.sesi as { id: string }[])[0]?.id
    expect((await di.post('/api/akun/sesi/akhiri', { sesi })).status).toBe(404)
    expect((await lain.get('/api/sesi')).status).toBe(200)
  })

  test('end everywhere but here when the password is changed, and the old one is no good', async () => {
    const username = (await akunBaru(server, 'operator_desa')).username
    const [di, lain] = [peramban(), peramban()]
    for (const d of [di, lain]) await d.post('/api/masuk/sandi', { nama: username, sandi })
    const baru = 'bubur pedas sambas hangat'
    expect((await di.post('/api/masuk/sandi/ganti', { lama: 'salah', baru })).body.code).toBe(
      'masuk.salah',
    )
    expect((await di.post('/api/masuk/sandi/ganti', { lama: sandi, baru })).status).toBe(200)
    expect([(await di.get('/api/sesi')).status, (await lain.get('/api/sesi')).status]).toEqual([
      200, 401,
    ])
    expect((await peramban().post('/api/masuk/sandi', { nama: username, sandi })).status).toBe(401)
    expect(
      (await peramban().post('/api/masuk/sandi', { nama: username, sandi: baru })).status,
    ).toBe(200)
  })

  test('cookies are closed to scripts and to other sites, and never cached', async () => {
    const username = (await akunBaru(server, 'operator_desa')).username
    const answer = await fetch(`${server.address}/api/masuk/sandi`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.address },
      body: JSON.stringify({ nama: username, sandi }),
    })
    for (const cookie of answer.headers.getSetCookie())
      expect(cookie).toMatch(
        /^siks\.(sesi|kenal)=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/,
      )
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
})

describe('roles', () => {
  test('are worn one at a time, by choice, and each with its own demand', async () => {
    const username = (await akunBaru(server, 'operator_desa')).username
    const { rows } = await server.database.admin.query<{ id: string }>(
      `insert into penugasan (pengguna_id, peran, wilayah, dari)
       select p.id, 'verifikator', 6474000000, '2017-01-01' from pengguna p join masuk."user" u on u.id = p.masuk_id where username = $1 returning id`,
      [username],
    )
    const di = peramban()
    await di.post('/api/masuk/sandi', { nama: username, sandi })
    expect((await di.get('/api/sesi')).body).toMatchObject({
      peran: 'operator_desa',
      jumlahPeran: 2,
    })
    expect((await di.post('/api/sesi/peran', { penugasan: rows[0]?.id })).status).toBe(200)
    expect((await di.get('/api/sesi')).body.code).toBe('masuk.faktor_kedua')
    await di.post('/api/masuk/totp/mulai')
    const own = (await di.get('/api/akun')).body.penugasan as { dipakai: boolean; peran: string }[]
    expect(own.filter((p) => p.dipakai).map((p) => p.peran)).toEqual(['verifikator'])
  })

  test('of others, and ended ones, cannot be worn', async () => {
    const di = peramban()
    await di.post('/api/masuk/sandi', {
      nama: (await akunBaru(server, 'operator_desa')).username,
      sandi,
    })
    const { rows } = await server.database.admin.query<{ id: string }>(
      `select id from penugasan where peran = 'pusdatin'`,
    )
    expect((await di.post('/api/sesi/peran', { penugasan: rows[0]?.id })).status).toBe(404)
  })

  test('that have ended are out at once; the account still shows what it had', async () => {
    const username = (await akunBaru(server, 'operator_desa')).username
    const di = peramban()
    await di.post('/api/masuk/sandi', { nama: username, sandi })
    await server.database.admin.query(
      `update penugasan set sampai = '2018-02-01' where pengguna_id = (select p.id from pengguna p join masuk."user" u on u.id = p.masuk_id where username = $1)`,
      [username],
    )
    expect((await di.get('/api/sesi')).body.code).toBe('izin.tanpa_peran')
    expect((await di.get('/api/akun')).body).toMatchObject({
      faktorWajib: null,
      penugasan: [{ berlaku: false, dipakai: false }],
    })
  })
})

describe('the pledge of integrity', () => {
  test('is asked before the first work, accepted with its text and time, and not asked again', async () => {
    const username = (await akunBaru(server, 'operator_desa')).username
    await server.database.admin.query(
      `delete from pakta where pengguna_id = (select p.id from pengguna p join masuk."user" u on u.id = p.masuk_id where username = $1)`,
      [username],
    )
    const di = peramban()
    await di.post('/api/masuk/sandi', { nama: username, sandi })
    expect((await di.get('/api/sesi')).body.code).toBe('masuk.pakta')
    const { body } = await di.get('/api/akun/pakta')
    expect(body).toMatchObject({ versi: '1', diterimaPada: null })
    expect((await di.post('/api/akun/pakta/terima', { sidik: '0'.repeat(64) })).body.code).toBe(
      'versi.berubah',
    )
    expect((await di.post('/api/akun/pakta/terima', { sidik: body.sidik })).status).toBe(200)
    expect((await di.get('/api/sesi')).status).toBe(200)
    const { rows } = await server.database.admin.query(
      `select perubahan from jejak where operasi = 'akun.terimaPakta' order by id desc limit 1`,
    )
    expect(JSON.stringify(rows)).toContain(String(body.sidik))
  })
})

describe('what leaves the house', () => {
  const unduh = '/api/daftar/0192e3b0-0000-7000-8000-000000000000/unduh?tujuan=pemeriksaan'

  test('needs a proof not older than ten minutes; password and code give one', async () => {
    const { di, rahasia } = await denganTotp(server, (await akunBaru(server)).username)
    expect((await di.get(unduh)).body.code).toBe('tidak.ada')
    await lewat(server, di, 9)
    expect((await di.get(unduh)).body.code).toBe('tidak.ada')
    await lewat(server, di, 11)
    expect((await di.get(unduh)).body.code).toBe('masuk.kukuhkan')
    expect((await di.get('/api/sesi')).body.kukuhSampai).toBeNull()
    const kukuh = (bukti: object) => di.post('/api/masuk/kukuhkan', bukti)
    expect((await kukuh({ cara: 'sandi', sandi })).body.code).toBe('masuk.kode_salah')
    expect((await kukuh({ cara: 'sandi', sandi: 'salah', kode: '123456' })).body.code).toBe(
      'masuk.salah',
    )
    const benar = await kukuh({ cara: 'sandi', sandi, kode: await kodeBerikut(rahasia) })
    expect(new Date(String(benar.body.sampai)).getTime()).toBeGreaterThan(Date.now() + 9 * 60_000)
    expect((await di.get(unduh)).body.code).toBe('tidak.ada')
  })

  test('needs only the password where the account has nothing more', async () => {
    const di = peramban()
    await di.post('/api/masuk/sandi', {
      nama: (await akunBaru(server, 'operator_desa')).username,
      sandi,
    })
    await lewat(server, di, 11)
    expect((await di.post('/api/masuk/kukuhkan', { cara: 'sandi', sandi })).status).toBe(200)
    expect((await di.get('/api/sesi')).body.kukuhSampai).not.toBeNull()
  })

  test('a further factor, and new recovery codes, need it too; the last factor stays', async () => {
    const { di, rahasia } = await denganTotp(server, (await akunBaru(server)).username)
    await lewat(server, di, 11)
    for (const path of [
      '/api/masuk/totp/mulai',
      '/api/masuk/passkey/daftar/mulai',
      '/api/masuk/pemulihan/baru',
    ])
      expect((await di.post(path)).body.code, path).toBe('masuk.kukuhkan')
    expect((await di.post('/api/akun/cabut', { jenis: 'totp', id: '-' })).body.code).toBe(
      'masuk.kukuhkan',
    )
    await di.post('/api/masuk/kukuhkan', { cara: 'sandi', sandi, kode: await kodeBerikut(rahasia) })
    expect((await di.post('/api/akun/cabut', { jenis: 'totp', id: '-' })).body.code).toBe(
      'akun.faktor_terakhir',
    )
    expect((await di.post('/api/masuk/pemulihan/baru')).body.pemulihan).toHaveLength(10)
  })
})
