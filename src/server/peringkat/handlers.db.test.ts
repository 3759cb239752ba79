/** Rankings over HTTP, as named people. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Body, Person } from '#test/people.ts'
import { insertRuta, type RutaUji } from '#test/peringkat-data.ts'
import { type TestServer, testServer } from '#test/server.ts'

const bontang = 6474000000
const apiApi = 6474011006
const guntung = 6474011004
let server: TestServer
let budi: Person
let siti: Person
let joko: Person
let first = ''
let second = ''
const family = new Map<string, string>()

const house = (nama: string, wilayah: number, survei: Record<string, number>): RutaUji => ({
  wilayah,
  rt: 7,
  survei,
  keluarga: [{ nama, anggota: [{ umur: [40, '2018-01-01'], survei: { ijazah: 3 } }, {}, {}] }],
})

const poor = {
  luas_lantai: 20,
  lantai: 8,
  dinding: 4,
  fasilitas_bab: 6,
  penerangan: 4,
  air_minum: 9,
  bahan_bakar: 10,
}
const well = {
  luas_lantai: 90,
  lantai: 2,
  dinding: 1,
  plester_dinding: 1,
  fasilitas_bab: 1,
  penerangan: 1,
  air_minum: 2,
  bahan_bakar: 3,
}

async function enter(r: RutaUji): Promise<void> {
  const [id] = await insertRuta(server.database.admin, r)
  family.set(r.keluarga[0]?.nama ?? '', id ?? '')
}

/** Asks for a ranking and waits for its job. */
async function rank(periode: string): Promise<string> {
  const begun = await budi.post('/api/peringkat', {
    model: 'bps-14-indikator',
    wilayah: bontang,
    periode,
  })
  expect(begun.status).toBe(200)
  for (let i = 0; i < 200; i++) {
    const job = await budi.get(`/api/pekerjaan/${begun.body.pekerjaan}`)
    if (job.body.status === 'selesai') return String(begun.body.ronde)
    expect(['antre', 'berjalan']).toContain(job.body.status)
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('the ranking did not end')
}

beforeAll(async () => {
  server = await testServer()
  budi = await server.as('budi')
  siti = await server.as('siti')
  joko = await server.as('joko')
  await enter(house('Miskin', apiApi, poor))
  await enter(house('Kaya', apiApi, well))
  await enter(house('Kosong', guntung, {}))
  await enter(house('Sedang', guntung, { ...well, penerangan: 4, lantai: 8 }))
  first = await rank('2018-T2')
  await server.database.admin.query(
    `update survei_ruta set lantai = 8, luas_lantai = 18 where ruta_id = (select ruta_id from keluarga where id = $1)`,
    [family.get('Sedang')],
  )
  await enter(house('Baru', apiApi, poor))
  second = await rank('2018-T3')
}, 180_000)
afterAll(() => server.close())

const listOf = (body: Body, key: string) => body[key] as Body[]

test('a verifikator starts a ranking, and it is in the log', async () => {
  const { rows } = await server.database.admin.query(
    `select pengguna_id from jejak where operasi = 'peringkat.mulai' and subjek @> $1`,
    [JSON.stringify([{ jenis: 'ronde', id: first }])],
  )
  expect(rows).toHaveLength(1)
})

test('a village operator may not start one, nor anybody outside the own area', async () => {
  const asked = { model: 'bps-14-indikator', wilayah: apiApi, periode: '2018-T3' }
  expect(await siti.post('/api/peringkat', asked)).toMatchObject({ status: 403 })
  expect(await budi.post('/api/peringkat', { ...asked, wilayah: 3523000000 })).toMatchObject({
    status: 404,
  })
  expect(await budi.post('/api/peringkat', { ...asked, model: 'lain' })).toMatchObject({
    status: 400,
  })
})

test('the list names the quarter, the model and the area; another city sees nothing of it', async () => {
  const seen = await siti.get('/api/peringkat')
  expect(listOf(seen.body, 'ronde')[0]).toMatchObject({
    judul: { id: 'Pemeringkatan Triwulan III 2018' },
    namaWilayah: 'Kota Bontang',
    status: 'selesai',
    keluarga: 5,
  })
  const tuti = await server.as('tuti')
  expect(listOf((await tuti.get('/api/peringkat')).body, 'ronde')).toEqual([])
  expect(await tuti.get(`/api/peringkat/${second}`)).toMatchObject({ status: 404 })
})

test('the summary gives frozen totals to all and counts of the own area to each', async () => {
  const whole = await budi.get(`/api/peringkat/${second}`)
  expect(whole.body).toMatchObject({
    jumlahButir: 14,
    garisMiskin: 9,
    seluruh: { keluarga: 5, seriTerbesar: 2 },
    bagian: { wilayah: bontang, keluarga: 5 },
    sebelum: { id: first },
  })
  const own = await siti.get(`/api/peringkat/${second}`)
  expect(own.body).toMatchObject({
    seluruh: { keluarga: 5 },
    bagian: { wilayah: apiApi, keluarga: 3, bawahan: [] },
  })
})

test('families come by rank, page by page, and only those of the own area', async () => {
  const page = await budi.get(`/api/peringkat/${second}/keluarga?batas=2`)
  expect(listOf(page.body, 'keluarga').map((k) => (k.peringkat as Body).kabkota)).toEqual([1, 1])
  const rest = await budi.get(
    `/api/peringkat/${second}/keluarga?batas=4&setelah=${page.body.berikutnya}`,
  )
  const names = listOf(rest.body, 'keluarga').map((k) => k.namaKepala)
  expect(names).toEqual(['Kosong', 'Sedang', 'Kaya'])
  expect(rest.body.berikutnya).toBeNull()
  const own = await joko.get(`/api/peringkat/${second}/keluarga`)
  expect(listOf(own.body, 'keluarga').map((k) => k.namaKepala)).toEqual(['Kosong', 'Sedang'])
})

test('the families whose bounds straddle the poor line are those to visit first', async () => {
  const open = await budi.get(`/api/peringkat/${second}/keluarga?celah=melintasi`)
  for (const k of listOf(open.body, 'keluarga')) {
    expect(k).toMatchObject({ miskin: 'belum_pasti' })
    expect(Number(k.batasBawah)).toBeLessThan(9)
    expect(Number(k.batasAtas)).toBeGreaterThanOrEqual(9)
  }
  expect(listOf(open.body, 'keluarga').map((k) => k.namaKepala)).toContain('Kosong')
})

test('an explanation shows every indicator, what changed, and how far the line is', async () => {
  const path = `/api/peringkat/${second}/keluarga/6474/${family.get('Sedang')}?kuota=2`
  const said = await budi.get(path)
  expect(said.status).toBe(200)
  const butir = said.body.butir as Body[]
  expect(butir).toHaveLength(14)
  expect(butir[0]).toMatchObject({
    hasil: 'terpenuhi',
    nilai: { id: 'Luas lantai: 18 m²; Anggota rumah tangga: 3 orang' },
  })
  expect(butir[7]).toMatchObject({ hasil: 'belum_ditanyakan', nilai: null })
  expect(said.body.garis).toMatchObject({ kuota: 2, peringkat: 4, jarak: -2, dalam: false })
  const before = said.body.sebelum as Body
  expect(before.berubah).toContainEqual(
    expect.objectContaining({
      fakta: 'luas_lantai',
      dulu: { id: '90 m²', en: '90 m²' },
      kini: { id: '18 m²', en: '18 m²' },
    }),
  )
  const slip = (said.body.lembar as { teks: { id: string } }[]).map((b) => b.teks.id)
  expect(slip[0]).toBe('Pemeringkatan Triwulan III 2018')
  expect(slip).toContain('RT 7, Kelurahan Guntung')
  expect(slip.some((t) => t.includes('bukan desil BPS'))).toBe(true)
})

test('an explanation outside the own area is not found, as an unknown family is', async () => {
  const path = `/api/peringkat/${second}/keluarga/6474/${family.get('Sedang')}`
  expect(await siti.get(path)).toMatchObject({ status: 404 })
  expect(await joko.get(path)).toMatchObject({ status: 200 })
})

test('two rankings compare by decile, and list who moved and who is new', async () => {
  const path = `/api/peringkat/${second}/banding/${first}`
  const fresh = await budi.get(`${path}?arah=baru`)
  expect(listOf(fresh.body, 'keluarga').map((k) => [k.namaKepala, k.dulu])).toEqual([
    ['Baru', null],
  ])
  const cells = listOf(fresh.body, 'matriks')
  expect(cells.reduce((n, c) => n + Number(c.keluarga), 0)).toBe(5)
  expect(cells.filter((c) => c.dulu === null)).toHaveLength(1)
})

test('ranks made elsewhere stand beside ours with source and date', async () => {
  await server.database.admin.query(
    `insert into peringkat_luar (kab, keluarga_id, wilayah, rt, sumber, jenis, nilai, tanggal)
     values (6474, $1, $2, 7, 'PBDT 2015', 'persentil', 12, '2015-07-15')`,
    [family.get('Miskin'), apiApi],
  )
  const seen = await siti.get(`/api/peringkat/${second}/luar`)
  expect(listOf(seen.body, 'keluarga')).toEqual([
    expect.objectContaining({
      namaKepala: 'Miskin',
      desil: 1,
      luar: { sumber: 'PBDT 2015', jenis: 'persentil', nilai: 12, tanggal: '2015-07-15' },
    }),
  ])
  expect(listOf((await joko.get(`/api/peringkat/${second}/luar`)).body, 'keluarga')).toEqual([])
})
