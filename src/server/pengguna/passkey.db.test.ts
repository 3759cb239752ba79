import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { akunBaru, denganTotp, lewat, sandi } from '#test/akun-uji.ts'
import { type Klien, klien } from '#test/klien.ts'
import { type Autentikator, autentikator, type Laku } from '#test/passkey-uji.ts'
import { type TestServer, testServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const peramban = (): Klien => klien(server.address)
type Pilihan = { challenge: string }

async function mulai(di: Klien, path: string): Promise<{ tantangan: string; pilihan: Pilihan }> {
  const { body } = await di.post(path)
  return body as { tantangan: string; pilihan: Pilihan }
}

async function daftar(di: Klien, kunci: Autentikator, laku: Laku = {}) {
  const { tantangan, pilihan } = await mulai(di, '/api/masuk/passkey/daftar/mulai')
  const jawaban = kunci.daftar(pilihan, laku)
  return di.post('/api/masuk/passkey/daftar', { tantangan, jawaban, nama: 'Sidik jari' })
}

async function masuk(di: Klien, kunci: Autentikator, laku: Laku = {}) {
  const { tantangan, pilihan } = await mulai(di, '/api/masuk/passkey/mulai')
  return di.post('/api/masuk/passkey', { tantangan, jawaban: kunci.masuk(pilihan, laku) })
}

/** An account with a password and one passkey. */
async function denganPasskey() {
  const { username } = await akunBaru(server)
  const di = peramban()
  const kunci = autentikator(server.address)
  await di.post('/api/masuk/sandi', { nama: username, sandi })
  return { username, di, kunci, answer: await daftar(di, kunci) }
}

describe('a passkey', () => {
  test('once registered completes the sign-in, with recovery codes; then it signs in alone', async () => {
    const { di, kunci, answer } = await denganPasskey()
    expect(answer.body).toMatchObject({ langkah: 'selesai' })
    expect(answer.body.pemulihan).toHaveLength(10)
    expect((await di.get('/api/sesi')).body.faktor).toBe('passkey')
    const lain = peramban()
    expect((await masuk(lain, kunci)).body).toEqual({ langkah: 'selesai', cara: [] })
    expect((await lain.get('/api/akun')).body).toMatchObject({
      faktor: 'passkey',
      passkey: [{ nama: 'Sidik jari' }],
    })
  })

  test('is the second step after the password', async () => {
    const { username, kunci } = await denganPasskey()
    const di = peramban()
    const langkah = await di.post('/api/masuk/sandi', { nama: username, sandi })
    expect(langkah.body).toEqual({ langkah: 'faktor', cara: ['passkey', 'pemulihan'] })
    expect((await masuk(di, kunci)).body.langkah).toBe('selesai')
  })

  test('without finger, face or PIN of the person proves nothing', async () => {
    const { kunci } = await denganPasskey()
    expect((await masuk(peramban(), kunci, { uv: false })).body.code).toBe('masuk.kode_salah')
    const di = peramban()
    await di.post('/api/masuk/sandi', { nama: (await akunBaru(server)).username, sandi })
    const tanpa = await daftar(di, autentikator(server.address), { uv: false })
    expect(tanpa.body.code).toBe('masuk.kode_salah')
  })

  test('made for or used at another site proves nothing', async () => {
    const { kunci } = await denganPasskey()
    for (const laku of [{ origin: 'https://siks.contoh.invalid' }, { rpId: 'contoh.invalid' }])
      expect((await masuk(peramban(), kunci, laku)).body.code).toBe('masuk.kode_salah')
  })

  test('answers a challenge once; an answer seen on the way is worth nothing', async () => {
    const { kunci } = await denganPasskey()
    const di = peramban()
    const { tantangan, pilihan } = await mulai(di, '/api/masuk/passkey/mulai')
    const kirim = { tantangan, jawaban: kunci.masuk(pilihan) }
    expect((await di.post('/api/masuk/passkey', kirim)).status).toBe(200)
    expect((await peramban().post('/api/masuk/passkey', kirim)).body.code).toBe('masuk.kode_salah')
    const baru = await mulai(peramban(), '/api/masuk/passkey/mulai')
    const ulang = { ...kirim, tantangan: baru.tantangan }
    expect((await peramban().post('/api/masuk/passkey', ulang)).body.code).toBe('masuk.kode_salah')
  })

  test('that nobody registered, or rubbish, is refused as one that does not match', async () => {
    expect((await masuk(peramban(), autentikator(server.address))).body.code).toBe(
      'masuk.kode_salah',
    )
    const { tantangan } = await mulai(peramban(), '/api/masuk/passkey/mulai')
    for (const jawaban of [{}, { id: 1 }, { id: 'x', response: null }])
      expect((await peramban().post('/api/masuk/passkey', { tantangan, jawaban })).body.code).toBe(
        'masuk.kode_salah',
      )
  })

  test('of another person does not complete one’s own sign-in', async () => {
    const { kunci } = await denganPasskey()
    const { username } = await denganPasskey()
    const di = peramban()
    await di.post('/api/masuk/sandi', { nama: username, sandi })
    expect((await masuk(di, kunci)).body.code).toBe('masuk.kode_salah')
  })

  test('registered by a challenge of another account is refused', async () => {
    const [a, b] = [peramban(), peramban()]
    for (const di of [a, b])
      await di.post('/api/masuk/sandi', { nama: (await akunBaru(server)).username, sandi })
    const { tantangan, pilihan } = await mulai(a, '/api/masuk/passkey/daftar/mulai')
    const jawaban = autentikator(server.address).daftar(pilihan)
    const answer = await b.post('/api/masuk/passkey/daftar', { tantangan, jawaban, nama: 'x' })
    expect(answer.body.code).toBe('masuk.kode_salah')
  })

  test('proves again who one is; one of somebody else does not', async () => {
    const { di, kunci } = await denganPasskey()
    const { kunci: asing } = await denganPasskey()
    await lewat(server, di, 30)
    const kukuh = async (dengan: Autentikator, lewatSiapa: Klien) => {
      const { tantangan, pilihan } = await mulai(lewatSiapa, '/api/masuk/passkey/mulai')
      const jawaban = dengan.masuk(pilihan)
      return di.post('/api/masuk/kukuhkan', { cara: 'passkey', tantangan, jawaban })
    }
    expect((await kukuh(asing, peramban())).body.code).toBe('masuk.kode_salah')
    expect((await di.post('/api/masuk/kukuhkan', { cara: 'sandi', sandi })).body.code).toBe(
      'masuk.kode_salah',
    )
    expect((await kukuh(kunci, di)).status).toBe(200)
  })

  test('may be taken away while another factor stays; its sessions end', async () => {
    const { username } = await akunBaru(server)
    const { di } = await denganTotp(server, username)
    const kunci = autentikator(server.address)
    await daftar(di, kunci)
    const lain = peramban()
    await masuk(lain, kunci)
    const [passkey] = (await di.get('/api/akun')).body.passkey as { id: string }[]
    expect((await di.post('/api/akun/cabut', { jenis: 'passkey', id: passkey?.id })).status).toBe(
      200,
    )
    expect((await lain.get('/api/sesi')).status).toBe(401)
    expect((await masuk(peramban(), kunci)).body.code).toBe('masuk.kode_salah')
  })
})
