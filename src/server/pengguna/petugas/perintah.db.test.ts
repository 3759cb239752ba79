import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ringOf } from '#server/kripto/kunci.ts'
import { type TestServer, testServer } from '#test/server.ts'
import { dirikan } from './dirikan.ts'
import {
  type Alat,
  akhiriLewatPerintah,
  daftarLewatPerintah,
  pulihkanLewatPerintah,
} from './perintah.ts'

let server: TestServer
let alat: Alat
beforeAll(async () => {
  server = await testServer()
  const { admin, app, job, masuk, close } = server.database
  alat = { pools: { migrator: admin, app, job, masuk, close }, ring: await ringOf(server.folder) }
})
afterAll(() => server.close())

const tuban = 3523000000
const surat = { nomor: '800/1/2018', tanggal: '2018-07-01' }
const orang = (n: number) => ({
  nama: n === 1 ? 'Wahyu Pertama' : 'Indah Kedua',
  nik: `997401150680700${n}`,
  nomorKk: `997401150618700${n}`,
  telepon: `081370000000${n}`,
})

describe('the command line', () => {
  test('makes the first two administrators of an area, each with a link of their own', async () => {
    const made = await dirikan(alat, tuban, surat, [orang(1), orang(2)])
    expect(made).toMatchObject({
      ok: true,
      value: [{ username: 'wahyu.tuban' }, { username: 'indah.tuban' }],
    })
    const links = made.ok ? made.value.map((one) => one.tautan) : []
    expect(new Set(links).size).toBe(2)
    for (const link of links) expect(link).toMatch(/^\/undangan\/[\w-]{20,}$/)
  })

  test('makes them once: after that, administrators make administrators', async () => {
    const again = await dirikan(alat, tuban, surat, [
      { ...orang(3), telepon: '0813700000030' },
      { ...orang(4), telepon: '0813700000040' },
    ])
    expect(again).toMatchObject({ ok: false, error: expect.stringContaining('sudah memiliki') })
  })

  test('refuses numbers that cannot be, and one person for two', async () => {
    const sama = await dirikan(alat, 3500000000, surat, [
      orang(5),
      { ...orang(5), telepon: '0813700000050' },
    ])
    expect(sama).toMatchObject({ ok: false, error: expect.stringContaining('sudah memiliki akun') })
    const salah = await dirikan(alat, 3500000000, surat, [orang(5), { ...orang(6), nik: '1' }])
    expect(salah).toMatchObject({ ok: false, error: expect.stringContaining('NIK') })
    const found = await daftarLewatPerintah(alat, 3500000000)
    expect(JSON.stringify(found)).not.toContain('jawatimur')
  })

  test('lists the officers of an area', async () => {
    const found = await daftarLewatPerintah(alat, 6474011006)
    expect(found.ok && found.value.map((row) => row.username)).toEqual(
      expect.arrayContaining(['siti', 'dewi', 'yusuf']),
    )
  })

  test('ends an account at once', async () => {
    const siti = await server.as('siti')
    expect((await siti.get('/api/sesi')).status).toBe(200)
    expect(await akhiriLewatPerintah(alat, 'siti', 'uji')).toMatchObject({ ok: true })
    expect((await siti.get('/api/sesi')).status).toBe(401)
    expect(await akhiriLewatPerintah(alat, 'siti', 'uji')).toMatchObject({ ok: false })
  })

  test('starts a recovery, which ends the sessions and sets no secret itself', async () => {
    const agus = await server.as('agus')
    expect((await agus.get('/api/sesi')).status).toBe(200)
    const link = await pulihkanLewatPerintah(alat, 'agus', 'ponsel hilang')
    expect(link).toMatchObject({ ok: true, value: { tautan: expect.stringMatching(/^\/\w+\//) } })
    expect((await agus.get('/api/sesi')).status).toBe(401)
  })

  test('is in the log like everybody', async () => {
    const { rows } = await server.database.admin.query(
      `select operasi, sesi from jejak where sesi = 'baris perintah' order by id`,
    )
    expect(rows.map((row) => row.operasi)).toEqual(
      expect.arrayContaining(['pengguna.dirikan', 'pengguna.akhiri_akun', 'pengguna.mulai_reset']),
    )
  })
})
