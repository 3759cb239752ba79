/** Over HTTP: a Ketua RT sees their RT only, a field officer the assigned families only, in every operation they may use. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import { kyselyOf } from '#server/db/pools.ts'
import { inScope } from '#server/http/transaction.ts'
import { startRound } from '#server/peringkat/mulai.ts'
import { runRound } from '#server/peringkat/ronde.ts'
import { makeFamily } from '#test/families.ts'
import type { Person } from '#test/people.ts'
import { type TestServer, testServer } from '#test/server.ts'

const desa = 6474011006
type Keluarga = { kab: number; id: string; rutaId: string }

let server: TestServer
let ronde: string
const keluarga: Record<string, Keluarga> = {}

beforeAll(async () => {
  server = await testServer()
  const { admin, job } = server.database
  const rows: [string, number, number | undefined][] = [
    ['ANDI SATU', desa, 7],
    ['ANDI DUA', desa, 7],
    ['ANDI TIGA', desa, 8],
    ['ANDI EMPAT', desa, undefined],
    ['ANDI LIMA', 6474011004, 7],
  ]
  for (const [n, [kepala, wilayah, rt]] of rows.entries())
    keluarga[kepala] = await makeFamily(admin, {
      wilayah,
      ...(rt === undefined ? {} : { rt }),
      kepala,
      nomorKk: `997401010115000${n}`,
      anggota: [
        { nama: kepala, nik: `997401410780000${n}`, tanggalLahir: '1980-07-01' },
        { nama: 'ANAK', hubungan: 3 },
      ],
      menerima: n === 0 || n === 2 ? ['rastra'] : [],
    })
  await admin.query(
    `insert into kuota (program, wilayah, lo, hi, dari, sampai, jumlah, sumber) values ('rastra', $1, $1, $1::bigint + 1, '2018-07-01', '2018-08-01', 9, 'uji')`,
    [desa],
  )
  const area = cakupanOf(desa)
  const asked = {
    model: 'bps-14-indikator',
    wilayah: desa,
    periode: '2018-T3',
    acuan: '2018-07-01',
    penggunaId: null,
  }
  const started = await inScope(kyselyOf(job), area, (tx) => startRound(tx, asked))
  if (!started.ok) throw new Error(started.error.code)
  ronde = started.value
  await runRound({ pool: job, progress: () => {} }, area, ronde)
})
afterAll(() => server.close())

/** What an assignment sees below its village, from now on. */
async function beri(
  username: string,
  batas: { rt?: number[]; keluarga?: Keluarga[] },
): Promise<void> {
  await server.database.admin.query(
    `alter table penugasan drop constraint if exists penugasan_keluarga, drop constraint if exists penugasan_rt`,
  )
  await server.database.admin.query(
    `update penugasan t set rt = $2, keluarga = $3, ruta = $4 from pengguna p join masuk."user" u on u.id = p.masuk_id where t.pengguna_id = p.id and u.username = $1`,
    [
      username,
      batas.rt ?? null,
      batas.keluarga?.map((k) => k.id) ?? null,
      batas.keluarga?.map((k) => k.rutaId) ?? null,
    ],
  )
}

const names = async (person: Person, body: object = {}): Promise<string[]> =>
  ((await person.post('/api/keluarga', body)).body.keluarga as { namaKepala: string }[]).map(
    (k) => k.namaKepala,
  )
const of = (kepala: string): Keluarga => keluarga[kepala] ?? { kab: 0, id: '', rutaId: '' }
const path = (kepala: string) => `/api/keluarga/${of(kepala).kab}/${of(kepala).id}`

describe('a Ketua RT', () => {
  let yusuf: Person
  beforeAll(async () => {
    await beri('yusuf', { rt: [7] })
    yusuf = await server.as('yusuf')
  })

  test('lists and counts the families of the RT', async () => {
    const { body } = await yusuf.post('/api/keluarga')
    expect(body).toMatchObject({ jumlah: 2 })
    expect((await names(yusuf)).sort()).toEqual(['ANDI DUA', 'ANDI SATU'])
    expect(await names(yusuf, { rt: 8 })).toEqual([])
    expect(await names(yusuf, { rt: 0 })).toEqual([])
    expect(await names(yusuf, { wilayah: 6474011004 })).toEqual([])
    expect((await names(yusuf, { wilayah: desa })).sort()).toEqual(['ANDI DUA', 'ANDI SATU'])
  })

  test('searches the RT by name, NIK and family card, and nothing beyond', async () => {
    expect((await names(yusuf, { q: 'andi' })).sort()).toEqual(['ANDI DUA', 'ANDI SATU'])
    expect(await names(yusuf, { q: '9974014107800000' })).toEqual(['ANDI SATU'])
    expect(await names(yusuf, { q: '9974014107800002' })).toEqual([])
    expect(await names(yusuf, { q: '9974010101150001' })).toEqual(['ANDI DUA'])
    expect(await names(yusuf, { q: '9974010101150003' })).toEqual([])
  })

  test('opens a family of the RT; the neighbour over the street is not there', async () => {
    expect((await yusuf.get(path('ANDI SATU'))).body).toMatchObject({ namaKepala: 'ANDI SATU' })
    expect((await yusuf.get(`${path('ANDI SATU')}/riwayat`)).status).toBe(200)
    for (const kepala of ['ANDI TIGA', 'ANDI EMPAT', 'ANDI LIMA'])
      for (const rest of ['', '/riwayat'])
        expect((await yusuf.get(path(kepala) + rest)).status).toBe(404)
  })

  test('is told why a family of the RT stands where it stands, and of no other', async () => {
    const of7 = of('ANDI SATU')
    const of8 = of('ANDI TIGA')
    const said = await yusuf.get(`/api/peringkat/${ronde}/keluarga/${of7.kab}/${of7.id}`)
    // Families with the same key are counted within the RT.
    expect(said.body).toMatchObject({ keluarga: { namaKepala: 'ANDI SATU' }, seri: 2 })
    expect((await yusuf.get(`/api/peringkat/${ronde}/keluarga/${of8.kab}/${of8.id}`)).status).toBe(
      404,
    )
  })

  test('sees the numbers of the RT on the first page and in the region', async () => {
    expect((await yusuf.get('/api/beranda')).body).toMatchObject({
      terdaftar: 2,
      jiwa: 4,
      menerima: 1,
      belumMenerima: 1,
      kuota: null,
    })
    expect((await yusuf.get(`/api/wilayah/${desa}`)).body).toMatchObject({
      jumlah: { keluarga: 2, menerima: 1 },
      bawahan: [{ rt: 7, keluarga: 2 }],
    })
  })

  test('may not do what speaks of a whole village', async () => {
    for (const page of ['/api/peringkat', '/api/kuota', '/api/daftar', '/api/impor'])
      expect((await yusuf.get(page)).body.code).toBe('izin.kurang')
    expect((await yusuf.get('/api/pekerjaan')).body).toEqual({ pekerjaan: [] })
  })

  test('with an empty list sees nothing', async () => {
    await beri('yusuf', { rt: [] })
    expect(await names(yusuf)).toEqual([])
    expect(await names(yusuf, { q: 'andi' })).toEqual([])
    expect((await yusuf.get(path('ANDI SATU'))).status).toBe(404)
    expect((await yusuf.get('/api/beranda')).body).toMatchObject({ terdaftar: 0, jiwa: 0 })
  })
})

describe('a field officer', () => {
  let fitri: Person
  beforeAll(async () => {
    await beri('fitri', { keluarga: [of('ANDI DUA'), of('ANDI EMPAT'), of('ANDI LIMA')] })
    fitri = await server.as('fitri')
  })

  test('sees the assigned families that lie in the area, and counts those', async () => {
    expect((await names(fitri)).sort()).toEqual(['ANDI DUA', 'ANDI EMPAT'])
    expect((await fitri.post('/api/keluarga')).body).toMatchObject({ jumlah: 2 })
    expect((await fitri.get('/api/beranda')).body).toMatchObject({
      terdaftar: 2,
      jiwa: 4,
      menerima: 0,
      kuota: null,
    })
    expect((await fitri.get(`/api/wilayah/${desa}`)).body).toMatchObject({
      jumlah: { keluarga: 2, ruta: 2 },
      bawahan: [
        { rt: 0, keluarga: 1 },
        { rt: 7, keluarga: 1 },
      ],
    })
  })

  test('finds only them', async () => {
    expect((await names(fitri, { q: 'andi' })).sort()).toEqual(['ANDI DUA', 'ANDI EMPAT'])
    expect(await names(fitri, { q: '9974014107800001' })).toEqual(['ANDI DUA'])
    expect(await names(fitri, { q: '9974014107800000' })).toEqual([])
  })

  test('opens only them', async () => {
    expect((await fitri.get(path('ANDI DUA'))).body).toMatchObject({
      namaKepala: 'ANDI DUA',
      anggota: [{ nama: 'ANDI DUA' }, { nama: 'ANAK' }],
    })
    for (const kepala of ['ANDI SATU', 'ANDI TIGA', 'ANDI LIMA'])
      expect((await fitri.get(path(kepala))).status).toBe(404)
  })

  test('with no family assigned sees nothing', async () => {
    await beri('fitri', { keluarga: [] })
    expect(await names(fitri)).toEqual([])
    expect(await names(fitri, { q: 'andi' })).toEqual([])
    expect((await fitri.get('/api/beranda')).body).toMatchObject({ terdaftar: 0 })
  })
})

test('who holds the whole village sees all of it, those without RT too', async () => {
  const siti = await server.as('siti')
  expect(await names(siti)).toHaveLength(4)
  expect((await siti.get('/api/beranda')).body).toMatchObject({
    terdaftar: 4,
    kuota: 9,
    kuotaKosong: 7,
  })
})
