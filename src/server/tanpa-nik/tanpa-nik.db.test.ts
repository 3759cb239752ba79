import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCells, temporaryFolder } from '../../../test/berkas/baca.ts'
import { makeFamily } from '../../../test/families.ts'
import { type TestServer, testServer } from '../../../test/server.ts'

const apiApi = 6474011006
let server: TestServer
const folder = temporaryFolder()

beforeAll(async () => {
  server = await testServer()
  const { admin } = server.database
  await makeFamily(admin, {
    wilayah: apiApi,
    rt: 7,
    kepala: 'BADU',
    anggota: [
      { nama: 'BADU', nik: '9901010101800001' },
      { nama: 'SARI', jenisKelamin: 2, hubungan: 2 },
      { nama: 'UDIN', hubungan: 3, tanggalLahir: '2010-01-01' },
      { nama: 'ANI', jenisKelamin: 2, hubungan: 3 },
      { nama: 'BUDI', hubungan: 3 },
    ],
  })
  await makeFamily(admin, {
    wilayah: 6474011004,
    kepala: 'LUAR',
    anggota: [{ nama: 'LUAR' }],
  })
  await admin.query(
    `insert into kop_surat (kab, wilayah, baris, tempat, penanda) values (6474, 6474000000, '{DINAS SOSIAL}', 'Bontang',
      '[{"jabatan": "Kepala Dinas", "nama": "Hasan", "nip": null, "pangkat": null}]')`,
  )
})
afterAll(async () => {
  await folder.remove()
  await server.close()
})

/** Sends a file as a page does. */
async function kirim(op: string, isi: string, sidik?: string) {
  const budi = await server.as('budi')
  const form = new FormData()
  if (sidik) form.set('sidik', sidik)
  form.set('berkas', new Blob([isi]), 'jawaban.csv')
  const reply = await fetch(`${server.address}/api/tanpa-nik/${op}`, {
    method: 'POST',
    headers: {
      cookie: budi.cookie,
      origin: server.address,
      'idempotency-key': crypto.randomUUID(),
    },
    body: form,
  })
  return (await reply.json()) as { sidik: string; baris: { sebab: { en: string } | null }[] }
}

type Orang = { kab: number; id: string; nama: string; sebab: { en: string } | null }
const daftar = async (nama: 'siti' | 'budi', q = '') =>
  (await (await server.as(nama)).get(`/api/tanpa-nik?${q}`)).body as {
    orang: (Orang & { surat: { hasil: string; keterangan: string | null } | null })[]
    rekap: { sebab: number | null; jumlah: number }[]
  }

test('a cause is recorded with its history, and the list of an area is by cause', async () => {
  const siti = await server.as('siti')
  const { orang, rekap } = await daftar('siti')
  // In the order of their ids, which is that of making only to the millisecond.
  expect(orang.map((o) => o.nama).sort()).toEqual(['ANI', 'BUDI', 'SARI', 'UDIN'])
  expect(rekap).toMatchObject([{ sebab: 0, jumlah: 4 }])
  const pilih = orang.filter((o) => o.nama !== 'BUDI').map(({ kab, id }) => ({ kab, id }))
  const [luar] = (await daftar('budi', 'wilayah=6474011004')).orang
  const done = await siti.post('/api/tanpa-nik/sebab', {
    orang: [...pilih, { kab: luar?.kab, id: luar?.id }],
    sebab: 2,
  })
  // Of another village nothing is written, and nothing is said.
  expect(done.body).toEqual({ dicatat: 3 })
  expect((await daftar('siti', 'sebab=2')).orang).toHaveLength(3)
  expect((await daftar('siti', 'sebab=0')).orang.map((o) => o.nama)).toEqual(['BUDI'])
  const { rows } = await server.database.admin.query(
    `select baru from perubahan where kolom = 'alasan_tanpa_nik'`,
  )
  expect(rows).toEqual([{ baru: '2' }, { baru: '2' }, { baru: '2' }])
})

test('one letter lists who waits on no other, and its answer is taken in row by row', async () => {
  const budi = await server.as('budi')
  const surat = (await budi.post('/api/tanpa-nik/surat', { wilayah: apiApi })).body
  expect(surat).toMatchObject({ jumlah: 4, nomor: '0001/PNIK/64.74/2018' })
  expect((await budi.post('/api/tanpa-nik/surat', { wilayah: apiApi })).body).toMatchObject({
    code: 'tanpa_nik.kosong',
  })
  const pdf = await fetch(`${server.address}/api/dokumen/6474/${surat.dokumen}`, {
    headers: { cookie: budi.cookie },
  })
  expect((await pdf.text()).slice(0, 5)).toBe('%PDF-')
  const path = folder.path('lembar.xlsx')
  const lembar = await fetch(`${server.address}/api/tanpa-nik/surat/6474/${surat.id}/lembar`, {
    headers: { cookie: budi.cookie },
  })
  await import('node:fs/promises').then(async (fs) =>
    fs.writeFile(path, Buffer.from(await lembar.arrayBuffer())),
  )
  const cells = (await readCells(path)).slice(3)
  expect(cells.map((c) => [c[1], c[10]])).toEqual([
    ['SARI', 'Belum punya akta kelahiran'],
    ['UDIN', 'Belum punya akta kelahiran'],
    ['ANI', 'Belum punya akta kelahiran'],
    ['BUDI', 'Belum dicatat'],
  ])
  const [sari, udin, ani, bud] = cells.map((c) => String(c[0]))
  const isi = [
    'Kode baris;NIK;Keterangan',
    `${sari};9901014101800002;`,
    `${udin};9901010202100003;`,
    `${ani};;Belum rekam`,
    `${bud};9901010101800001;`,
    `${sari};9901014101800002;`,
    'TN-0000-0000-0000;9901014101800009;',
    'xx;;',
  ].join('\n')
  const { sidik, ...report } = await kirim('periksa', isi)
  expect(report).toMatchObject({ jumlah: 7, terisi: 1, dicatat: 1, sudah: 0, tertahan: 5 })
  expect(report.baris.map((b) => b.sebab?.en.slice(0, 18) ?? null)).toEqual([
    null,
    'Birth date or sex ',
    null,
    'Another person of ',
    'This code stands i',
    'This code is on no',
    'The code of the ro',
  ])
  expect((await daftar('budi', `wilayah=${apiApi}`)).orang).toHaveLength(4)
  expect(await kirim('impor', `${isi}\n`, sidik)).toMatchObject({
    code: 'tanpa_nik.berkas_berbeda',
  })
  expect(await kirim('impor', isi, sidik)).toMatchObject({ terisi: 1, dicatat: 1 })
  const { orang } = await daftar('budi', `wilayah=${apiApi}`)
  expect(orang.map((o) => [o.nama, o.surat?.hasil, o.surat?.keterangan])).toEqual([
    ['UDIN', 'menunggu', null],
    ['ANI', 'tidak_ditemukan', 'Belum rekam'],
    ['BUDI', 'menunggu', null],
  ])
  // The same file again changes nothing.
  expect(await kirim('impor', isi, sidik)).toMatchObject({ terisi: 0, dicatat: 0, sudah: 2 })
  expect((await budi.get('/api/tanpa-nik/surat')).body.surat).toMatchObject([
    { jumlah: 4, terisi: 1, tidakDitemukan: 1 },
  ])
  const { rows } = await server.database.admin.query(
    `select i.nik, i.alasan_tanpa_nik, n.kab from individu i join nik_lokasi n on n.individu_id = i.id where i.nama = 'SARI'`,
  )
  expect(rows).toEqual([{ nik: '9901014101800002', alasan_tanpa_nik: null, kab: 6474 }])
})
