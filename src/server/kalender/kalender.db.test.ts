/** The calendar over HTTP as named people, at an instant of their choice. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import { kyselyOf } from '#server/db/pools.ts'
import { inScope } from '#server/http/transaction.ts'
import type { Body, Person } from '#test/people.ts'
import { type TestServer, testServer } from '#test/server.ts'
import { sensitiveOn } from './rawan.ts'
import { deadlineFor } from './tenggat.ts'

const bontang = 6474000000
const apiApi = 6474011006
let server: TestServer
let hasan: Person
let siti: Person

beforeAll(async () => {
  server = await testServer()
  hasan = await server.as('hasan')
  siti = await server.as('siti')
})
afterAll(() => server.close())

const langkahOf = (body: Body, periode: string, langkah: string): Body | undefined => {
  const p = (body.periode as Body[]).find((one) => one.kode === periode)
  return (p?.langkah as Body[] | undefined)?.find((one) => one.kode === langkah)
}
const tenggatOf = (body: Body, program: string): Body | undefined =>
  (body.tenggat as Body[]).find((one) => one.program === program)

/** The deadline of the village's step, seen by the server's own code at an instant. */
const untuk = (pada: string, wilayah = apiApi) =>
  inScope(kyselyOf(server.database.app), cakupanOf(wilayah), (tx) =>
    deadlineFor(tx, { langkah: 'finalisasi', wilayah }, new Date(pada)),
  )

test('an operator counts down to the operator’s own deadline, in both zones', async () => {
  const { status, body } = await siti.get('/api/kalender/saya')
  expect(status).toBe(200)
  expect(body.zona).toEqual({ kode: 'WITA', menit: 480 })
  const umum = tenggatOf(body, 'umum')
  expect(umum).toMatchObject({
    langkah: 'finalisasi',
    periode: { kode: '2018-07', label: { id: 'Semester II 2018' } },
    tenggat: '2018-12-10T17:00:00.000Z',
    zona: { kode: 'WIB', menit: 420 },
    lewat: null,
    geser: null,
    berikutnya: { kode: '2019-01' },
  })
  const sisa = (Date.parse('2018-12-10T17:00:00Z') - Date.parse(String(body.sekarang))) / 1000
  expect(umum?.sisaDetik).toBe(Math.ceil(sisa))
})

test('who missed a quarter is told so, and where it goes', async () => {
  const bpnt = tenggatOf((await siti.get('/api/kalender/saya')).body, 'bpnt')
  expect(bpnt).toMatchObject({
    periode: { label: { id: 'Triwulan IV 2018' } },
    lewat: { periode: { label: { id: 'Triwulan III 2018' } }, tenggat: '2018-07-18T17:00:00.000Z' },
  })
  // The head of the office has until the day after.
  const milikHasan = tenggatOf((await hasan.get('/api/kalender/saya')).body, 'bpnt')
  expect(milikHasan).toMatchObject({ langkah: 'pengesahan', tenggat: '2018-07-25T17:00:00.000Z' })
})

test('a role without a step has no deadline', async () => {
  const maya = await server.as('maya')
  expect((await maya.get('/api/kalender/saya')).body.tenggat).toEqual([])
})

test('a year shows each period with its steps, rules and sources', async () => {
  const { body } = await siti.get('/api/kalender')
  expect(body).toMatchObject({ tahun: 2018, program: 'umum', putaran: [] })
  expect((body.periode as Body[]).map((p) => [p.kode, p.kini])).toEqual([
    ['2018-01', false],
    ['2018-07', true],
  ])
  expect(langkahOf(body, '2018-07', 'finalisasi')).toMatchObject({
    milikSaya: true,
    lewat: false,
    bolehGeser: false,
  })
  expect(langkahOf(body, '2018-01', 'finalisasi')).toMatchObject({ lewat: true })
  const satu = await siti.get('/api/kalender?program=bpnt&periode=2018-07')
  expect((satu.body.periode as Body[]).map((p) => p.kode)).toEqual(['2018-07'])
  const nanti = await siti.get('/api/kalender?tahun=2026')
  expect((nanti.body.periode as Body[]).length).toBe(12)
  expect((nanti.body.putaran as Body[]).length).toBe(4)
  expect((await siti.get(`/api/kalender?wilayah=${bontang}`)).status).toBe(404)
})

describe('a shift', () => {
  const isi = {
    wilayah: bontang,
    periode: '2018-07',
    langkah: 'finalisasi',
    tenggat: '2018-12-05T16:00:00.000Z',
  }

  test('is for the head of the office, in the own city', async () => {
    expect((await siti.post('/api/kalender/geser', isi)).status).toBe(403)
    const luar = await hasan.post('/api/kalender/geser', { ...isi, wilayah: 3523000000 })
    expect([luar.status, luar.body.code]).toEqual([403, 'kalender.luar_wilayah'])
  })

  test('earlier is free; every village of the city then has it, and to the millisecond', async () => {
    const made = await hasan.post('/api/kalender/geser', isi)
    expect([made.status, made.body.versi]).toEqual([200, 1])
    expect(tenggatOf((await siti.get('/api/kalender/saya')).body, 'umum')).toMatchObject({
      tenggat: isi.tenggat,
      geser: { asal: '2018-12-10T17:00:00.000Z', alasan: null },
    })
    const detik = async (pada: string) => (await untuk(pada))?.periode.kode
    expect(await detik('2018-12-05T15:59:59.500Z')).toBe('2018-07')
    expect(await detik('2018-12-05T15:59:59.999Z')).toBe('2018-07')
    expect(await detik('2018-12-05T16:00:00.000Z')).toBe('2019-01')
    expect(await detik('2018-12-05T16:00:00.500Z')).toBe('2019-01')
    expect((await untuk('2018-12-05T16:00:00.000Z', 3523012001))?.periode.kode).toBe('2018-07')
  })

  test('holds for an RT head too, who sees only a part of the village', async () => {
    const yusuf = await server.as('yusuf')
    expect(tenggatOf((await yusuf.get('/api/kalender/saya')).body, 'umum')).toMatchObject({
      tenggat: isi.tenggat,
    })
  })

  test('later needs a reason, and stays before the step behind it', async () => {
    const lambat = { ...isi, versi: 1, tenggat: '2018-12-12T16:00:00.000Z' }
    const tanpa = await hasan.post('/api/kalender/geser', lambat)
    expect([tanpa.status, tanpa.body.code]).toEqual([400, 'kalender.perlu_alasan'])
    const jauh = { ...lambat, tenggat: '2018-12-16T16:00:00.000Z', alasan: 'Banjir di Api-Api' }
    expect((await hasan.post('/api/kalender/geser', jauh)).body.code).toBe('kalender.urutan')
    const made = await hasan.post('/api/kalender/geser', {
      ...lambat,
      alasan: 'Banjir di Api-Api',
    })
    expect([made.status, made.body.versi]).toEqual([200, 2])
    const { body } = await siti.get('/api/kalender')
    expect(langkahOf(body, '2018-07', 'finalisasi')).toMatchObject({
      tenggat: lambat.tenggat,
      versi: 0,
      geser: { namaWilayah: 'Kota Bontang', alasan: 'Banjir di Api-Api' },
    })
  })

  test('on a version that has moved on is a conflict with both instants', async () => {
    const basi = { ...isi, versi: 1, tenggat: '2018-12-06T16:00:00.000Z' }
    const { status, body } = await hasan.post('/api/kalender/geser', basi)
    expect([status, body.code]).toEqual([409, 'versi.berubah'])
    expect(body.benturan).toMatchObject([
      {
        versi: 2,
        bidang: [{ dikirim: '2018-12-06 23:00 WIB', kini: '2018-12-12 23:00 WIB' }, {}],
      },
    ])
  })

  test('does not open what has passed, nor a period that is not there', async () => {
    const lewat = { ...isi, periode: '2018-01', tenggat: '2018-08-01T00:00:00Z', alasan: 'sesudah' }
    expect((await hasan.post('/api/kalender/geser', lewat)).body.code).toBe('kalender.sudah_lewat')
    const tidakAda = { ...isi, periode: '2018-08', versi: 0 }
    expect((await hasan.post('/api/kalender/geser', tidakAda)).body.code).toBe(
      'kalender.periode_tidak_ada',
    )
    const pusat = { ...isi, langkah: 'penarikan' }
    expect((await hasan.post('/api/kalender/geser', pusat)).body.code).toBe(
      'kalender.tidak_digeser',
    )
  })

  test('is in the log with both instants, and can be changed by nobody', async () => {
    const { rows } = await server.database.admin.query(
      `select perubahan from jejak where operasi = 'kalender.geser' order by waktu desc limit 1`,
    )
    expect(rows[0]?.perubahan).toMatchObject({
      sebelum: { wilayah: 'Kota Bontang', tenggat: '2018-12-05 23:00 WIB' },
      sesudah: { tenggat: '2018-12-12 23:00 WIB' },
    })
    await expect(
      server.database.app.query(`update kalender_geser set alasan = 'lain'`),
    ).rejects.toThrow('permission denied')
  })
})

describe('an election', () => {
  const isi = {
    wilayah: apiApi,
    jenis: 'pilkades',
    hari: '2018-09-01',
    sumber: 'Jadwal pemilihan kelurahan (contoh uji)',
  }
  const rawan = (tanggal: string, wilayah = apiApi) =>
    inScope(kyselyOf(server.database.app), cakupanOf(wilayah), (tx) =>
      sensitiveOn(tx, wilayah, tanggal),
    )

  test('makes 60 days before and 30 after it sensitive, in that village only', async () => {
    expect((await siti.post('/api/kalender/rawan', isi)).status).toBe(403)
    expect((await hasan.post('/api/kalender/rawan', isi)).status).toBe(200)
    const masa = async (tanggal: string) => (await rawan(tanggal)).length
    expect([await masa('2018-07-02'), await masa('2018-07-03')]).toEqual([0, 1])
    expect([await masa('2018-10-01'), await masa('2018-10-02')]).toEqual([1, 0])
    expect(await rawan('2018-09-01', 6474011004)).toEqual([])
    expect((await siti.get('/api/kalender/saya')).body.rawan).toMatchObject([
      { hari: '2018-09-01', dari: '2018-07-03', sampai: '2018-10-01' },
    ])
  })

  test('is recorded once, at a level that elects', async () => {
    expect((await hasan.post('/api/kalender/rawan', isi)).body.code).toBe('kalender.rawan_ada')
    const kota = { ...isi, wilayah: bontang }
    expect((await hasan.post('/api/kalender/rawan', kota)).body.code).toBe('kalender.rawan_tingkat')
  })

  test('is corrected by a further entry, and the one who comes second sees both', async () => {
    const { body } = await hasan.get('/api/kalender')
    const [ada] = body.rawan as Body[]
    const tunda = { ...isi, hari: '2018-12-01', menggantikan: ada?.id, alasan: 'Ditunda panitia' }
    expect((await hasan.post('/api/kalender/rawan', tunda)).status).toBe(200)
    expect(await rawan('2018-09-01')).toEqual([])
    expect(await rawan('2018-12-01')).toHaveLength(1)
    const kedua = { ...tunda, hari: '2018-11-01' }
    expect((await hasan.post('/api/kalender/rawan', kedua)).body).toMatchObject({
      code: 'versi.berubah',
      benturan: [{ bidang: [{ dikirim: '2018-11-01', kini: '2018-12-01' }, {}, {}] }],
    })
  })

  test('that is called off leaves no sensitive period', async () => {
    const { body } = await hasan.get('/api/kalender')
    const [ada] = body.rawan as Body[]
    const batal = { ...isi, hari: ada?.hari, menggantikan: ada?.id, batal: true }
    expect((await hasan.post('/api/kalender/rawan', batal)).body.code).toBe('isian.salah')
    const jadi = await hasan.post('/api/kalender/rawan', { ...batal, alasan: 'Tidak jadi' })
    expect(jadi.status).toBe(200)
    expect(await rawan('2018-12-01')).toEqual([])
    expect((await hasan.get('/api/kalender')).body.rawan).toEqual([])
  })
})
