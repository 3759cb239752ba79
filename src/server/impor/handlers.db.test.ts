import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buatContoh } from '#bench/generator/contoh.ts'
import type { Person } from '#test/people.ts'
import { type TestServer, testServer } from '#test/server.ts'
import { openTable } from './baca/buka.ts'

let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'siks-http-'))
let path = ''

beforeAll(async () => {
  server = await testServer()
  const made = await buatContoh({
    wilayah: '6474',
    keluar: folder,
    keluarga: 40,
    format: 'pbdt-csv',
  })
  if (!made.ok) throw new Error(made.error)
  const source = readFileSync(made.value.berkas[0]?.path[0] ?? '', 'utf8')
    .trimEnd()
    .split('\n')
  // Two rows that must be held back: one without a name, one of a village that does not exist.
  const broken = source.map((line, i) => {
    const cells = line.split(',')
    if (i === 2) cells[79] = ''
    if (i === 3) cells[8] = 'ANTAH BERANTAH'
    return cells.join(',')
  })
  path = join(folder, 'bontang.csv')
  writeFileSync(path, `${broken.join('\n')}\n`)
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

async function unggah(person: Person, file: string) {
  const form = new FormData()
  form.set('berkas', new Blob([readFileSync(file)]), 'bontang.csv')
  const answer = await fetch(`${server.address}/api/impor`, {
    method: 'POST',
    headers: { cookie: person.cookie, origin: server.address, 'idempotency-key': randomUUID() },
    body: form,
  })
  return {
    status: answer.status,
    body: (await answer.json()) as { id: string; pekerjaanId: string; sudahAda: boolean },
  }
}

/** Waits until a job has ended. */
async function tunggu(person: Person, pekerjaanId: unknown): Promise<string> {
  for (let i = 0; i < 100; i++) {
    const { body } = await person.get(`/api/pekerjaan/${pekerjaanId}`)
    if (body.status === 'selesai' || body.status === 'gagal') return String(body.status)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return 'terlalu lama'
}

type Baris = {
  id: string
  lembar: string
  baris: number
  sel: { kolom: number; judul: string; nilai: string }[]
  temuan: { kode: string }[]
}

describe('a verifikator', () => {
  let id = ''

  test('uploads a file and sees what became of every row', async () => {
    const budi = await server.as('budi')
    const sent = await unggah(budi, path)
    expect(sent).toMatchObject({ status: 200, body: { sudahAda: false } })
    id = sent.body.id
    expect(await tunggu(budi, sent.body.pekerjaanId)).toBe('selesai')
    const { body } = await budi.get(`/api/impor/${id}`)
    expect(body).toMatchObject({
      status: 'selesai',
      namaBerkas: 'bontang.csv',
      ditahan: 2,
      pertanyaanTerbuka: 1,
      format: 'pbdt-2015',
    })
    expect(Number(body.diterima) + Number(body.ditandai) + Number(body.ditahan)).toBe(
      body.jumlahBaris,
    )
    const all = await budi.get('/api/impor')
    expect(all.body).toMatchObject({ impor: [{ id }] })
    const log = await server.database.admin.query(
      "select 1 from jejak where operasi = 'impor.unggah'",
    )
    expect(log.rowCount).toBe(1)
  })

  test('is told the cause and the remedy of each finding', async () => {
    const budi = await server.as('budi')
    const { body } = await budi.get(`/api/impor/${id}/temuan?tingkat=salah`)
    expect(body.temuan).toMatchObject([
      { baris: 3, kode: 'nama_kosong', lembar: 'CSV', sebab: { id: 'Nama tidak diisi.' } },
      { baris: 4, kode: 'wilayah_belum_dikenal' },
    ])
  })

  test('who sends the same file again is shown the first import', async () => {
    const budi = await server.as('budi')
    expect((await unggah(budi, path)).body).toMatchObject({ id, sudahAda: true })
  })

  test('downloads the report, whose held rows are recognised when imported again', async () => {
    const budi = await server.as('budi')
    const answer = await fetch(`${server.address}/api/impor/${id}/laporan.xlsx`, {
      headers: { cookie: budi.cookie },
    })
    expect(answer.status).toBe(200)
    const report = join(folder, 'laporan.xlsx')
    writeFileSync(report, Buffer.from(await answer.arrayBuffer()))
    const table = await openTable(report)
    if (!table.ok) throw new Error(table.error.code)
    expect(table.value.sheetNames).toEqual(['CSV', 'Temuan'])
    await table.value.close()
    const again = await unggah(budi, report)
    expect(await tunggu(budi, again.body.pekerjaanId)).toBe('selesai')
    expect((await budi.get(`/api/impor/${again.body.id}`)).body).toMatchObject({
      jumlahBaris: 2,
      ditahan: 2,
    })
  })

  test('mends a held row in the app and tries it again', async () => {
    const budi = await server.as('budi')
    const held = (await budi.get(`/api/impor/${id}/baris`)).body.baris as Baris[]
    expect(held.map((b) => b.temuan[0]?.kode)).toEqual(['nama_kosong', 'wilayah_belum_dikenal'])
    const kolom = held[0]?.sel.find((s) => s.judul.startsWith('Nama ART'))?.kolom
    const mend = (baris: string | undefined, nilai: string) =>
      budi.post(`/api/impor/${id}/perbaiki`, { baris: [{ id: baris, sel: [{ kolom, nilai }] }] })
    // Two colleagues mend the same row at once: one does, the other is shown both values.
    const [first, second] = await Promise.all([mend(held[0]?.id, '-'), mend(held[0]?.id, '-')])
    const clash = first.status === 200 ? second : first
    const done = first.status === 200 ? first : second
    expect(await tunggu(budi, done.body.pekerjaanId)).toBe('selesai')
    expect(clash).toMatchObject({
      status: 409,
      body: {
        code: 'versi.berubah',
        benturan: [
          {
            id: held[0]?.id,
            judul: { en: expect.stringContaining('row') },
            oleh: {
              peran: { id: 'Verifikator Dinas Sosial' },
              nama: 'Budi, verifikator Bontang',
              pada: expect.any(String),
            },
            bidang: [{ kolom: String(kolom), dikirim: '-', kini: '-' }],
          },
        ],
      },
    })
    const [{ versi: newer }] = (
      (await mend(held[0]?.id, 'SITI BARU')).body as { benturan: [{ versi: string }] }
    ).benturan
    expect(newer).not.toBe(held[0]?.id)
    const sent = await mend(newer, 'SITI BARU')
    expect(sent.status).toBe(200)
    expect(await tunggu(budi, sent.body.pekerjaanId)).toBe('selesai')
    // Accepted meanwhile: both values are shown, and there is nothing left to mend.
    expect((await mend(held[0]?.id, 'SITI LAMA')).body).toMatchObject({
      benturan: [{ versi: null, bidang: [{ dikirim: 'SITI LAMA', kini: 'SITI BARU' }] }],
    })
    expect((await budi.get(`/api/impor/${id}`)).body).toMatchObject({ ditahan: 1 })
    const found = await server.database.admin.query(
      "select 1 from individu where nama = 'SITI BARU'",
    )
    expect(found.rowCount).toBe(1)
  })

  test('answers the question of an unknown village, inside the own area only', async () => {
    const budi = await server.as('budi')
    const asked = (await budi.get(`/api/impor/${id}/pertanyaan`)).body.pertanyaan as {
      id: string
      pilihan: { nilai: string }[]
    }[]
    const [question] = asked
    expect(question?.pilihan.length).toBe(15)
    const outside = await budi.post(`/api/impor/${id}/pertanyaan`, {
      jawaban: [{ pertanyaanId: question?.id, nilai: '3523012001' }],
    })
    expect(outside.status).toBe(400)
    const sent = await budi.post(`/api/impor/${id}/pertanyaan`, {
      jawaban: [{ pertanyaanId: question?.id, nilai: question?.pilihan[0]?.nilai }],
    })
    expect(await tunggu(budi, sent.body.pekerjaanId)).toBe('selesai')
    const other = question?.pilihan[1]?.nilai
    const again = (jawaban: object) =>
      budi.post(`/api/impor/${id}/pertanyaan`, {
        jawaban: [{ pertanyaanId: question?.id, nilai: other, ...jawaban }],
      })
    expect(await again({})).toMatchObject({
      status: 409,
      body: {
        code: 'versi.berubah',
        benturan: [
          {
            id: question?.id,
            versi: question?.pilihan[0]?.nilai,
            oleh: { nama: 'Budi, verifikator Bontang' },
            bidang: [{ kolom: 'jawaban', dikirim: { id: expect.any(String) } }],
          },
        ],
      },
    })
    expect((await again({ sebelum: question?.pilihan[0]?.nilai })).status).toBe(200)
    expect((await budi.get(`/api/impor/${id}`)).body).toMatchObject({
      ditahan: 0,
      pertanyaanTerbuka: 0,
    })
  })

  test('downloads our own workbook', async () => {
    const budi = await server.as('budi')
    const answer = await fetch(`${server.address}/api/impor-templat.xlsx`, {
      headers: { cookie: budi.cookie },
    })
    expect(answer.headers.get('content-type')).toContain('spreadsheetml')
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(5000)
  })

  test('of another city sees nothing of it', async () => {
    const tuti = await server.as('tuti')
    for (const what of ['', '/temuan', '/baris', '/pertanyaan', '/laporan.xlsx']) {
      expect((await tuti.get(`/api/impor/${id}${what}`)).status, what).toBe(404)
    }
    expect((await tuti.get('/api/impor')).body).toEqual({ impor: [], berikutnya: null })
  })
})

describe('a file that cannot be read', () => {
  test('is refused in words', async () => {
    const budi = await server.as('budi')
    const html = join(folder, 'halaman.xlsx')
    writeFileSync(html, '<html><body><table><tr><td>1</td></tr></table></body></html>')
    const sent = await unggah(budi, html)
    expect(await tunggu(budi, sent.body.pekerjaanId)).toBe('selesai')
    expect((await budi.get(`/api/impor/${sent.body.id}`)).body).toMatchObject({
      status: 'ditolak',
      masalah: { kode: 'berkas.html' },
    })
  })
})
