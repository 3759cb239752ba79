import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scoreKeluarga } from '#domain/peringkat/nilai.ts'
import { kyselyOf } from '#server/db/pools.ts'
import { boundModel } from '#server/peringkat/daftar.ts'
import { factsSql } from '#server/peringkat/fakta.ts'
import { loadFakta, modelByKode } from '#server/peringkat/model.ts'
import { makeFamily } from '#test/families.ts'
import { insertRastra, insertRound, kunciUji } from '#test/kuota-data.ts'
import { meteraikan } from '#test/meterai.ts'
import type { Body, people } from '#test/people.ts'
import { type TestServer, testServer } from '#test/server.ts'
import { jalankanKeberatan } from './berlaku.ts'

type Nama = keyof typeof people
const desa = 6474011006
const kota = 6474000000
let server: TestServer
let daftar: string
let hash: string
const id: Record<string, string> = {}

const get = async (oleh: Nama, path: string) => (await server.as(oleh)).get(path)
const kirim = async (oleh: Nama, path: string, isi: object = {}) =>
  (await server.as(oleh)).post(path, isi)
const jadi = async (oleh: Nama, path: string, isi: object = {}): Promise<Body> => {
  const { status, body } = await kirim(oleh, path, isi)
  expect([status, body]).toMatchObject([200, {}])
  return body
}
const jam = (today: string) =>
  jalankanKeberatan(kyselyOf(server.database.job), { now: new Date(`${today}T18:17:00Z`), today })
const poll = { timeout: 20_000 }
const menerima = async (nama: string): Promise<string | null> =>
  (
    await server.database.admin.query(
      `select sampai::text from penerimaan where keluarga_id = $1 and program = 'rastra'`,
      [id[nama]],
    )
  ).rows[0]?.sampai
type Pemberitahuan = Body & { kab: number; id: string; keadaan: string; keberatan: Body | null }
const milik = async (oleh: Nama, nama: string): Promise<Pemberitahuan> => {
  const { body } = await get(oleh, `/api/pemberitahuan?keluarga=${id[nama]}`)
  return (body.pemberitahuan as Pemberitahuan[])[0] as Pemberitahuan
}

beforeAll(async () => {
  server = await testServer()
  const { admin } = server.database
  // By rank three places: the poorest keep or get them, three receivers fall off; FIFI has no NIK.
  const nama = ['ANI', 'BADU', 'CICI', 'DODO', 'EMI', 'FIFI']
  for (const [i, kepala] of nama.entries()) {
    const made = await makeFamily(admin, {
      wilayah: desa,
      rt: 7,
      kepala,
      anggota: [{ nama: kepala, ...(kepala === 'FIFI' ? {} : { nik: `997401410780008${i}` }) }],
    })
    id[kepala] = made.id
    if (i > 0 && kepala !== 'FIFI')
      await admin.query(
        `insert into penerimaan (kab, keluarga_id, wilayah, rt, program, dari, sumber) values (6474, $1, $2, 7, 'rastra', '2018-01-01', 'uji')`,
        [made.id, desa],
      )
  }
  await insertRound(
    admin,
    kota,
    nama.map((n, i) => ({
      id: id[n] ?? '',
      wilayah: desa,
      rt: 7,
      kunci: kunciUji(n === 'FIFI' ? 9 : 9 - i),
      terpenuhi: n === 'FIFI' ? 9 : 9 - i,
    })),
  )
  const kuotaId = await insertRastra(admin, kota, 3)
  const pilihan = { aturan: 'peringkat_menentukan', metode: 'tanpa' }
  const { body } = await get(
    'budi',
    `/api/kuota/${kuotaId}/simulasi?aturan=peringkat_menentukan&metode=tanpa`,
  )
  expect(body).toMatchObject({ ringkasan: { keluar: 3, masuk: 2, tetap: 1 }, halangan: [] })
  const beku = await jadi('budi', `/api/kuota/${kuotaId}/daftar`, { ...pilihan, sidik: body.sidik })
  daftar = String(beku.id)
  hash = String(beku.hash)
})
afterAll(() => server.close())

describe('a list by decree', () => {
  test('tells nobody before it is established, and is established once, as it was seen', async () => {
    const belum = await get('budi', `/api/pemberitahuan/pratinjau?sebab=daftar&daftar=${daftar}`)
    expect(belum.body.code).toBe('pemberitahuan.belum_ditetapkan')
    // In the registry yes, in a decree no: counted and named before it is established.
    expect((await get('hasan', `/api/daftar/${daftar}`)).body).toMatchObject({
      wilayah: [{ wilayah: desa, masuk: 2, tetap: 1, diLuarSk: 1 }],
    })
    expect((await get('hasan', `/api/daftar/${daftar}/baris?diLuarSk=true`)).body).toMatchObject({
      baris: [{ namaKepala: 'FIFI', keputusan: 'masuk', diLuarSk: true }],
      berikutnya: null,
    })
    const sk = { nomor: '188/12/2018', tanggal: '2018-07-24', penerbit: 'Wali Kota Bontang', hash }
    expect(
      (await kirim('hasan', `/api/daftar/${daftar}/sk`, { ...sk, hash: '0'.repeat(64) })).body.code,
    ).toBe('kuota.bukan_yang_berlaku')
    expect(
      (await kirim('hasan', `/api/daftar/${daftar}/sk`, { ...sk, tanggal: '2018-08-01' })).status,
    ).toBe(400)
    await jadi('hasan', `/api/daftar/${daftar}/sk`, sk)
    expect((await kirim('hasan', `/api/daftar/${daftar}/sk`, sk)).body.code).toBe(
      'kuota.sudah_ditetapkan',
    )
    expect((await get('siti', `/api/daftar/${daftar}`)).body).toMatchObject({
      sk: { nomor: '188/12/2018', penerbit: 'Wali Kota Bontang' },
      bolehMenetapkan: false,
    })
  })

  test('previews and issues a letter to each who would lose, printed by a job, in one file', async () => {
    const budi = await get('budi', `/api/pemberitahuan/pratinjau?sebab=daftar&daftar=${daftar}`)
    expect(budi.body).toMatchObject({
      jumlah: 3,
      wilayah: [{ wilayah: desa, jumlah: 3 }],
      keberatanSampai: '2018-08-07',
      berlaku: '2018-08-08',
    })
    const minta = { sebab: 'daftar', daftar }
    expect((await kirim('siti', '/api/pemberitahuan', { ...minta, jumlah: 3 })).body.code).toBe(
      'pemberitahuan.bukan_kantor',
    )
    expect((await kirim('budi', '/api/pemberitahuan', { ...minta, jumlah: 2 })).body).toMatchObject(
      {
        code: 'pemberitahuan.jumlah_berubah',
      },
    )
    const { pekerjaan } = await jadi('budi', '/api/pemberitahuan', { ...minta, jumlah: 3 })
    await expect
      .poll(async () => (await get('budi', `/api/pekerjaan/${pekerjaan}`)).body, poll)
      .toMatchObject({ status: 'selesai', hasil: { jumlah: 3 } })
    const { body } = await get('siti', `/api/pemberitahuan?daftar=${daftar}`)
    expect(body).toMatchObject({
      hitung: { menunggu: 3, keberatan: 0, belumTercetak: 0 },
      pemberitahuan: [
        { sebab: 'daftar', keadaan: 'menunggu', sisaHari: 15, bolehBerkeberatan: true },
        {},
        { nomor: expect.stringMatching(/PBT\/64\.74\/2018$/) },
      ],
    })
    // Of the same list nobody is told twice.
    expect(
      (await get('budi', `/api/pemberitahuan/pratinjau?sebab=daftar&daftar=${daftar}`)).body,
    ).toMatchObject({ jumlah: 0 })
    const { cookie } = await server.as('budi')
    const pdf = await fetch(`${server.address}/api/pemberitahuan/cetak.pdf?daftar=${daftar}`, {
      headers: { cookie },
    })
    const isi = Buffer.from(await pdf.arrayBuffer()).toString('latin1')
    expect([pdf.status, (isi.match(/\/Type \/Page\b(?!s)/g) ?? []).length]).toEqual([200, 3])
    expect((await get('siti', `/api/pemberitahuan/cetak.pdf?daftar=${daftar}`)).body.code).toBe(
      'pemberitahuan.belum_tercetak',
    )
  })
})

describe('posted lists', () => {
  test('carry names and RT by village, in no order of poverty, and nothing else', async () => {
    const { body } = await get('siti', '/api/pengumuman')
    expect(body).toEqual({
      pengumuman: [
        expect.objectContaining({
          jenis: 'sk',
          wilayah: desa,
          daftar,
          sk: '188/12/2018',
          jumlah: 2,
        }),
      ],
    })
    const satu = await get('siti', `/api/pengumuman/sk/${desa}?daftar=${daftar}`)
    expect(satu.body).toMatchObject({
      dasar: 'keputusan Wali Kota Bontang nomor 188/12/2018 tanggal 24 Juli 2018',
      bagian: [
        {
          baris: [
            { nama: 'ANI', rt: 7 },
            { nama: 'BADU', rt: 7 },
          ],
        },
      ],
    })
    expect((await get('joko', `/api/pengumuman/sk/${desa}?daftar=${daftar}`)).status).toBe(404)
    const { cookie } = await server.as('dewi')
    const pdf = await fetch(
      `${server.address}/api/pengumuman/sk/${desa}/cetak.pdf?daftar=${daftar}`,
      { headers: { cookie } },
    )
    const isi = Buffer.from(await pdf.arrayBuffer()).toString('latin1')
    expect([pdf.status, /MediaBox \[0 0 609\.\d+ 935\.\d+\]/.test(isi)]).toEqual([200, true])
  })
})

describe('an objection', () => {
  const ajukan = async (nama: string) => {
    const n = await milik('siti', nama)
    return kirim('siti', '/api/keberatan', {
      kab: n.kab,
      pemberitahuan: n.id,
      pemohon: 'Suami',
      hubungan: 'kepala keluarga',
      alasan: 'Rumah kami masih berlantai tanah.',
    })
  }
  const putuskan = async (oleh: Nama, nama: string, kabul: boolean) => {
    const n = await milik('hasan', nama)
    return kirim(oleh, `/api/keberatan/${n.kab}/${n.keberatan?.id}`, {
      kabul,
      alasan: 'Sudah dikunjungi ulang oleh petugas lain.',
    })
  }

  test('is entered at the counter once, with a receipt, and stands on list, family and count', async () => {
    const { body } = await ajukan('CICI')
    expect(body).toMatchObject({ tenggat: '2018-08-07', nomor: expect.stringContaining('/TT/') })
    expect((await ajukan('CICI')).body.code).toBe('keberatan.lewat')
    expect((await ajukan('DODO')).status).toBe(200)
    const { cookie } = await server.as('siti')
    const terima = await fetch(`${server.address}/api/dokumen/6474/${body.dokumenId}`, {
      headers: { cookie },
    })
    expect(terima.headers.get('content-type')).toContain('pdf')
    const { body: beku } = await get('siti', `/api/daftar/${daftar}/baris?keputusan=keluar`)
    expect((beku.baris as Body[]).map((b) => b.pemberitahuan).sort()).toEqual([
      'keberatan',
      'keberatan',
      'menunggu',
    ])
    expect((await get('budi', '/api/pemberitahuan?keadaan=keberatan')).body).toMatchObject({
      hitung: { menunggu: 1, keberatan: 2 },
    })
  })

  test('is decided by nobody who froze, established, told or took it in; the fallback only then', async () => {
    expect((await milik('budi', 'CICI')).keberatan).toMatchObject({
      bolehMemutus: false,
      tolakPutus: { en: expect.stringContaining('You decided before') },
    })
    expect((await putuskan('budi', 'CICI', true)).status).toBe(403)
    expect((await putuskan('hasan', 'CICI', true)).status).toBe(403)
    // Budi froze and told, Hasan established: at the office nobody is free, so the province decides.
    expect((await milik('rina', 'CICI')).keberatan).toMatchObject({ bolehMemutus: true })
    expect((await putuskan('rina', 'CICI', true)).body).toEqual({ status: 'dikabulkan' })
    expect((await putuskan('rina', 'CICI', true)).body.code).toBe('keberatan.sudah_diputus')
    expect(await milik('siti', 'CICI')).toMatchObject({
      keadaan: 'dikabulkan',
      keberatan: { cadangan: true, diputusOleh: 'Rina, Dinsos Kalimantan Timur' },
    })
  })

  test('holds the loss as long as it is open; the others lose their place after the days, not before', async () => {
    expect(await jam('2018-08-07')).toEqual({ batal: 0, berlaku: 0 })
    expect(await jam('2018-08-08')).toEqual({ batal: 0, berlaku: 1 })
    const sesudah = await Promise.all(['BADU', 'CICI', 'DODO', 'EMI'].map(menerima))
    expect(sesudah).toEqual([null, null, null, '2018-08-08'])
    expect((await putuskan('rina', 'DODO', false)).body).toEqual({ status: 'ditolak' })
    expect(await jam('2018-08-09')).toEqual({ batal: 0, berlaku: 1 })
    expect([await menerima('DODO'), await menerima('CICI')]).toEqual(['2018-08-09', null])
    expect(await jam('2018-08-09')).toEqual({ batal: 0, berlaku: 0 })
    const { rows } = await server.database.admin.query(
      `select keluarga from rekap_penerimaan where wilayah = $1 and rt = 7 and program = 'rastra'`,
      [desa],
    )
    expect(rows).toEqual([{ keluarga: 2 }])
  })
})

describe('a proposal "not eligible"', () => {
  const usul = async (nama: string) => {
    const u = await jadi('siti', '/api/usulan/simpan', {
      jenis: 'tidak_layak',
      wilayah: desa,
      rt: 7,
      nama,
      keluargaId: id[nama],
      versiDasar: 1,
      isi: { alasan: 'Sudah punya mobil' },
    })
    await meteraikan(server.database.admin, { kab: 6474, id: String(u.id) })
    await server.database.admin.query(
      `update usulan set status = 'diumumkan', status_hari = '2018-07-01', kunjungan_pada = '2018-07-20' where id = $1`,
      [u.id],
    )
    return String(u.id)
  }
  const kini = async (u: string) => (await get('siti', `/api/usulan/6474/${u}`)).body
  const finalkan = async (u: string) => {
    const { versi } = await kini(u)
    return jadi('siti', '/api/usulan/langkah/finalkan', {
      pilihan: { usulan: [{ kab: 6474, id: u, versi }] },
    })
  }

  test('goes up only when its family was told and its days have passed; an upheld objection ends it', async () => {
    const [badu, ani] = [await usul('BADU'), await usul('ANI')]
    expect((await get('dewi', `/api/pengumuman/usulan/${desa}`)).body).toMatchObject({
      dasar: expect.stringContaining('berita acara nomor 400.9'),
      bagian: [{ baris: [{ nama: 'ANI', rt: 7 }, { nama: 'BADU' }] }],
    })
    expect(await finalkan(badu)).toMatchObject({
      jadi: 0,
      tertahan: [{ masalah: { sebab: 'masa_keberatan' } }],
    })
    await jadi('dewi', '/api/pemberitahuan', { sebab: 'tidak_layak', jumlah: 2 })
    await expect.poll(async () => (await milik('siti', 'BADU')).nomor, poll).toContain('/PBT/')
    expect(await milik('siti', 'BADU')).toMatchObject({
      sebab: 'tidak_layak',
      alasan: 'Sudah punya mobil',
      dasar: expect.stringContaining('berita acara nomor 400.9'),
    })
    expect(await finalkan(badu)).toMatchObject({ jadi: 0 })
    const n = await milik('siti', 'ANI')
    await jadi('siti', '/api/keberatan', {
      kab: n.kab,
      pemberitahuan: n.id,
      pemohon: 'Ani',
      hubungan: 'kepala keluarga',
      alasan: 'Mobil itu milik majikan saya.',
    })
    const { keberatan } = await milik('budi', 'ANI')
    expect(keberatan).toMatchObject({ bolehMemutus: true })
    await jadi('budi', `/api/keberatan/${n.kab}/${keberatan?.id}`, {
      kabul: true,
      alasan: 'Benar, mobil milik majikan.',
    })
    expect(await kini(ani)).toMatchObject({ status: 'ditolak' })
    const sejakJuli = (lain = '') =>
      server.database.admin.query(
        `update pemberitahuan set tanggal = '2018-07-01', keberatan_sampai = '2018-07-15' ${lain} where usulan_id = $1`,
        [badu],
      )
    // A letter that the printer never made takes nothing away: its days start anew, and it is made.
    await sejakJuli(', nomor = null, dokumen_id = null')
    expect(await jam('2018-07-24')).toEqual({ batal: 0, berlaku: 0 })
    await expect.poll(async () => (await milik('siti', 'BADU')).nomor, poll).toContain('/PBT/')
    expect(await milik('siti', 'BADU')).toMatchObject({
      tanggal: '2018-07-24',
      keberatanSampai: '2018-08-07',
    })
    await sejakJuli()
    expect(await finalkan(badu)).toMatchObject({ jadi: 1, tertahan: [] })
    expect(await jam('2018-07-24')).toEqual({ batal: 0, berlaku: 1 })
  })
})

describe('the monthly summary', () => {
  const lihat = async (oleh: Nama, periode = '2018-07') =>
    (await get(oleh, `/api/rekap?periode=${periode}`)).body as unknown as {
      desa: { wilayah: number; keadaan: string; usulan: number; diam: number; siap: boolean }[]
      rt: Body[] | null
    }
  const dokumen = async (oleh: Nama, d: Body) => {
    const { cookie } = await server.as(oleh)
    const answer = await fetch(`${server.address}/api/dokumen/${d.kab}/${d.dokumenId}`, {
      headers: { cookie },
    })
    return answer.headers.get('content-type')
  }

  test('names the RT that say nothing, is signed with nihil, known and received above', async () => {
    const { admin } = server.database
    await admin.query(
      `insert into rekap_rt (kab, wilayah, rt, ruta, keluarga, individu) values (6474, $1, 7, 5, 5, 5), (6474, $1, 8, 1, 1, 1), (6474, $1, 9, 1, 1, 1)
        on conflict (kab, wilayah, rt) do update set keluarga = excluded.keluarga`,
      [desa],
    )
    await admin.query(
      `update usulan set diajukan_hari = '2018-07-10' where wilayah = $1 and rt = 7`,
      [desa],
    )
    expect((await lihat('siti')).rt).toMatchObject([
      { rt: 7, keadaan: 'mengusulkan' },
      { rt: 8, keadaan: 'diam' },
      { rt: 9, keadaan: 'diam' },
    ])
    const bilang = (oleh: Nama, rt: number) =>
      kirim(oleh, '/api/rekap/nihil', { periode: '2018-07', wilayah: desa, rt: [rt] })
    expect((await bilang('yusuf', 8)).status).toBe(404)
    expect((await bilang('yusuf', 7)).body.code).toBe('rekap.ada_usulan')
    expect((await bilang('siti', 8)).body).toEqual({ jumlah: 1 })
    const [kini] = (await lihat('dewi')).desa
    expect(kini).toMatchObject({ keadaan: 'belum', diam: 1 })
    const tanda = { periode: '2018-07', usulan: kini?.usulan, diam: 1 }
    expect((await kirim('dewi', '/api/rekap/tandatangani', { ...tanda, diam: 0 })).body.code).toBe(
      'rekap.berubah',
    )
    expect(
      (await kirim('dewi', '/api/rekap/tandatangani', { ...tanda, periode: '2018-08' })).status,
    ).toBe(400)
    const surat = await jadi('dewi', '/api/rekap/tandatangani', tanda)
    expect(await dokumen('wati', surat)).toContain('pdf')
    expect((await bilang('siti', 9)).body.code).toBe('rekap.sudah_ditandatangani')
    // What comes after the signature is of the next month; the paper stays as it was signed.
    const susulan = await jadi('siti', '/api/usulan/simpan', {
      jenis: 'keluarga_baru',
      wilayah: desa,
      rt: 9,
      nama: 'Hadi',
      isi: { alasan: 'Baru pindah ke RT ini', anggota: [{ nama: 'Hadi', hubungan: 1 }] },
    })
    expect(
      await jadi('siti', '/api/usulan/langkah/ajukan', {
        pilihan: { usulan: [{ kab: 6474, id: susulan.id, versi: susulan.versi }] },
      }),
    ).toMatchObject({ jadi: 1 })
    expect((await lihat('siti')).desa).toMatchObject([{ usulan: kini?.usulan, diam: 1 }])
    expect((await lihat('siti', '2018-08')).rt).toMatchObject([
      { rt: 7, jumlah: 0 },
      { rt: 8, jumlah: 0 },
      { rt: 9, jumlah: 1, keadaan: 'mengusulkan' },
    ])
    // The office of the kab/kota hears the district first, but not for ever.
    const naik = { periode: '2018-07', wilayah: [desa] }
    const siap = async (oleh: Nama) =>
      (await lihat(oleh)).desa.filter((d) => d.siap).map((d) => d.wilayah)
    expect([await siap('wati'), await siap('hasan'), await siap('dewi')]).toEqual([[desa], [], []])
    expect((await kirim('hasan', '/api/rekap/teruskan', naik)).body.code).toBe('rekap.tidak_ada')
    const mundur = (hari: number) =>
      admin.query(
        `update rekap_bulanan set ditandatangani_pada = ditandatangani_pada - make_interval(days => $1)`,
        [hari],
      )
    await mundur(31)
    expect(await siap('hasan')).toEqual([desa])
    await mundur(-31)
    expect(await jadi('wati', '/api/rekap/teruskan', naik)).toEqual({ jumlah: 1 })
    expect(await jadi('hasan', '/api/rekap/teruskan', naik)).toEqual({ jumlah: 1 })
    expect((await lihat('rina')).desa).toContainEqual(
      expect.objectContaining({ wilayah: desa, keadaan: 'diterima', diam: 1 }),
    )
  })

  test('covering letters go from village to district to the social office; a receipt has one QR', async () => {
    const { admin } = server.database
    expect((await kirim('siti', '/api/rekap/pengantar', { periode: '2018-01' })).body.code).toBe(
      'rekap.tanpa_usulan',
    )
    await admin.query(`update usulan set periode = '2018-07' where status = 'difinalkan'`)
    for (const oleh of ['dewi', 'wati'] as const) {
      const surat = await jadi(oleh, '/api/rekap/pengantar', { periode: '2018-07' })
      expect(surat).toMatchObject({ jumlah: 1, nomor: expect.stringContaining('/SP/') })
      expect(await dokumen(oleh, surat)).toContain('pdf')
    }
    const { rows } = await admin.query(`select kab, id from usulan where status = 'difinalkan'`)
    const terima = await jadi('siti', '/api/usulan/tanda-terima', rows[0])
    expect(await jadi('siti', '/api/usulan/tanda-terima', rows[0])).toEqual(terima)
    expect(await dokumen('siti', terima)).toContain('pdf')
  })
})

test('a list of many families is frozen by a job, and the same order twice makes one list', async () => {
  const { admin } = server.database
  await admin.query(`update rekap_rt set keluarga = 30000 where wilayah = $1 and rt = 9`, [desa])
  const { rows } = await admin.query<{ kuota_id: string }>(
    `select kuota_id from daftar where id = $1`,
    [daftar],
  )
  const kuotaId = rows[0]?.kuota_id
  const pilihan = { aturan: 'peringkat_menentukan', metode: 'tanpa' }
  const { body } = await get(
    'budi',
    `/api/kuota/${kuotaId}/simulasi?aturan=peringkat_menentukan&metode=tanpa`,
  )
  const { pekerjaan } = await jadi('budi', `/api/kuota/${kuotaId}/daftar`, {
    ...pilihan,
    sidik: body.sidik,
    menggantikan: daftar,
    alasan: 'Keberatan dikabulkan',
  })
  const selesai = async () => (await get('budi', `/api/pekerjaan/${pekerjaan}`)).body
  await expect.poll(selesai, poll).toMatchObject({ status: 'selesai' })
  const { hasil } = await selesai()
  expect(hasil).toMatchObject({ versi: 2 })
  // The queue takes it again, as after a crash.
  await admin.query(`update pekerjaan set status = 'antre' where id = $1`, [pekerjaan])
  await admin.query(`select antrekan($1, 'kuota.bekukan')`, [pekerjaan])
  await expect.poll(selesai, poll).toMatchObject({ status: 'selesai', hasil })
  expect((await get('budi', `/api/daftar/${(hasil as Body).daftar}`)).body).toMatchObject({
    versi: 2,
    menggantikan: daftar,
  })
})

test('a change that would cross the line of the list needs a meeting, another does not', async () => {
  const { admin } = server.database
  const [model, fakta] = [modelByKode('bps-14-indikator'), loadFakta()]
  for (const k of [model, fakta.kebijakan])
    await admin.query(
      `insert into kebijakan (hash, jenis, kode, isi, versi_mesin) values ($1, $2, $3, $4, '1') on conflict do nothing`,
      [k?.hash, k?.jenis, k?.kode, k?.isi],
    )
  await admin.query(`update peringkat_ronde set kebijakan_hash = $1, fakta_hash = $2`, [
    model?.hash,
    fakta.kebijakan.hash,
  ])
  const ronde = await admin.query(
    `select id, kebijakan_hash, fakta_hash, acuan::text from peringkat_ronde`,
  )
  const facts = await admin.query(
    factsSql(ronde.rows[0].id, fakta, { lo: desa, hi: desa + 1, acuan: '2018-07-01' }),
  )
  const dodo = facts.rows.find((r) => r.keluarga_id === id.DODO)
  const { siap } = await boundModel(kyselyOf(admin), { ...ronde.rows[0], isi: model?.isi })
  // DODO stands exactly at the line.
  await admin.query(`update daftar set garis = $1::jsonb`, [
    JSON.stringify([{ kelompok: kota, kunci: scoreKeluarga(siap, dodo).kunci }]),
  ])
  const ubah = async (jawabanRuta: object) => {
    const { body: k } = await get('siti', `/api/keluarga/6474/${id.DODO}`)
    const u = await jadi('siti', '/api/usulan/simpan', {
      jenis: 'perubahan_keadaan',
      wilayah: desa,
      rt: 7,
      nama: 'DODO',
      keluargaId: id.DODO,
      versiDasar: k.versi,
      isi: { jawabanRuta, berkas: ['0192e3b0-0000-7000-8000-000000000000'] },
    })
    const satu = { kab: 6474, id: String(u.id) }
    await jadi('siti', '/api/usulan/langkah/ajukan', {
      pilihan: { usulan: [{ ...satu, versi: u.versi }] },
    })
    const { body } = await get('budi', `/api/usulan/6474/${u.id}`)
    return {
      langkah: { pilihan: { usulan: [{ ...satu, versi: body.versi }] } },
      tombol: (body.tombol as { aksi: string; masalah: Body | null }[])
        .filter((t) => !t.masalah)
        .map((t) => t.aksi),
    }
  }
  const kaya = await ubah({ lantai: 2, luas_lantai: 200 })
  expect(kaya.tombol).toContain('musyawarahkan')
  expect(await jadi('budi', '/api/usulan/langkah/verifikasi', kaya.langkah)).toMatchObject({
    tertahan: [{ masalah: { sebab: 'tidak_melewati_garis' } }],
  })
  const miskin = await ubah({ lantai: 8 })
  expect(miskin.tombol).toContain('verifikasi')
  expect(await jadi('budi', '/api/usulan/langkah/verifikasi', miskin.langkah)).toMatchObject({
    jadi: 1,
  })
  // Nothing of the trial is left: only what was verified is registered.
  const { rows } = await admin.query(
    `select s.lantai, s.luas_lantai from keluarga k join ruta r on r.kab = k.kab and r.id = k.ruta_id join survei_ruta s on s.id = r.survei_id where k.id = $1`,
    [id.DODO],
  )
  expect(rows).toEqual([{ lantai: 8, luas_lantai: null }])
})

test('doubles among open proposals are found by NIK and by name, through their indexes', async () => {
  const { admin } = server.database
  const u = await jadi('siti', '/api/usulan/simpan', {
    jenis: 'keluarga_baru',
    wilayah: desa,
    rt: 7,
    nama: 'Gita Sari',
    isi: { anggota: [{ nama: 'Gita Sari', nik: '9974014107800077', hubungan: 1 }] },
  })
  await admin.query(`update usulan set status = 'diajukan' where id = $1`, [u.id])
  const cari = async (oleh: Nama, isi: object) =>
    ((await jadi(oleh, '/api/usulan/kembar', { wilayah: desa, ...isi })).diusulkan as Body[]).map(
      (d) => d.id,
    )
  expect(await cari('siti', { nik: '9974014107800077' })).toEqual([u.id])
  expect(await cari('siti', { nama: 'gita  sari' })).toEqual([u.id])
  expect(await cari('siti', { nik: '9974014107800078', nama: 'Gita' })).toEqual([])
  expect(await cari('joko', { nik: '9974014107800077', nama: 'Gita Sari' })).toEqual([])
  await admin.query('set enable_seqscan = off')
  const rencana = await admin.query(
    `explain select id from usulan where kab = 6474 and nama_cari = 'GITA SARI' and status not in ('draf', 'diterima', 'ditolak', 'dibatalkan', 'kedaluwarsa', 'tidak_disetujui')`,
  )
  expect(JSON.stringify(rencana.rows)).toContain('usulan_kembar_nama')
})
