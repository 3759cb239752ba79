import { afterAll, beforeAll, expect, test } from 'vitest'
import { selOf } from '#domain/pemekaran/baris.ts'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import { kyselyOf } from '#server/db/pools.ts'
import { scopeStatements } from '#server/http/transaction.ts'
import { makeFamily } from '#test/families.ts'
import type { people } from '#test/people.ts'
import { type TestServer, testServer } from '#test/server.ts'
import { distributed } from '#test/table-kinds.ts'
import { mulaiMalam } from './mulai.ts'

const kota = 6474000000
const apiApi = 6474011006
const guntung = 6474011004
const baru = 6474011099

let server: TestServer
const id: Record<string, string> = {}

const baris = async (text: string, ...nilai: unknown[]) =>
  (await server.database.admin.query(text, nilai)).rows

async function keluarga(wilayah: number, rt: number, nama: string, nomorKk: string) {
  const made = await makeFamily(server.database.admin, {
    wilayah,
    rt,
    kepala: nama,
    nomorKk,
    menerima: ['rastra'],
    anggota: [{ nama }, { nama: `ANAK ${nama}`, hubungan: 3 }],
  })
  id[nama] = made.id
  // Something of each kind: history, an answer, an open proposal with its steps, evidence.
  await baris(
    `with k as (select kab, id, wilayah, rt from keluarga where id = $1),
      i as (select i.* from individu i join k on i.kab = k.kab and i.keluarga_id = k.id),
      h as (insert into kelayakan (kab, keluarga_id, wilayah, rt, status, dasar, tanggal, sumber) select kab, id, wilayah, rt, 'layak', 'uji', '2018-01-01', 'uji' from k),
      s as (insert into survei_individu (kab, individu_id, keluarga_id, wilayah, rt, tanggal, sumber) select kab, id, keluarga_id, wilayah, rt, '2018-01-05', 'uji' from i),
      m as (insert into keanggotaan (kab, individu_id, keluarga_id, wilayah, rt, dari, sumber) select kab, id, keluarga_id, wilayah, rt, '2015-06-30', 'uji' from i),
      b as (insert into berkas (kab, wilayah, rt, keluarga_id, guna, jenis, ukuran, sidik, sidik_kiriman, pengguna_id, dibuat_pada)
        select k.kab, k.wilayah, k.rt, k.id, 'foto_rumah', 'image/jpeg', 10, repeat('a', 64), repeat('a', 64), p.id, now() from k, lateral (select id from pengguna limit 1) p),
      u as (insert into usulan (kab, nomor, jalur, jenis, rezim, status, wilayah, wilayah_tercatat, rt, keluarga_id, nama, nama_cari, status_hari)
        select kab, 'US-' || $2, 'usulan', 'tidak_layak', '2018-2019', 'diketahui', wilayah, wilayah, rt, id, $2, lower($2), '2018-07-01' from k returning *)
    insert into usulan_riwayat (kab, usulan_id, wilayah, rt, keluarga_id, aksi, dari, ke, peran, hari, pada)
      select kab, id, wilayah, rt, keluarga_id, 'ajukan', 'draf', 'diajukan', 'operator_desa', '2018-07-01', now() from u`,
    made.id,
    nama,
  )
  return made
}

beforeAll(async () => {
  server = await testServer()
  await keluarga(apiApi, 7, 'TUJUH', '9974010101150007')
  await keluarga(apiApi, 7, 'TETAP', '9974010101150017')
  await keluarga(apiApi, 8, 'DELAPAN', '9974010101150008')
  await keluarga(apiApi, 8, 'IKUT', '9974010101150018')
  await keluarga(guntung, 7, 'LAIN', '9974010101150027')
  // A newcomer who is proposed and in no family yet, and a register of RT.
  await baris(
    `insert into usulan (kab, nomor, jalur, jenis, rezim, status, wilayah, wilayah_tercatat, rt, nama, nama_cari, status_hari)
     values (6474, 'US-BARU', 'usulan', 'keluarga_baru', '2018-2019', 'diajukan', $1, $1, 7, 'PENDATANG', 'pendatang', '2018-07-01')`,
    apiApi,
  )
  await baris(
    `insert into rukun_tetangga (kab, wilayah, rt, rw, dari, sumber) values (6474, $1, 7, 2, '2015-01-01', 'uji'), (6474, $1, 8, 2, '2015-01-01', 'uji')`,
    apiApi,
  )
})
afterAll(() => server.close())

const kirim = async (oleh: keyof typeof people, path: string, isi: object = {}) =>
  (await server.as(oleh)).post(`/api/pemekaran${path}`, isi)
const lihat = async (oleh: keyof typeof people, path: string) =>
  (await (await server.as(oleh)).get(path)).body

const kosong = selOf([], new Map())
const sel = (s: Partial<typeof kosong>) => ({ ...kosong, ...s })
const tabel = [
  sel({ kodeBaru: String(baru), namaBaru: 'Api-Api Hulu' }),
  sel({ kodeLama: String(apiApi), rt: 'RT 07', kodeBaru: String(baru) }),
  // RT 7 keeps one family behind, RT 8 sends one along, as a third RT.
  sel({
    kodeLama: String(apiApi),
    nomorKk: '9974010101150017',
    kodeBaru: String(apiApi),
    rtBaru: '8',
  }),
  sel({
    kodeLama: String(apiApi),
    nomorKk: '9974010101150018',
    kodeBaru: String(baru),
    rtBaru: '1',
  }),
  sel({ kodeLama: String(guntung), kodeBaru: String(guntung), namaBaru: 'Guntung Raya' }),
]
const kepala = {
  nama: 'Pembentukan Kelurahan Api-Api Hulu',
  suratNomor: 'Perda 3/2018',
  suratTanggal: '2018-06-01',
}

const selesai = async (pekerjaanId: string) => {
  const status = async () => (await lihat('eko', `/api/pekerjaan/${pekerjaanId}`)).status
  await expect.poll(status, { timeout: 20_000, interval: 200 }).not.toMatch(/antre|berjalan/)
  expect(await lihat('eko', `/api/pekerjaan/${pekerjaanId}`)).toMatchObject({
    masalah: null,
    status: 'selesai',
  })
}

/** Where each family and all that is about it lies. */
const letak = () =>
  baris(`select k.nama_kepala as nama, k.wilayah, k.rt, k.wilayah_tercatat as tercatat,
      (select array_agg(distinct x.wilayah || '/' || x.rt) from (
        select wilayah, rt from ruta where id = k.ruta_id union all select wilayah, rt from individu where keluarga_id = k.id
        union all select wilayah, rt from keanggotaan where keluarga_id = k.id union all select wilayah, rt from kelayakan where keluarga_id = k.id
        union all select wilayah, rt from survei_individu where keluarga_id = k.id union all select wilayah, rt from berkas where keluarga_id = k.id
        union all select wilayah, rt from usulan where keluarga_id = k.id union all select wilayah, rt from usulan_riwayat where keluarga_id = k.id
        union all select wilayah, rt from penerimaan where keluarga_id = k.id) x) as semua
    from keluarga k order by 1`)

test('every table that says in which village its rows lie follows, or has its reason to stay', async () => {
  const tinggal = [
    // Of the office, or signed and frozen: as they were, under the code of their day.
    'impor',
    'impor_pertanyaan',
    'kop_surat',
    'nomor_surat',
    'dokumen',
    'kiriman',
    'kiriman_usulan',
    'hasil_pusat',
    'hasil_pusat_baris',
    'rekap_nihil',
    'rekap_bulanan',
    'surat_tanpa_nik',
    'musyawarah',
    'musyawarah_agenda',
    'musyawarah_hadir',
    'musyawarah_keputusan',
    'musyawarah_meterai',
    'musyawarah_tanda',
    'fakta_keluarga',
    'peringkat_hasil',
    'peringkat_rekap',
    'kuota_putusan_baris',
    'daftar_baris',
    // Runs of a comparison, what it found and what was merged belong to the area in which both lay.
    'gabung',
    'gabung_langkah',
    'gabung_baris',
    'padanan_bagian',
    'padanan_pasangan',
    'padanan_putusan',
    'padanan_label',
    // Counted anew; dated register.
    'rekap_rt',
    'rekap_penerimaan',
    'rukun_tetangga',
  ]
  const ikut = (await baris(`select tabel::text from pemekaran_tabel()`)).map((r) => r.tabel)
  const semua = await baris(
    `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'wilayah' and not a.attisdropped where c.relname = any ($1) and c.relkind in ('r', 'p')`,
    distributed,
  )
  expect([...ikut, 'pemekaran_keluarga', ...tinggal].sort()).toEqual(
    semua.map((r) => r.relname).sort(),
  )
})

test('a file becomes the table; its preview counts what goes and tells what cannot', async () => {
  const lina = await server.as('lina')
  const form = new FormData()
  form.append(
    'berkas',
    new File([`Kode lama;RT;Kode baru;Nama baru\n${apiApi};7;${baru};Api-Api Hulu\n`], 'bagi.csv'),
  )
  const dibaca = await fetch(`${server.address}/api/pemekaran/baca`, {
    method: 'POST',
    headers: {
      cookie: lina.cookie,
      origin: server.address,
      'idempotency-key': crypto.randomUUID(),
    },
    body: form,
  })
  expect(await dibaca.json()).toEqual({
    baris: [
      sel({ kodeLama: String(apiApi), rt: '7', kodeBaru: String(baru), namaBaru: 'Api-Api Hulu' }),
    ],
  })
  const { body } = await kirim('lina', '/periksa', { tabel })
  expect(body).toMatchObject({
    salah: [],
    wilayah: [
      { kode: guntung, nama: 'Guntung Raya', baru: false },
      { kode: baru, nama: 'Api-Api Hulu', jenis: 'kelurahan', baru: true },
    ],
    berakhir: [],
    bagian: [
      { dari: apiApi, ke: apiApi, keluarga: 1 },
      { dari: apiApi, ke: baru, namaKe: 'Api-Api Hulu', rt: [7], keluarga: 2, jiwa: 4 },
    ],
    jumlah: {
      keluarga: 3,
      jiwa: 6,
      dipilih: 2,
      penerima: 3,
      usulan: 4,
      berkas: 3,
      petugas: 1,
      sebelum: 4,
      sesudah: 4,
      musyawarah: 0,
      terikat: 0,
    },
  })
  const salah = [
    sel({ kodeLama: '6474019999', kodeBaru: String(guntung) }),
    sel({ kodeLama: String(apiApi), nomorKk: '9974010101159999', kodeBaru: String(guntung) }),
    sel({ kodeLama: '3523012001', kodeBaru: '3523012002' }),
  ]
  const ditolak = (await kirim('lina', '/periksa', { tabel: salah })).body.salah as {
    baris: number
    sebab: { en: string }
  }[]
  expect(ditolak.map((s) => [s.baris, s.sebab.en.slice(0, 20)])).toEqual([
    [1, 'The old code is not '],
    [2, 'No family of that vi'],
    [3, 'The new code lies ou'],
  ])
  expect(
    (await kirim('lina', '', { ...kepala, berlaku: '2018-07-01', tabel: salah })).body,
  ).toMatchObject({ code: 'pemekaran.ada_salah' })
})

test('approved by another, it begins by itself in the night of its day once no meeting is open, and everything is where the table says', async () => {
  const { id: rencana } = (await kirim('lina', '', { ...kepala, berlaku: '2018-07-01', tabel }))
    .body
  const nanti = (await kirim('lina', '', { ...kepala, berlaku: '2018-08-01', tabel })).body
  const langkah = (oleh: keyof typeof people, kata: string, satu: unknown, versi: number) =>
    kirim(oleh, kata, { id: satu, versi })
  const malam = (today: string) =>
    mulaiMalam(kyselyOf(server.database.job), { now: new Date(), today })
  const satu = (id: unknown) => lihat('eko', `/api/pemekaran/${id}`)
  expect((await langkah('lina', '/setujui', rencana, 1)).body).toMatchObject({
    code: 'pemekaran.orang_lain',
  })
  expect((await langkah('eko', '/mulai', nanti.id, 1)).body).toMatchObject({
    code: 'pemekaran.belum_disetujui',
  })
  expect(await satu(nanti.id)).toMatchObject({ bolehSetujui: true, halangan: null })
  expect((await langkah('eko', '/setujui', nanti.id, 1)).body).toEqual({ pekerjaanId: null })
  expect((await langkah('eko', '/mulai', nanti.id, 2)).body).toMatchObject({
    code: 'pemekaran.belum_berlaku',
  })
  expect(await malam('2018-07-31')).toBe(0)
  expect(
    (await kirim('eko', '/batal', { id: nanti.id, versi: 2, alasan: 'Salah tanggal' })).body,
  ).toEqual({ versi: 3 })
  expect(await malam('2018-08-01')).toBe(0)

  await baris(`update usulan set status = 'akhir' where nomor = 'US-TUJUH'`)
  expect((await langkah('eko', '/setujui', rencana, 1)).body).toEqual({ pekerjaanId: null })
  expect(await satu(rencana)).toMatchObject({
    rencana: { status: 'disetujui', disetujuiOleh: 'Eko, administrator' },
    bolehSetujui: false,
    halangan: { en: expect.stringContaining('1 proposals') },
  })
  expect((await langkah('eko', '/mulai', rencana, 2)).body).toMatchObject({
    code: 'pemekaran.masih_terbuka',
  })
  expect(await malam('2018-07-24')).toBe(0)
  await baris(`update usulan set status = 'diketahui' where nomor = 'US-TUJUH'`)
  expect(await malam('2018-06-30')).toBe(0)
  expect(await malam('2018-07-24')).toBe(1)
  expect(await malam('2018-07-24')).toBe(0)
  const { pekerjaanId } = (await satu(rencana)).rencana as { pekerjaanId: string }
  await selesai(pekerjaanId)
  const tetap = (nama: string, wilayah: number, rt: number) => ({
    nama,
    wilayah,
    rt,
    semua: [`${wilayah}/${rt}`],
  })
  const sesudah = await letak()
  expect(sesudah).toMatchObject([
    tetap('DELAPAN', apiApi, 8),
    { ...tetap('IKUT', baru, 1), tercatat: apiApi },
    tetap('LAIN', guntung, 7),
    tetap('TETAP', apiApi, 8),
    { ...tetap('TUJUH', baru, 7), tercatat: apiApi },
  ])
  expect(
    await baris(`select nomor, wilayah, wilayah_tercatat from usulan where nomor = 'US-BARU'`),
  ).toEqual([{ nomor: 'US-BARU', wilayah: baru, wilayah_tercatat: apiApi }])
  expect(
    await baris(
      `select k.nama_kepala as nama, p.kolom, p.lama, p.baru, p.sumber from perubahan p join keluarga k on k.id = p.subjek_id order by 1, 2 desc`,
    ),
  ).toEqual([
    {
      nama: 'IKUT',
      kolom: 'wilayah',
      lama: String(apiApi),
      baru: String(baru),
      sumber: 'Pemekaran (Perda 3/2018)',
    },
    { nama: 'IKUT', kolom: 'rt', lama: '8', baru: '1', sumber: 'Pemekaran (Perda 3/2018)' },
    { nama: 'TETAP', kolom: 'rt', lama: '7', baru: '8', sumber: 'Pemekaran (Perda 3/2018)' },
    {
      nama: 'TUJUH',
      kolom: 'wilayah',
      lama: String(apiApi),
      baru: String(baru),
      sumber: 'Pemekaran (Perda 3/2018)',
    },
  ])
  // Regions, RT register, counts of each RT.
  expect(
    await baris(
      'select kode, nama, berlaku_dari::text, berlaku_sampai from wilayah where kode = any ($1) order by kode',
      [baru, guntung],
    ),
  ).toEqual([
    { kode: guntung, nama: 'Guntung Raya', berlaku_dari: null, berlaku_sampai: null },
    { kode: baru, nama: 'Api-Api Hulu', berlaku_dari: '2018-07-01', berlaku_sampai: null },
  ])
  expect(
    await baris('select wilayah, rt, sampai::text from rukun_tetangga order by wilayah, rt'),
  ).toEqual([
    { wilayah: apiApi, rt: 7, sampai: '2018-07-01' },
    { wilayah: apiApi, rt: 8, sampai: null },
    { wilayah: baru, rt: 7, sampai: null },
  ])
  expect(
    await baris(
      'select wilayah, rt, keluarga, individu from rekap_rt where keluarga > 0 and wilayah <> $1 order by 1, 2',
      guntung,
    ),
  ).toEqual([
    { wilayah: apiApi, rt: 8, keluarga: 2, individu: 4 },
    { wilayah: baru, rt: 1, keluarga: 1, individu: 2 },
    { wilayah: baru, rt: 7, keluarga: 1, individu: 2 },
  ])
  expect(
    await baris(
      `select wilayah, sum(keluarga)::int as n from rekap_penerimaan where program = 'rastra' and wilayah in ($1, $2) group by 1 order by 1`,
      apiApi,
      baru,
    ),
  ).toEqual([
    { wilayah: apiApi, n: 2 },
    { wilayah: baru, n: 2 },
  ])
  // The head of RT 7 goes along on that day; who has the whole village keeps what is left of it.
  expect(
    await baris(`select u.username, t.wilayah, t.rt, t.dari::text, t.sampai::text from penugasan t join pengguna p on p.id = t.pengguna_id join masuk."user" u on u.id = p.masuk_id
      where u.username in ('yusuf', 'siti') order by 1 desc, t.dari`),
  ).toEqual([
    { username: 'yusuf', wilayah: apiApi, rt: [7], dari: '2018-01-01', sampai: '2018-07-24' },
    { username: 'yusuf', wilayah: baru, rt: [7], dari: '2018-07-24', sampai: null },
    { username: 'siti', wilayah: apiApi, rt: null, dari: '2018-01-01', sampai: null },
  ])
  expect(await lihat('yusuf', '/api/beranda')).toMatchObject({ terdaftar: 1 })
  expect(await lihat('eko', `/api/pemekaran/${rencana}`)).toMatchObject({
    rencana: { status: 'selesai', disetujuiOleh: 'Eko, administrator' },
    dibawa: 3,
    hasil: { keluarga: 3, petugas: 1 },
    pratinjau: { jumlah: null, bagian: [{ keluarga: 1 }, { keluarga: 2, jiwa: 4 }] },
  })
  // A second start is no second job, and the job run again changes nothing.
  expect((await langkah('eko', '/mulai', rencana, 2)).body).toMatchObject({
    code: 'pemekaran.berubah',
  })
  await baris(`update pekerjaan set status = 'antre' where id = $1`, pekerjaanId)
  await baris(`select antrekan($1, 'pemekaran.laksanakan')`, pekerjaanId)
  await selesai(pekerjaanId)
  expect(await letak()).toEqual(sesudah)
})

test('stopped half-way it goes on from there: a village is merged into another and its code ends', async () => {
  const gabung = [sel({ kodeLama: String(guntung), kodeBaru: String(apiApi) })]
  const { id: rencana } = (
    await kirim('eko', '', {
      ...kepala,
      nama: 'Penggabungan',
      berlaku: '2018-07-02',
      tabel: gabung,
    })
  ).body
  // As a job that a crash ended after its first family has left it.
  await baris(
    `insert into pemekaran_keluarga (kab, pemekaran_id, keluarga_id, wilayah, rt, dari, rt_dari, ke, dipilih)
    select kab, $1, id, wilayah, rt, wilayah, rt, $2, false from keluarga where wilayah = $3`,
    rencana,
    apiApi,
    guntung,
  )
  await baris(
    `update pemekaran set status = 'berjalan', dimulai_oleh = (select id from pengguna where nama like 'Lina%') where id = $1`,
    rencana,
  )
  const client = await server.database.job.connect()
  try {
    await client.query(`begin; ${scopeStatements(cakupanOf(kota))}`)
    expect((await client.query('select pemekaran_bawa($1, 1) as n', [rencana])).rows).toEqual([
      { n: 1 },
    ])
    await client.query('commit')
    // The place of a row of history is changed by this work alone.
    for (const name of ['kelayakan', 'berkas'])
      await expect(client.query(`update ${name} set wilayah = 0`)).rejects.toThrow(
        'permission denied',
      )
  } finally {
    client.release()
  }
  const { pekerjaanId } = (await kirim('lina', '/mulai', { id: rencana, versi: 1 })).body
  await selesai(String(pekerjaanId))
  expect((await letak()).find((k) => k.nama === 'LAIN')).toMatchObject({
    wilayah: apiApi,
    semua: [`${apiApi}/7`],
  })
  expect(await baris('select berlaku_sampai::text from wilayah where kode = $1', guntung)).toEqual([
    { berlaku_sampai: '2018-07-02' },
  ])
  expect(await baris(`select kode_lama, kode from wilayah_lama order by sistem`)).toEqual([
    { kode_lama: String(guntung), kode: apiApi },
    { kode_lama: 'Guntung', kode: guntung },
  ])
  // Its operator works where the village went; nobody finds the old one any more.
  expect(
    await baris(
      `select t.wilayah from penugasan t join pengguna p on p.id = t.pengguna_id where p.nama like 'Joko%' and t.sampai is null`,
    ),
  ).toEqual([{ wilayah: apiApi }])
  expect((await lihat('budi', '/api/wilayah?q=guntung')).hasil).toEqual([])
  expect(await baris('select count(*)::int as n from keluarga where status = $1', 'aktif')).toEqual(
    [{ n: 5 }],
  )
})
