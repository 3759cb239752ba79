import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFamily } from '#test/families.ts'
import { type TestServer, testServer } from '#test/server.ts'

const apiApi = 6474011006
let server: TestServer
let keluarga: { kab: number; id: string }
const orang: Record<string, string> = {}

const sumber = (sumber: string, nik: string, nama: string, lain: Record<string, unknown> = {}) => {
  const row: Record<string, unknown> = {
    kab: 6474,
    sumber,
    kunci: `${sumber}-${nama}`,
    impor_id: '00000000-0000-7000-8000-000000000001',
    rekaman_id: '00000000-0000-7000-8000-000000000002',
    lembar: 1,
    baris: 2,
    wilayah: apiApi,
    rt: 7,
    nik,
    nama,
    nama_cari: nama,
    berlaku: '2018-05-01',
    hash: '\\x00',
    ...lain,
  }
  const keys = Object.keys(row)
  return server.database.admin.query(
    `insert into orang_sumber (${keys.join(', ')}) values (${keys.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(row),
  )
}

beforeAll(async () => {
  server = await testServer()
  const { admin } = server.database
  keluarga = await makeFamily(admin, {
    wilayah: apiApi,
    rt: 7,
    kepala: 'BADU',
    nomorKk: '9901010101150001',
    menerima: ['rastra'],
    anggota: [
      { nama: 'BADU SANTOSO', nik: '9901010101800001', tanggalLahir: '1980-01-01', hubungan: 1 },
      {
        nama: 'SARI',
        nik: '9901014101820002',
        jenisKelamin: 2,
        tanggalLahir: '1982-01-01',
        hubungan: 2,
      },
      { nama: 'UDIN', hubungan: 3, tanggalLahir: '2010-01-01' },
    ],
  })
  const { rows } = await admin.query<{ id: string; nama: string }>(
    'select id, nama from individu where keluarga_id = $1',
    [keluarga.id],
  )
  for (const r of rows) orang[r.nama] = r.id
  await sumber('dukcapil', '9901010101800001', 'BADU SENTOSA', {
    tanggal_lahir: '1980-01-01',
    nomor_kk: '9901010101150001',
    jenis_kelamin: 1,
  })
  await sumber('p3ke', '9901010101800001', 'BADU SANTOSO', { hubungan: 1, desil: 2 })
  await sumber('dukcapil', '9901014101820002', 'SARI', {
    keadaan: 'MENINGGAL',
    tanggal_lahir: '1982-01-01',
  })
  await sumber('regsosek', '9901014101820099', 'UDIN B', { tanggal_lahir: '2010-01-02' })
  await sumber('p3ke', '9901014101820002', 'SARI', { wilayah: 6474011004, hubungan: 3 })
})
afterAll(() => server.close())

type Anggota = {
  nama: string
  dukcapil: {
    keadaan: string
    warga: { en: string }
    beda: { en: string }[]
    riwayat: { oleh: string | null }[]
  }
  sumber: { sumber: string; taut: string }[]
  isian: {
    bidang: string
    dipercaya: string
    dasar: string
    berbeda: boolean
    calon: { sumber: string; nilai: { id: string }; poin: number }[]
    putusan: { alasan: string; oleh: string } | null
  }[]
}
const halaman = async (siapa: 'siti' | 'budi' = 'siti') => {
  const petugas = await server.as(siapa)
  const { body } = await petugas.get(`/api/keluarga/6474/${keluarga.id}/sumber`)
  return body as {
    bolehMemadankan: boolean
    rumah: { keluarga: object[]; jawaban: object[] }
    anggota: Anggota[]
  }
}
type Beda = {
  kab: number
  id: string
  versi: number
  nama: string
  bidang: string
  taruhan: number
}
type Akibat = {
  usulan: { kab: number; id: string; nomor: string; status: string } | null
  bolehUsulkan: boolean
  tanpaUsulan: object | null
}
const antrean = async (q = '') =>
  (await (await server.as('siti')).get(`/api/sumber/beda?${q}`)).body as {
    beda: (Beda & { dipercaya: string; calon: { sumber: string }[] })[]
    rekap: { bidang: string; jumlah: number }[]
    berikutnya: string | null
  }

test('a family matched again has a status for each member, with what the citizen must do', async () => {
  expect((await halaman()).anggota.map((a) => a.dukcapil.keadaan)).toEqual(
    Array(3).fill('BELUM_DIPADANKAN'),
  )
  const siti = await server.as('siti')
  const again = () => siti.post(`/api/keluarga/6474/${keluarga.id}/padankan`, {})
  expect((await again()).body).toEqual({ berubah: 2, beda: 1 })
  expect((await again()).body).toEqual({ berubah: 0, beda: 0 })
  const { anggota, bolehMemadankan } = await halaman()
  expect(bolehMemadankan).toBe(true)
  expect(anggota.map((a) => [a.nama, a.dukcapil.keadaan])).toEqual([
    ['BADU SANTOSO', 'TIDAK_PADAN_NAMA'],
    ['SARI', 'MENINGGAL'],
    ['UDIN', 'BELUM_DIPADANKAN'],
  ])
  expect(anggota[0]?.dukcapil.beda).toMatchObject([{ en: 'Name' }])
  expect(anggota[0]?.dukcapil.warga.en).toContain('identity and family card')
  expect(anggota[0]?.dukcapil.riwayat[0]?.oleh).toMatch(/Siti/i)
})

test('each field has its sources and the believed one; numbers are masked; rows of another village stay away', async () => {
  const [badu, sari] = (await halaman()).anggota
  expect(badu?.sumber.map((s) => s.sumber)).toEqual(['dukcapil', 'p3ke'])
  expect(badu?.isian.find((i) => i.bidang === 'nama')).toMatchObject({
    dipercaya: 'dukcapil',
    dasar: 'bobot',
    berbeda: true,
    calon: [
      { sumber: 'dukcapil', nilai: { id: 'BADU SENTOSA' } },
      { sumber: 'registri' },
      { sumber: 'p3ke' },
    ],
  })
  expect(badu?.isian.find((i) => i.bidang === 'nik')?.calon[0]?.nilai.id).toBe('9901••••••••0001')
  expect(sari?.sumber.map((s) => s.sumber)).toEqual(['dukcapil'])
  const luas = (await halaman('budi')).anggota[1]
  expect(luas?.sumber.map((s) => s.sumber)).toEqual(['dukcapil', 'p3ke'])
  expect(luas?.isian.find((i) => i.bidang === 'hubungan')?.berbeda).toBe(true)
})

test('house and family stand beside the registry by source, in the words of the dictionary', async () => {
  const { admin } = server.database
  const keluargaLain = (sumber: string, kunci: string, isi: object, kk: string | null = null) =>
    admin.query(
      `insert into keluarga_sumber (kab, sumber, kunci, impor_id, rekaman_id, wilayah, nomor_kk, desil, jawaban, berlaku)
       values (6474, $1, $2, gen_random_uuid(), gen_random_uuid(), $3, $4, 2, $5, '2018-05-01')`,
      [sumber, kunci, apiApi, kk, JSON.stringify(isi)],
    )
  await admin.query("update orang_sumber set kunci_keluarga = 'K1' where nama = 'BADU SANTOSO'")
  await keluargaLain('p3ke', 'K1', { lantai: 8, luas_lantai: 24 })
  await keluargaLain('regsosek', 'K2', { lantai: 1 }, '9901010101150001')
  await keluargaLain('regsosek', 'K3', { lantai: 2 })
  await admin.query(
    `with s as (insert into survei_ruta (kab, ruta_id, keluarga_id, wilayah, rt, tanggal, sumber, lantai)
       select kab, ruta_id, id, wilayah, rt, '2015-09-01', 'pbdt-2015', 8 from keluarga where id = $1 returning kab, ruta_id, id)
     update ruta r set survei_id = s.id from s where r.kab = s.kab and r.id = s.ruta_id`,
    [keluarga.id],
  )
  const { rumah } = await halaman()
  expect(rumah.keluarga).toMatchObject([
    { sumber: 'regsosek', kk: true, orang: 0, desil: 2 },
    { sumber: 'p3ke', kk: false, orang: 1 },
  ])
  expect(rumah.jawaban).toMatchObject([
    {
      variabel: 'luas_lantai',
      nilai: null,
      lain: [{ sumber: 'p3ke', nilai: { id: '24 meter persegi' } }],
    },
    {
      variabel: 'lantai',
      nilai: { id: 'Tanah' },
      sumber: 'pbdt-2015',
      tanggal: '2015-09-01',
      lain: [
        { sumber: 'regsosek', tanggal: '2018-05-01' },
        { sumber: 'p3ke', nilai: { id: 'Tanah' } },
      ],
      berbeda: true,
    },
  ])
})

test('a pair that was decided to be one person brings its source in; one decided otherwise takes it out', async () => {
  const { admin } = server.database
  const regsosek = await admin.query<{ id: string }>(
    "select id from orang_sumber where sumber = 'regsosek'",
  )
  const { rows: siapa } = await admin.query<{ id: string }>('select id from pengguna limit 1')
  const pasangan = [orang.UDIN, regsosek.rows[0]?.id]
  const { rows } = await admin.query<{ id: string }>(
    `insert into padanan_pasangan (kab, jalan_id, bagian, wilayah, kiri_kab, kiri_id, kiri_jenis, kanan_kab, kanan_id, kanan_jenis, bobot, peluang, tingkat, status)
     values (6474, gen_random_uuid(), 1, ${apiApi}, 6474, $1, 'individu', 6474, $2, 'orang_sumber', 9, 0.9, '{}', 'antre') returning id`,
    pasangan,
  )
  const udin = async () => (await halaman()).anggota[2]?.sumber.map((s) => [s.sumber, s.taut])
  expect(await udin()).toEqual([])
  await admin.query("update padanan_pasangan set status = 'sama' where id = $1", [rows[0]?.id])
  expect(await udin()).toEqual([['regsosek', 'putusan']])
  await admin.query(
    `insert into padanan_putusan (kab, wilayah, kiri_kab, kiri_id, kiri_jenis, kanan_kab, kanan_id, kanan_jenis, putusan, pengguna_id, peran, dibuat_pada)
     values (6474, ${apiApi}, 6474, $1, 'individu', 6474, $2, 'orang_sumber', 'beda', $3, 'operator_desa', now())`,
    [...pasangan, siapa[0]?.id],
  )
  expect(await udin()).toEqual([])
})

test('differences wait with the most at stake first, and a decision with its reason stays', async () => {
  const budi = await server.as('budi')
  // The verifier sees the row of the other village too, and the queue follows.
  expect((await budi.post(`/api/keluarga/6474/${keluarga.id}/padankan`, {})).body).toEqual({
    berubah: 0,
    beda: 1,
  })
  const { beda, rekap } = await antrean()
  expect(beda.map((b) => [b.nama, b.bidang, b.dipercaya])).toEqual([
    ['BADU SANTOSO', 'nama', 'dukcapil'],
    ['SARI', 'hubungan', 'registri'],
  ])
  expect(rekap.map((r) => [r.bidang, r.jumlah])).toEqual([
    ['hubungan', 1],
    ['nama', 1],
  ])
  expect((await antrean('bidang=hubungan')).beda).toHaveLength(1)
  const first = await antrean('batas=1')
  expect((await antrean(`batas=1&setelah=${first.berikutnya}`)).beda.map((b) => b.nama)).toEqual([
    'SARI',
  ])
  const siti = await server.as('siti')
  const [nama] = beda
  const putus = (isi: object) => siti.post(`/api/sumber/beda/6474/${nama?.id}`, isi)
  const alasan = 'KTP asli dilihat di loket'
  expect((await putus({ versi: 9, putusan: 'registri', alasan })).body).toMatchObject({
    code: 'beda.berubah',
  })
  expect((await putus({ versi: nama?.versi, putusan: 'kks', alasan })).body).toMatchObject({
    code: 'beda.sumber_tanpa_nilai',
  })
  expect((await putus({ versi: nama?.versi, putusan: 'registri', alasan })).body).toMatchObject({
    status: 'diputus',
    usulan: null,
    tanpaUsulan: { en: 'The registry is right: nothing is to be corrected.' },
  })
  expect((await antrean()).beda).toHaveLength(1)
  expect((await antrean('status=diputus')).beda).toHaveLength(0)
  expect((await antrean('status=tuntas')).beda).toMatchObject([{ putusan: 'registri', alasan }])
  const isian = (await halaman()).anggota[0]?.isian.find((i) => i.bidang === 'nama')
  expect(isian).toMatchObject({ dipercaya: 'registri', dasar: 'putusan', putusan: { alasan } })
  await siti.post(`/api/keluarga/6474/${keluarga.id}/padankan`, {})
  expect((await antrean('status=tuntas')).beda).toHaveLength(1)
  // What the operator cannot see of the other village is not gone.
  expect((await antrean()).beda.map((b) => b.nama)).toEqual(['SARI'])
  // The name is mended in the registry: what was decided on stands no more.
  await server.database.admin.query(
    "update individu set nama = 'BADU S', nama_cari = 'BADU S' where id = $1",
    [orang['BADU SANTOSO']],
  )
  await siti.post(`/api/keluarga/6474/${keluarga.id}/padankan`, {})
  expect((await antrean('status=tuntas')).beda).toHaveLength(0)
  expect((await antrean()).beda.map((b) => b.bidang)).toContain('nama')
})

test('a decision for a source becomes a draft correction, and is closed when the registry has taken it', async () => {
  const siti = await server.as('siti')
  const budi = await server.as('budi')
  const sari = async (status = 'antre') =>
    (await antrean(`status=${status}&bidang=hubungan`)).beda[0] as unknown as Beda & Akibat
  const alamat = `/api/sumber/beda/6474/${(await sari()).id}`
  const isi = { putusan: 'p3ke', alasan: 'KK asli dilihat di loket' }
  // The verifier decides and does not propose: the operator makes the draft of it.
  const oleh = await budi.post(alamat, { ...isi, versi: (await sari()).versi })
  expect(oleh.body).toMatchObject({ usulan: null, tanpaUsulan: { en: /village operator/ } })
  const diputus = await sari('diputus')
  expect(diputus).toMatchObject({ usulan: null, bolehUsulkan: true, tanpaUsulan: null })
  const { usulan } = (await siti.post(`${alamat}/usulkan`, { versi: diputus.versi })).body as Akibat
  expect(usulan).toMatchObject({ nomor: expect.stringMatching(/^US-/), status: 'draf' })
  const ubah = await siti.post(alamat, { ...isi, versi: diputus.versi })
  expect(ubah.body).toMatchObject({ code: 'beda.usulan_berjalan' })
  const di = `/api/usulan/${usulan?.kab}/${usulan?.id}`
  type Draf = { isi: { perbaikan: object; alasan: string; beda: object }; versi: number }
  const draf = async () => (await siti.get(di)).body as unknown as Draf
  const { isi: dibuat } = await draf()
  expect(dibuat).toMatchObject({ perbaikan: { hubungan: '3' }, beda: { sumber: 'p3ke' } })
  expect(dibuat.alasan).toBe(
    'KK asli dilihat di loket (Hubungan dengan kepala keluarga menurut P3KE, 2018-05-01)',
  )
  // The operator adds the document; what the proposal settles is not theirs to change.
  await siti.post('/api/usulan/simpan', {
    usulan: { kab: usulan?.kab, id: usulan?.id, versi: (await draf()).versi },
    jenis: 'perbaikan_identitas',
    wilayah: apiApi,
    rt: 7,
    nama: 'SARI',
    isi: { perbaikan: dibuat.perbaikan, alasan: dibuat.alasan, dokumen: { jenis: 'KK' } },
  })
  const langkah = async (siapa: typeof siti, aksi: string) => {
    const pilihan = { usulan: [{ kab: usulan?.kab, id: usulan?.id, versi: (await draf()).versi }] }
    expect((await siapa.post(`/api/usulan/langkah/${aksi}`, { pilihan })).body).toMatchObject({
      jadi: 1,
    })
  }
  await langkah(siti, 'ajukan')
  expect(await sari('diputus')).toMatchObject({ usulan: { status: 'diajukan' } })
  await langkah(budi, 'verifikasi')
  const { rows } = await server.database.admin.query(
    'select hubungan from individu where id = $1',
    [orang.SARI],
  )
  expect(rows).toEqual([{ hubungan: 3 }])
  expect(await sari('diputus')).toBeUndefined()
  expect(await sari('tuntas')).toMatchObject({ putusan: 'p3ke', usulan: { status: 'diterima' } })
})

test('whoever has another village finds neither the family nor its differences', async () => {
  const { beda } = await antrean()
  const joko = await server.as('joko')
  expect((await joko.get(`/api/keluarga/6474/${keluarga.id}/sumber`)).status).toBe(404)
  const isi = { versi: 1, putusan: 'registri', alasan: 'bukan wilayah saya' }
  expect((await joko.post(`/api/sumber/beda/6474/${beda[0]?.id}`, isi)).status).toBe(404)
  expect((await joko.get('/api/sumber/beda')).body).toMatchObject({ beda: [], rekap: [] })
  expect((await (await server.as('nur')).get('/api/sumber/beda')).status).toBe(403)
})

test('the report tells who is missing and who may receive wrongly, and makes proposals of them once', async () => {
  const lain = { desil: 1, kunci_keluarga: 'K9' }
  await sumber('p3ke', '9901010101700077', 'MARNI', { ...lain, hubungan: 1, alamat: 'JL. X' })
  await sumber('p3ke', '9901010101010078', 'TONO', { ...lain, hubungan: 3 })
  await server.database.admin.query(
    "update orang_sumber set pekerjaan = 5, wilayah_lain = '7371011001' where sumber = 'dukcapil' and nik = '9901010101800001'",
  )
  const siti = await server.as('siti')
  const rekap = async () =>
    (await siti.get('/api/integrasi')).body as {
      jumlah: object
      daerah: { nama: string }[]
      daftar: { jenis: string; jumlah: number }[]
    }
  const { jumlah, daerah, daftar } = await rekap()
  // Badu stands in P3KE by NIK and Udin in Regsosek by a pair; Sari's row of P3KE lies in another village.
  expect(jumlah).toEqual({ satu: 3, dua: 2, tiga: 0 })
  expect(daerah.map((d) => d.nama)).toEqual(['Api-api'])
  expect(Object.fromEntries(daftar.map((d) => [d.jenis, d.jumlah]))).toEqual({
    belum_terdaftar: 1,
    menerima_meninggal: 1,
    menerima_pindah: 1,
    menerima_asn: 1,
    menerima_ganda: 0,
  })
  type Daftar = { orang: { kab: number; id: string; nama: string; usulan: string | null }[] }
  const isi = async (jenis: string) =>
    ((await siti.get(`/api/integrasi/daftar?jenis=${jenis}`)).body as Daftar).orang
  const usulkan = async (jenis: string) => {
    const orang = (await isi(jenis)).map(({ kab, id }) => ({ kab, id }))
    return (await siti.post('/api/integrasi/usulkan', { jenis, orang })).body
  }
  expect(await usulkan('belum_terdaftar')).toEqual({ dibuat: 1, dilewati: 0 })
  expect(await usulkan('belum_terdaftar')).toEqual({ dibuat: 0, dilewati: 1 })
  expect(await usulkan('menerima_meninggal')).toEqual({ dibuat: 1, dilewati: 0 })
  expect((await isi('menerima_meninggal'))[0]).toMatchObject({
    nama: 'SARI',
    usulan: expect.stringMatching(/^US-/),
  })
  const { rows } = await server.database.admin.query(
    "select jenis, status, nama, isi from usulan where jalur <> 'identitas' order by jenis",
  )
  expect(rows).toMatchObject([
    {
      jenis: 'keluarga_baru',
      status: 'draf',
      nama: 'MARNI',
      isi: { alamat: 'JL. X', anggota: [{ nama: 'MARNI', hubungan: 1 }, { nama: 'TONO' }] },
    },
    { jenis: 'meninggal', nama: 'SARI' },
  ])
  // The same rows as visits: one per family, and none twice.
  const meninggal = [...(await isi('menerima_meninggal')), ...(await isi('menerima_asn'))]
  const dua = {
    jenis: 'menerima_meninggal',
    orang: meninggal.map(({ kab, id }) => ({ kab, id })),
    sampai: '2018-08-31',
  }
  type Tugas = { jumlah: number; petugas: { id: string; nama: string }[]; hasil: object[] }
  const pratinjau = async (petugas: string[]) =>
    (await siti.post('/api/integrasi/pratinjau-tugas', { ...dua, petugas }))
      .body as unknown as Tugas
  const awal = await pratinjau([])
  expect(awal.hasil).toMatchObject([{ hasil: 'tanpa_petugas' }, { hasil: 'tidak_ada' }])
  const petugas = awal.petugas.slice(0, 1).map((p) => p.id)
  const { jumlah: akan } = await pratinjau(petugas)
  expect(akan).toBe(1)
  const tugaskan = (n: number) =>
    siti.post('/api/integrasi/tugaskan', { ...dua, petugas, jumlah: n })
  expect((await tugaskan(2)).body).toMatchObject({ code: 'kunjungan.jumlah_berubah' })
  expect((await tugaskan(1)).body).toMatchObject({
    jumlah: 1,
    hasil: [
      { nama: 'SARI', hasil: 'ditugaskan', petugas: { nama: awal.petugas[0]?.nama } },
      { hasil: 'tidak_ada' },
    ],
  })
  expect((await pratinjau(petugas)).hasil[0]).toMatchObject({
    hasil: 'sudah',
    petugas: { sampai: '2018-08-31' },
  })
  expect((await siti.post('/api/kunjungan/antrean', { wilayah: apiApi })).body).toMatchObject({
    keluarga: [{ id: keluarga.id, petugas: { id: petugas[0] } }],
  })
  const file = await fetch(`${server.address}/api/integrasi/unduh?jenis=belum_terdaftar`, {
    headers: { cookie: siti.cookie },
  })
  expect(file.headers.get('content-disposition')).toContain('integrasi-belum-terdaftar.xlsx')
  expect(Buffer.from(await file.arrayBuffer()).toString('latin1', 0, 2)).toBe('PK')
})
