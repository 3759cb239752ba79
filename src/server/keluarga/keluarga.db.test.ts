import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFamily } from '#test/families.ts'
import { type TestServer, testServer } from '#test/server.ts'

let server: TestServer
let rahmawati: { kab: number; id: string }
let guntung: { kab: number; id: string }

beforeAll(async () => {
  server = await testServer()
  const { admin } = server.database
  rahmawati = await makeFamily(admin, {
    wilayah: 6474011006,
    rt: 7,
    kepala: 'ANDI RAHMAWATI',
    nomorKk: '9974010101150001',
    anggota: [
      {
        nama: 'ANDI RAHMAWATI',
        nik: '9974014107800007',
        jenisKelamin: 2,
        tanggalLahir: '1980-07-02',
      },
      { nama: 'NUR HALIZA', jenisKelamin: 2, tanggalLahir: '2010-03-04', hubungan: 3 },
    ],
    menerima: ['rastra'],
  })
  guntung = await makeFamily(admin, {
    wilayah: 6474011004,
    rt: 1,
    kepala: 'ANDI RAHMAN',
    anggota: [{ nama: 'ANDI RAHMAN', nik: '9974010101700009', tanggalLahir: '1970-01-01' }],
  })
  await makeFamily(admin, {
    wilayah: 3523012001,
    kepala: 'ANDI RAHMAWATI',
    anggota: [{ nama: 'ANDI RAHMAWATI' }],
  })
  for (let i = 0; i < 25; i++) {
    await makeFamily(admin, {
      wilayah: 6474021001,
      ...(i % 3 ? { rt: i % 5 } : {}),
      kepala: `WARGA ${i}`,
      anggota: [{ nama: `WARGA ${i}` }],
    })
  }
})
afterAll(() => server.close())

const names = (body: Record<string, unknown>) =>
  (body.keluarga as { namaKepala: string }[]).map((k) => k.namaKepala)

describe('the list of families', () => {
  test('holds only what lies in the own area', async () => {
    expect(names((await (await server.as('siti')).post('/api/keluarga')).body)).toEqual([
      'ANDI RAHMAWATI',
    ])
    expect(names((await (await server.as('tuti')).post('/api/keluarga')).body)).toEqual([
      'ANDI RAHMAWATI',
    ])
    expect(names((await (await server.as('budi')).post('/api/keluarga')).body)).toHaveLength(27)
    expect(names((await (await server.as('agus')).post('/api/keluarga')).body)).toHaveLength(28)
  })

  test('a filter outside the area gives nothing rather than all', async () => {
    const { body } = await (await server.as('siti')).post('/api/keluarga', { wilayah: 6474011004 })
    expect(names(body)).toEqual([])
  })

  test('shows numbers masked', async () => {
    const { body } = await (await server.as('siti')).post('/api/keluarga')
    expect(JSON.stringify(body)).not.toContain('9974010101150001')
    expect(body).toMatchObject({
      keluarga: [{ nomorKk: '9974••••••••0001', menerima: ['rastra'] }],
    })
  })

  test('pages by key: every family once, in the same order as one long page', async () => {
    const budi = await server.as('budi')
    const whole = names((await budi.post('/api/keluarga', { batas: 100 })).body)
    const paged: string[] = []
    let after: string | null = ''
    while (after !== null) {
      const { body }: { body: Record<string, unknown> } = await budi.post('/api/keluarga', {
        batas: 4,
        ...(after ? { setelah: after } : {}),
      })
      paged.push(...names(body))
      after = body.berikutnya as string | null
    }
    expect(paged).toEqual(whole)
    expect(new Set(paged).size).toBe(27)
  })

  test('filters by RT and by receipt', async () => {
    const budi = await server.as('budi')
    expect(names((await budi.post('/api/keluarga', { menerima: 'ya' })).body)).toEqual([
      'ANDI RAHMAWATI',
    ])
    expect(names((await budi.post('/api/keluarga', { menerima: 'tidak' })).body)).toHaveLength(26)
    expect(names((await budi.post('/api/keluarga', { wilayah: 6474011006, rt: 7 })).body)).toEqual([
      'ANDI RAHMAWATI',
    ])
  })

  test('an unknown filter value is an error, never "all"', async () => {
    const { status, body } = await (await server.as('siti')).post('/api/keluarga', {
      menerima: 'mungkin',
    })
    expect([status, body.code]).toEqual([400, 'isian.salah'])
    expect((await (await server.as('siti')).post('/api/keluarga', { setelah: 'x' })).status).toBe(
      400,
    )
  })
})

describe('search', () => {
  test('finds by NIK and by family card, in the own area only', async () => {
    expect(
      names(
        (await (await server.as('siti')).post('/api/keluarga', { q: '9974014107800007' })).body,
      ),
    ).toEqual(['ANDI RAHMAWATI'])
    expect(
      names(
        (await (await server.as('siti')).post('/api/keluarga', { q: '9974 0101 0115 0001' })).body,
      ),
    ).toEqual(['ANDI RAHMAWATI'])
    expect(
      names(
        (await (await server.as('siti')).post('/api/keluarga', { q: '9974010101700009' })).body,
      ),
    ).toEqual([])
  })

  test('finds a misspelt name, and a member by whom the family is shown', async () => {
    const siti = await server.as('siti')
    expect(names((await siti.post('/api/keluarga', { q: 'andi rahmwati' })).body)).toEqual([
      'ANDI RAHMAWATI',
    ])
    const { body } = await siti.post('/api/keluarga', { q: 'nur halisa' })
    expect(body).toMatchObject({
      keluarga: [{ namaKepala: 'ANDI RAHMAWATI', cocok: 'NUR HALIZA' }],
    })
  })

  test('does not reach over the border of the area', async () => {
    expect(
      names(
        (await (await server.as('budi')).post('/api/keluarga', { q: 'andi rahma' })).body,
      ).sort(),
    ).toEqual(['ANDI RAHMAN', 'ANDI RAHMAWATI'])
    expect(
      names((await (await server.as('joko')).post('/api/keluarga', { q: 'andi rahma' })).body),
    ).toEqual(['ANDI RAHMAN'])
  })

  test('wildcards are letters like any other', async () => {
    expect(
      names((await (await server.as('budi')).post('/api/keluarga', { q: '%%%' })).body),
    ).toEqual([])
  })
})

describe('one family', () => {
  test('is shown whole, with ages and masked numbers', async () => {
    const { body } = await (await server.as('siti')).get(
      `/api/keluarga/${rahmawati.kab}/${rahmawati.id}`,
    )
    expect(body).toMatchObject({
      namaKepala: 'ANDI RAHMAWATI',
      jalurWilayah: 'Bontang Utara, Kota Bontang, Kalimantan Timur',
      anggota: [
        {
          nama: 'ANDI RAHMAWATI',
          nik: '9974••••••••0007',
          umur: 38,
          peringatan: [{ id: 'Tanggal lahir berbeda dengan NIK' }],
        },
        { nama: 'NUR HALIZA', nik: null, umur: 8 },
      ],
      penerimaan: [{ program: 'rastra' }],
    })
  })

  test('outside the area it is not there, like one that never was', async () => {
    const siti = await server.as('siti')
    const outside = await siti.get(`/api/keluarga/${guntung.kab}/${guntung.id}`)
    const never = await siti.get(`/api/keluarga/6474/${randomUUID()}`)
    expect(outside).toEqual(never)
    expect(outside.status).toBe(404)
  })

  test('numbers are opened with a reason, and that is in the log', async () => {
    const siti = await server.as('siti')
    const path = `/api/keluarga/${rahmawati.kab}/${rahmawati.id}/nik`
    expect((await siti.post(path, { alasan: '' })).status).toBe(400)
    const { body } = await siti.post(path, { alasan: 'mencocokkan dengan KTP di loket' })
    expect(body).toMatchObject({ nomorKk: '9974010101150001' })
    const { rows } = await server.database.admin.query(
      `select operasi, jumlah, tujuan_teks from jejak where operasi = 'keluarga.buka_nik'`,
    )
    expect(rows).toEqual([
      {
        operasi: 'keluarga.buka_nik',
        jumlah: 3,
        tujuan_teks: 'mencocokkan dengan KTP di loket',
      },
    ])
  })

  test('who looked at a family is in the log', async () => {
    const { rows } = await server.database.admin.query(
      `select count(*)::int as n from jejak where operasi = 'keluarga.satu' and subjek @> $1::jsonb`,
      [JSON.stringify([{ jenis: 'keluarga', id: rahmawati.id }])],
    )
    expect(rows).toEqual([{ n: 1 }])
  })
})

describe('eligibility', () => {
  const finding = { status: 'tidak_layak', dasar: 'Sudah punya mobil', tanggal: '2018-07-20' }
  const path = () => `/api/keluarga/${guntung.kab}/${guntung.id}/kelayakan`

  test('is found by the office of the kab/kota, with ground, day and expiry, and counted', async () => {
    const budi = await server.as('budi')
    const { body } = await budi.post(path(), { ...finding, versi: 1 })
    expect(body).toEqual({ status: 'tidak_layak', berlakuSampai: '2019-07-20', versi: 2 })
    const one = await budi.get(`/api/keluarga/${guntung.kab}/${guntung.id}`)
    expect(one.body).toMatchObject({
      kelayakan: 'tidak_layak',
      kelayakanRiwayat: [
        { status: 'tidak_layak', dasar: 'Sudah punya mobil', tanggal: '2018-07-20' },
      ],
    })
    const region = await budi.get('/api/wilayah/6474011004')
    expect(region.body).toMatchObject({ jumlah: { tidakLayak: 1 } })
  })

  test('is not found on a version that has moved on, nor for a day to come', async () => {
    const budi = await server.as('budi')
    const clash = await budi.post(path(), {
      ...finding,
      status: 'layak',
      dasar: 'Kunjungan kedua',
      versi: 1,
    })
    expect(clash).toMatchObject({
      status: 409,
      body: {
        code: 'versi.berubah',
        benturan: [
          {
            versi: 2,
            oleh: {
              peran: { id: 'Verifikator Dinas Sosial' },
              nama: 'Budi, verifikator Bontang',
              pada: expect.any(String),
            },
            bidang: [
              { kolom: 'status', dikirim: { id: 'Layak' }, kini: { id: 'Tidak layak' } },
              { kolom: 'dasar', dikirim: 'Kunjungan kedua', kini: finding.dasar },
            ],
          },
        ],
      },
    })
    // What stands was shown, so it is in the log; nothing was written.
    const { rows: seen } = await server.database.admin.query(
      `select perintah_id, perubahan from jejak where operasi = 'keluarga.nilai_kelayakan' and subjek @> $1 order by id desc limit 1`,
      [JSON.stringify([{ jenis: 'keluarga', id: guntung.id }])],
    )
    expect(seen).toEqual([{ perintah_id: null, perubahan: null }])
    const tomorrow = await budi.post(path(), { ...finding, tanggal: '2018-07-25', versi: 2 })
    expect(tomorrow.body.code).toBe('kelayakan.tanggal_mendatang')
  })

  test('is not for a village operator to find, nor for an office elsewhere', async () => {
    expect((await (await server.as('joko')).post(path(), { ...finding, versi: 2 })).body.code).toBe(
      'izin.kurang',
    )
    expect((await (await server.as('tuti')).post(path(), { ...finding, versi: 2 })).status).toBe(
      404,
    )
  })

  test('of two at once, one is told that the record moved on', async () => {
    const budi = await server.as('budi')
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => budi.post(path(), { ...finding, status: 'layak', versi: 2 })),
    )
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409, 409])
  })
})
