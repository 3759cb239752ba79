import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { akunBaru, denganTotp, kodeBerikut, sandi } from '#test/akun-uji.ts'
import { klien } from '#test/klien.ts'
import { type TestServer, testServer } from '#test/server.ts'
import { networkOf } from './mesin.ts'
import { ambilGiliran } from './percobaan.ts'

let server: TestServer
beforeAll(async () => {
  // Requests of these tests say themselves from which network they come.
  process.env.SIKS_PROXY = '127.0.0.1'
  server = await testServer()
})
afterAll(async () => {
  delete process.env.SIKS_PROXY
  await server.close()
})
beforeEach(() => server.database.admin.query('delete from masuk.percobaan'))

const rumah = '36.80.1.10'
const penyerang = (n = 0) => `203.0.113.${1 + (n % 250)}`
const dari = (alamat: string, cookie = '') => klien(server.address, cookie, alamat)

const coba = async (alamat: string, nama: string, cookie = '') =>
  (await dari(alamat, cookie).post('/api/masuk/sandi', { nama, sandi: 'bukan kata sandinya' })).body
    .code

/** Tries until told to wait. @returns how many were looked at */
async function sampaiDitunda(alamat: string, nama: string, paling = 40): Promise<number> {
  for (let n = 0; n < paling; n++) if ((await coba(alamat, nama)) === 'terlalu.sering') return n
  return paling
}

/**
 * Attempts that were let through and counted as a request would be, without the request and the
 * tenth of a second that its password hash takes; the ones that matter go over HTTP.
 */
async function sudahDicoba(banyak: number, ke: (n: number) => [string, string]): Promise<void> {
  const { admin, masuk } = server.database
  for (let n = 0; n < banyak; n++) {
    const [alamat, nama] = ke(n)
    const { rows } = await admin.query<{ id: string }>(
      `select id from masuk."user" where username = $1`,
      [nama],
    )
    const userId = rows[0]?.id ?? null
    const origin = server.address
    const asal = { jaringan: networkOf(alamat), alamat, peramban: '', kenal: null, origin }
    expect((await ambilGiliran(masuk, asal, { jenis: 'sandi', userId, nama })).ok).toBe(true)
  }
}

describe('guessing a password', () => {
  test('is slowed down after five attempts, and the answer says for how long', async () => {
    const { username } = await akunBaru(server)
    expect(await sampaiDitunda(penyerang(), username)).toBe(5)
    const { status, body } = await dari(penyerang()).post('/api/masuk/sandi', {
      nama: username,
      sandi,
    })
    expect([status, body.code]).toEqual([429, 'terlalu.sering'])
    expect(Number((body.details as { detik: number }).detik)).toBeGreaterThan(10)
  })

  test('is slowed down alike for a name that nobody has', async () => {
    expect(await sampaiDitunda(penyerang(), 'tidak.ada')).toBe(5)
  })

  test('is not sped up by using the phone number as well as the name', async () => {
    const { username, telepon } = await akunBaru(server)
    for (let n = 0; n < 3; n++) await coba(penyerang(), username)
    for (let n = 0; n < 2; n++) await coba(penyerang(), telepon)
    expect(await coba(penyerang(), telepon)).toBe('terlalu.sering')
  })

  test('twenty at once are not more than five', async () => {
    const { username } = await akunBaru(server)
    const codes = await Promise.all(Array.from({ length: 20 }, () => coba(penyerang(), username)))
    expect(codes.filter((code) => code === 'masuk.salah').length).toBeLessThanOrEqual(5)
  })

  test('from ever new networks is slowed down too', async () => {
    const { username } = await akunBaru(server)
    await sudahDicoba(18, (n) => [penyerang(n), username])
    const codes: unknown[] = []
    for (let n = 18; n < 23; n++) codes.push(await coba(penyerang(n), username))
    expect(codes.indexOf('terlalu.sering')).toBe(2)
  })

  test('of many names from one network is slowed down, for that network alone', async () => {
    await sudahDicoba(58, (n) => [penyerang(), `siapa${n}`])
    const codes: unknown[] = []
    for (let n = 58; n < 63; n++) codes.push(await coba(penyerang(), `siapa${n}`))
    expect(codes.indexOf('terlalu.sering')).toBe(2)
    expect(await coba(rumah, 'siapa1')).toBe('masuk.salah')
  })
})

describe('nobody can lock somebody else out', () => {
  test('wrong attempts from elsewhere do not delay the owner’s own network', async () => {
    const { username } = await akunBaru(server, 'operator_desa')
    await dari(rumah).post('/api/masuk/sandi', { nama: username, sandi })
    await sudahDicoba(20, (n) => [penyerang(n), username])
    expect(await coba(penyerang(20), username)).toBe('terlalu.sering')
    // A browser without any mark, but in the network from which the account has signed in before.
    const masuk = await dari(rumah).post('/api/masuk/sandi', { nama: username, sandi })
    expect(masuk.status).toBe(200)
  })

  test('nor the owner’s own browser, wherever it is now, even in the attacker’s network', async () => {
    const { username } = await akunBaru(server, 'operator_desa')
    const di = dari(rumah)
    await di.post('/api/masuk/sandi', { nama: username, sandi })
    await sampaiDitunda(penyerang(), username)
    const dikenal = /siks\.kenal=[\w-]+/.exec(di.cookie())?.[0] ?? ''
    expect(
      (await dari(penyerang()).post('/api/masuk/sandi', { nama: username, sandi })).status,
    ).toBe(429)
    expect(
      (await dari(penyerang(), dikenal).post('/api/masuk/sandi', { nama: username, sandi })).status,
    ).toBe(200)
  })

  test('the mark of a browser helps only the account that it belongs to', async () => {
    const [a, b] = [
      await akunBaru(server, 'operator_desa'),
      await akunBaru(server, 'operator_desa'),
    ]
    const di = dari(rumah)
    await di.post('/api/masuk/sandi', { nama: a.username, sandi })
    for (let n = 0; n < 5; n++) await coba(penyerang(), b.username, di.cookie())
    expect(await coba(penyerang(), b.username, di.cookie())).toBe('terlalu.sering')
  })

  test('a known browser is slowed down by its own mistakes, and let in when it waited', async () => {
    const { username } = await akunBaru(server, 'operator_desa')
    const di = dari(rumah)
    await di.post('/api/masuk/sandi', { nama: username, sandi })
    for (let n = 0; n < 5; n++) await coba(rumah, username, di.cookie())
    expect(await coba(rumah, username, di.cookie())).toBe('terlalu.sering')
    await server.database.admin.query(`update masuk.percobaan set tunggu_sampai = now()`)
    expect((await di.post('/api/masuk/sandi', { nama: username, sandi })).status).toBe(200)
    const { rows } = await server.database.admin.query(
      `select from masuk.percobaan where kunci like 'sandi akun % peramban %'`,
    )
    expect(rows).toHaveLength(0)
  })
})

describe('guessing a second factor', () => {
  test('with the password known, is slowed down from everywhere but where the owner is', async () => {
    const { username } = await akunBaru(server)
    const { di, rahasia } = await denganTotp(server, username)
    expect(di.cookie()).toContain('siks.kenal')
    const tebak = async (path: string) => {
      const codes: unknown[] = []
      const maling = dari(penyerang())
      await maling.post('/api/masuk/sandi', { nama: username, sandi })
      for (let n = 0; n < 6; n++)
        codes.push((await maling.post(path, { kode: `00000${n}` })).body.code)
      return codes
    }
    expect((await tebak('/api/masuk/totp')).at(-1)).toBe('terlalu.sering')
    expect((await tebak('/api/masuk/pemulihan')).at(0)).toBe('terlalu.sering')
    const milik = dari(penyerang(), /siks\.kenal=[\w-]+/.exec(di.cookie())?.[0] ?? '')
    await milik.post('/api/masuk/sandi', { nama: username, sandi })
    const masuk = await milik.post('/api/masuk/totp', { kode: await kodeBerikut(rahasia) })
    expect(masuk.body.langkah).toBe('selesai')
  })
})
