import { generateKeyPairSync, type JsonWebKey, type KeyObject, sign } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { akunBaru, lewat, sandi } from '#test/akun-uji.ts'
import { type Klien, klien } from '#test/klien.ts'
import type { Person } from '#test/people.ts'
import { type TestServer, testServer } from '#test/server.ts'

let server: TestServer
let dewi: Person
beforeAll(async () => {
  server = await testServer()
  dewi = await server.as('dewi')
})
afterAll(() => server.close())
beforeEach(() => server.database.admin.query('delete from masuk.percobaan'))

const pin = '284019'
const peramban = (): Klien => klien(server.address)

type Ponsel = { readonly di: Klien; readonly id: string; readonly kunci: KeyObject }

const penggunaOf = async (username: string): Promise<string> => {
  const { rows } = await server.database.admin.query<{ id: string }>(
    `select p.id from pengguna p join masuk."user" u on u.id = p.masuk_id where u.username = $1`,
    [username],
  )
  return rows[0]?.id ?? ''
}

/** The secret in the QR code that the lurah shows. */
const kodeQr = async (username: string): Promise<string> => {
  const { body } = await dewi.post('/api/perangkat/undang', {
    pengguna: await penggunaOf(username),
  })
  return String(body.tautan).replace('/pasang/', '')
}

const publik = (jwk: JsonWebKey) => ({ kty: jwk.kty, crv: jwk.crv, x: jwk.x, y: jwk.y })

async function pasang(token: string, nomor = pin) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const di = peramban()
  const answer = await di.post('/api/masuk/perangkat/pasang', {
    token,
    kunci: publik(publicKey.export({ format: 'jwk' })),
    pin: nomor,
    nama: 'Ponsel Pak RT',
  })
  return { di, id: String(answer.body.perangkat), kunci: privateKey, answer }
}

async function bukti({ id, kunci }: Ponsel, nomor = pin) {
  const { body } = await peramban().post('/api/masuk/perangkat/mulai', { perangkat: id })
  const tantangan = String(body.tantangan)
  const data = Buffer.from(`siks-perangkat:${id}:${tantangan}`)
  const tanda = sign('sha256', data, { key: kunci, dsaEncoding: 'ieee-p1363' }).toString(
    'base64url',
  )
  return { perangkat: id, tantangan, tanda, pin: nomor }
}

const masuk = async (ponsel: Ponsel, nomor = pin, di = peramban()) => ({
  di,
  ...(await di.post('/api/masuk/perangkat', await bukti(ponsel, nomor))),
})

async function ketuaRt(): Promise<{ username: string; ponsel: Ponsel }> {
  const { username } = await akunBaru(server, 'ketua_rt')
  return { username, ponsel: await pasang(await kodeQr(username)) }
}

describe('pairing', () => {
  test('by the code that the lurah shows signs the RT head in, in the RT alone', async () => {
    const { username } = await akunBaru(server, 'ketua_rt')
    const { di, answer } = await pasang(await kodeQr(username))
    expect(answer.body).toMatchObject({ langkah: 'selesai' })
    expect((await di.get('/api/sesi')).body).toMatchObject({
      peran: 'ketua_rt',
      rt: [7],
      faktor: 'perangkat',
    })
    const { body } = await dewi.get('/api/perangkat')
    const orang = body.orang as { nama: string; rt: number[]; perangkat: { nama: string }[] }[]
    const pak = orang.find((o) => o.perangkat.length > 0)
    expect(pak).toMatchObject({ rt: [7], perangkat: [{ nama: 'Ponsel Pak RT' }] })
  })

  test('code is good once, and is kept nowhere, not even as the answer of its command', async () => {
    const { username } = await akunBaru(server, 'ketua_rt')
    const token = await kodeQr(username)
    expect((await pasang(token)).answer.status).toBe(200)
    expect((await pasang(token)).answer.body.code).toBe('undangan.tidak_berlaku')
    const { rows } = await server.database.admin.query(
      `select jawaban::text from perintah where operasi = 'perangkat.undang'`,
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('repeated under the same command id is not answered by the code again', async () => {
    const { username } = await akunBaru(server, 'ketua_rt')
    const body = { pengguna: await penggunaOf(username) }
    const id = '0192e3b0-0000-4000-8000-000000000001'
    expect((await dewi.post('/api/perangkat/undang', body, id)).status).toBe(200)
    expect((await dewi.post('/api/perangkat/undang', body, id)).body.code).toBe('perintah.sekali')
  })

  test('refuses a PIN that many choose, and a key that is none, without using the code up', async () => {
    const { username } = await akunBaru(server, 'ketua_rt')
    const token = await kodeQr(username)
    expect((await pasang(token, '123456')).answer.body.code).toBe('pin.mudah')
    const palsu = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) }
    const kirim = { token, kunci: palsu, pin, nama: 'x' }
    expect((await peramban().post('/api/masuk/perangkat/pasang', kirim)).body.code).toBe(
      'isian.salah',
    )
    expect((await pasang(token)).answer.status).toBe(200)
  })

  test('is given for people of one’s own area, and for roles of the field only', async () => {
    const joko = await server.as('joko')
    const { username } = await akunBaru(server, 'ketua_rt')
    const body = { pengguna: await penggunaOf(username) }
    expect((await joko.post('/api/perangkat/undang', body)).body.code).toBe('tidak.ada')
    const siti = { pengguna: await penggunaOf('siti') }
    expect((await dewi.post('/api/perangkat/undang', siti)).body.code).toBe('tidak.ada')
    expect((await (await server.as('budi')).post('/api/perangkat/undang', body)).body.code).toBe(
      'izin.kurang',
    )
  })
})

describe('a paired phone', () => {
  test('signs in by its key and the PIN; neither alone is enough', async () => {
    const { ponsel } = await ketuaRt()
    expect((await masuk(ponsel)).body.langkah).toBe('selesai')
    expect((await masuk(ponsel, '111222')).body.code).toBe('masuk.perangkat_salah')
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    expect((await masuk({ ...ponsel, kunci: privateKey })).body.code).toBe('masuk.perangkat_salah')
  })

  test('answers each challenge once, and only its own', async () => {
    const { ponsel } = await ketuaRt()
    const { ponsel: lain } = await ketuaRt()
    const sekali = await bukti(ponsel)
    expect((await peramban().post('/api/masuk/perangkat', sekali)).status).toBe(200)
    expect((await peramban().post('/api/masuk/perangkat', sekali)).body.code).toBe(
      'masuk.perangkat_salah',
    )
    const asing = { ...(await bukti(lain)), perangkat: ponsel.id }
    expect((await peramban().post('/api/masuk/perangkat', asing)).body.code).toBe(
      'masuk.perangkat_salah',
    )
  })

  test('that guesses PINs must wait; who has not its key cannot make it wait', async () => {
    const { ponsel } = await ketuaRt()
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    for (let n = 0; n < 12; n++) await masuk({ ...ponsel, kunci: privateKey }, '900000')
    expect((await masuk(ponsel)).status).toBe(200)
    const codes: unknown[] = []
    for (let n = 0; n < 7; n++) codes.push((await masuk(ponsel, `90000${n}`)).body.code)
    expect(codes.indexOf('terlalu.sering')).toBe(5)
    expect((await masuk(ponsel)).body.code).toBe('terlalu.sering')
  })

  test('that was taken out of use is out at once, with its sessions', async () => {
    const { ponsel } = await ketuaRt()
    const { di } = await masuk(ponsel)
    expect((await di.get('/api/sesi')).status).toBe(200)
    expect((await dewi.post('/api/perangkat/cabut', { perangkat: ponsel.id })).status).toBe(200)
    expect((await di.get('/api/sesi')).status).toBe(401)
    expect((await masuk(ponsel)).body.code).toBe('masuk.perangkat_salah')
  })

  test('proves again by its PIN', async () => {
    const { ponsel } = await ketuaRt()
    await lewat(server, ponsel.di, 30)
    const kukuh = await ponsel.di.post('/api/masuk/kukuhkan', {
      cara: 'perangkat',
      ...(await bukti(ponsel)),
    })
    expect(kukuh.status).toBe(200)
    const { ponsel: lain } = await ketuaRt()
    const asing = await ponsel.di.post('/api/masuk/kukuhkan', {
      cara: 'perangkat',
      ...(await bukti(lain)),
    })
    expect(asing.body.code).toBe('masuk.kode_salah')
  })

  test('is no proof for a role that decides', async () => {
    const { username, ponsel } = await ketuaRt()
    await server.database.admin.query(
      `insert into penugasan (pengguna_id, peran, wilayah, dari) values ($1, 'lurah', 6474011006, '2018-06-01')`,
      [await penggunaOf(username)],
    )
    const { di, body } = await masuk(ponsel)
    expect(body.langkah).toBe('pasang')
    expect((await di.get('/api/sesi')).body.code).toBe('masuk.faktor_kedua')
  })
})

test('an RT head with a password alone is asked for the phone', async () => {
  const { username } = await ketuaRt()
  const { body } = await peramban().post('/api/masuk/sandi', { nama: username, sandi })
  expect(body).toEqual({ langkah: 'faktor', cara: ['perangkat'] })
})
