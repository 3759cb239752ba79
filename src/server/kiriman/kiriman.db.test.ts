import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromBuffer } from 'yauzl'
import { makeFamily } from '#test/families.ts'
import type { Body, people } from '#test/people.ts'
import { type TestServer, testServer } from '#test/server.ts'

type Nama = keyof typeof people
const desa = 6474011006
let server: TestServer

type Usulan = { kab: number; id: string; nomor: string }
let baru: Usulan
let keluar: Usulan
let kembali: Usulan
let tahan: Usulan

beforeAll(async () => {
  server = await testServer()
  const { admin } = server.database
  const keluarga = async (nama: string) =>
    makeFamily(admin, { wilayah: desa, rt: 7, kepala: nama, anggota: [{ nama, nik: nik() }] })
  const [badu, sari, tono] = [
    await keluarga('BADU'),
    await keluarga('SARI'),
    await keluarga('TONO'),
  ]
  baru = await usul({
    jenis: 'keluarga_baru',
    nama: '=AMINAH',
    isi: {
      alasan: 'Suami meninggal',
      anggota: [
        {
          nama: 'AMINAH',
          hubungan: 1,
          jenisKelamin: 2,
          nik: '9974014107800001',
          tanggalLahir: '1980-07-01',
        },
      ],
      jawabanRuta: { lantai: 8 },
    },
  })
  const tentang = (k: { id: string }, nama: string) =>
    usul({
      jenis: 'tidak_layak',
      nama,
      keluargaId: k.id,
      versiDasar: 1,
      isi: { alasan: 'Sudah mampu' },
    })
  keluar = await tentang(badu, 'BADU')
  kembali = await tentang(sari, 'SARI')
  tahan = await tentang(tono, 'TONO')
  await admin.query(`update usulan set tahanan = 'uji' where id = $1`, [tahan.id])
})
afterAll(() => server.close())

let serial = 0
const nik = (): string => `99740101016000${String(++serial).padStart(2, '0')}`

/** A proposal as the endorsement and the province's check leave it. */
async function usul(isi: object): Promise<Usulan> {
  const siti = await server.as('siti')
  const { status, body } = await siti.post('/api/usulan/simpan', { wilayah: desa, rt: 7, ...isi })
  expect([status, body]).toMatchObject([200, {}])
  await sahkan(String(body.id))
  return body as unknown as Usulan
}
const sahkan = (id: string) =>
  server.database.admin.query(
    `update usulan set status = 'diperiksa', periode = '2018-07', versi = versi + 1 where id = $1`,
    [id],
  )

const kirimBerkas = async (
  oleh: Nama,
  path: string,
  isi: Record<string, string>,
  file: string | Buffer,
) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(isi)) form.set(name, value)
  form.set('berkas', new Blob([new Uint8Array(Buffer.from(file))]), 'hasil.csv')
  const { cookie } = await server.as(oleh)
  const answer = await fetch(`${server.address}${path}`, {
    method: 'POST',
    headers: { cookie, origin: server.address, 'idempotency-key': randomUUID() },
    body: form,
  })
  return { status: answer.status, body: (await answer.json()) as Body }
}

const unduh = async (oleh: Nama, path: string) => {
  const { cookie } = await server.as(oleh)
  const answer = await fetch(`${server.address}${path}`, { headers: { cookie } })
  return { status: answer.status, isi: Buffer.from(await answer.arrayBuffer()) }
}

const status = async (u: Usulan): Promise<string> =>
  (await server.database.admin.query(`select status from usulan where id = $1`, [u.id])).rows[0]
    .status

let kiriman: { kab: number; id: string; nomor: string }
const lihat = async (oleh: Nama = 'hasan') =>
  (await (await server.as(oleh)).get(`/api/kiriman/${kiriman.kab}/${kiriman.id}`)).body

describe('a batch', () => {
  test('binds what is endorsed and free, once, under a letter whose number follows', async () => {
    const budi = await server.as('budi')
    expect((await budi.get('/api/kiriman')).body).toMatchObject({
      kiriman: [],
      siap: [{ wilayah: 6474000000, periode: '2018-07', jumlah: 3 }],
    })
    const isi = { periode: '2018-07', jumlah: 3 }
    for (const beda of [
      {},
      { suratTenggat: '2018-07-24' },
      { suratTenggat: '2018-12-01' },
      { suratNomor: '1', suratTenggat: '2018-07-25' },
    ])
      expect((await budi.post('/api/kiriman', { ...isi, ...beda })).body.code).toBe(
        'kiriman.nomor_atau_tenggat',
      )
    expect(
      (await budi.post('/api/kiriman', { ...isi, jumlah: 9, suratNomor: '1' })).body.code,
    ).toBe('kiriman.jumlah_berubah')
    const dua = await Promise.all(
      [1, 2].map(() => budi.post('/api/kiriman', { ...isi, suratTenggat: '2018-07-31' })),
    )
    expect(dua.map((d) => d.status).sort()).toEqual([200, 409])
    kiriman = dua.find((d) => d.status === 200)?.body as typeof kiriman
    const satu = await lihat()
    expect(satu).toMatchObject({
      jumlah: 3,
      surat: { nomor: null, tenggat: '2018-07-31', terlambat: false },
    })
    expect(satu.sidikHitung).toBe(satu.sidik)
    expect((satu.baris as Body[]).map((b) => b.nama)).toEqual(['=AMINAH', 'BADU', 'SARI'])
  })

  test('is not for a village, nor for another kab/kota', async () => {
    expect((await (await server.as('siti')).get('/api/kiriman')).status).toBe(403)
    const tuti = await server.as('tuti')
    expect((await tuti.get('/api/kiriman')).body).toMatchObject({ kiriman: [], siap: [] })
    expect((await tuti.get(`/api/kiriman/${kiriman.kab}/${kiriman.id}`)).status).toBe(404)
  })

  test('whose rows were altered behind its back says so', async () => {
    const { admin } = server.database
    const ganti = (nama: string) =>
      admin.query(`update kiriman_usulan set nama = $1 where usulan_id = $2`, [nama, keluar.id])
    await ganti('BADUI')
    const satu = await lihat()
    expect(satu.sidikHitung).not.toBe(satu.sidik)
    await ganti('BADU')
  })

  test('takes the number that followed by a new letter, and the signed scan', async () => {
    const hasan = await server.as('hasan')
    const path = `/api/kiriman/${kiriman.kab}/${kiriman.id}`
    const lama = (await lihat()).surat as Body
    const pdf = await unduh('hasan', `/api/dokumen/${kiriman.kab}/${lama.dokumenId}`)
    const scan = await kirimBerkas('hasan', '/api/berkas', { guna: 'surat' }, pdf.isi)
    expect(scan.status).toBe(200)
    const { versi } = await lihat()
    expect((await hasan.post(`${path}/nomor`, { versi, suratNomor: '460/15/2018' })).status).toBe(
      200,
    )
    expect((await hasan.post(`${path}/pindaian`, { versi, berkas: scan.body.id })).body.code).toBe(
      'kiriman.berubah',
    )
    const kini = await lihat()
    expect(
      (await hasan.post(`${path}/pindaian`, { versi: kini.versi, berkas: scan.body.id })).status,
    ).toBe(200)
    expect(await lihat()).toMatchObject({
      surat: { nomor: '460/15/2018', tenggat: null, pindaianId: scan.body.id },
    })
    const { rows } = await server.database.admin.query(
      `select nomor, status from dokumen where jenis = 'surat_pengesahan' order by id`,
    )
    expect(rows).toEqual([
      { nomor: `menyusul (${kiriman.nomor})`, status: 'diganti' },
      { nomor: '460/15/2018', status: 'berlaku' },
    ])
  })

  test('goes out whole although one of its rows was returned', async () => {
    await server.database.admin.query(`update usulan set status = 'dikembalikan' where id = $1`, [
      kembali.id,
    ])
    const hasan = await server.as('hasan')
    const path = `/api/kiriman/${kiriman.kab}/${kiriman.id}`
    expect((await unduh('hasan', `${path}/paket.zip?tujuan=dikirim+ke+pusat`)).status).toBe(409)
    const { versi } = await lihat()
    expect((await (await server.as('budi')).post(`${path}/kirim`, { versi })).status).toBe(403)
    expect((await hasan.post(`${path}/kirim`, { versi })).body).toMatchObject({
      jumlah: 2,
      jadi: 2,
      tertahan: [],
    })
    expect(await Promise.all([baru, keluar, kembali, tahan].map(status))).toEqual([
      'ditarik',
      'ditarik',
      'dikembalikan',
      'diperiksa',
    ])
    expect(await lihat()).toMatchObject({ keadaan: { berjalan: 2, dikembalikan: 1 } })
  })

  test('is a package whose manifest holds the hash of every part, and no formula', async () => {
    const { isi } = await unduh(
      'hasan',
      `/api/kiriman/${kiriman.kab}/${kiriman.id}/paket.zip?tujuan=dikirim+ke+pusat`,
    )
    const parts = await bukaZip(isi)
    const manifest = JSON.parse(parts.get('manifest.json')?.toString() ?? '{}')
    expect(manifest).toMatchObject({
      kiriman: kiriman.nomor,
      surat: { nomor: '460/15/2018' },
      jumlah: { surat: 3, disertakan: 2 },
      tidakDisertakan: [{ nomor: kembali.nomor, status: 'dikembalikan' }],
    })
    const berkas = manifest.berkas as { nama: string; sidik: string }[]
    expect(berkas.map((b) => b.nama)).toEqual([
      'bnba.csv',
      'anggota.csv',
      'jawaban.csv',
      'hasil.csv',
      'surat-pengesahan.pdf',
      'surat-pengesahan-bertanda-tangan.pdf',
    ])
    for (const b of berkas)
      expect(
        createHash('sha256')
          .update(parts.get(b.nama) ?? '')
          .digest('hex'),
      ).toBe(b.sidik)
    expect(parts.get('bnba.csv')?.toString()).toContain(`'=AMINAH`)
    expect(parts.get('anggota.csv')?.toString()).toContain('9974014107800001')
    expect(parts.get('jawaban.csv')?.toString()).toContain(`${baru.nomor};ruta;;lantai;8`)
    lembar = parts.get('hasil.csv')?.toString() ?? ''
  })
})

let lembar = ''
const isian = { tanggal: '2018-07-23', sumber: 'DTSEN' }

const bukaZip = (isi: Buffer): Promise<ReadonlyMap<string, Buffer>> =>
  new Promise((resolve, reject) => {
    const parts = new Map<string, Buffer>()
    fromBuffer(isi, { lazyEntries: true }, (galat, zip) => {
      if (galat) return reject(galat)
      zip.on('end', () => resolve(parts)).on('error', reject)
      zip.on('entry', (entry) =>
        zip.openReadStream(entry, async (gagal, stream) => {
          if (gagal) return reject(gagal)
          const pieces: Buffer[] = []
          for await (const piece of stream) pieces.push(piece as Buffer)
          parts.set(entry.fileName, Buffer.concat(pieces))
          zip.readEntry()
        }),
      )
      zip.readEntry()
    })
  })

describe('outcomes from outside', () => {
  const hasil = () =>
    lembar
      .replace(`${baru.nomor};;;`, `${baru.nomor};Diterima;;2`)
      .replace(`${keluar.nomor};;;`, `${keluar.nomor};Diterima;;7`)
      .concat(
        `;${kembali.nomor};Ditolak;Sudah pindah;\r\n;US-2018-0000-0000-0000;Diterima;;\r\n;x;y;;\r\n`,
      )
  const periksa = (file: string, oleh: Nama = 'hasan') =>
    kirimBerkas(oleh, '/api/hasil-pusat/periksa', isian, file)

  test('are looked at first: what is taken over, and why the rest is not', async () => {
    const { status: kode, body } = await periksa(hasil())
    expect([kode, body]).toMatchObject([200, { jumlah: 5, diterapkan: 2, tertahan: 1, salah: 2 }])
    expect((body.baris as Body[]).map((b) => [b.baris, b.hasil])).toEqual([
      [2, 'diterapkan'],
      [3, 'diterapkan'],
      [4, 'tertahan'],
      [5, 'salah'],
      [6, 'salah'],
    ])
    expect(await status(baru)).toBe('ditarik')
    expect((await periksa(hasil(), 'budi')).status).toBe(403)
    expect((await periksa('a;b\n1;2')).body.code).toBe('hasil_pusat.berkas_ditolak')
  })

  test('reach the registry by the same way, with deciles beside our own ranks', async () => {
    const { body: dilihat } = await periksa(hasil())
    const lain = await kirimBerkas(
      'hasan',
      '/api/hasil-pusat',
      { ...isian, sidik: String(dilihat.sidik) },
      `${hasil()} `,
    )
    expect(lain.body.code).toBe('hasil_pusat.berkas_berbeda')
    const kirim = () =>
      kirimBerkas('hasan', '/api/hasil-pusat', { ...isian, sidik: String(dilihat.sidik) }, hasil())
    const first = await kirim()
    expect([first.status, first.body]).toMatchObject([200, { diterapkan: 2, sudahAda: false }])
    expect(await Promise.all([baru, keluar, kembali].map(status))).toEqual([
      'diterima',
      'diterima',
      'dikembalikan',
    ])
    const { admin } = server.database
    const { rows } = await admin.query(
      `select k.nama_kepala, k.kelayakan, l.nilai, l.sumber, l.tanggal::text from usulan u join keluarga k on k.id = coalesce(u.hasil_keluarga_id, u.keluarga_id)
       join peringkat_luar l on l.keluarga_id = k.id where u.id = any ($1) order by l.nilai`,
      [[baru.id, keluar.id]],
    )
    expect(rows).toEqual([
      {
        nama_kepala: 'AMINAH',
        kelayakan: expect.any(String),
        nilai: 2,
        sumber: 'DTSEN',
        tanggal: '2018-07-23',
      },
      {
        nama_kepala: 'BADU',
        kelayakan: 'tidak_layak',
        nilai: 7,
        sumber: 'DTSEN',
        tanggal: '2018-07-23',
      },
    ])
    const jejak = await admin.query(
      `select r.peran, r.pengguna_id, r.rincian ->> 'sarana' as sarana, p.username from usulan_riwayat r
       join pengguna o on o.id = (r.rincian ->> 'penyampai')::uuid join masuk."user" p on p.id = o.masuk_id where r.usulan_id = $1 and r.aksi = 'terima'`,
      [keluar.id],
    )
    expect(jejak.rows).toEqual([
      { peran: 'pusdatin', pengguna_id: null, sarana: 'berkas', username: 'hasan' },
    ])
    // The same file again changes nothing and answers as before; another file of the same rows finds them done.
    expect((await kirim()).body).toMatchObject({ id: first.body.id, diterapkan: 2, sudahAda: true })
    const ulang = await periksa(hasil().replace('\r\n', '\r\n\r\n'))
    expect(ulang.body).toMatchObject({ diterapkan: 0, sudah: 2 })
    expect((await (await server.as('hasan')).get('/api/hasil-pusat')).body).toMatchObject({
      hasil: [{ id: first.body.id, diterapkan: 2, jumlah: 5 }],
    })
  })

  test('an old sheet does not touch what was sent anew since', async () => {
    await sahkan(kembali.id)
    const budi = await server.as('budi')
    const dua = await budi.post('/api/kiriman', {
      periode: '2018-07',
      jumlah: 1,
      suratNomor: '460/16/2018',
    })
    // It was bound, and not endorsed again: no second letter for it.
    expect(dua.body.code).toBe('kiriman.jumlah_berubah')
    await server.database.admin.query(
      `insert into usulan_riwayat (kab, usulan_id, wilayah, rt, aksi, dari, ke, peran, hari, pada)
       select kab, id, wilayah, rt, 'sahkan', 'diverifikasi', 'disahkan', 'kepala_opd', '2018-07-24', now() from usulan where id = $1`,
      [kembali.id],
    )
    await server.database.admin.query(
      `update kiriman set dibuat_pada = '2018-07-20', diubah_pada = '2018-07-20'`,
    )
    expect(
      (
        await budi.post('/api/kiriman', {
          periode: '2018-07',
          jumlah: 1,
          suratNomor: '460/16/2018',
        })
      ).status,
    ).toBe(200)
    const file = lembar
      .split('\r\n')[0]
      ?.concat(`\r\n${kiriman.nomor};${kembali.nomor};Ditolak;Sudah mampu;\r\n`)
    const { body } = await periksa(file ?? '')
    expect(body).toMatchObject({
      salah: 1,
      baris: [{ hasil: 'salah', sebab: { id: expect.stringContaining('kiriman lain') } }],
    })
  })
})

describe('names that the centre deactivated', () => {
  const judul = 'NIK;Nama;Alasan;Program;Tanggal nonaktif;Tgl lahir;No. KK;ID keluarga'
  let nikPak: string
  let nikAnak: string

  test('are found, judged and taken over: the record stays, its eligibility or receipt ends', async () => {
    const { admin } = server.database
    nikPak = nik()
    nikAnak = nik()
    const k = await makeFamily(admin, {
      wilayah: desa,
      rt: 8,
      kepala: 'KARNO',
      menerima: ['rastra'],
      anggota: [
        { nama: 'KARNO', nik: nikPak },
        { nama: 'KARNA', nik: nikAnak, hubungan: 3 },
      ],
    })
    const lain = await makeFamily(admin, {
      wilayah: desa,
      rt: 9,
      kepala: 'SUMIATI',
      nomorKk: '9974010101150031',
      menerima: ['pkh'],
      anggota: [{ nama: 'SUMIATI', tanggalLahir: '1961-02-03' }],
    })
    const file = [
      judul,
      // A member is held; that holds nothing that is said of the head.
      `${nikAnak};KARNA;Meninggal dunia;;20-07-2018`,
      `${nikPak};KARNO;Ganda di kab/kota lain;;20-07-2018`,
      `${nikPak};KARNO;Gagal bayar tiga kali;Rastra;2018-07-21`,
      `;Sumiati;Sudah mampu;;20-07-2018;3/2/1961`,
      `;;Tidak diambil tiga kali;PKH;20-07-2018;;9974010101150031`,
      `;;Sudah mampu juga;;20-07-2018;;;${lain.id}`,
      `${nik()};ORANG LAIN;Sudah mampu;;20-07-2018`,
      `${nikPak};KARNO;Gagal bayar;Bantuan entah;20-07-2018`,
    ].join('\r\n')
    const { body: dilihat } = await kirimBerkas('hasan', '/api/hasil-pusat/periksa', isian, file)
    expect((dilihat.baris as Body[]).map((b) => [b.hasil, b.nama])).toEqual([
      ['tertahan', 'KARNO'],
      ['diterapkan', 'KARNO'],
      ['diterapkan', 'KARNO'],
      ['diterapkan', 'SUMIATI'],
      ['diterapkan', 'SUMIATI'],
      ['salah', 'SUMIATI'],
      ['salah', null],
      ['salah', null],
    ])
    expect(JSON.stringify(dilihat)).not.toContain(nikPak)
    const kirim = () =>
      kirimBerkas('hasan', '/api/hasil-pusat', { ...isian, sidik: String(dilihat.sidik) }, file)
    const pertama = await kirim()
    expect(pertama.body).toMatchObject({ diterapkan: 4, tertahan: 1, salah: 3, sudahAda: false })
    expect((await kirim()).body).toEqual({ ...pertama.body, sudahAda: true })
    const { rows } = await admin.query(
      `select k.status, k.kelayakan, k.kelayakan_sampai::text, k.jumlah_anggota, h.dasar, h.tanggal::text, h.sumber, h.peran, p.sampai::text,
         (select tidak_layak from rekap_rt r where r.wilayah = k.wilayah and r.rt = k.rt) as tidak_layak,
         (select keluarga from rekap_penerimaan r where r.wilayah = k.wilayah and r.rt = k.rt and r.program = 'rastra') as menerima
       from keluarga k join kelayakan h on h.keluarga_id = k.id join penerimaan p on p.keluarga_id = k.id where k.id = $1`,
      [k.id],
    )
    expect(rows).toEqual([
      {
        status: 'aktif',
        kelayakan: 'tidak_layak',
        kelayakan_sampai: '2019-07-20',
        jumlah_anggota: 2,
        dasar: 'Dinonaktifkan pusat: Ganda di kab/kota lain',
        tanggal: '2018-07-20',
        sumber: 'pusat',
        peran: 'pusdatin',
        sampai: '2018-07-21',
        tidak_layak: 1,
        menerima: 0,
      },
    ])
    const ulang = await kirimBerkas('hasan', '/api/hasil-pusat/periksa', isian, `${file}\r\n`)
    expect(ulang.body).toMatchObject({ diterapkan: 0, sudah: 5, salah: 2 })
  })

  test('stand on Perubahan dari pusat with reason and day, for the area alone', async () => {
    const baca = async (oleh: Nama) =>
      (
        (
          await (
            await server.as(oleh)
          ).get('/api/hasil-pusat/perubahan?dari=2018-07-01&jenis=keluar')
        ).body.perubahan as Body[]
      ).filter((p) => p.nama === 'KARNO')
    expect(await baca('siti')).toMatchObject([
      {
        rt: 8,
        hari: '2018-07-21',
        alasan: 'Gagal bayar tiga kali',
        tentang: { id: 'Dinonaktifkan pusat dari Bansos Rastra' },
      },
      {
        hari: '2018-07-20',
        alasan: 'Ganda di kab/kota lain',
        tentang: { id: 'Dinonaktifkan pusat' },
      },
    ])
    expect(await baca('joko')).toEqual([])
  })
})

describe('Perubahan dari pusat', () => {
  const perubahan = async (oleh: Nama, query = '') =>
    (await (await server.as(oleh)).get(`/api/hasil-pusat/perubahan?dari=2018-07-01${query}`))
      .body as {
      jumlah: Body[]
      perubahan: Body[]
      berikutnya: string | null
    }

  test('tells an area who entered, left and got a decile, with the day', async () => {
    const { jumlah, perubahan: rows } = await perubahan('siti')
    expect(jumlah).toEqual([
      { jenis: 'desil', jumlah: 2 },
      { jenis: 'keluar', jumlah: 5 },
      { jenis: 'masuk', jumlah: 1 },
    ])
    expect(rows.find((r) => r.jenis === 'keluar' && r.usulanId)).toMatchObject({
      nama: 'BADU',
      rt: 7,
      hari: '2018-07-24',
      tentang: { id: 'Usul tidak layak' },
    })
    expect((await perubahan('joko')).perubahan).toEqual([])
    // An RT head sees the fate of their own proposals.
    expect((await perubahan('yusuf')).perubahan).toEqual([])
  })

  test('is paged without a gap or a double', async () => {
    const seen: unknown[] = []
    for (let setelah = ''; ; ) {
      const { perubahan: rows, berikutnya } = await perubahan('siti', `&batas=1${setelah}`)
      seen.push(...rows.map((r) => r.id))
      if (!berikutnya) break
      setelah = `&setelah=${berikutnya}`
    }
    expect(seen).toHaveLength(8)
    expect(new Set(seen).size).toBe(8)
    expect((await perubahan('siti', '&jenis=masuk')).perubahan).toHaveLength(1)
  })
})
