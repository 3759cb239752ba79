import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFamily } from '../../../test/families.ts'
import type { Person } from '../../../test/people.ts'
import { type TestServer, testServer } from '../../../test/server.ts'

const apiApi = 6474011006
const guntung = 6474011004
let server: TestServer
const id: Record<string, string> = {}
type Keluarga = { kab: number; id: string; rutaId: string }
let satu: Keluarga
let dua: Keluarga

const baris = async (text: string, ...nilai: unknown[]) =>
  (await server.database.admin.query(text, nilai)).rows

const nik = (n: number) => `990101010180${String(n).padStart(4, '0')}`

type Anggota = Parameters<typeof makeFamily>[1]['anggota']

async function keluarga(wilayah: number, rt: number, menerima: string[], anggota: Anggota) {
  const made = await makeFamily(server.database.admin, {
    wilayah,
    rt,
    kepala: anggota[0]?.nama ?? '',
    menerima,
    anggota,
  })
  await baris(
    `insert into keanggotaan (kab, individu_id, keluarga_id, wilayah, rt, dari, sumber)
     select kab, id, keluarga_id, wilayah, rt, '2015-06-30', 'uji' from individu where keluarga_id = $1`,
    made.id,
  )
  for (const r of await baris(`select nama, id from individu where keluarga_id = $1`, made.id))
    id[r.nama] = r.id
  return made
}

beforeAll(async () => {
  server = await testServer()
  satu = await keluarga(
    apiApi,
    7,
    ['rastra'],
    [
      { nama: 'BADU', tanggalLahir: '1980-01-01' },
      { nama: 'SARI', tanggalLahir: '1982-02-02', jenisKelamin: 2 },
    ],
  )
  dua = await keluarga(
    guntung,
    2,
    ['rastra', 'pkh'],
    [
      { nama: 'MUHAMMAD BADU', nik: nik(1), tanggalLahir: '1980-01-01' },
      { nama: 'SARI DEWI', tanggalLahir: '1982-02-02', jenisKelamin: 2 },
      { nama: 'ANI', tanggalLahir: '2010-03-03', jenisKelamin: 2 },
    ],
  )
  await baris(
    `insert into pengurus (kab, keluarga_id, individu_id, wilayah, rt, dari, sumber) select kab, keluarga_id, id, wilayah, rt, '2016-01-01', 'uji' from individu where id = $1`,
    id['SARI DEWI'],
  )
  await baris(
    `insert into perubahan (kab, unit, subjek_id, kolom, lama, baru, tanggal, sumber, wilayah, rt, keluarga_id)
     select kab, 'individu', id, 'tempat_lahir', null, 'BONTANG', '2017-01-01', 'uji', wilayah, rt, keluarga_id from individu where id = $1`,
    id['MUHAMMAD BADU'],
  )
})
afterAll(() => server.close())

/** Every row that speaks of these people, as bytes; without the row's own count of changes. */
async function citra(): Promise<readonly string[]> {
  const tabel = ['ruta', 'keluarga', 'individu', 'keanggotaan', 'pengurus', 'penerimaan']
  const each = tabel.map(
    (t) => `select '${t} ' || (to_jsonb(t) - 'versi' - 'diubah_pada')::text as b from ${t} t`,
  )
  return (await baris(`${each.join(' union all ')} order by 1`)).map((r) => r.b)
}

/** Persons counted in Api-api and in Guntung. */
const hitungan = async () =>
  (await baris(`select individu from rekap_rt order by wilayah desc`)).map((r) => r.individu)

const rujukan = (k: Keluarga) => ({ kab: k.kab, id: k.id })
const usul = (oleh: Person, lain: object = {}) =>
  oleh.post('/api/gabung', {
    jenis: 'keluarga',
    ke: rujukan(satu),
    dari: rujukan(dua),
    orang: [
      { ke: id.BADU, dari: id['MUHAMMAD BADU'] },
      { ke: id.SARI, dari: id['SARI DEWI'] },
    ],
    alasan: 'Satu keluarga tercatat di dua kelurahan',
    ...lain,
  })
const putus = (oleh: Person, g: unknown, versi: number, isi: object = { setuju: true }) =>
  oleh.post(`/api/gabung/6474/${g}/putus`, { versi, ...isi })

test('two families across villages become one by two people, and two again to the byte', async () => {
  const [yuni, budi, hasan, rina, siti] = await Promise.all(
    (['yuni', 'budi', 'hasan', 'rina', 'siti'] as const).map((n) => server.as(n)),
  )
  if (!yuni || !budi || !hasan || !rina || !siti) throw new Error('Nobody is signed in')
  const awal = await citra()
  const alamat = `/api/gabung/pratinjau?jenis=keluarga&keKab=6474&ke=${satu.id}&dariKab=6474&dari=${dua.id}`
  expect((await siti.get(alamat)).status).toBe(404)
  expect(
    (
      await siti.post('/api/gabung', {
        jenis: 'keluarga',
        ke: rujukan(satu),
        dari: rujukan(dua),
        alasan: 'Sama saja keluarganya',
      })
    ).status,
  ).toBe(404)
  const { body: pratinjau } = await yuni.get(alamat)
  expect(pratinjau).toMatchObject({
    masalah: null,
    perlu: 2,
    namaBersama: 'Bontang Utara',
    ke: { nama: 'BADU', menerima: ['rastra'], anggota: [{ nama: 'BADU' }, { nama: 'SARI' }] },
  })
  expect(pratinjau.orang).toEqual([
    { ke: id.BADU, dari: id['MUHAMMAD BADU'] },
    { ke: id.SARI, dari: id['SARI DEWI'] },
  ])
  // The heads are no pair: nothing is written, and it is said what to do.
  const tanpaPasangan = await usul(yuni, { orang: [] })
  expect(tanpaPasangan.body).toMatchObject({
    id: null,
    masalah: { id: expect.stringContaining('kedua kepala') },
  })
  const { body: g } = await usul(yuni)
  expect(g).toMatchObject({ masalah: null })
  expect((await usul(yuni)).body).toMatchObject({ code: 'gabung.sudah_diajukan' })
  expect((await siti.get('/api/gabung')).body).toMatchObject({ gabung: [] })
  expect((await putus(yuni, g.id, 1)).status).toBe(403)
  expect((await putus(budi, g.id, 1, { setuju: false })).body).toMatchObject({
    code: 'gabung.perlu_alasan',
  })
  expect((await putus(budi, g.id, 1)).body).toMatchObject({ status: 'diajukan', versi: 2 })
  expect((await putus(budi, g.id, 2)).body).toMatchObject({ code: 'gabung.tidak_boleh' })
  expect((await putus(hasan, g.id, 1)).body).toMatchObject({ code: 'gabung.sudah_selesai' })
  expect(await citra()).toEqual(awal)
  expect((await putus(hasan, g.id, 2)).body).toMatchObject({
    status: 'dilaksanakan',
    masalah: null,
  })

  const { body: jadi } = await budi.get(`/api/keluarga/6474/${satu.id}`)
  expect(jadi).toMatchObject({
    jumlahAnggota: 3,
    menerima: ['pkh', 'rastra'],
    pengurus: { nama: 'SARI' },
  })
  expect((jadi.anggota as { nama: string }[]).map((a) => a.nama)).toEqual(['BADU', 'SARI', 'ANI'])
  expect((await budi.get(`/api/keluarga/6474/${dua.id}`)).body).toMatchObject({
    status: 'digabung',
    digabungKe: { kab: 6474, id: satu.id },
  })
  expect((await budi.post('/api/keluarga', { q: nik(1), wilayah: 6474000000 })).body).toMatchObject(
    {
      keluarga: [{ id: satu.id, namaKepala: 'BADU' }],
    },
  )
  const { body: riwayat } = await budi.get(`/api/keluarga/6474/${satu.id}/riwayat`)
  const kata = (riwayat.perubahan as { subjek: string; baru: string | null; sumber: string }[]).map(
    (p) => `${p.subjek} ${p.baru} ${p.sumber}`,
  )
  expect(kata).toContain('MUHAMMAD BADU BONTANG uji')
  expect(kata).toContain('BADU MUHAMMAD BADU Penggabungan rekaman')
  expect(await hitungan()).toEqual([3, 0])

  // A later correction of what the merge wrote is not lost: it is named, and nothing is taken back.
  await baris(`update individu set nik = $2 where id = $1`, id.BADU, nik(2))
  const pisah = (oleh: Person) =>
    oleh.post(`/api/gabung/6474/${g.id}/pisah`, { alasan: 'Ternyata dua keluarga yang berbeda' })
  expect((await pisah(budi)).body).toMatchObject({
    id: null,
    rincian: [{ id: expect.stringContaining('BADU: ') }],
  })
  await baris(`update individu set nik = $2 where id = $1`, id.BADU, nik(1))
  // A village that has ended since takes nobody back.
  const berakhir = (hari: string | null) =>
    baris('update wilayah set berlaku_sampai = $2 where kode = $1', guntung, hari)
  await berakhir('2018-07-01')
  expect((await pisah(budi)).body).toMatchObject({
    id: null,
    masalah: { en: expect.stringContaining('has ended by a split') },
    rincian: [{ id: 'Guntung' }],
  })
  await berakhir(null)
  const { body: u } = await pisah(budi)
  expect((await putus(budi, u.id, 1)).body).toMatchObject({ code: 'gabung.tidak_boleh' })
  expect((await putus(hasan, u.id, 1)).body).toMatchObject({ status: 'diajukan' })
  expect((await putus(rina, u.id, 2)).body).toMatchObject({ status: 'dilaksanakan' })
  expect(await citra()).toEqual(awal)
  expect(await hitungan()).toEqual([2, 3])
  expect((await budi.get(`/api/gabung/6474/${g.id}`)).body).toMatchObject({
    status: 'dilaksanakan',
    dipisahPada: expect.any(String),
    bolehMemisah: false,
    pemisahan: { id: u.id },
    langkah: [{ aksi: 'ajukan' }, { aksi: 'setuju' }, { aksi: 'setuju' }],
  })
  expect((await pisah(budi)).body).toMatchObject({ code: 'gabung.belum' })
  const log = await baris(
    `select perubahan -> 'sesudah' ->> 'status' as status from jejak where operasi = 'gabung.putuskan' and perubahan is not null order by id`,
  )
  expect(log.map((l) => l.status)).toEqual(['diajukan', 'dilaksanakan', 'diajukan', 'dilaksanakan'])
})

test('families of two kab/kota become one where nothing has to come along, and two again to the byte', async () => {
  const [rina, agus] = [await server.as('rina'), await server.as('agus')]
  const jauh = await keluarga(
    6402011001,
    1,
    ['rastra'],
    [
      { nama: 'BADUL', tanggalLahir: '1980-01-01', hubungan: 1 },
      { nama: 'SARIL', tanggalLahir: '1982-02-02', jenisKelamin: 2 },
    ],
  )
  const isi = (orang: object[]) => ({ dari: rujukan(jauh), orang })
  const kepala = { ke: id.BADU, dari: id.BADUL }
  expect((await usul(rina, isi([kepala]))).body).toMatchObject({
    id: null,
    masalah: { en: expect.stringContaining('a member is in no pair') },
  })
  const awal = await citra()
  // Two others agree, as across villages; here the second is taken as given.
  const setuju = async (g: unknown) => {
    await baris('update gabung set perlu = 1 where id = $1', g)
    expect((await putus(agus, g, 1)).body).toMatchObject({ status: 'dilaksanakan' })
  }
  const { body: g } = await usul(rina, isi([kepala, { ke: id.SARI, dari: id.SARIL }]))
  await setuju(g.id)
  expect(
    await baris(
      `select k.status, k.digabung_id, p.sampai::text from keluarga k join penerimaan p on p.kab = k.kab and p.keluarga_id = k.id where k.id = $1`,
      jauh.id,
    ),
  ).toEqual([{ status: 'digabung', digabung_id: satu.id, sampai: '2018-07-24' }])
  const { body: riwayat } = await agus.get(`/api/keluarga/6474/${satu.id}/riwayat`)
  expect((riwayat.perubahan as { subjek: string }[]).map((p) => p.subjek)).toContain('BADUL')
  const { body: u } = await rina.post(`/api/gabung/6474/${g.id}/pisah`, {
    alasan: 'Ternyata dua keluarga yang berbeda',
  })
  await setuju(u.id)
  expect(await citra()).toEqual(awal)
})

test('an open proposal about one of the families is named; a proposal to merge is refused or withdrawn', async () => {
  const [yuni, budi] = [await server.as('yuni'), await server.as('budi')]
  const orang = (ke: string, dari: string) =>
    usul(yuni, {
      jenis: 'individu',
      ke: { kab: 6474, id: id[ke] },
      dari: { kab: 6474, id: id[dari] },
      orang: [],
    })
  const { body: g } = await orang('SARI', 'ANI')
  expect(g.masalah).toBeNull()
  const siti = await server.as('siti')
  const { body: draf } = await siti.post('/api/usulan/simpan', {
    wilayah: apiApi,
    rt: 7,
    jenis: 'tidak_layak',
    keluargaId: satu.id,
    nama: '',
    isi: {},
  })
  const sebab = { masalah: { id: expect.stringContaining(String(draf.nomor)) } }
  expect((await orang('BADU', 'ANI')).body).toMatchObject({ id: null, ...sebab })
  expect((await budi.get(`/api/gabung/6474/${g.id}`)).body).toMatchObject({
    bolehMemutus: true,
    pratinjau: sebab,
  })
  expect((await putus(budi, g.id, 1)).body).toMatchObject({ status: 'diajukan', ...sebab })
  expect(
    (await putus(budi, g.id, 1, { setuju: false, alasan: 'Ibu dan anak' })).body,
  ).toMatchObject({ status: 'ditolak' })
  expect((await yuni.post(`/api/gabung/6474/${g.id}/batal`)).body).toMatchObject({
    code: 'gabung.sudah_selesai',
  })
  await baris(`update usulan set status = 'dibatalkan' where id = $1`, draf.id)
  const { body: h } = await orang('SARI', 'ANI')
  expect((await yuni.post(`/api/gabung/6474/${h.id}/batal`)).body).toEqual({ status: 'dibatalkan' })
})

/** A run with pairs of these people; the weights by which it found them are of no matter here. */
async function jalan(
  pasangan: readonly { kiri: string; kanan: string; wilayah: number; bobot: number }[],
) {
  const [j] = await baris(`
    with h as (insert into kebijakan (hash, jenis, kode, isi, versi_mesin) values ('uji', 'padanan', 'uji', '', '1') on conflict do nothing)
    insert into padanan_jalan (jenis, model, kebijakan_hash, ambang_padan, ambang_periksa, wilayah, lo, hi, status, dibuat_pada)
      values ('kembar', 'orang', 'uji', 5, 0, 6474000000, 6474000000, 6475000000, 'selesai', now()) returning id`)
  for (const p of pasangan)
    await baris(
      `insert into padanan_pasangan (kab, jalan_id, bagian, wilayah, kiri_kab, kiri_id, kiri_jenis, kanan_kab, kanan_id, kanan_jenis, bobot, peluang, tingkat)
       select 6474, $1, 1, $2, 6474, least($3::uuid, $4::uuid), 'individu', 6474, greatest($3::uuid, $4::uuid), 'individu', $5::real, 1 / (1 + power(2.0, -$5::float8)), '{}'`,
      j.id,
      p.wilayah,
      id[p.kiri],
      id[p.kanan],
      p.bobot,
    )
  const found = await baris(
    `select id, bobot from padanan_pasangan where jalan_id = $1 order by bobot desc`,
    j.id,
  )
  return { id: j.id as string, pasangan: found.map((p) => p.id as string) }
}

test('a pair is decided once for all runs; a label measures; who sees one side alone learns that there is another', async () => {
  const [yuni, budi, nur] = [
    await server.as('yuni'),
    await server.as('budi'),
    await server.as('nur'),
  ]
  const kota = 6474000000
  const j = await jalan([
    { kiri: 'BADU', kanan: 'MUHAMMAD BADU', wilayah: kota, bobot: 12 },
    { kiri: 'SARI', kanan: 'ANI', wilayah: kota, bobot: 2 },
    { kiri: 'SARI DEWI', kanan: 'ANI', wilayah: 6400000000, bobot: 9 },
  ])
  const [sama, atas, beda] = j.pasangan
  const putus = (oleh: Person, p: string | undefined, isi: object) =>
    oleh.post(`/api/padanan/pasangan/6474/${p}`, { versi: 1, ...isi })
  expect((await putus(nur, sama, { putusan: 'sama' })).status).toBe(403)
  // Lies with the province: not to be decided here, and told of the person of this area alone.
  expect((await putus(yuni, atas, { putusan: 'sama' })).status).toBe(404)
  await baris(`update individu set wilayah = 6402011001 where id = $1`, id.ANI)
  const { body: luar } = await yuni.get('/api/padanan/luar')
  expect(luar.orang).toEqual([
    {
      pasangan: atas,
      nama: 'SARI DEWI',
      keluarga: { kab: 6474, id: dua.id, namaKepala: 'MUHAMMAD BADU' },
      namaWilayah: 'Guntung',
      rt: 2,
      pemutus: 'provinsi',
      status: 'antre',
    },
  ])
  await baris(`update individu set wilayah = $2 where id = $1`, id.ANI, guntung)

  const { body: kosong } = await nur.get(`/api/padanan/${j.id}/bangku`)
  expect(kosong).toMatchObject({
    pasangan: 2,
    sampel: 2,
    dilabeli: 0,
    bolehMelabeli: false,
    ambang: { padan: 5 },
  })
  const label = (p: string | undefined, l: string) =>
    yuni.post(`/api/padanan/pasangan/6474/${p}/label`, { label: l })
  expect((await label(sama, 'sama')).body).toMatchObject({ dilabeli: 1, berikut: { id: beda } })
  expect((await putus(budi, beda, { putusan: 'beda', alasan: 'Ibu dan anak' })).body).toEqual({
    status: 'beda',
    versi: 2,
    gabung: null,
  })
  // A decision is a label too.
  const { body: terlabel } = await budi.get(`/api/padanan/${j.id}/bangku`)
  expect(terlabel).toMatchObject({ dilabeli: 2, berikut: null })
  const diBatas = (
    terlabel.titik as { batas: number; presisi: object; kelengkapan: object; jam: number }[]
  ).find((t) => t.batas > 5)
  expect(diBatas).toMatchObject({
    presisi: { nilai: 1, bawah: 1 },
    kelengkapan: { nilai: 1 },
    jam: 40 / 3600,
  })

  expect((await putus(yuni, sama, { putusan: 'sama' })).body).toMatchObject({
    status: 'sama',
    gabung: { ke: { id: id['MUHAMMAD BADU'] }, dari: { id: id.BADU } },
  })
  expect((await putus(yuni, sama, { putusan: 'ragu' })).body).toMatchObject({
    code: 'padanan.berubah',
  })
  expect(
    await baris(
      `select putusan, alasan, kiri_id < kanan_id as urut from padanan_putusan order by id`,
    ),
  ).toEqual([
    { putusan: 'beda', alasan: 'Ibu dan anak', urut: true },
    { putusan: 'sama', alasan: null, urut: true },
  ])
})
