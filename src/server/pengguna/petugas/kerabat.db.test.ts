/** Relatives of officers, numbers that nobody reads back, and roles that hold inside their dates only. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import { clockOf } from '#server/clock.ts'
import { kyselyOf } from '#server/db/pools.ts'
import { inScope } from '#server/http/transaction.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import type { KeyRing } from '#server/kripto/segel.ts'
import { hashOf } from '#server/pengguna/kuki.ts'
import { bySession } from '#server/pengguna/siapa.ts'
import { makeFamily } from '#test/families.ts'
import { type TestServer, testServer } from '#test/server.ts'
import type { Tx } from './alat.ts'
import { gantiIdentitas, identitasSaya, simpanIdentitas } from './identitas.ts'
import { kinAmong } from './kerabat.ts'

let server: TestServer
let ring: KeyRing
let siti = ''
const apiApi = 6474011006
const punya = { nik: '9974015506800001', nomorKk: '9974011506180001' }

const dalam = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  inScope(kyselyOf(server.database.app), cakupanOf(apiApi), work)

beforeAll(async () => {
  server = await testServer()
  ring = await ringOf(server.folder)
  const { rows } = await server.database.admin.query(
    `select p.id from pengguna p join masuk."user" u on u.id = p.masuk_id where u.username = 'siti'`,
  )
  siti = rows[0].id
  await dalam((tx) => simpanIdentitas(tx, ring, [{ penggunaId: siti, ...punya }], null))
})
afterAll(() => server.close())

const keluarga = async (beda: object): Promise<{ kab: number; id: string }> => {
  const made = await makeFamily(server.database.admin, {
    wilayah: apiApi,
    rt: 7,
    kepala: 'ANDI',
    anggota: [{ nama: 'ANDI' }],
  })
  const kunci = { kab: made.kab, id: made.id }
  for (const [kolom, nilai] of Object.entries(beda)) {
    const tabel = kolom === 'nik' ? 'individu' : 'keluarga'
    const syarat = kolom === 'nik' ? 'keluarga_id' : 'id'
    await server.database.admin.query(
      `update ${tabel} set ${kolom} = $1 where kab = $2 and ${syarat} = $3`,
      [nilai, kunci.kab, kunci.id],
    )
  }
  return kunci
}
const kerabat = (kunci: { kab: number; id: string }) =>
  dalam(async (tx) => (await kinAmong(tx, ring, siti, [kunci])).get(kunci.id) ?? null)

describe('a family is the officer’s own', () => {
  test('when the officer is a member, or the family card is the same', async () => {
    expect(await kerabat(await keluarga({ nik: punya.nik }))).toBe('diri')
    expect(await kerabat(await keluarga({ nomor_kk: punya.nomorKk }))).toBe('satu_kk')
  })

  test('when it lives in the house of one that is', async () => {
    const own = await keluarga({ nomor_kk: punya.nomorKk })
    const { rows } = await server.database.admin.query(
      'select ruta_id from keluarga where kab = $1 and id = $2',
      [own.kab, own.id],
    )
    const neighbour = await keluarga({ ruta_id: rows[0].ruta_id })
    expect(await kerabat(neighbour)).toBe('serumah')
  })

  test('and otherwise is not, nor when the officer’s numbers are unknown', async () => {
    const stranger = await keluarga({})
    expect(await kerabat(stranger)).toBeNull()
    const unknown = '0192e3b0-0000-7000-8000-000000000000'
    expect(await dalam((tx) => kinAmong(tx, ring, unknown, [stranger]))).toEqual(new Map())
  })
})

describe('an officer’s own numbers', () => {
  test('are shown to the officer alone, and masked', async () => {
    const person = await server.as('siti')
    expect((await person.get('/api/akun/identitas')).body).toEqual({
      nik: '9974••••••••0001',
      nomorKk: '9974••••••••0001',
    })
    const other = await server.as('lina')
    expect((await other.get('/api/akun/identitas')).body).toEqual({ nik: null, nomorKk: null })
  })

  test('give no row to the application that does not say whose it asks for', async () => {
    const { rows } = await server.database.app.query('select * from pengguna_identitas')
    expect(rows).toEqual([])
  })

  test('are replaced without being read, and not by those of somebody else', async () => {
    const other = { nik: '9974015506800002', nomorKk: '9974011506180002' }
    expect(
      await dalam((tx) => gantiIdentitas(tx, ring, { penggunaId: siti, ...other }, siti)),
    ).toBe(true)
    expect(await dalam((tx) => identitasSaya(tx, ring, siti))).toMatchObject({
      nik: '9974••••••••0002',
    })
    const lina = await server.database.admin.query(
      `select p.id from pengguna p join masuk."user" u on u.id = p.masuk_id where u.username = 'lina'`,
    )
    const taken = { penggunaId: lina.rows[0].id, ...other }
    expect(await dalam((tx) => gantiIdentitas(tx, ring, taken, siti))).toBe(false)
  })
})

test('an officer who moves to another family card is related to that family from then on', async () => {
  const nomorKk = '9974011506180009'
  const own = await keluarga({ nomor_kk: nomorKk })
  expect(await kerabat(own)).toBeNull()
  const nik = '9974015506800002'
  await dalam((tx) => gantiIdentitas(tx, ring, { penggunaId: siti, nik, nomorKk }, null))
  expect(await kerabat(own)).toBe('satu_kk')
  expect(await dalam((tx) => identitasSaya(tx, ring, siti))).toEqual({
    nik: '9974••••••••0002',
    nomorKk: '9974••••••••0009',
  })
})

describe('a relative whom the officer declares', () => {
  const nik = '9974010107700005'
  const usul = async (nama: string, isi: object) => {
    const person = await server.as('siti')
    const { body } = await person.post('/api/usulan/simpan', {
      wilayah: apiApi,
      rt: 7,
      jenis: 'keluarga_baru',
      nama,
      isi: { alasan: 'Sakit dan tidak bekerja', ...isi },
    })
    const u = { kab: body.kab, id: body.id, versi: body.versi }
    const sent = await person.post('/api/usulan/langkah/ajukan', { pilihan: { usulan: [u] } })
    expect(sent.body).toMatchObject({ jadi: 1 })
    const { rows } = await server.database.admin.query(
      'select kerabat_id from usulan where id = $1',
      [body.id],
    )
    return rows[0].kerabat_id
  }

  test('makes the family kin, registered or newly proposed, until it is taken back', async () => {
    const person = await server.as('siti')
    const saudara = await keluarga({ nik })
    expect(await kerabat(saudara)).toBeNull()
    const made = await person.post('/api/akun/kerabat', { nik, hubungan: 'saudara' })
    expect(made.status).toBe(200)
    expect(await kerabat(saudara)).toBe('dinyatakan')
    expect(await usul('SUDARMI', { anggota: [{ nama: 'SUDARMI', nik, hubungan: 1 }] })).toBe(siti)
    expect(await usul('ORANG LAIN', { anggota: [{ nama: 'ORANG LAIN', hubungan: 1 }] })).toBeNull()
    for (const [isi, code] of [
      [{ nik, hubungan: 'anak' }, 'akun.kerabat_sudah'],
      [{ nik: '9974015506800002', hubungan: 'anak' }, 'akun.kerabat_diri'],
      [{ nik: '123', hubungan: 'anak' }, 'akun.nik_kerabat_salah'],
    ] as const)
      expect((await person.post('/api/akun/kerabat', isi)).body.code).toBe(code)
    expect((await person.post('/api/akun/kerabat/cabut', { id: made.body.id })).status).toBe(200)
    expect(await kerabat(saudara)).toBeNull()
  })

  test('is seen by that officer alone, masked, and leaves no number behind', async () => {
    const person = await server.as('siti')
    const made = await person.post('/api/akun/kerabat', { nik, hubungan: 'ipar' })
    expect((await person.get('/api/akun/kerabat')).body).toMatchObject({
      kerabat: [{ id: made.body.id, nik: '9974••••••••0005', hubungan: 'ipar' }],
    })
    const lina = await server.as('lina')
    expect((await lina.get('/api/akun/kerabat')).body).toEqual({ kerabat: [] })
    expect((await lina.post('/api/akun/kerabat/cabut', { id: made.body.id })).status).toBe(404)
    expect((await server.database.app.query('select * from pengguna_kerabat')).rows).toEqual([])
    const { rows } = await server.database.admin.query(
      `select (select jsonb_agg(to_jsonb(k)) from pengguna_kerabat k)::text as kerabat,
        (select jsonb_agg(to_jsonb(j)) from jejak j)::text as jejak`,
    )
    expect(rows[0].kerabat).not.toContain(nik)
    expect(rows[0].jejak).not.toMatch(/9974010107700005|ipar/)
  })
})

describe('a Plh', () => {
  const pada = async (hari: string, token: string) => {
    const { today } = clockOf('Asia/Makassar', hari)()
    const who = await bySession(server.database.masuk, token, today)
    return who?.gerbang.wajib ? who.peran : null
  }

  test('holds the role from the first day of the letter to the last, and on no other', async () => {
    const lina = await server.as('lina')
    const made = await lina.post(`/api/pengguna/${siti}/penugasan`, {
      peran: 'kepala_opd',
      wilayah: 6474000000,
      jenis: 'plh',
      suratNomor: '800/9/2018',
      suratTanggal: '2018-07-20',
      dari: '2018-08-01',
      hariTerakhir: '2018-08-07',
    })
    expect(made.status).toBe(200)
    const token = 'plh-uji-plh-uji-plh-uji-plh-uji-plh'
    await server.database.admin.query(
      `insert into masuk."session" ("id", "expiresAt", "token", "userId", faktor, penugasan_id)
       select 'plh', now() + interval '1 day', $1, p.masuk_id, 'totp', $2 from pengguna p where p.id = $3`,
      [hashOf(token), made.body.penugasanId, siti],
    )
    expect(await pada('2018-07-31', token)).toBeNull()
    expect(await pada('2018-08-01', token)).toBe('kepala_opd')
    expect(await pada('2018-08-07', token)).toBe('kepala_opd')
    expect(await pada('2018-08-08', token)).toBeNull()
  })
})
