import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { periksaPdf } from '#server/berkas/pdf.ts'
import { makeFamily } from '#test/families.ts'
import type { Body, people } from '#test/people.ts'
import { type TestServer, testServer } from '#test/server.ts'

type Nama = keyof typeof people

let server: TestServer
let rahmawati: { kab: number; id: string }
let orang: string

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
      { nama: 'NUR HALIZA', nik: '9974014403100003', jenisKelamin: 2, tanggalLahir: '2010-03-04' },
    ],
    menerima: ['rastra'],
  })
  await admin.query(
    `insert into peringkat_luar (kab, keluarga_id, wilayah, rt, sumber, jenis, nilai, tanggal) values ($1, $2, 6474011006, 7, 'DTSEN', 'desil', 2, '2018-05-01')`,
    [rahmawati.kab, rahmawati.id],
  )
  const found = await admin.query(`select id from individu where nik = '9974014107800007'`)
  orang = found.rows[0]?.id
  await makeFamily(admin, {
    wilayah: 6474011004,
    kepala: 'ANDI RAHMAN',
    anggota: [{ nama: 'ANDI RAHMAN', nik: '9974010101700009' }],
  })
  const bekas = await makeFamily(admin, {
    wilayah: 6474011006,
    rt: 1,
    kepala: 'SULAIMAN BEKAS',
    anggota: [{ nama: 'SULAIMAN BEKAS', nik: '9974010101700011' }],
  })
  await admin.query(
    `update keluarga set status = 'pindah', status_dari = '2018-03-01' where id = $1`,
    [bekas.id],
  )
})
afterAll(() => server.close())

type Hasil = {
  keluarga: {
    id: string
    kalimat: { id: string }[]
    anggota: { id: string; nik: string; cocok: boolean }[]
  }[]
}
const cari = async (nama: Nama, q: string) =>
  (await (await server.as(nama)).post('/api/loket/cari', { q })).body as unknown as Hasil & Body
const surat = async (nama: Nama, isi: object) =>
  (await server.as(nama)).post('/api/loket/surat', isi)
const terdaftar = () => ({
  kab: rahmawati.kab,
  keluarga: rahmawati.id,
  individu: orang,
  keperluan: 'keringanan biaya sekolah',
})
const unduh = async (nama: Nama, { kab, id }: Body): Promise<{ status: number; pdf: Buffer }> => {
  const { cookie } = await server.as(nama)
  const answer = await fetch(`${server.address}/api/dokumen/${kab}/${id}`, { headers: { cookie } })
  return { status: answer.status, pdf: Buffer.from(await answer.arrayBuffer()) }
}
const halaman = async (kode: unknown) => {
  const answer = await fetch(`${server.address}/d/${kode}`)
  return { status: answer.status, html: await answer.text(), headers: answer.headers }
}

describe('the counter', () => {
  test('says in words who is registered, since when, in which decile, and what they receive', async () => {
    const found = await cari('siti', '9974 0141 0780 0007')
    expect(found.keluarga[0]?.kalimat.map((k) => k.id)).toEqual([
      expect.stringMatching(/^Terdaftar sejak \d+ \w+ \d{4}\.$/),
      'Desil 2 dari 10 (1 paling miskin), menurut DTSEN per 1 Mei 2018.',
      expect.stringContaining('Menerima '),
    ])
    expect(found.keluarga[0]?.anggota.map((a) => [a.nik, a.cocok])).toEqual([
      ['9974••••••••0007', true],
      ['9974••••••••0003', false],
    ])
  })

  test('finds by card and by a misspelt name; a family that left is not registered any more', async () => {
    expect((await cari('siti', '9974010101150001')).keluarga).toHaveLength(1)
    expect((await cari('siti', 'andi rahmawaty')).keluarga.map((k) => k.id)).toEqual([rahmawati.id])
    const bekas = await cari('siti', 'sulaiman bekas')
    expect(bekas.keluarga[0]).toMatchObject({ terdaftar: false })
    expect(bekas.keluarga[0]?.kalimat[0]?.id).toBe(
      'Tidak terdaftar lagi: pindah sejak 1 Maret 2018.',
    )
  })

  test('says the same of one elsewhere as of one who is nowhere', async () => {
    const elsewhere = await cari('siti', '9974010101700009')
    const nowhere = await cari('siti', '9974010101709999')
    expect(elsewhere).toEqual(nowhere)
    expect(nowhere).toMatchObject({
      keluarga: [],
      tidakAda: {
        id: 'Tidak ditemukan di Kelurahan Api-api. Apakah terdaftar di tempat lain, perlu diperiksa kab/kota.',
      },
    })
    expect((await cari('budi', '9974010101700009')).keluarga).toHaveLength(1)
  })

  test('is in the log, with the family and the person', async () => {
    const { rows } = await server.database.admin.query(
      `select count(*)::int as n from jejak where operasi = 'loket.cari' and subjek @> $1::jsonb`,
      [JSON.stringify([{ jenis: 'individu', id: orang }])],
    )
    expect(rows[0].n).toBeGreaterThan(0)
  })
})

describe('the letter', () => {
  let made: Body

  test('has a number of the office and year, one page, full numbers inside and none in the register', async () => {
    const answer = await surat('siti', terdaftar())
    made = answer.body
    expect(answer).toMatchObject({ status: 200, body: { nomor: '0001/SKT/64.74.01.1006/2018' } })
    const { pdf } = await unduh('siti', made)
    expect(periksaPdf(pdf)).toBeNull()
    expect(pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g) ?? []).toHaveLength(1)
    expect((await unduh('siti', made)).pdf.equals(pdf)).toBe(true)
    if (process.env.SIKS_GAMBAR) writeFileSync(join(process.env.SIKS_GAMBAR, 'terdaftar.pdf'), pdf)
    const { rows } = await server.database.admin.query(
      'select row_to_json(d)::text as isi from dokumen d',
    )
    expect(rows[0].isi).not.toMatch(/RAHMAWATI|9974|sekolah/)
  })

  test('is proven to anybody by its code, without a name; any other code gets one and the same page', async () => {
    const { status, html, headers } = await halaman(made.kode)
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
    for (const text of [
      'Surat Keterangan Terdaftar',
      '0001/SKT/64.74.01.1006/2018',
      '24 Juli 2018',
      String(made.sidik),
      'Tercatat dan berlaku',
    ])
      expect(html).toContain(text)
    expect(html).not.toMatch(/RAHMAWATI|9974|Siti|sekolah|<script/)
    expect(html.length).toBeLessThan(8000)
    const lain = await Promise.all(
      ['00000000-0000-4000-8000-000000000000', 'x', "'or 1=1", '<script>', made.id].map((k) =>
        halaman(encodeURIComponent(String(k))),
      ),
    )
    expect(new Set(lain.map((l) => `${l.status} ${l.html}`)).size).toBe(1)
    expect(lain[0]?.status).toBe(404)
    const api = await fetch(`${server.address}/api/d/${made.kode}`)
    expect(Object.keys((await api.json()) as object).sort()).toEqual([
      'berlakuSampai',
      'jenis',
      'meterai',
      'nomor',
      'sidik',
      'status',
      'statusPada',
      'tanggal',
    ])
  })

  test('numbers run on per office, also when many are issued at once; a typed number is taken once', async () => {
    const many = await Promise.all(Array.from({ length: 4 }, () => surat('siti', terdaftar())))
    expect(many.map((a) => String(a.body.nomor).slice(0, 4)).sort()).toEqual([
      '0002',
      '0003',
      '0004',
      '0005',
    ])
    expect((await surat('siti', { ...terdaftar(), nomor: '400/12/2018' })).status).toBe(200)
    expect((await surat('siti', { ...terdaftar(), nomor: '400/12/2018' })).body.code).toBe(
      'dokumen.nomor_dipakai',
    )
    expect(
      (await surat('siti', { ...terdaftar(), nomor: '0006/SKT/64.74.01.1006/2018' })).status,
    ).toBe(200)
    expect((await surat('siti', terdaftar())).body.nomor).toBe('0007/SKT/64.74.01.1006/2018')
  })

  test('for one who is not registered says so of this office only; whoever is registered gets none', async () => {
    const isi = { nama: 'WARGA BARU', nik: '9974010101990001', keperluan: 'pengajuan bantuan' }
    const answer = await surat('siti', isi)
    expect(answer.body.nomor).toMatch(/\/SKTT\//)
    const { pdf } = await unduh('siti', answer.body)
    if (process.env.SIKS_GAMBAR) writeFileSync(join(process.env.SIKS_GAMBAR, 'tidak.pdf'), pdf)
    expect((await surat('siti', { ...isi, nik: '9974014107800007' })).body.code).toBe(
      'loket.ternyata_terdaftar',
    )
    // Registered elsewhere is not told here.
    expect((await surat('siti', { ...isi, nik: '9974010101700009' })).status).toBe(200)
  })

  test('cannot be had for somebody outside the area, nor for a person of another family', async () => {
    expect((await surat('joko', terdaftar())).body.code).toBe('tidak.ada')
    expect((await unduh('joko', made)).status).toBe(404)
    const { rows } = await server.database.admin.query(
      `select id from individu where nik = '9974010101700011'`,
    )
    expect((await surat('siti', { ...terdaftar(), individu: rows[0].id })).body.code).toBe(
      'tidak.ada',
    )
  })

  test('is in the log with its purpose, and without numbers of identity', async () => {
    const { rows } = await server.database.admin.query(
      `select tujuan_teks, perubahan::text, subjek::text from jejak where operasi = 'loket.surat' order by id limit 1`,
    )
    expect(rows[0].tujuan_teks).toBe('keringanan biaya sekolah')
    expect(rows[0].subjek).toContain(rahmawati.id)
    expect(`${rows[0].perubahan}${rows[0].subjek}`).not.toContain('9974')
  })

  test('that is withdrawn says so to whoever scans it, once', async () => {
    const siti = await server.as('siti')
    const cabut = () =>
      siti.post(`/api/dokumen/${made.kab}/${made.id}/cabut`, { alasan: 'salah orang' })
    expect((await cabut()).body).toEqual({ status: 'dicabut' })
    expect((await cabut()).body.code).toBe('dokumen.tidak_berlaku')
    expect((await halaman(made.kode)).html).toContain('DICABUT')
    const list = (await siti.get('/api/dokumen?batas=3')).body as {
      dokumen: object[]
      berikutnya: string
    }
    expect(list.dokumen).toHaveLength(3)
    expect((await (await server.as('joko')).get('/api/dokumen')).body).toMatchObject({
      dokumen: [],
    })
  })
})

test('a letter that replaces a wrong one leaves one of them in force, and joko cannot replace one of siti', async () => {
  const lama = (await surat('siti', terdaftar())).body
  const menggantikan = { kab: lama.kab, id: lama.id }
  const isi = { nama: 'WARGA GUNTUNG', keperluan: 'pengajuan bantuan', menggantikan }
  expect((await surat('joko', isi)).body.code).toBe('dokumen.tidak_berlaku')
  expect((await halaman(lama.kode)).html).toContain('Tercatat dan berlaku')
  const baru = await surat('siti', { ...terdaftar(), menggantikan })
  expect(baru.status).toBe(200)
  expect((await halaman(lama.kode)).html).toContain('DIGANTI')
  expect((await surat('siti', { ...terdaftar(), menggantikan })).body.code).toBe(
    'dokumen.tidak_berlaku',
  )
})

describe('the letterhead', () => {
  test('is made of the names of the regions until the office sets its own', async () => {
    const lihat = async (nama: Nama) => (await (await server.as(nama)).get('/api/kop')).body
    expect(await lihat('siti')).toMatchObject({
      baris: ['PEMERINTAH KOTA BONTANG', expect.stringMatching(/^KECAMATAN /), 'KELURAHAN API-API'],
      tempat: 'Bontang',
      penanda: [{ jabatan: 'Lurah Api-api', nama: '' }],
      versi: 0,
      bolehUbah: false,
    })
    expect(await lihat('dewi')).toMatchObject({ bolehUbah: true })
    expect((await (await server.as('siti')).get('/api/kop?wilayah=6474011004')).body.code).toBe(
      'kop.bukan_kantor',
    )
  })

  test('is set by the lurah, keeps both values when two set it, and goes onto the next letter', async () => {
    const dewi = await server.as('dewi')
    const kop = {
      wilayah: 6474011006,
      baris: ['PEMERINTAH KOTA BONTANG', 'KECAMATAN UJI', 'KELURAHAN API-API'],
      alamat: 'Jalan Brigjen Katamso 1',
      telepon: null,
      tempat: 'Bontang',
      logo: null,
      penanda: [
        {
          jabatan: 'Lurah Api-api',
          nama: 'DEWI UJI, S.Sos',
          nip: '197001011990032001',
          pangkat: 'Penata',
        },
      ],
      versi: 0,
    }
    expect((await dewi.post('/api/kop', kop)).body).toEqual({ versi: 1 })
    const lina = await server.as('lina')
    const late = await lina.post('/api/kop', { ...kop, alamat: 'Jalan Lain 2' })
    expect(late.body).toMatchObject({
      code: 'versi.berubah',
      benturan: [
        {
          versi: 1,
          bidang: [{ kolom: 'alamat', dikirim: 'Jalan Lain 2', kini: 'Jalan Brigjen Katamso 1' }],
        },
      ],
    })
    expect((await lina.post('/api/kop', { ...kop, versi: 1, telepon: '0548-1' })).body).toEqual({
      versi: 2,
    })
    expect((await (await server.as('siti')).post('/api/kop', kop)).body.code).toBe('izin.kurang')
    expect((await dewi.post('/api/kop', { ...kop, wilayah: 6474011004 })).body.code).toBe(
      'kop.bukan_kantor',
    )
    const { pdf } = await unduh('siti', (await surat('siti', terdaftar())).body)
    if (process.env.SIKS_GAMBAR) writeFileSync(join(process.env.SIKS_GAMBAR, 'kop.pdf'), pdf)
    expect(pdf.length).toBeGreaterThan(5000)
  })
})
