import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { melepasPada } from '#domain/keadaan-khusus/keadaan.ts'
import { makeFamily } from '../../../test/families.ts'
import { type TestServer, testServer } from '../../../test/server.ts'
import { kebijakanKhusus } from './kebijakan.ts'

const apiApi = 6474011006
let server: TestServer
let badu: { kab: number; id: string }

beforeAll(async () => {
  server = await testServer()
  badu = await makeFamily(server.database.admin, {
    wilayah: apiApi,
    rt: 7,
    kepala: 'BADU SANTOSO',
    anggota: [{ nama: 'BADU SANTOSO' }],
  })
})
afterAll(() => server.close())

test.each(kebijakanKhusus.contoh)('on $hari the decree lifts the safeguards: $melepas', (c) => {
  const k = {
    dari: c.dari,
    sampai: c.sampai,
    suratNomor: c.nomor ? '360/1' : null,
    suratTenggat: c.tenggat,
    melepasPengaman: true,
  }
  expect(melepasPada(k, c.hari)).toBe(c.melepas)
})

const banjir = {
  wilayah: 6474000000,
  jenis: 'banjir',
  nama: 'Banjir Bontang',
  dari: '2018-07-20',
  sampai: '2018-08-20',
  melepasPengaman: true,
}
const buka = async (isi: object = {}) =>
  (await (await server.as('budi')).post('/api/keadaan-khusus', { ...banjir, ...isi })).body

type Satu = {
  keadaan: { versi: number }
  jumlah: object
  keluarga: { kab: number; id: string; versi: number; nama: string }[]
}

test('forty families are entered in a disaster without a meeting, sent twice are there once, and linked later', async () => {
  expect(await buka({ sampai: '2019-08-20' })).toMatchObject({
    code: 'keadaan_khusus.terlalu_lama',
  })
  expect(await buka({ sampai: '2018-07-01' })).toMatchObject({
    code: 'keadaan_khusus.tanggal_terbalik',
  })
  expect(await buka({ wilayah: 3523000000 })).toMatchObject({ code: 'keadaan_khusus.luar_wilayah' })
  const { id } = await buka()
  const siti = await server.as('siti')
  expect((await siti.get('/api/keadaan-khusus')).body).toMatchObject({
    keadaan: [{ id, berlaku: true, melepas: true, suratNomor: null, suratTenggat: '2018-08-07' }],
  })
  const keluarga = Array.from({ length: 40 }, (_, n) => ({
    id: randomUUID(),
    rt: 1 + (n % 9),
    nama: n === 0 ? 'Pak Badu' : `KELUARGA ${n}`,
    jiwa: 1 + (n % 6),
  }))
  const catat = { keadaan: id, wilayah: apiApi, keluarga }
  expect((await siti.post('/api/keadaan-khusus/catat', catat)).status).toBe(200)
  expect((await siti.post('/api/keadaan-khusus/catat', catat)).status).toBe(200)
  const lihat = async () => (await siti.get(`/api/keadaan-khusus/${id}`)).body as unknown as Satu
  expect((await lihat()).jumlah).toEqual({ keluarga: 40, jiwa: 136, tertaut: 0 })
  const joko = await server.as('joko')
  // Another village enters its own, and sees its own.
  expect((await joko.post('/api/keadaan-khusus/catat', catat)).body).toMatchObject({
    code: 'keadaan_khusus.luar_wilayah',
  })
  expect((await joko.get(`/api/keadaan-khusus/${id}`)).body).toMatchObject({ keluarga: [] })
  const baris = (await lihat()).keluarga.find((k) => k.nama === 'Pak Badu')
  const calon = await siti.get(`/api/keadaan-khusus/calon/6474/${baris?.id}`)
  expect(calon.body).toMatchObject({ calon: [{ id: badu.id, namaKepala: 'BADU SANTOSO' }] })
  const taut = { kab: 6474, id: baris?.id, versi: 1, keluargaId: badu.id }
  expect((await siti.post('/api/keadaan-khusus/tautkan', taut)).body).toEqual({ versi: 2 })
  expect((await siti.post('/api/keadaan-khusus/tautkan', taut)).body).toMatchObject({
    code: 'keadaan_khusus.berubah',
  })
  const [satu] = (await lihat()).keluarga
  await siti.post('/api/keadaan-khusus/coret', { ...satu, alasan: 'Ternyata dicatat dua kali' })
  expect((await lihat()).jumlah).toMatchObject({ keluarga: 39, tertaut: 1 })
  const budi = await server.as('budi')
  const ubah = { id, versi: 1, suratNomor: '360/77/2018', sampai: '2018-07-22' }
  expect((await budi.post('/api/keadaan-khusus/ubah', ubah)).body).toEqual({ versi: 2 })
  expect((await siti.get('/api/keadaan-khusus')).body).toMatchObject({
    keadaan: [{ berlaku: false, melepas: false, terlambat: false, suratNomor: '360/77/2018' }],
  })
  expect(
    (
      await siti.post('/api/keadaan-khusus/catat', {
        ...catat,
        keluarga: [{ ...keluarga[0], id: randomUUID() }],
      })
    ).body,
  ).toMatchObject({ code: 'keadaan_khusus.tidak_berlaku' })
})

test('what forms a pattern is held, and while a disaster’s decree lifts the safeguards it is not', async () => {
  const siti = await server.as('siti')
  const budi = await server.as('budi')
  /** Many removals of one RT, sent to the verifier. */
  const kirim = async (n: number) => {
    const usulan: object[] = []
    for (let i = 0; i < n; i++) {
      const made = await makeFamily(server.database.admin, {
        wilayah: apiApi,
        rt: 5,
        kepala: `WARGA ${i}`,
        anggota: [{ nama: `WARGA ${i}` }],
      })
      const { body } = await siti.post('/api/usulan/simpan', {
        wilayah: apiApi,
        rt: 5,
        jenis: 'pindah_keluar',
        keluargaId: made.id,
        nama: '',
        isi: {
          peristiwa: { jenis: 'pindah_keluar', tanggal: '2018-07-20', bentuk: 'seluruh_keluarga' },
          dokumen: { jenis: 'Surat pindah' },
        },
      })
      usulan.push({ kab: body.kab, id: body.id, versi: body.versi })
    }
    await siti.post('/api/usulan/langkah/ajukan', { pilihan: { usulan } })
  }
  const ditahan = async () => {
    const { body } = await budi.get('/api/pengaman')
    return (body.pola as { ditahan: number }[]).reduce((sum, p) => sum + p.ditahan, 0)
  }
  await kirim(9)
  const sebelum = await ditahan()
  expect(sebelum).toBeGreaterThan(0)
  await buka()
  await kirim(9)
  expect(await ditahan()).toBe(sebelum)
})
