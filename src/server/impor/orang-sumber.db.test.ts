import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exceljs from 'exceljs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bandingkan, keadaanDukcapil } from '#domain/dukcapil/keadaan.ts'
import { bedaSql, keadaanSql } from '#server/dukcapil/bandingkan.ts'
import { makeFamily } from '#test/families.ts'
import { desilSusulan } from './desil-susulan.ts'
import { jalankan } from './jalankan.ts'
import { imporLengkap } from './susulan.ts'
import { type BekalUji, bekalUji } from './uji.ts'
import { cobaLagi } from './ulang.ts'

const folder = mkdtempSync(join(tmpdir(), 'siks-sumber-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let uji: BekalUji
let siti: { kab: number; id: string }
let desa: { kode: number; nama: string; kecamatan: string }
beforeAll(async () => {
  uji = await bekalUji()
  const { rows } = await uji.admin.query(
    `select d.kode, d.nama, k.nama as kecamatan from wilayah d join wilayah k on k.kode = d.induk
     where d.tingkat = 'desa' and d.kode between 6474000000 and 6474999999 order by d.kode limit 1`,
  )
  desa = rows[0]
  siti = await makeFamily(uji.admin, {
    wilayah: desa.kode,
    rt: 3,
    kepala: 'SITI AMINAH',
    nomorKk: '9974010101150001',
    anggota: [
      {
        nama: 'SITI AMINAH',
        nik: '9974015205700001',
        jenisKelamin: 2,
        tanggalLahir: '1970-05-12',
        hubungan: 1,
      },
      {
        nama: 'AHMAD FAUZI',
        nik: '9974010107950002',
        jenisKelamin: 1,
        tanggalLahir: '1995-07-01',
        hubungan: 3,
      },
      {
        nama: 'DEWI LESTARI',
        nik: '9974014303000003',
        jenisKelamin: 2,
        tanggalLahir: '2000-03-03',
        hubungan: 3,
      },
    ],
  })
})
afterAll(() => uji.close())

let nomor = 0
function berkas(judul: string, rows: readonly string[]): string {
  const path = join(folder, `${++nomor}.csv`)
  writeFileSync(path, `${[judul, ...rows].join('\n')}\n`)
  return path
}

const satu = async (sql: string, values: unknown[] = []) =>
  (await uji.admin.query(sql, values)).rows[0]
const semua = async (sql: string, values: unknown[] = []) =>
  (await uji.admin.query(sql, values)).rows

const hasil = (id: string) =>
  satu(
    'select jumlah_baris, diterima, ditandai, ditahan, tidak_berubah, format, ringkasan from impor where id = $1',
    [id],
  )
const sebab = async (id: string) =>
  (
    await semua('select baris, kode from impor_temuan where impor_id = $1 order by baris, urutan', [
      id,
    ])
  ).map((r) => `${r.baris} ${r.kode}`)

const registry = () =>
  satu(`select (select md5(string_agg(k::text, '' order by id)) from keluarga k) as keluarga,
    (select md5(string_agg(i::text, '' order by id)) from individu i) as individu, (select count(*) from survei_individu) as survei,
    (select md5(coalesce(string_agg(r::text, '' order by r::text), '')) from rekap_rt r) as rekap, (select count(*) from penerimaan) as penerimaan`)

const INDIVIDU =
  'id_individu;ID_keluarga_P3KE;kecamatan;desa_kelurahan;desil_kesejahteraan;nama;NIK;padan_dukcapil;jenis_kelamin;hubungan_dengan_kepala_keluarga;tanggal_lahir;status_kawin'
const KELUARGA =
  'ID_keluarga_P3KE;kecamatan;desa_kelurahan;kode_kemdagri;desil_kesejahteraan;alamat;kepala_keluarga;NIK;jenis_kelamin;tanggal_lahir;penerima_PKH'
const orang = (i: string, k: string, nama: string, nik: string, hub: string, kawin = 'Kawin') =>
  `${i};${k};${desa.kecamatan};${desa.nama};1;${nama};${nik};Ya;${nik === '' ? '' : 'Perempuan'};${hub};1970-05-12;${kawin}`

describe('people of P3KE', () => {
  test('stay beside the registry, in the canonical codes, with their decile on the family known by number', async () => {
    const before = await registry()
    const id = await uji.impor(
      berkas(INDIVIDU, [
        orang('A1', 'K1', 'SITI AMINAH', '9974015205700001', 'Kepala Keluarga', 'Cerai Mati'),
        orang('A2', 'K2', 'RATNA SARI', '', 'Istri'),
      ]),
      6474000000,
      '2018-03-31',
    )
    expect(await hasil(id)).toMatchObject({
      format: 'p3ke',
      diterima: 2,
      ditahan: 0,
      ringkasan: { orang_sumber_baru: 2, peringkat_luar_baru: 1 },
    })
    expect(await registry()).toEqual(before)
    expect(
      await semua(
        'select kunci, kunci_keluarga, wilayah, nik, nama, jenis_kelamin, hubungan, desil, tanggal_lahir, jawaban, berlaku from orang_sumber order by kunci',
      ),
    ).toMatchObject([
      {
        kunci: 'A1',
        kunci_keluarga: 'K1',
        wilayah: desa.kode,
        nik: '9974015205700001',
        jenis_kelamin: 2,
        hubungan: 1,
        desil: 1,
        tanggal_lahir: '1970-05-12',
        jawaban: { status_kawin: 4 },
        berlaku: '2018-03-31',
      },
      { kunci: 'A2', nik: null, hubungan: 2, jawaban: { status_kawin: 2 } },
    ])
    expect(
      await semua('select sumber, nilai from peringkat_luar where keluarga_id = $1', [siti.id]),
    ).toEqual([{ sumber: 'P3KE', nilai: 1 }])
  })

  test('of the table of families share the person of their head, whichever file came first', async () => {
    const baris = (k: string, nama: string, nik: string, desil: string) =>
      `${k};${desa.kecamatan};${desa.nama};${desa.kode};${desil};Jl. Mawar 3;${nama};${nik};Perempuan;1970-05-12;Ya`
    const path = berkas(KELUARGA, [
      baris('K1', 'SITI AMINAH', '9974015205700001', '1'),
      baris('K3', 'MARNI', '9974014101600009', '2'),
      baris('K4', 'TRESNO', '9974014101600010', '12'),
    ])
    const id = await uji.impor(path, 6474000000, '2018-03-31')
    expect(await sebab(id)).toEqual(['4 nilai_luar_di_luar_batas'])
    expect(await hasil(id)).toMatchObject({
      diterima: 2,
      ditahan: 1,
      ringkasan: { keluarga_sumber_baru: 2, orang_sumber_baru: 1 },
    })
    expect(
      await satu(
        'select nama_kepala, desil, alamat, jawaban from keluarga_sumber where kunci = $1',
        ['K1'],
      ),
    ).toEqual({
      nama_kepala: 'SITI AMINAH',
      desil: 1,
      alamat: 'Jl. Mawar 3',
      jawaban: { terima_pkh: 1 },
    })
    const kepala = await satu("select id from orang_sumber where kunci = 'kk:K3'")
    const next = await uji.impor(
      berkas(INDIVIDU, [orang('A9', 'K3', 'MARNI', '9974014101600009', 'Kepala keluarga')]),
      6474000000,
      '2018-04-30',
    )
    expect(await hasil(next)).toMatchObject({ ringkasan: { orang_sumber_berubah: 1 } })
    expect(await semua("select id, kunci from orang_sumber where kunci_keluarga = 'K3'")).toEqual([
      { id: kepala.id, kunci: 'A9' },
    ])
  })

  test('sent again change nothing; a newer row replaces, an older one does not', async () => {
    const row = orang('A2', 'K2', 'RATNA SARI', '', 'Istri')
    const before = await satu("select id from orang_sumber where kunci = 'A2'")
    const sources = await uji.hitung('rekaman_sumber')
    const id = await uji.impor(berkas(INDIVIDU, ['', row]), 6474000000, '2018-05-31')
    expect(await hasil(id)).toMatchObject({ diterima: 1, tidak_berubah: 1 })
    expect(await uji.hitung('rekaman_sumber')).toBe(sources)
    expect(await satu("select id, berlaku from orang_sumber where kunci = 'A2'")).toEqual({
      id: before.id,
      berlaku: '2018-05-31',
    })
    await uji.impor(
      berkas(INDIVIDU, [orang('A2', 'K2', 'RATNASARI', '', 'Istri')]),
      6474000000,
      '2018-06-30',
    )
    await uji.impor(
      berkas(INDIVIDU, [orang('A2', 'K2', 'R SARI', '', 'Istri')]),
      6474000000,
      '2017-06-30',
    )
    expect(await satu("select id, nama from orang_sumber where kunci = 'A2'")).toEqual({
      id: before.id,
      nama: 'RATNASARI',
    })
  })

  test('give their decile to a family that a later file brings to the registry, once', async () => {
    const marni = await makeFamily(uji.admin, {
      wilayah: desa.kode,
      kepala: 'MARNI',
      anggota: [{ nama: 'MARNI', nik: '9974014101600009', hubungan: 1 }],
    })
    const { rows } = await uji.admin.query(
      `insert into rekaman_sumber (kab, impor_id, format, baris, hash, isi, status, wilayah, keluarga_id)
       values (6474, gen_random_uuid(), 'bdt', 2, '\\x00', '{}', 'diterima', $1, $2) returning impor_id`,
      [desa.kode, marni.id],
    )
    for (let i = 0; i < 2; i++) await desilSusulan(uji.alat(), rows[0].impor_id)
    expect(
      await semua('select sumber, nilai, tanggal from peringkat_luar where keluarga_id = $1', [
        marni.id,
      ]),
    ).toEqual([{ sumber: 'P3KE', nilai: 1, tanggal: '2018-04-30' }])
  })

  test('that cannot be told wait, each with its cause; an answer about the village lets them in', async () => {
    const id = await uji.impor(
      berkas(INDIVIDU, [
        orang('B1', 'K5', '', '', 'Anak'),
        orang('B2', 'K5', 'JOKO', '', 'Anak').replace(desa.nama, 'NEGERI ANTAH'),
        orang('B3', 'K5', 'WATI', '', 'Anak'),
        orang('B3', 'K5', 'WATI', '', 'Anak'),
        orang('', 'K5', 'TANPA NOMOR', '', 'Anak'),
        orang('B6', 'K5', 'TEDJO', '12', 'Keponakan'),
      ]),
      6474000000,
      '2018-03-31',
    )
    expect(await sebab(id)).toEqual([
      '2 nama_kosong',
      '3 wilayah_belum_dikenal',
      '5 kunci_ganda_dalam_berkas',
      '6 kunci_kosong',
      '7 kode_tidak_dikenal',
      '7 nik_bukan_16_angka',
    ])
    expect(await hasil(id)).toMatchObject({ ditahan: 4, ditandai: 1, diterima: 1 })
    await uji.admin.query(
      `update impor_pertanyaan set jawaban = $2, dijawab_pada = now() where impor_id = $1 and jenis = 'wilayah'`,
      [id, String(desa.kode)],
    )
    const held = await satu('select id from rekaman_sumber where impor_id = $1 and baris = 3', [id])
    expect(await cobaLagi(uji.alat(), 6474, id, [held.id])).toMatchObject({
      dicoba: 1,
      diterima: 1,
    })
    expect(await satu("select wilayah from orang_sumber where kunci = 'B2'")).toEqual({
      wilayah: desa.kode,
    })
    expect(await hasil(id)).toMatchObject({ ditahan: 3, diterima: 2 })
  })

  test('of a file whose import is stopped midway are complete when it runs again, once each', async () => {
    const rows = Array.from({ length: 25 }, (_, i) => orang(`C${i}`, '', `ORANG ${i}`, '', 'Anak'))
    const { kab, id } = await uji.simpan(berkas(INDIVIDU, rows), 6474000000, '2018-03-31')
    const stop = new AbortController()
    const alat = {
      ...uji.alat(),
      perBatch: 10,
      signal: stop.signal,
      setelahBatch: () => stop.abort(),
    }
    await expect(jalankan(alat, kab, id)).rejects.toThrow('stopped')
    expect(await uji.hitung('orang_sumber', `impor_id = '${id}'`)).toBe(10)
    expect((await jalankan({ ...uji.alat(), perBatch: 10 }, kab, id)).ok).toBe(true)
    expect(await uji.hitung('orang_sumber', `impor_id = '${id}'`)).toBe(25)
    expect(await uji.hitung('rekaman_sumber', `impor_id = '${id}'`)).toBe(25)
    expect(await hasil(id)).toMatchObject({
      tidak_berubah: 0,
      ringkasan: { orang_sumber_baru: 25 },
    })
  })
})

test('the five sheets of Regsosek make one family with its people, in the village of the first', async () => {
  const kk = '9974010101150077'
  const book = new exceljs.Workbook()
  const add = (name: string, rows: unknown[][]) => book.addWorksheet(name).addRows(rows)
  add('1 Keterangan tempat', [
    ['KETERANGAN TEMPAT'],
    ['No KK', '101', '102', '103', '104', '105', '106', '107', '108', '115'],
    [
      kk,
      'KALIMANTAN TIMUR',
      'KOTA BONTANG',
      desa.kecamatan,
      desa.nama,
      '0001',
      'RT 007',
      'Jl. Melati 9',
      'BUDI',
      0,
    ],
  ])
  add('2 Petugas', [
    ['No KK', '201', '202', '203', '204', '205'],
    [kk, '20-10-2022', 'PENDATA', '25-10-2022', 'PEMERIKSA', 1],
  ])
  add('3 Perumahan', [
    ['No KK', '301a', '302', '303', '304', '305', '306a'],
    [kk, 1, 36, 6, 1, 3, 5],
  ])
  add('4 Anggota', [
    ['No KK', '401', '402', '403', '404', '405', '406', '407', '408', '409', '415'],
    [kk, 1, 'BUDI SANTOSO', '9974010202650005', 1, 1, '02-02-1965', 57, 2, 1, 13],
    [kk, 2, 'LASTRI', '9974014505680006', 1, 2, '05-05-1968', 54, 2, 2, 8],
  ])
  add('5 Program', [
    ['No KK', '501a', '501b', '502a', '502b', '504e'],
    [kk, 1, 2, 2, 1, 3],
  ])
  const path = join(folder, 'regsosek.xlsx')
  await book.xlsx.writeFile(path)
  const id = await uji.impor(path, 6474000000, '2022-11-14')
  expect(await hasil(id)).toMatchObject({
    format: 'regsosek',
    jumlah_baris: 6,
    ditahan: 0,
    ringkasan: { keluarga_sumber_baru: 1, orang_sumber_baru: 2 },
  })
  expect(
    await satu(
      "select wilayah, alamat, nomor_kk, jawaban from keluarga_sumber where sumber = 'regsosek'",
    ),
  ).toEqual({
    wilayah: desa.kode,
    alamat: 'Jl. Melati 9',
    nomor_kk: kk,
    jawaban: {
      kode_kk: 0,
      hasil_pendataan: 1,
      status_bangunan: 1,
      luas_lantai: 36,
      lantai: 6,
      dinding: 1,
      atap: 3,
      air_minum: 5,
      terima_bpnt: 1,
      terima_pkh: 2,
      aset_gas: 2,
      aset_kulkas: 1,
      kambing: 3,
    },
  })
  expect(
    await semua(
      "select kunci, wilayah, nama, hubungan, jawaban from orang_sumber where sumber = 'regsosek' order by kunci",
    ),
  ).toEqual([
    {
      kunci: `${kk}/1`,
      wilayah: desa.kode,
      nama: 'BUDI SANTOSO',
      hubungan: 1,
      jawaban: { keberadaan: 1, status_kawin: 2, ijazah: 13 },
    },
    {
      kunci: `${kk}/2`,
      wilayah: desa.kode,
      nama: 'LASTRI',
      hubungan: 2,
      jawaban: { keberadaan: 1, status_kawin: 2, ijazah: 8 },
    },
  ])
})

test('lists of KKS cards and of PBI members become people of their source', async () => {
  const kks = await uji.impor(
    berkas(
      'No KKS;No Rekening;Status Kepesertaan;Nama Pengurus;No KK;NIK Pengurus;Tanggal Lahir;Nama Gadis Ibu Kandung;Alamat',
      [
        '6013010000000001;1;Aktif;SITI AMINAH;9974010101150001;9974015205700001;1970-05-12;SUMI;Jl. X',
      ],
    ),
  )
  const pbi = await uji.impor(
    berkas('NoArtPBI;Nama;NIK;NoKK;JnsKel;TglLahir;Alamat;Sta_kepesertaan_pbi', [
      '0001;AHMAD FAUZI;9974010107950002;9974010101150001;1;1995-07-01;Jl. X;1',
    ]),
  )
  expect([(await hasil(kks)).format, (await hasil(pbi)).format]).toEqual(['kks', 'pbi'])
  // A row that names no village lies where the only person of the registry with its NIK lives.
  expect(
    await semua(
      "select sumber, nama, nama_ibu, wilayah, rt from orang_sumber where sumber in ('kks', 'pbi') order by sumber",
    ),
  ).toEqual([
    { sumber: 'kks', nama: 'SITI AMINAH', nama_ibu: 'SUMI', wilayah: desa.kode, rt: 3 },
    { sumber: 'pbi', nama: 'AHMAD FAUZI', nama_ibu: null, wilayah: desa.kode, rt: 3 },
  ])
})

describe('answers of Dukcapil', () => {
  const DUK =
    'NIK;Nama;DUK_NIK;DUK_NO_KK;DUK_NAMA_LGKP;DUK_STAT_HBKEL;DUK_TGL_LHR;DUK_JENIS_KLMIN;DUK_JENIS_PKRJN;KDWILCAPIL;KETERANGAN'
  const keadaan = () =>
    semua(
      `select i.nama, d.keadaan, d.beda, d.tanggal from keadaan_dukcapil d join individu i on i.id = d.individu_id
       where i.keluarga_id = $1 order by i.nama, d.id`,
      [siti.id],
    )

  test('give each person a status, with history; a repeated answer adds none', async () => {
    const path = berkas(DUK, [
      '9974015205700001;SITI AMINAH;9974015205700001;9974010101150001;AMINAH SITI;1;1970-05-12;2;5;;',
      '9974010107950002;AHMAD FAUZI;9974010107950002;9974010101150009;AHMAD FAUJI;4;1995-07-01;1;;7371011001;',
      '9974014303000003;DEWI LESTARI;;;;;;;;;',
    ])
    const id = await uji.impor(path, 6474000000, '2018-03-31')
    expect(await hasil(id)).toMatchObject({ format: 'dukcapil', jumlah_baris: 3, ditahan: 0 })
    expect(await keadaan()).toEqual([
      {
        nama: 'AHMAD FAUZI',
        keadaan: 'TIDAK_PADAN_NAMA',
        beda: ['nama', 'nomor_kk'],
        tanggal: '2018-03-31',
      },
      {
        nama: 'DEWI LESTARI',
        keadaan: 'NIK_TIDAK_DITEMUKAN',
        beda: [],
        tanggal: '2018-03-31',
      },
      { nama: 'SITI AMINAH', keadaan: 'PADAN', beda: [], tanggal: '2018-03-31' },
    ])
    expect(
      await satu(
        "select wilayah, wilayah_lain, pekerjaan from orang_sumber where sumber = 'dukcapil' and nik = '9974010107950002'",
      ),
    ).toEqual({ wilayah: desa.kode, wilayah_lain: '7371011001', pekerjaan: null })
    const { kab, id: lagi } = await uji.simpan(
      berkas(DUK, [
        '9974015205700001;SITI AMINAH;9974015205700001;9974010101150001;AMINAH SITI;1;1970-05-12;2;5;;',
        '9974014303000003;DEWI LESTARI;9974014303000003;;DEWI LESTARI;4;2000-03-03;2;;;Sudah meninggal dunia',
      ]),
      6474000000,
      '2018-06-30',
    )
    expect((await imporLengkap(uji.alat(), kab, lagi)).ok).toBe(true)
    expect(
      await semua('select bidang, dipercaya, status from beda_sumber where keluarga_id = $1', [
        siti.id,
      ]),
    ).toEqual([])
    expect((await keadaan()).filter((r) => r.nama !== 'AHMAD FAUZI')).toEqual([
      {
        nama: 'DEWI LESTARI',
        keadaan: 'NIK_TIDAK_DITEMUKAN',
        beda: [],
        tanggal: '2018-03-31',
      },
      { nama: 'DEWI LESTARI', keadaan: 'MENINGGAL', beda: [], tanggal: '2018-06-30' },
      { nama: 'SITI AMINAH', keadaan: 'PADAN', beda: [], tanggal: '2018-03-31' },
    ])
  })
  test('are judged by the database as by the rule of the domain', async () => {
    const side = fc.record({
      nama: fc.constantFrom('siti aminah', 'aminah siti', 'siti', 'siti siti', ''),
      tanggalLahir: fc.constantFrom(null, '1970-05-12', '1971-05-12'),
      nomorKk: fc.constantFrom(null, '1', '2'),
      jenisKelamin: fc.constantFrom(null, 1, 2),
    })
    const cases = fc.sample(
      fc.record({ i: side, s: side, keadaan: fc.constantFrom(null, ...keadaanDukcapil) }),
      400,
    )
    const rows = await semua(
      `select d.beda, ${keadaanSql('d.beda')} as keadaan from jsonb_array_elements($1::jsonb) with ordinality c(isi, n),
         lateral (select isi->'i'->>'nama' as nama_cari, (isi->'i'->>'tanggalLahir')::date as tanggal_lahir, (isi->'i'->>'jenisKelamin')::int as jenis_kelamin) i,
         lateral (select isi->'i'->>'nomorKk' as nomor_kk) f,
         lateral (select isi->'s'->>'nama' as nama_cari, (isi->'s'->>'tanggalLahir')::date as tanggal_lahir, (isi->'s'->>'jenisKelamin')::int as jenis_kelamin,
           isi->'s'->>'nomorKk' as nomor_kk, isi->>'keadaan' as keadaan) s,
         lateral (select ${bedaSql} as beda) d order by c.n`,
      [JSON.stringify(cases)],
    )
    expect(rows).toEqual(cases.map((c) => bandingkan(c.i, { ...c.s, keadaan: c.keadaan })))
  })
})
