import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTable } from '#server/impor/baca/buka.ts'
import { loadModels } from '#server/peringkat/model.ts'
import { idUji, insertFamilies, insertRound, type KeluargaUji, kunciUji } from '#test/kuota-data.ts'
import type { Body, Person } from '#test/people.ts'
import { type TestServer, testServer } from '#test/server.ts'

const bontang = 6474000000
const apiApi = 6474011006
let server: TestServer
let budi: Person
let kuota = ''

beforeAll(async () => {
  server = await testServer()
  const { admin } = server.database
  const villages = await admin.query<{ kode: number }>(
    `select kode from wilayah where tingkat = 'desa' and kode between 6474000000 and 6474999999 order by kode`,
  )
  const model = loadModels().find((m) => m.nilai.kode === 'bps-14-indikator')
  await admin.query(
    `insert into kebijakan (hash, jenis, kode, isi, versi_mesin) values ('uji', 'peringkat', 'bps-14-indikator', $1, '1')`,
    [model?.isi],
  )
  // 60 families, 20 receive; met 0…11, three of each key, so that the line cuts through equals.
  const all = Array.from(
    { length: 60 },
    (_, i): KeluargaUji => ({
      id: idUji(i),
      wilayah: villages.rows[i % 15]?.kode ?? apiApi,
      nama: `Kepala Ke-${i}`,
      menerima: i >= 40,
      kunci: kunciUji(i % 12),
      terpenuhi: i % 12,
      bitTerpenuhi: 2 ** (i % 12) - 1,
      bitTerjawab: 2 ** 13 - 1,
    }),
  )
  await insertFamilies(admin, all)
  await insertRound(admin, bontang, all)
  budi = await server.as('budi')
})
afterAll(() => server.close())

const newQuota = {
  program: 'rastra',
  wilayah: bontang,
  dari: '2018-07-01',
  sampai: '2018-08-01',
  jumlah: 25,
  sumber: 'Surat Wali Kota',
}
const rowsOf = (body: Body) => body.baris as Body[]

test('a verifikator sets a quota for the own city, and it is in the log', async () => {
  const made = await budi.post('/api/kuota', {
    ...newQuota,
    dasar: { nomor: '460/7/2018', tanggal: '2018-06-28', penerbit: 'Wali Kota' },
  })
  expect(made).toMatchObject({ status: 200, body: { versi: 1 } })
  kuota = String(made.body.id)
  const { rows } = await server.database.admin.query(
    `select perubahan from jejak where operasi = 'kuota.tetapkan' and subjek @> $1`,
    [JSON.stringify([{ jenis: 'kuota', id: kuota }])],
  )
  expect(rows[0]?.perubahan).toMatchObject({ sebelum: null, sesudah: { jumlah: 25, versi: 1 } })
})

test('a repeated command sets nothing twice', async () => {
  const command = randomUUID()
  const quota = { ...newQuota, dari: '2018-09-01', sampai: null }
  const first = await budi.post('/api/kuota', quota, command)
  expect(await budi.post('/api/kuota', quota, command)).toEqual(first)
})

test('the same period again asks for a reason, and then is the next version', async () => {
  const quota = { ...newQuota, dari: '2018-10-01', sampai: null }
  await budi.post('/api/kuota', quota)
  expect((await budi.post('/api/kuota', { ...quota, versi: 1 })).body).toMatchObject({
    code: 'kuota.perlu_alasan',
  })
  const replaced = { ...quota, versi: 1, jumlah: 30, alasan: 'kuota ditambah' }
  const again = await budi.post('/api/kuota', replaced)
  expect(again.body).toMatchObject({ versi: 2 })
  const listed = (await budi.get('/api/kuota')).body.kuota as Body[]
  expect(listed.filter((q) => q.dari === '2018-10-01')).toMatchObject([{ jumlah: 30, versi: 2 }])
})

test('who did not see the quota in force is shown both, and may still decide for the own one', async () => {
  const quota = { ...newQuota, dari: '2018-11-01', sampai: null, alasan: 'kuota ditambah' }
  await budi.post('/api/kuota', quota)
  const rina = await server.as('rina')
  const other = { ...quota, jumlah: 40 }
  const clash = await rina.post('/api/kuota', other)
  expect(clash).toMatchObject({
    status: 409,
    body: {
      code: 'versi.berubah',
      benturan: [
        {
          judul: { en: expect.stringContaining('Quota of') },
          versi: 1,
          oleh: {
            peran: { id: 'Verifikator Dinas Sosial' },
            nama: 'Budi, verifikator Bontang',
            pada: expect.stringContaining('2018-07-24T'),
          },
          bidang: [{ kolom: 'jumlah', dikirim: 40, kini: 25 }],
        },
      ],
    },
  })
  expect((await rina.post('/api/kuota', { ...other, versi: 1 })).body).toMatchObject({ versi: 2 })
  // Budi is shown that a province changed it: the role and the time, not the name.
  const back = await budi.post('/api/kuota', { ...quota, jumlah: 26, versi: 1 })
  expect(back.body).toMatchObject({
    benturan: [
      {
        versi: 2,
        oleh: { peran: { id: 'Dinas Sosial provinsi' }, nama: null },
        bidang: [{ kolom: 'jumlah', dikirim: 26, kini: 40 }],
      },
    ],
  })
})

test('of ten who set the same quota at once, one does and nine are shown what stands', async () => {
  const quota = { ...newQuota, dari: '2018-12-01', sampai: null }
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) => budi.post('/api/kuota', { ...quota, jumlah: 20 + i })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)])
  const won = answers.findIndex(({ status }) => status === 200)
  for (const { status, body } of answers) {
    if (status === 200) continue
    expect(body).toMatchObject({ benturan: [{ versi: 1, bidang: [{ kini: 20 + won }] }] })
  }
})

test('nobody sets a quota outside the own area, nor an operator any', async () => {
  const tuti = await server.as('tuti')
  expect((await tuti.post('/api/kuota', newQuota)).body).toMatchObject({
    code: 'kuota.luar_wilayah',
  })
  const siti = await server.as('siti')
  expect((await siti.post('/api/kuota', newQuota)).status).toBe(403)
  expect((await budi.post('/api/kuota', { ...newQuota, wilayah: 6400000000 })).status).toBe(403)
})

test('an operator of a kelurahan sees the quota of the city but cannot simulate it; another city sees nothing', async () => {
  const siti = await server.as('siti')
  const seen = (await siti.get('/api/kuota')).body.kuota as Body[]
  expect(seen.find((q) => q.id === kuota)).toMatchObject({ jumlah: 25, dalamCakupan: false })
  expect((await siti.get(`/api/kuota/${kuota}/simulasi`)).status).toBe(403)
  const tuti = await server.as('tuti')
  expect((await tuti.get('/api/kuota')).body.kuota).toEqual([])
  expect((await tuti.get(`/api/kuota/${kuota}/simulasi`)).status).toBe(404)
})

test('the simulation shows totals, the line in words, and what keeps it from being frozen', async () => {
  const { body } = await budi.get(`/api/kuota/${kuota}/simulasi`)
  expect(body.ringkasan).toMatchObject({
    terdaftar: 60,
    menerima: 20,
    terdaftarBelumMenerima: 40,
    kuotaKosong: 5,
    belumMenerimaSesudah: 35,
  })
  expect(body.garis).toMatchObject([{ status: 'seri', sama: 3, sisa: 2 }])
  expect(JSON.stringify(body.garis)).toContain('3 keluarga sama persis di garis, tempat tersisa 2.')
  expect(body.bolehMembekukan).toBe(false)
})

test('every row says why, with the indicators that decide at the line, and hides the KK number', async () => {
  const { body } = await budi.get(`/api/kuota/${kuota}/simulasi/baris?keputusan=menunggu&batas=1`)
  const [row] = rowsOf(body)
  expect(row).toMatchObject({
    keputusan: 'menunggu',
    alasan: { kode: 'peringkat', komponen: 'skor' },
  })
  expect(JSON.stringify(row)).toContain('keluarga terakhir di dalam garis')
  expect(String(row?.nomorKk)).toContain('••••')
  const next = await budi.get(
    `/api/kuota/${kuota}/simulasi/baris?keputusan=menunggu&batas=1&setelah=${body.berikutnya}`,
  )
  expect(rowsOf(next.body)[0]?.id).not.toBe(row?.id)
})

test('pages of a simulation give every family once', async () => {
  const seen: unknown[] = []
  let after = ''
  for (let i = 0; i < 20; i++) {
    const { body } = await budi.get(`/api/kuota/${kuota}/simulasi/baris?batas=7${after}`)
    seen.push(...rowsOf(body).map((r) => r.id))
    if (body.berikutnya === null) break
    after = `&setelah=${body.berikutnya}`
  }
  expect(seen).toHaveLength(60)
  expect(new Set(seen).size).toBe(60)
})

test('when rank decides, a poorer family is shown with the receiver it displaces', async () => {
  const choice = 'aturan=peringkat_menentukan'
  const entering = rowsOf(
    (await budi.get(`/api/kuota/${kuota}/simulasi/baris?${choice}&keputusan=masuk&batas=1`)).body,
  )[0]
  const { body } = await budi.get(
    `/api/kuota/${kuota}/andai?${choice}&kab=6474&keluarga=${entering?.id}`,
  )
  expect(body.keluarga).toMatchObject({ keputusan: 'masuk' })
  expect((body.tergeser as Body[]).length).toBeGreaterThan(0)
  const displaced = rowsOf(
    (await budi.get(`/api/kuota/${kuota}/simulasi/baris?${choice}&keputusan=keluar`)).body,
  )
  expect(displaced.length).toBeGreaterThan(0)
  for (const row of displaced)
    expect(row).toMatchObject({ menerima: true, alasan: { kode: 'peringkat' } })
})

test('splits by registered families add up, and a split by hand must', async () => {
  const { body } = await budi.get(`/api/kuota/${kuota}/pembagian?metode=terdaftar`)
  const shares = body.bagian as { wilayah: number; jumlah: number }[]
  expect(shares).toHaveLength(15)
  expect(shares.reduce((sum, b) => sum + b.jumlah, 0) + Number(body.sisa)).toBe(25)
  const bagian = shares.map(({ wilayah }, i) => ({ wilayah, jumlah: i < 10 ? 2 : 1 }))
  const wrong = await budi.post(`/api/kuota/${kuota}/pembagian`, {
    metode: 'manual',
    alasan: 'musyawarah',
    bagian: bagian.slice(1),
  })
  expect(wrong.body).toMatchObject({ code: 'kuota.pembagian_tidak_pas', details: { sisa: 2 } })
  const right = await budi.post(`/api/kuota/${kuota}/pembagian`, {
    metode: 'manual',
    alasan: 'musyawarah',
    bagian,
  })
  expect(right.body).toMatchObject({ versi: 1 })
  // Who split on the same first sight is shown the villages that differ.
  const moved = bagian.map((b, i) => ({ ...b, jumlah: i === 0 ? 1 : i === 14 ? 2 : b.jumlah }))
  const second = { metode: 'manual', alasan: 'musyawarah', bagian: moved }
  const clash = await budi.post(`/api/kuota/${kuota}/pembagian`, second)
  expect(clash).toMatchObject({
    status: 409,
    body: {
      code: 'versi.berubah',
      benturan: [
        {
          versi: 1,
          bidang: [
            { kolom: String(bagian[0]?.wilayah), dikirim: 1, kini: 2 },
            { kolom: String(bagian[14]?.wilayah), dikirim: 2, kini: 1 },
          ],
        },
      ],
    },
  })
  const { body: cut } = await budi.get(`/api/kuota/${kuota}/simulasi?metode=tersimpan`)
  expect((cut.garis as Body[]).map((g) => g.kuota)).toEqual(bagian.map((b) => b.jumlah))
})

let daftar = ''

test('a person decides among the equals, then the list is frozen with its hash', async () => {
  const url = `/api/kuota/${kuota}/simulasi`
  const before = (await budi.get(`${url}?metode=tanpa`)).body
  const [line] = before.garis as { kelompok: number; kunci: number }[]
  const tied = rowsOf((await budi.get(`${url}/baris?metode=tanpa&keputusan=seri`)).body)
  const choose = (n: number) => tied.slice(0, n).map((r) => ({ kab: r.kab, id: r.id }))
  const decision = {
    metode: 'tanpa',
    kelompok: line?.kelompok,
    kunci: line?.kunci,
    alasan: 'rumah roboh, musyawarah 20 Juli',
  }
  const wrong = await budi.post(`/api/kuota/${kuota}/seri`, { ...decision, masuk: choose(1) })
  expect(wrong.body).toMatchObject({ code: 'kuota.putusan_tidak_sesuai' })
  // Of two who decide at once one does; the other is shown whom each would let in.
  const choices = [choose(2), tied.slice(-2).map((r) => ({ kab: r.kab, id: r.id }))]
  const answers = await Promise.all(
    choices.map((masuk) => budi.post(`/api/kuota/${kuota}/seri`, { ...decision, masuk })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const made = answers.find(({ status }) => status === 200)?.body.id
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
    code: 'versi.berubah',
    benturan: [
      {
        versi: made,
        oleh: { nama: 'Budi, verifikator Bontang' },
        bidang: [{ kolom: 'masuk', dikirim: expect.any(String), kini: expect.any(String) }],
      },
    ],
  })
  const kept = { ...decision, masuk: choose(2), putusan: made, alasan: 'rumah roboh' }
  expect((await budi.post(`/api/kuota/${kuota}/seri`, kept)).status).toBe(200)
  const after = (await budi.get(`${url}?metode=tanpa`)).body
  expect(after).toMatchObject({
    bolehMembekukan: true,
    halangan: [],
    ringkasan: { tetap: 20, masuk: 5 },
  })
  const stale = await budi.post(`/api/kuota/${kuota}/daftar`, {
    metode: 'tanpa',
    sidik: before.sidik,
  })
  expect(stale.body).toMatchObject({ code: 'kuota.berubah' })
  const frozen = await budi.post(`/api/kuota/${kuota}/daftar`, {
    metode: 'tanpa',
    sidik: after.sidik,
  })
  expect(frozen).toMatchObject({ status: 200, body: { versi: 1, jumlahBaris: 60 } })
  daftar = String(frozen.body.id)
  const checked = (await budi.get(`/api/daftar/${daftar}/periksa`)).body
  expect(checked).toMatchObject({ cocok: true, hash: frozen.body.hash })
})

test('the operator reads the own rows of the frozen list, and no others', async () => {
  const siti = await server.as('siti')
  expect((await siti.get(`/api/daftar/${daftar}`)).body).toMatchObject({
    lengkap: false,
    bolehIdentitas: false,
    ringkasan: { masuk: 5 },
  })
  const rows = rowsOf((await siti.get(`/api/daftar/${daftar}/baris`)).body)
  expect(rows).toHaveLength(4)
  expect(new Set(rows.map((r) => r.wilayah))).toEqual(new Set([apiApi]))
  const tuti = await server.as('tuti')
  expect((await tuti.get(`/api/daftar/${daftar}`)).status).toBe(404)
  expect((await tuti.get('/api/daftar')).body.daftar).toEqual([])
})

async function workbook(person: Person, path: string): Promise<{ status: number; text: string }> {
  const reply = await fetch(`${server.address}${path}`, { headers: { cookie: person.cookie } })
  const file = join(server.folder, `${randomUUID()}.xlsx`)
  writeFileSync(file, Buffer.from(await reply.arrayBuffer()))
  if (reply.status !== 200) return { status: reply.status, text: '' }
  const opened = await openTable(file)
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  const lines: string[] = []
  for await (const sheet of opened.value.sheets()) {
    for await (const batch of sheet.rows) lines.push(...batch.map((row) => row.cells.join(' | ')))
  }
  return { status: 200, text: lines.join('\n') }
}

test('the download names who took it and why, carries the hash, and opens identities only to those who may', async () => {
  const purpose = encodeURIComponent('rapat penetapan penerima')
  const masked = await workbook(budi, `/api/daftar/${daftar}/unduh?tujuan=${purpose}`)
  expect(masked.text).toContain('Diunduh oleh Budi, verifikator Bontang')
  expect(masked.text).toContain('rapat penetapan penerima')
  expect(masked.text).toContain('SHA-256 daftar')
  expect(masked.text).toContain('••••')
  const open = await workbook(budi, `/api/daftar/${daftar}/unduh?tujuan=${purpose}&identitas=true`)
  expect(open.text).not.toContain('••••')
  const siti = await server.as('siti')
  const hers = await workbook(siti, `/api/daftar/${daftar}/unduh?tujuan=${purpose}&identitas=true`)
  expect(hers.text).toContain('••••')
  const { rows } = await server.database.admin.query(
    `select perubahan from jejak where operasi = 'kuota.unduh' order by id`,
  )
  expect(rows.map((r) => r.perubahan)).toMatchObject([
    { tujuan: 'rapat penetapan penerima', identitas: false, jumlahBaris: 60 },
    { identitas: true },
    { identitas: false, jumlahBaris: 4 },
  ])
})

test('a preview is downloadable and says on its face that it is one', async () => {
  const preview = await workbook(
    budi,
    `/api/kuota/${kuota}/simulasi/unduh?metode=tanpa&tujuan=${encodeURIComponent('bahan rapat')}`,
  )
  expect(preview.text).toContain('PRATINJAU')
  expect(preview.text).not.toContain('SHA-256')
})
