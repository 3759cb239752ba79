import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { akunBaru, denganTotp, kodeBerikut, sandi, tokenOf } from '#test/akun-uji.ts'
import { measure } from '#test/berkas/ukur.ts'
import { type Klien, klien } from '#test/klien.ts'
import { password } from '#test/people.ts'
import { type TestServer, testServer } from '#test/server.ts'
import { createAuth } from './masuk.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const peramban = (): Klien => klien(server.address)

describe('the first step', () => {
  test('opens the app to an operator, by user name or phone number, in any case and spelling', async () => {
    const { username, telepon } = await akunBaru(server, 'operator_desa')
    const lokal = `0${telepon.slice(3, 6)}-${telepon.slice(6)}`
    for (const nama of [username, username.toUpperCase(), telepon, lokal]) {
      const di = peramban()
      const masuk = await di.post('/api/masuk/sandi', { nama, sandi })
      expect(masuk, nama).toMatchObject({ status: 200, body: { langkah: 'selesai', cara: [] } })
      expect((await di.get('/api/sesi')).body).toMatchObject({ peran: 'operator_desa' })
    }
  })

  test('answers a wrong password and an unknown name with the same words', async () => {
    const username = (await akunBaru(server)).username
    const salah = await peramban().post('/api/masuk/sandi', {
      nama: username,
      sandi: 'salah salah',
    })
    const asing = await peramban().post('/api/masuk/sandi', {
      nama: 'tidak.ada',
      sandi: 'salah salah',
    })
    expect(salah.status).toBe(401)
    expect(asing).toEqual(salah)
  })

  test('works about as much for an unknown name, an invited one without password, and a wrong password', async () => {
    const username = (await akunBaru(server)).username
    await server.database.admin.query(`select akun_buat('Diundang', 'diundang', null)`)
    const lama = async (nama: string) => {
      const times: number[] = []
      for (let i = 0; i < 4; i++) {
        const di = peramban()
        const { measured } = await measure(() =>
          di.post('/api/masuk/sandi', { nama, sandi: `salah ${i}` }),
        )
        times.push(measured.milliseconds)
      }
      return times.sort((a, b) => a - b)[1] ?? 0
    }
    const times = [await lama(username), await lama('tidak.ada.juga'), await lama('diundang')]
    // The password hash alone costs tens of milliseconds: without it an answer comes at a tenth of that.
    expect(Math.min(...times)).toBeGreaterThan(Math.max(...times) * 0.3)
  })

  test('lets an ended account in no more', async () => {
    const username = (await akunBaru(server, 'operator_desa')).username
    const di = peramban()
    await di.post('/api/masuk/sandi', { nama: username, sandi })
    await server.database.admin.query(
      `update pengguna set nonaktif_pada = now() where masuk_id = (select id from masuk."user" where username = $1)`,
      [username],
    )
    expect((await di.get('/api/sesi')).body.code).toBe('masuk.perlu')
    const lagi = await peramban().post('/api/masuk/sandi', { nama: username, sandi })
    expect(lagi.body.code).toBe('masuk.salah')
  })

  test('demands a longer password where it stands alone, before anything else', async () => {
    const username = (await akunBaru(server, 'operator_desa')).username
    const auth = createAuth({ pool: server.database.masuk, secret: 'x'.repeat(40) })
    const { password: sandiPendek } = await auth.$context
    await server.database.admin.query(
      `update masuk."account" set "password" = $2 where "userId" = (select id from masuk."user" where username = $1)`,
      [username, await sandiPendek.hash('rujakcingur')],
    )
    const di = peramban()
    await di.post('/api/masuk/sandi', { nama: username, sandi: 'rujakcingur' })
    expect((await di.get('/api/sesi')).body.code).toBe('masuk.ganti_sandi')
    expect(
      (await di.post('/api/masuk/sandi/ganti', { lama: 'rujakcingur', baru: 'soto banjar' })).body,
    ).toMatchObject({ code: 'sandi.pendek', details: { min: 15 } })
    const baru = 'soto banjar limau kuit'
    expect((await di.post('/api/masuk/sandi/ganti', { lama: 'rujakcingur', baru })).status).toBe(
      200,
    )
    expect((await di.get('/api/sesi')).status).toBe(200)
  })
})

describe('who decides', () => {
  test('can do nothing by a password alone but set up a factor', async () => {
    const username = (await akunBaru(server)).username
    const di = peramban()
    const masuk = await di.post('/api/masuk/sandi', { nama: username, sandi })
    expect(masuk.body).toEqual({ langkah: 'pasang', cara: ['totp', 'passkey'] })
    for (const path of ['/api/sesi', '/api/peringkat'])
      expect((await di.get(path)).body, path).toMatchObject({
        code: 'masuk.faktor_kedua',
        details: { langkah: 'pasang' },
      })
    expect((await di.get('/api/akun')).body).toMatchObject({ faktorWajib: 'kuat', totp: null })
  })

  test('is in after the authenticator is set up, and gets ten recovery codes', async () => {
    const { di, pemulihan } = await denganTotp(server, (await akunBaru(server)).username)
    expect(new Set(pemulihan).size).toBe(10)
    expect((await di.get('/api/sesi')).body).toMatchObject({ faktor: 'totp', peran: 'verifikator' })
  })

  test('is asked for the code at every later sign-in, and the half-open session opens not even the account', async () => {
    const username = (await akunBaru(server)).username
    const { rahasia } = await denganTotp(server, username)
    const di = peramban()
    const masuk = await di.post('/api/masuk/sandi', { nama: username, sandi })
    expect(masuk.body).toEqual({ langkah: 'faktor', cara: ['totp', 'pemulihan'] })
    for (const path of ['/api/sesi', '/api/akun', '/api/akun/pakta'])
      expect((await di.get(path)).body.code, path).toBe('masuk.faktor_kedua')
    for (const path of [
      '/api/masuk/totp/mulai',
      '/api/masuk/sandi/ganti',
      '/api/masuk/pemulihan/baru',
      '/api/akun/cabut',
    ])
      expect(
        (await di.post(path, { lama: sandi, baru: sandi, jenis: 'totp', id: '-' })).body.code,
        path,
      ).toBe('masuk.faktor_kedua')
    const token = di.cookie()
    expect((await di.post('/api/masuk/totp', { kode: '000000' })).body.code).toBe(
      'masuk.kode_salah',
    )
    const selesai = await di.post('/api/masuk/totp', { kode: await kodeBerikut(rahasia) })
    expect(selesai.body.langkah).toBe('selesai')
    expect(di.cookie()).not.toBe(token)
    expect((await klien(server.address, token).get('/api/akun')).body.code).toBe('masuk.perlu')
  })

  test('cannot use a code twice', async () => {
    const username = (await akunBaru(server)).username
    const { rahasia } = await denganTotp(server, username)
    const kode = await kodeBerikut(rahasia)
    for (const code of [undefined, 'masuk.kode_salah']) {
      const di = peramban()
      await di.post('/api/masuk/sandi', { nama: username, sandi })
      expect((await di.post('/api/masuk/totp', { kode })).body.code).toBe(code)
    }
  })

  test('gets in by a recovery code once, typed as people type', async () => {
    const username = (await akunBaru(server)).username
    const { pemulihan } = await denganTotp(server, username)
    const kode = ` ${(pemulihan[3] ?? '').replaceAll('-', ' ').toUpperCase()} `
    for (const langkah of ['selesai', undefined]) {
      const di = peramban()
      await di.post('/api/masuk/sandi', { nama: username, sandi })
      expect((await di.post('/api/masuk/pemulihan', { kode })).body.langkah).toBe(langkah)
      if (langkah)
        expect((await di.get('/api/akun')).body).toMatchObject({
          pemulihanSisa: 9,
          faktor: 'pemulihan',
        })
    }
  })
})

describe('at rest', () => {
  test('no password, token, code or authenticator secret stands in the database in clear', async () => {
    const username = (await akunBaru(server)).username
    const { di, rahasia, pemulihan } = await denganTotp(server, username)
    const dump: string[] = []
    const { rows } = await server.database.admin.query<{ t: string }>(
      `select format('%I.%I', table_schema, table_name) as t from information_schema.tables
       where table_schema in ('masuk', 'public') and table_type = 'BASE TABLE' and table_name not in ('wilayah', 'wilayah_lama')`,
    )
    for (const { t } of rows) {
      const found = await server.database.admin.query<{ r: string }>(
        `select x::text as r from ${t} x`,
      )
      dump.push(...found.rows.map(({ r }) => r))
    }
    const all = dump.join('\n')
    const { token, tersimpan } = tokenOf(di)
    expect(token.length).toBeGreaterThan(20)
    expect(all).toContain(tersimpan)
    for (const secret of [sandi, password, token, rahasia, ...pemulihan])
      expect(all).not.toContain(secret)
  })

  test('the application’s role can read no hash, token or key', async () => {
    for (const column of [
      'masuk."session".token',
      'masuk."account"."password"',
      'masuk.totp.rahasia',
      'masuk.pemulihan.sidik',
      'masuk.perangkat.pin',
    ]) {
      const [table, name] = [
        column.slice(0, column.lastIndexOf('.')),
        column.slice(column.lastIndexOf('.') + 1),
      ]
      await expect(
        server.database.app.query(`select ${name} from ${table}`),
        column,
      ).rejects.toThrow('permission denied')
    }
  })
})

test('every step that opened or changed an account stands in the log, without a secret', async () => {
  const username = (await akunBaru(server)).username
  const { di } = await denganTotp(server, username)
  await di.post('/api/masuk/keluar')
  const { rows } = await server.database.admin.query<{ operasi: string; r: string }>(
    `select j.operasi, j::text as r from jejak j join pengguna p on p.id = j.pengguna_id
     join masuk."user" u on u.id = p.masuk_id where u.username = $1 order by j.id`,
    [username],
  )
  expect(rows.map((r) => r.operasi)).toEqual(['masuk.sandi', 'akun.totpPasang', 'masuk.keluar'])
  expect(rows.map((r) => r.r).join()).not.toContain(sandi)
})
