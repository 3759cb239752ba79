import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import { kyselyOf } from '#server/db/pools.ts'
import { inScope } from '#server/http/transaction.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { simpanIdentitas } from '#server/pengguna/petugas/identitas.ts'
import { makeFamily } from '../../../test/families.ts'
import type { Person } from '../../../test/people.ts'
import { type TestServer, testServer } from '../../../test/server.ts'
import { susunLiga } from './liga.ts'

const desa = 6474011006
let server: TestServer
let rumah: { kab: number; id: string }[]
beforeAll(async () => {
  server = await testServer()
  rumah = []
  for (const [kepala, rt] of [
    ['BADU', 7],
    ['CITRA', 7],
    ['DARTO', 8],
    ['ENDAH', 8],
  ] as const)
    rumah.push(
      await makeFamily(server.database.admin, {
        wilayah: desa,
        rt,
        kepala,
        anggota: [{ nama: kepala, tanggalLahir: '1960-01-01' }],
      }),
    )
})
afterAll(() => server.close())

type Formulir = { versi: number; anggota: { id: string }[]; riwayat: object[]; draf: object | null }
const ke = (i: number) => rumah[i] ?? { kab: 0, id: '' }
const alamat = (i: number) => ({ kab: ke(i).kab, keluarga: ke(i).id })

async function formulir(oleh: Person, i: number): Promise<Formulir> {
  const { status, body } = await oleh.get(`/api/kunjungan/formulir/${ke(i).kab}/${ke(i).id}`)
  expect(status).toBe(200)
  return body as unknown as Formulir
}

/** Enters a visit as somebody who has just opened the form. */
async function catat(oleh: Person, i: number, isi: object) {
  const f = await formulir(oleh, i)
  return oleh.post('/api/kunjungan/catat', {
    ...alamat(i),
    versi: f.versi,
    isi: {
      tanggal: '2018-07-20',
      kehadiran: f.anggota.map((a) => ({ individuId: a.id, kode: 1 })),
      ...isi,
    },
  })
}

const satu = async <T>(sql: string, ...nilai: unknown[]): Promise<T | undefined> =>
  (await server.database.admin.query(sql, nilai)).rows[0] as T | undefined

describe('a visit', () => {
  test('is drafted as one types; an older draft does not overwrite a newer one', async () => {
    const siti = await server.as('siti')
    const simpan = (versi: number, isi: object) =>
      siti.post('/api/kunjungan/simpan', { ...alamat(0), versi, isi })
    expect((await simpan(0, { jawabanRuta: { lantai: 8 } })).body).toEqual({ versi: 1 })
    expect((await simpan(1, { jawabanRuta: { lantai: 5 } })).body).toEqual({ versi: 2 })
    expect(await simpan(1, {})).toMatchObject({ status: 409, body: { code: 'versi.berubah' } })
    expect((await formulir(siti, 0)).draf).toMatchObject({
      isi: { jawabanRuta: { lantai: 5 } },
      versi: 2,
    })
  })

  test('that finds layak sets the next date, the finding and the answers', async () => {
    const siti = await server.as('siti')
    const { status, body } = await catat(siti, 0, {
      hasil: 'layak',
      jawabanRuta: { lantai: 8, luas_lantai: 24 },
    })
    expect([status, body]).toMatchObject([
      200,
      { terhitung: true, tempo: '2019-07-20', draf: null, keberatanSampai: null },
    ])
    expect(
      await satu(
        `select k.kunjungan_terakhir::text as terakhir, k.kelayakan, s.lantai, s.tanggal::text as tanggal, s.sumber from keluarga k
           join ruta r on r.id = k.ruta_id join survei_ruta s on s.id = r.survei_id where k.id = $1`,
        ke(0).id,
      ),
    ).toEqual({
      terakhir: '2018-07-20',
      kelayakan: 'layak',
      lantai: 8,
      tanggal: '2018-07-20',
      sumber: 'kunjungan',
    })
    const f = await formulir(siti, 0)
    expect(f.draf).toMatchObject({ isi: {} })
    expect(f.riwayat).toMatchObject([{ hasil: 'layak', terhitung: true }])
    expect(await catat(siti, 0, { hasil: 'layak' })).toMatchObject({
      status: 409,
      body: { code: 'kunjungan.sudah_ada' },
    })
    expect(await catat(siti, 0, { hasil: 'layak', tanggal: '2018-07-19' })).toMatchObject({
      body: { code: 'kunjungan.tanggal_mundur' },
    })
  })

  test('lists what is missing, refuses strange answers and persons', async () => {
    const siti = await server.as('siti')
    expect(await catat(siti, 1, { hasil: 'tidak_layak', kehadiran: [] })).toMatchObject({
      status: 400,
      body: { code: 'kunjungan.belum_lengkap', details: { kurang: 'alasan, kehadiran' } },
    })
    const [lain] = (await formulir(siti, 0)).anggota
    expect(
      await catat(siti, 1, {
        hasil: 'layak',
        jawabanRuta: { lantai: 777 },
        anggota: [{ id: lain?.id, jawaban: {} }],
      }),
    ).toMatchObject({ body: { code: 'isian.salah', details: { kolom: 'lantai, anggota' } } })
  })

  test('that finds tidak layak drafts a proposal that rests on it, and a notice', async () => {
    const siti = await server.as('siti')
    const { body } = await catat(siti, 1, { hasil: 'tidak_layak', alasan: 'Memiliki usaha besar' })
    expect(body).toMatchObject({ terhitung: true, keberatanSampai: '2018-08-03', usulan: 1 })
    const { draf } = body as { draf: { id: string } }
    expect(
      await satu(
        `select u.jenis, u.status, u.kunjungan_pada::text as pada, u.kunjungan_id = v.id as ia, k.kelayakan from usulan u
         join kunjungan v on v.hasil_usulan_id = u.id join keluarga k on k.id = u.keluarga_id where u.id = $1`,
        draf.id,
      ),
    ).toEqual({
      jenis: 'tidak_layak',
      status: 'draf',
      pada: '2018-07-20',
      ia: true,
      kelayakan: 'belum_dinilai',
    })
    const { status, body: surat } = await siti.get(
      `/api/kunjungan/cetak?bentuk=pemberitahuan&wilayah=${desa}&keluarga=${ke(1).id}`,
    )
    expect([status, String(surat.text).slice(0, 5)]).toEqual([200, '%PDF-'])
  })

  test('that finds nobody counts when a second officer found nobody either', async () => {
    const siti = await server.as('siti')
    const fitri = await server.as('fitri')
    const isi = { hasil: 'tidak_ditemukan', alasan: 'Rumah kosong', kehadiran: [] }
    expect((await catat(siti, 2, isi)).body).toMatchObject({
      terhitung: false,
      sebab: { kode: 'menunggu_petugas_kedua' },
      tempo: null,
    })
    expect((await catat(siti, 2, { ...isi, tanggal: '2018-07-21' })).body).toMatchObject({
      terhitung: false,
    })
    const antre = await siti.post('/api/kunjungan/antrean', {
      wilayah: desa,
      sebab: 'petugas_kedua',
    })
    expect(antre.body).toMatchObject({ keluarga: [{ id: ke(2).id }] })
    expect((await catat(fitri, 2, { ...isi, tanggal: '2018-07-22' })).body).toMatchObject({
      terhitung: true,
      tempo: '2019-07-22',
    })
  })
})

test('a proposed family is visited too: its proposal rests on the visit that met it', async () => {
  const siti = await server.as('siti')
  const { body: u } = await siti.post('/api/usulan/simpan', {
    jenis: 'keluarga_baru',
    wilayah: desa,
    rt: 7,
    nama: 'GITA',
    isi: { alasan: 'Suami meninggal' },
  })
  const catatUsulan = (isi: object) =>
    siti.post('/api/kunjungan/catat-usulan', { kab: u.kab, usulan: u.id, isi })
  expect(
    (await catatUsulan({ tanggal: '2018-07-20', hasil: 'tidak_ditemukan', alasan: 'Kosong' })).body,
  ).toMatchObject({ terhitung: false })
  expect((await catatUsulan({ tanggal: '2018-07-25', hasil: 'layak' })).body).toMatchObject({
    code: 'kunjungan.belum_lengkap',
  })
  expect((await catatUsulan({ tanggal: '2018-07-21', hasil: 'layak' })).body).toMatchObject({
    terhitung: true,
  })
  const { body } = await siti.get(`/api/usulan/${u.kab}/${u.id}`)
  expect(body).toMatchObject({ kunjunganPada: '2018-07-21' })
})

describe('the queue', () => {
  test('counts per RT and lists why; another office sees nothing', async () => {
    const siti = await server.as('siti')
    await server.database.admin.query(
      `update keluarga set kunjungan_terakhir = '2017-06-01', kunjungan_tempo = '2018-06-01' where id = $1`,
      [ke(0).id],
    )
    const { body } = await siti.get(`/api/kunjungan/rekap?wilayah=${desa}`)
    expect(body).toMatchObject({
      jumlah: { keluarga: 4, terkini: 2, belum: 1, terlambat: 1, segera: 0, bertentangan: 0 },
      bawah: [
        { rt: 7, keluarga: 2, terlambat: 1, terkini: 1 },
        { rt: 8, keluarga: 2, belum: 1 },
      ],
    })
    const list = await siti.post('/api/kunjungan/antrean', { wilayah: desa })
    expect(list.body).toMatchObject({
      keluarga: [
        { id: ke(0).id, sebab: ['terlambat'] },
        { id: ke(3).id, sebab: ['belum'] },
      ],
    })
    const joko = await server.as('joko')
    expect((await joko.post('/api/kunjungan/antrean', { wilayah: desa })).body).toMatchObject({
      keluarga: [],
    })
    const budi = await server.as('budi')
    expect((await budi.get('/api/kunjungan/rekap')).body).toMatchObject({
      jumlah: { keluarga: 4, terlambat: 1 },
    })
  })

  test('is shared among officers as previewed; the visit ends the assignment', async () => {
    const budi = await server.as('budi')
    const { body: ada } = await budi.get(`/api/kunjungan/petugas?wilayah=${desa}`)
    const petugas = (ada as { petugas: { id: string; nama: string }[] }).petugas
    expect(petugas.map((p) => p.nama)).toEqual(
      expect.arrayContaining(['Fitri, petugas kunjungan', 'Siti, operator Api-api']),
    )
    const siti = petugas.find((p) => p.nama.startsWith('Siti'))?.id
    const rencana = { wilayah: desa, petugas: [siti], sampai: '2018-08-31' }
    const lihat = await budi.post('/api/kunjungan/pratinjau', rencana)
    expect(lihat.body).toMatchObject({
      jumlah: 2,
      sudah: 0,
      tersisa: 0,
      bagian: [{ petugas: siti, jumlah: 2, rt: [7, 8] }],
    })
    const bagi = (jumlah: number) => budi.post('/api/kunjungan/tugaskan', { ...rencana, jumlah })
    expect((await bagi(3)).body).toMatchObject({ code: 'kunjungan.jumlah_berubah' })
    expect((await bagi(2)).status).toBe(200)
    expect((await bagi(0)).body).toMatchObject({ jumlah: 0, sudah: 2 })
    const operator = await server.as('siti')
    const saya = () => operator.post('/api/kunjungan/antrean', { wilayah: desa, saya: true })
    expect((await saya()).body).toMatchObject({ keluarga: [{ id: ke(0).id }, { id: ke(3).id }] })
    await catat(operator, 3, { hasil: 'layak' })
    expect((await saya()).body).toMatchObject({ keluarga: [{ id: ke(0).id }] })
  })

  test('is printed as prelist and questionnaire', async () => {
    const siti = await server.as('siti')
    for (const apa of [`prelist&rt=7`, `kuesioner&keluarga=${ke(0).id}`]) {
      const { status, body } = await siti.get(`/api/kunjungan/cetak?wilayah=${desa}&bentuk=${apa}`)
      expect([apa, status, String(body.text).slice(0, 5)]).toEqual([apa, 200, '%PDF-'])
    }
  })
})

test('the league counts every region, kota and kabupaten apart, and shows its arithmetic', async () => {
  await server.database.admin.query('update rekap_rt set tanpa_nik = 1 where rt = 7')
  await susunLiga(kyselyOf(server.database.job), { now: new Date(), today: '2018-07-24' })
  const tuti = await server.as('tuti')
  const { body } = await tuti.get('/api/kunjungan/liga')
  // Three of four families are on time; one first "not found" was confirmed and left out of the pairs.
  expect(body).toMatchObject({
    bulan: '2018-07-01',
    kabupaten: [],
    kota: [{ kode: 6474000000, peringkat: 1, keluarga: 4, umurMedian: 4 }],
  })
  const [kota] = body.kota as { hitung: object[]; nilai: number }[]
  expect(kota?.hitung).toEqual([
    { butir: 'tepat_waktu', permil: 750, bobot: 300, n: 3, dari: 4 },
    { butir: 'umur_median', permil: 1000, bobot: 200, n: null, dari: null },
    { butir: 'padan', permil: 750, bobot: 200, n: 3, dari: 4 },
    { butir: 'pengembalian', permil: null, bobot: 150, n: 0, dari: 0 },
    { butir: 'sepakat', permil: null, bobot: 150, n: 0, dari: 0 },
  ])
  expect(kota?.nilai).toBe(Math.round((300 * 750 + 200 * 1000 + 200 * 750) / 700))
})

test('the visit of kin is kept and does not count', async () => {
  const { admin, app } = server.database
  const { rows } = await admin.query<{ id: string }>(
    `select p.id from pengguna p join masuk."user" u on u.id = p.masuk_id where u.username = 'siti'`,
  )
  const nomor = { nik: '9974015506800001', nomorKk: '9974011506180001' }
  const ring = await ringOf(server.folder)
  await inScope(kyselyOf(app), cakupanOf(desa), (tx) =>
    simpanIdentitas(tx, ring, [{ penggunaId: rows[0]?.id ?? '', ...nomor }], null),
  )
  await admin.query('update keluarga set nomor_kk = $2 where id = $1', [ke(1).id, nomor.nomorKk])
  const siti = await server.as('siti')
  const { body } = await catat(siti, 1, {
    hasil: 'layak',
    tanggal: '2018-07-23',
    jawabanRuta: { lantai: 1 },
  })
  expect(body).toMatchObject({ terhitung: false, sebab: { kode: 'kerabat' } })
  expect(
    await satu(
      'select r.survei_id from ruta r join keluarga k on k.ruta_id = r.id where k.id = $1',
      ke(1).id,
    ),
  ).toEqual({ survei_id: null })
})
