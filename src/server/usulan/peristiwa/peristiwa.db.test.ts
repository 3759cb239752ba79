import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFamily } from '../../../../test/families.ts'
import type { Person } from '../../../../test/people.ts'
import { type TestServer, testServer } from '../../../../test/server.ts'

const desa = 6474011006
let server: TestServer
let badu: { kab: number; id: string; rutaId: string }
const id: Record<string, string> = {}

/** A family as an import leaves it: with dated membership. */
async function keluarga(f: Parameters<typeof makeFamily>[1]) {
  const made = await makeFamily(server.database.admin, f)
  await server.database.admin.query(
    `insert into keanggotaan (kab, individu_id, keluarga_id, wilayah, rt, dari, sumber)
     select kab, id, keluarga_id, wilayah, rt, '2015-06-30', 'uji' from individu where keluarga_id = $1`,
    [made.id],
  )
  const { rows } = await server.database.admin.query<{ nama: string; id: string }>(
    `select nama, id from individu where keluarga_id = $1`,
    [made.id],
  )
  for (const r of rows) id[r.nama] = r.id
  return made
}

beforeAll(async () => {
  server = await testServer()
  badu = await keluarga({
    wilayah: desa,
    rt: 7,
    kepala: 'BADU',
    menerima: ['rastra'],
    anggota: [
      { nama: 'BADU', tanggalLahir: '1960-01-01' },
      { nama: 'SARI', jenisKelamin: 2, tanggalLahir: '1965-01-01' },
      { nama: 'ANI', jenisKelamin: 2, tanggalLahir: '1995-01-01', hubungan: 3 },
      { nama: 'UDIN', tanggalLahir: '2010-01-01', hubungan: 3 },
    ],
  })
})
afterAll(() => server.close())

type Usulan = { kab: number; id: string; versi: number; nomor: string; status: string }

async function simpan(oleh: Person, jenis: string, peristiwa: object, tentang: object = {}) {
  const { status, body } = await oleh.post('/api/usulan/simpan', {
    wilayah: desa,
    rt: 7,
    jenis,
    keluargaId: badu.id,
    nama: '',
    isi: { peristiwa: { jenis, ...peristiwa }, dokumen: { jenis: 'Surat kelurahan' } },
    ...tentang,
  })
  expect([status, body]).toMatchObject([200, {}])
  return body as unknown as Usulan
}

/** Takes a step as somebody who has just looked at the proposal. */
async function langkah(nama: string, aksi: string, u: Usulan, alasan?: string) {
  const oleh = await server.as(nama as 'siti')
  const now = (await oleh.get(`/api/usulan/${u.kab}/${u.id}`)).body as unknown as Usulan
  const pilihan = { usulan: [{ kab: now.kab, id: now.id, versi: now.versi }] }
  return (await oleh.post(`/api/usulan/langkah/${aksi}`, { pilihan, alasan })).body
}
const jadi = async (nama: string, aksi: string, u: Usulan, alasan?: string) =>
  expect([aksi, await langkah(nama, aksi, u, alasan)]).toMatchObject([
    aksi,
    { jadi: 1, tertahan: [] },
  ])

/** Proposed by the operator and verified: it takes effect at once. */
async function terjadi(jenis: string, peristiwa: object, tentang: object = {}): Promise<Usulan> {
  const u = await simpan(await server.as('siti'), jenis, peristiwa, tentang)
  await jadi('siti', 'ajukan', u)
  const { body } = await (await server.as('budi')).get(`/api/usulan/${u.kab}/${u.id}`)
  // Nobody waits for the word of an origin that there is not.
  expect((body.sesudah as { ke: string }[]).map((s) => s.ke)).not.toContain('dikonfirmasi')
  await jadi('budi', 'verifikasi', u)
  return u
}

const satu = async (k = badu.id) => {
  const { status, body } = await (await server.as('siti')).get(`/api/keluarga/${badu.kab}/${k}`)
  expect(status).toBe(200)
  return body as Record<string, unknown> & { anggota: { nama: string; status: string }[] }
}
const hidup = (k: { anggota: { nama: string; status: string }[] }) =>
  k.anggota.filter((a) => a.status === 'aktif').map((a) => a.nama)

/** One row of plain columns, for what no page shows. */
const baris = async (sql: string, ...nilai: unknown[]) =>
  (await server.database.admin.query(sql, nilai)).rows

/** In every family of the village nobody is in two families on a day, and everybody living in one. */
const utuh = async () =>
  expect(
    await baris(
      `select i.nama, i.status, (select count(*)::int from keanggotaan m where m.individu_id = i.id and m.sampai is null) as terbuka
       from individu i where i.wilayah = $1 and (i.status = 'aktif') <> exists
         (select from keanggotaan m where m.individu_id = i.id and m.keluarga_id = i.keluarga_id and m.sampai is null)`,
      desa,
    ),
  ).toEqual([])

test('two events of one family in one batch see each other', async () => {
  const siti = await server.as('siti')
  const rudi = await keluarga({
    wilayah: desa,
    rt: 9,
    kepala: 'RUDI',
    anggota: [
      { nama: 'RUDI', tanggalLahir: '1970-01-01' },
      { nama: 'RINI', jenisKelamin: 2, tanggalLahir: '1972-01-01' },
    ],
  })
  const tentang = (nama: string) => ({ keluargaId: rudi.id, individuId: id[nama] })
  const a = await simpan(
    siti,
    'meninggal',
    { tanggal: '2018-07-20', kepalaBaruId: id.RINI },
    tentang('RUDI'),
  )
  const b = await simpan(
    siti,
    'meninggal',
    { tanggal: '2018-07-20', kepalaBaruId: id.RUDI },
    tentang('RINI'),
  )
  await jadi('siti', 'ajukan', a)
  await jadi('siti', 'ajukan', b)
  const budi = await server.as('budi')
  const kini = await Promise.all(
    [a, b].map(async (u) => (await budi.get(`/api/usulan/${u.kab}/${u.id}`)).body),
  )
  const { body } = await budi.post('/api/usulan/langkah/verifikasi', {
    pilihan: { usulan: kini.map((u) => ({ kab: u.kab, id: u.id, versi: u.versi })) },
  })
  expect(body).toMatchObject({ jumlah: 2, jadi: 2, tertahan: [] })
  expect(await satu(rudi.id)).toMatchObject({ status: 'habis', jumlahAnggota: 0 })
  await utuh()
})

test('a birth: NIK to follow, mother by her record; the draft is kept while she is missing', async () => {
  const anak = { tanggal: '2018-07-01', nama: 'BAYI', jenisKelamin: 2 }
  const siti = await server.as('siti')
  const u = await simpan(siti, 'lahir', anak)
  expect(await langkah('siti', 'ajukan', u)).toMatchObject({
    jadi: 0,
    tertahan: [{ masalah: { sebab: 'tanpa_ibu', label: { id: 'Pilih ibunya.' } } }],
  })
  const lahir = await terjadi('lahir', { ...anak, ibuId: id.SARI })
  // Who verifies it reads whom it speaks of.
  const { body } = await siti.get(`/api/usulan/${lahir.kab}/${lahir.id}`)
  expect(body.disebut).toEqual([{ id: id.SARI, nama: 'SARI', keluargaId: badu.id }])
  const k = await satu()
  expect(hidup(k)).toEqual(['BADU', 'SARI', 'ANI', 'UDIN', 'BAYI'])
  expect(k).toMatchObject({ jumlahAnggota: 5, menerima: ['rastra'] })
  expect(
    await baris(`select alasan_tanpa_nik, ibu_id, hubungan from individu where nama = 'BAYI'`),
  ).toEqual([{ alasan_tanpa_nik: 'NIK menyusul', ibu_id: id.SARI, hubungan: 3 }])
  expect(
    await baris(`select individu, tanpa_nik from rekap_rt where wilayah = $1 and rt = 7`, desa),
  ).toEqual([{ individu: 5, tanpa_nik: 5 }])
  await utuh()
})

describe('the head, who holds the card, is reported dead', () => {
  let mati: Usulan
  test('who becomes head and who holds the card is asked with the report; the aid stays', async () => {
    const orang = { individuId: id.BADU }
    const siti = await server.as('siti')
    const u = await simpan(siti, 'meninggal', { tanggal: '2018-07-10' }, orang)
    expect(await langkah('siti', 'ajukan', u)).toMatchObject({
      tertahan: [{ masalah: { sebab: 'perlu_kepala' } }],
    })
    mati = await terjadi(
      'meninggal',
      { tanggal: '2018-07-10', kepalaBaruId: id.SARI, pengganti: { anggotaId: id.ANI } },
      orang,
    )
    const k = await satu()
    expect(k).toMatchObject({
      namaKepala: 'SARI',
      jumlahAnggota: 4,
      menerima: ['rastra'],
      pengurus: { nama: 'ANI', dari: '2018-07-11', wali: null },
    })
    await utuh()
  })

  test('the report was wrong: a visit restores everything, and the report stays in the history', async () => {
    await terjadi(
      'hidup_kembali',
      { tanggalKunjungan: '2018-07-20', petugas: 'FITRI' },
      { individuId: id.BADU },
    )
    const k = await satu()
    expect(k).toMatchObject({ namaKepala: 'BADU', jumlahAnggota: 5, menerima: ['rastra'] })
    expect(k.pengurus).toMatchObject({ nama: 'BADU', dari: '2018-07-20' })
    expect(
      await baris(
        `select nama, hubungan, status from individu where keluarga_id = $1 order by urutan`,
        badu.id,
      ),
    ).toEqual([
      { nama: 'BADU', hubungan: 1, status: 'aktif' },
      { nama: 'SARI', hubungan: 2, status: 'aktif' },
      { nama: 'ANI', hubungan: 3, status: 'aktif' },
      { nama: 'UDIN', hubungan: 3, status: 'aktif' },
      { nama: 'BAYI', hubungan: 3, status: 'aktif' },
    ])
    const riwayat = await baris(
      `select lama, baru, sumber from perubahan where subjek_id = $1 and kolom = 'status' order by id`,
      id.BADU,
    )
    expect(riwayat).toMatchObject([
      { lama: 'aktif', baru: 'meninggal', sumber: `Meninggal (${mati.nomor})` },
      { lama: 'meninggal', baru: 'aktif' },
    ])
    await utuh()
  })
})

test('change of head and of card holder', async () => {
  await terjadi('ganti_kepala', { tanggal: '2018-07-21', kepalaBaruId: id.SARI })
  await terjadi('ganti_pengurus', { tanggal: '2018-07-22', pengganti: { anggotaId: id.SARI } })
  expect(await satu()).toMatchObject({
    namaKepala: 'SARI',
    pengurus: { nama: 'SARI', dari: '2018-07-22' },
  })
  expect(
    await baris(
      `select individu_id, dari::text, sampai::text from pengurus where keluarga_id = $1 order by dari`,
      badu.id,
    ),
  ).toEqual([
    { individu_id: id.ANI, dari: '2018-07-11', sampai: '2018-07-20' },
    { individu_id: id.BADU, dari: '2018-07-20', sampai: '2018-07-22' },
    { individu_id: id.SARI, dari: '2018-07-22', sampai: null },
  ])
})

test('a split card: the new one starts without aid, in the same house; versions rise', async () => {
  const u = await terjadi('pecah_kk', {
    tanggal: '2018-07-22',
    anggotaId: [
      id.ANI,
      id.BAYI ?? (await baris(`select id from individu where nama = 'BAYI'`))[0]?.id,
    ],
    kepalaKkBaruId: id.ANI,
  })
  const { body } = await (await server.as('siti')).get(`/api/usulan/${u.kab}/${u.id}`)
  const baru = await satu(String(body.hasilKeluargaId))
  expect(hidup(baru)).toEqual(['ANI', 'BAYI'])
  expect(baru).toMatchObject({ namaKepala: 'ANI', menerima: [], nomorKk: null, pengurus: null })
  const lama = await satu()
  expect(hidup(lama)).toEqual(['BADU', 'SARI', 'UDIN'])
  expect(lama).toMatchObject({
    menerima: ['rastra'],
    seruta: [{ namaKepala: 'ANI', jumlahAnggota: 2 }],
  })
  expect(
    await baris(
      `select ruta, keluarga, individu from rekap_rt where wilayah = $1 and rt = 7`,
      desa,
    ),
  ).toEqual([{ ruta: 1, keluarga: 2, individu: 5 }])
  await utuh()
})

test('marriage into another family, divorce back to a card of one’s own, then both cards joined', async () => {
  const agus = await keluarga({
    wilayah: desa,
    rt: 8,
    kepala: 'AGUS',
    anggota: [{ nama: 'AGUS', tanggalLahir: '1990-01-01' }],
  })
  const [ani] = await baris(`select keluarga_id from individu where id = $1`, id.ANI)
  const tentang = { keluargaId: ani?.keluarga_id, individuId: id.ANI }
  const kawin = {
    tanggal: '2018-07-23',
    pasanganId: id.AGUS,
    tujuan: 'keluarga',
    keluargaTujuanId: agus.id,
  }
  const siti = await server.as('siti')
  const belum = await simpan(siti, 'kawin', kawin, tentang)
  expect(await langkah('siti', 'ajukan', belum)).toMatchObject({
    tertahan: [{ masalah: { sebab: 'perlu_kepala' } }],
  })
  const bayi = (await baris(`select id from individu where nama = 'BAYI'`))[0]?.id
  await terjadi('kawin', { ...kawin, kepalaBaruId: bayi }, tentang)
  expect(hidup(await satu(agus.id))).toEqual(['AGUS', 'ANI'])
  expect(
    await baris(
      `select i.nama, i.hubungan, s.status_kawin from individu i join survei_individu s on s.id = i.survei_id where i.keluarga_id = $1 order by i.urutan`,
      agus.id,
    ),
  ).toEqual([
    { nama: 'AGUS', hubungan: 1, status_kawin: 2 },
    { nama: 'ANI', hubungan: 2, status_kawin: 2 },
  ])
  const cerai = await terjadi(
    'cerai',
    { tanggal: '2018-07-24', tujuan: 'kk_baru' },
    { keluargaId: agus.id, individuId: id.ANI },
  )
  const { body } = await siti.get(`/api/usulan/${cerai.kab}/${cerai.id}`)
  const baru = String(body.hasilKeluargaId)
  expect(hidup(await satu(baru))).toEqual(['ANI'])
  await terjadi(
    'gabung_kk',
    { tanggal: '2018-07-24', keluargaTujuanId: baru },
    { keluargaId: ani?.keluarga_id },
  )
  expect(hidup(await satu(baru))).toEqual(['ANI', 'BAYI'])
  expect(await satu(String(ani?.keluarga_id))).toMatchObject({
    status: 'nonaktif',
    jumlahAnggota: 0,
  })
  await utuh()
})

test('newcomers, and a move out that stays open here until somebody takes the family in', async () => {
  await terjadi('datang', {
    tanggal: '2018-07-24',
    domisiliWilayah: desa,
    domisiliAlamat: 'Jalan Kapal 9',
    penanggung: 'domisili',
  })
  expect(
    await baris(`select domisili_alamat, penanggung_wilayah from keluarga where id = $1`, badu.id),
  ).toEqual([{ domisili_alamat: 'Jalan Kapal 9', penanggung_wilayah: desa }])
  expect((await satu()).domisili).toEqual({
    alamat: 'Jalan Kapal 9',
    namaWilayah: 'Api-api',
    penanggung: 'Api-api',
  })
  const u = await simpan(await server.as('siti'), 'pindah_keluar', {
    tanggal: '2018-07-24',
    bentuk: 'seluruh_keluarga',
    tujuan: 'Tuban',
  })
  await jadi('siti', 'ajukan', u)
  expect(await langkah('budi', 'verifikasi', u)).toMatchObject({
    jadi: 0,
    tertahan: [{ masalah: { sebab: 'menunggu_tujuan' } }],
  })
  expect(await satu()).toMatchObject({ status: 'aktif' })
})

test('the last member dies: the family ends, its aid too, and what was open about it is closed visibly', async () => {
  const umar = await keluarga({
    wilayah: desa,
    rt: 7,
    kepala: 'UMAR',
    menerima: ['rastra'],
    anggota: [{ nama: 'UMAR', tanggalLahir: '1940-01-01' }],
  })
  const siti = await server.as('siti')
  const lain = await simpan(
    siti,
    'ganti_pengurus',
    { tanggal: '2018-07-20' },
    { keluargaId: umar.id },
  )
  await terjadi(
    'meninggal',
    { tanggal: '2018-07-20' },
    { keluargaId: umar.id, individuId: id.UMAR },
  )
  expect(await satu(umar.id)).toMatchObject({ status: 'habis', jumlahAnggota: 0, menerima: [] })
  const { body } = await siti.get(`/api/usulan/${lain.kab}/${lain.id}`)
  expect(body).toMatchObject({ status: 'ditolak' })
  expect((body.riwayat as { label: { en: string } }[]).at(-1)?.label.en).toMatch(/^Closed/)
  expect(
    await baris(
      `select keluarga from rekap_penerimaan where wilayah = $1 and rt = 7 and program = 'rastra'`,
      desa,
    ),
  ).toEqual([{ keluarga: 1 }])
})
