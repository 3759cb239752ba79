import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kyselyOf } from '#server/db/pools.ts'
import { inScope } from '#server/http/transaction.ts'
import { akunBaru, denganTotp, sandi } from '#test/akun-uji.ts'
import { type Klien, klien } from '#test/klien.ts'
import { type TestServer, testServer } from '#test/server.ts'
import { makeInvitation, makeLink, startReset, type Tautan } from './undangan.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const peramban = (): Klien => klien(server.address)
const seluruh = { lo: 0, hi: 1e10 }

const penggunaOf = async (username: string): Promise<string> => {
  const { rows } = await server.database.admin.query<{ id: string }>(
    `select p.id from pengguna p join masuk."user" u on u.id = p.masuk_id where u.username = $1`,
    [username],
  )
  return rows[0]?.id ?? ''
}

const tautan = (make: typeof makeInvitation, penggunaId: string): Promise<Tautan> =>
  inScope(kyselyOf(server.database.app), seluruh, (tx) => make(tx, penggunaId, null))

let serial = 0
/** An invited officer: known, with a role, without any way in. */
async function diundang(peran = 'verifikator') {
  const username = `undang${++serial}`
  const { rows } = await server.database.admin.query<{ id: string }>(
    `with orang as (insert into pengguna (masuk_id, nama) values (akun_buat('Undangan', $1, null), 'Undangan') returning id),
      tugas as (insert into penugasan (pengguna_id, peran, wilayah, dari) select id, $2, 6474000000, '2018-01-01' from orang)
     select id from orang`,
    [username, peran],
  )
  return { username, id: rows[0]?.id ?? '' }
}

describe('an invitation', () => {
  test('shows whom it is for and the rules, and leads by an own password and factor into the app', async () => {
    const { username, id } = await diundang()
    const { token, tautan: path } = await tautan(makeInvitation, id)
    expect(path).toBe(`/undangan/${token}`)
    const di = peramban()
    expect((await di.post('/api/masuk/undangan/lihat', { token })).body).toMatchObject({
      jenis: 'undangan',
      username,
      faktor: 'kuat',
      sandi: { profil: 'nist', min: 8, maks: 128, komposisi: false, masaHari: null },
    })
    const terima = await di.post('/api/masuk/undangan/terima', { token, sandi })
    expect(terima.body).toEqual({ langkah: 'pasang', cara: ['totp', 'passkey'] })
    expect((await di.get('/api/sesi')).body.code).toBe('masuk.faktor_kedua')
    const lagi = await peramban().post('/api/masuk/sandi', { nama: username, sandi })
    expect(lagi.body.langkah).toBe('pasang')
  })

  test('is good for one use, one time and one link: used, expired, replaced and invented ones look alike', async () => {
    const { id } = await diundang()
    const lama = await tautan(makeInvitation, id)
    const baru = await tautan(makeInvitation, id)
    const lain = await tautan(makeInvitation, (await diundang()).id)
    await server.database.admin.query(
      `update undangan set berakhir_pada = now() - interval '1 second' where pengguna_id <> $1`,
      [id],
    )
    expect(
      (await peramban().post('/api/masuk/undangan/terima', { token: baru.token, sandi })).status,
    ).toBe(200)
    for (const token of [lama.token, baru.token, lain.token, 'x'.repeat(32)])
      for (const path of ['lihat', 'terima'])
        expect(
          await peramban().post(`/api/masuk/undangan/${path}`, { token, sandi }),
        ).toMatchObject({ status: 410, body: { code: 'undangan.tidak_berlaku' } })
  })

  test('used by two at once gives the account to one of them', async () => {
    const { id } = await diundang()
    const { token } = await tautan(makeInvitation, id)
    const answers = await Promise.all(
      [1, 2, 3, 4].map((n) =>
        peramban().post('/api/masuk/undangan/terima', { token, sandi: `${sandi} ${n}` }),
      ),
    )
    expect(answers.filter((a) => a.status === 200)).toHaveLength(1)
  })

  test('is not used up by a password that is refused', async () => {
    const { username, id } = await diundang('operator_desa')
    const { token } = await tautan(makeInvitation, id)
    const pilih = async (baru: string) =>
      (await peramban().post('/api/masuk/undangan/terima', { token, sandi: baru })).body.code
    expect(await pilih('terlalu pendek')).toBe('sandi.pendek')
    expect(await pilih('a'.repeat(20))).toBe('sandi.umum')
    expect(await pilih(`${username}${username}${username}`)).toBe('sandi.umum')
    expect(await pilih('x y'.repeat(60))).toBe('sandi.panjang')
    expect(await pilih(sandi)).toBeUndefined()
  })

  test('is kept as a hash only, and an ended account cannot use it', async () => {
    const { id } = await diundang()
    const { token } = await tautan(makeInvitation, id)
    const { rows } = await server.database.admin.query('select d::text as r from undangan d')
    expect(JSON.stringify(rows)).not.toContain(token)
    await server.database.admin.query('update pengguna set nonaktif_pada = now() where id = $1', [
      id,
    ])
    expect((await peramban().post('/api/masuk/undangan/lihat', { token })).status).toBe(410)
  })
})

describe('a reset', () => {
  test('ends the sessions when it is started, and changes nothing else until the link is used', async () => {
    const { username } = await akunBaru(server, 'operator_desa')
    const di = peramban()
    await di.post('/api/masuk/sandi', { nama: username, sandi })
    await tautan(startReset, await penggunaOf(username))
    expect((await di.get('/api/sesi')).status).toBe(401)
    expect((await di.post('/api/masuk/sandi', { nama: username, sandi })).status).toBe(200)
  })

  test('used: former password, authenticator, recovery codes and sessions are void', async () => {
    const { username } = await akunBaru(server)
    const { di, pemulihan } = await denganTotp(server, username)
    const { token } = await tautan(startReset, await penggunaOf(username))
    await di.post('/api/masuk/sandi', { nama: username, sandi })
    const baru = 'gangan humbut dan haruan'
    const lain = peramban()
    const terima = await lain.post('/api/masuk/undangan/terima', { token, sandi: baru })
    expect(terima.body.langkah).toBe('pasang')
    expect((await di.get('/api/akun')).status).toBe(401)
    expect((await peramban().post('/api/masuk/sandi', { nama: username, sandi })).status).toBe(401)
    const lagi = peramban()
    await lagi.post('/api/masuk/sandi', { nama: username, sandi: baru })
    expect((await lagi.post('/api/masuk/pemulihan', { kode: pemulihan[0] })).body.code).toBe(
      'masuk.kode_salah',
    )
  })
})

describe('where the log cannot be written', () => {
  /** All that a step could leave behind: sessions, passwords, factors, links, known browsers. */
  const keadaan = async (): Promise<unknown> => {
    const { rows } = await server.database.admin.query(
      `select (select jsonb_agg(s order by id) from masuk."session" s) as sesi,
        (select jsonb_agg(a order by id) from masuk."account" a) as sandi,
        (select jsonb_agg(to_jsonb(f) - 'langkah_terakhir' order by user_id) from masuk.totp f) as totp,
        (select jsonb_agg(k order by sidik) from masuk.pemulihan k) as pemulihan,
        (select jsonb_agg(d order by id) from masuk.perangkat d) as perangkat,
        (select jsonb_agg(t order by id) from undangan t) as tautan,
        (select jsonb_agg(k order by sidik) from masuk.dikenal k) as dikenal`,
    )
    return rows[0]
  }

  test('no step of signing in leaves an effect, and each can be done once it can', async () => {
    const { db, langkah } = await bersiap()
    await db.query(`create function tolak_jejak() returns trigger language plpgsql as
      $$begin raise exception 'the log is full'; end$$;
      create trigger tolak before insert on jejak for each row execute function tolak_jejak()`)
    const before = await keadaan()
    try {
      for (const [nama, lakukan] of langkah)
        expect([nama, (await lakukan()).status]).toEqual([nama, 500])
      expect(await keadaan()).toEqual(before)
    } finally {
      await db.query('drop trigger tolak on jejak; drop function tolak_jejak()')
    }
    for (const [nama, lakukan] of langkah)
      expect([nama, (await lakukan()).status]).toEqual([nama, 200])
  })

  /** Every kind of step, each ready to be sent. */
  async function bersiap() {
    const db = server.database.admin
    const pemilik = (await akunBaru(server)).username
    const { pemulihan } = await denganTotp(server, pemilik)
    const { username } = await akunBaru(server)
    const operator = (await akunBaru(server, 'operator_desa')).username
    const [setengah, baru, di] = [peramban(), peramban(), peramban()]
    await setengah.post('/api/masuk/sandi', { nama: pemilik, sandi })
    await di.post('/api/masuk/sandi', { nama: operator, sandi })
    const kartu = await diundang('ketua_rt')
    const pasang = (await inScope(kyselyOf(server.database.app), seluruh, (tx) =>
      makeLink(tx, 'perangkat', kartu.id, null),
    )) as Tautan
    const undangan = await tautan(makeInvitation, (await diundang()).id)
    const { x, y, kty, crv } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
      format: 'jwk',
    })
    const langkah: readonly [string, () => Promise<{ status: number }>][] = [
      ['sandi', () => baru.post('/api/masuk/sandi', { nama: username, sandi })],
      ['pemulihan', () => setengah.post('/api/masuk/pemulihan', { kode: pemulihan[0] })],
      [
        'undangan',
        () => peramban().post('/api/masuk/undangan/terima', { token: undangan.token, sandi }),
      ],
      [
        'perangkat',
        () =>
          peramban().post('/api/masuk/perangkat/pasang', {
            token: pasang.token,
            kunci: { x, y, kty, crv },
            pin: '284019',
            nama: 'Ponsel',
          }),
      ],
      ['kukuhkan', () => di.post('/api/masuk/kukuhkan', { cara: 'sandi', sandi })],
      [
        'ganti sandi',
        () => di.post('/api/masuk/sandi/ganti', { lama: sandi, baru: 'soto banjar hangat pagi' }),
      ],
      ['keluar', () => di.post('/api/masuk/keluar')],
    ]
    return { db, langkah }
  }
})
