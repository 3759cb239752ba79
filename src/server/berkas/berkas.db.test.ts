import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFamily } from '#test/families.ts'
import type { Body, people } from '#test/people.ts'
import { type TestServer, testServer } from '#test/server.ts'

type Nama = keyof typeof people
type Keluarga = { kab: number; id: string }

let server: TestServer
let rahmawati: Keluarga
let guntung: Keluarga
let foto: Buffer

beforeAll(async () => {
  server = await testServer()
  const { admin } = server.database
  rahmawati = await makeFamily(admin, {
    wilayah: 6474011006,
    rt: 7,
    kepala: 'ANDI RAHMAWATI',
    anggota: [{ nama: 'ANDI RAHMAWATI' }],
  })
  guntung = await makeFamily(admin, {
    wilayah: 6474011004,
    rt: 1,
    kepala: 'ANDI RAHMAN',
    anggota: [{ nama: 'ANDI RAHMAN' }],
  })
  foto = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#774411' } })
    .withExif({ IFD0: { Make: 'KAMERA-UJI' } })
    .jpeg()
    .toBuffer()
})
afterAll(() => server.close())

async function unggah(
  nama: Nama,
  isi: Record<string, string | number>,
  bytes: Buffer,
): Promise<{ status: number; body: Body }> {
  const { cookie } = await server.as(nama)
  const form = new FormData()
  for (const [k, v] of Object.entries(isi)) form.append(k, String(v))
  form.append('berkas', new Blob([new Uint8Array(bytes)]), '../../etc/passwd.jpg')
  const answer = await fetch(`${server.address}/api/berkas`, {
    method: 'POST',
    headers: { cookie, origin: server.address, 'idempotency-key': randomUUID() },
    body: form,
  })
  return { status: answer.status, body: (await answer.json()) as Body }
}

const milik = ({ kab, id }: Keluarga) => ({ kab, keluarga: id })
const buka = async (nama: Nama, kab: unknown, id: unknown, bagian = 'isi') => {
  const { cookie } = await server.as(nama)
  const headers = { cookie, 'x-tujuan': 'pemeriksaan' }
  return fetch(`${server.address}/api/berkas/${kab}/${id}?bagian=${bagian}`, { headers })
}

describe('a photograph', () => {
  test('is kept without EXIF, listed with the family, and opened again', async () => {
    const made = await unggah('siti', { guna: 'foto_rumah', ...milik(rahmawati) }, foto)
    expect(made).toMatchObject({ status: 200, body: { kab: 6474, sudahAda: false } })
    const siti = await server.as('siti')
    const list = await siti.get(`/api/berkas/keluarga/${rahmawati.kab}/${rahmawati.id}`)
    expect(list.body).toMatchObject({
      bolehUnggah: true,
      berkas: [
        {
          id: made.body.id,
          guna: 'foto_rumah',
          lebar: 640,
          tinggi: 480,
          pengunggah: 'Siti, operator Api-api',
        },
      ],
    })
    for (const bagian of ['isi', 'kecil']) {
      const answer = await buka('siti', 6474, made.body.id, bagian)
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect([answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
        'image/jpeg',
        'no-store',
      ])
      expect((await sharp(bytes).metadata()).width).toBe(bagian === 'isi' ? 640 : 320)
      expect(bytes.includes('KAMERA-UJI')).toBe(false)
    }
  })

  test('sent again is the same file, also by another who may, and when two send it at once', async () => {
    const isi = { guna: 'foto_rumah', ...milik(rahmawati) }
    const lain = await sharp(foto).negate().jpeg().toBuffer()
    const both = await Promise.all([unggah('siti', isi, lain), unggah('budi', isi, lain)])
    const later = await unggah('yusuf', isi, lain)
    expect(new Set([...both, later].map((a) => a.body.id)).size).toBe(1)
    expect([...both, later].filter((a) => a.body.sudahAda === false)).toHaveLength(1)
    expect((await unggah('siti', { ...isi, guna: 'foto_kk' }, lain)).body.sudahAda).toBe(false)
  })

  test('lies sealed in the database: nobody reads it there, nor moves it to another row', async () => {
    const { rows } = await server.database.admin.query<{ isi: Buffer; id: string; bagian: string }>(
      'select isi_segel as isi, berkas_id as id, bagian from berkas_isi order by berkas_id, bagian',
    )
    for (const { isi } of rows) expect(isi.indexOf(Buffer.of(0xff, 0xd8, 0xff))).toBe(-1)
    const [satu, dua] = rows.filter((row) => row.bagian === 'isi')
    const put = (id: unknown, isi: unknown) =>
      server.database.admin.query(
        `update berkas_isi set isi_segel = $1 where berkas_id = $2 and bagian = 'isi'`,
        [isi, id],
      )
    await put(satu?.id, dua?.isi)
    expect((await buka('siti', 6474, satu?.id)).status).toBe(500)
    await put(satu?.id, satu?.isi)
    expect((await buka('siti', 6474, satu?.id)).status).toBe(200)
  })

  test('is in the log when it is sent and when it is opened, under the family', async () => {
    const { rows } = await server.database.admin.query(
      `select operasi, count(*)::int as n from jejak where operasi like 'berkas.%' and subjek @> $1::jsonb group by 1 order by 1`,
      [JSON.stringify([{ jenis: 'keluarga', id: rahmawati.id }])],
    )
    expect(rows.map((r) => r.operasi)).toEqual(['berkas.daftar', 'berkas.unduh', 'berkas.unggah'])
  })
})

describe('outside the own area', () => {
  test('no file can be sent, listed or opened: it is as if the family were not there', async () => {
    const made = await unggah('joko', { guna: 'foto_rumah', ...milik(guntung) }, foto)
    expect(made.status).toBe(200)
    const siti = await server.as('siti')
    const list = await siti.get(`/api/berkas/keluarga/${guntung.kab}/${guntung.id}`)
    const nowhere = await buka('siti', 6474, randomUUID())
    const there = await buka('siti', 6474, made.body.id)
    expect([there.status, await there.text()]).toEqual([nowhere.status, await nowhere.text()])
    expect([
      list.status,
      (await unggah('siti', { guna: 'surat', ...milik(guntung) }, foto)).status,
    ]).toEqual([404, 404])
    expect((await unggah('siti', { guna: 'surat', wilayah: 6474011004 }, foto)).status).toBe(404)
    expect((await unggah('siti', { guna: 'surat', wilayah: 6474000000 }, foto)).status).toBe(404)
  })

  test('of the RT neither: an RT head sends for the RT, not for the village', async () => {
    expect(
      (await unggah('yusuf', { guna: 'surat', wilayah: 6474011006, rt: 7 }, foto)).status,
    ).toBe(200)
    expect(
      (await unggah('yusuf', { guna: 'surat', wilayah: 6474011006, rt: 8 }, foto)).status,
    ).toBe(404)
    expect((await unggah('yusuf', { guna: 'surat', wilayah: 6474011006 }, foto)).status).toBe(404)
  })

  test('who sees no families sends arms of an office only, and opens nothing else', async () => {
    expect((await unggah('lina', { guna: 'surat' }, foto)).body.code).toBe('izin.kurang')
    expect((await unggah('lina', { guna: 'surat', ...milik(rahmawati) }, foto)).status).toBe(404)
    const logo = await unggah('lina', { guna: 'logo' }, foto)
    expect(logo.status).toBe(200)
    expect((await buka('lina', 6474, logo.body.id)).status).toBe(200)
    const { rows } = await server.database.admin.query(
      `select id from berkas where guna = 'foto_rumah' limit 1`,
    )
    expect((await buka('lina', 6474, rows[0]?.id)).status).toBe(404)
  })
})

describe('a hostile file', () => {
  const isi = () => ({ guna: 'surat', ...milik(rahmawati) })
  const pdf = (badan: string) => Buffer.from(`%PDF-1.7\n${badan}\nstartxref\n9\n%%EOF\n`)

  test.each([
    ['HTML that calls itself a photo', () => Buffer.from('<html><script>'), 'bukti.jenis'],
    ['SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'bukti.jenis'],
    ['half a photo', () => foto.subarray(0, foto.length / 2), 'bukti.rusak'],
    ['nine megabytes', () => Buffer.alloc(9e6), 'bukti.terlalu_besar'],
    ['nothing', () => Buffer.alloc(0), 'berkas.kosong'],
    [
      'PDF with a script',
      () => pdf('1 0 obj << /S /JavaScript /JS (x) >> endobj'),
      'bukti.pdf_aktif',
    ],
    ['locked PDF', () => pdf('trailer << /Encrypt 2 0 R >>'), 'bukti.pdf_terkunci'],
  ] as const)('is refused by name, and nothing is kept: %s', async (_, bytes, kode) => {
    const count = async () =>
      (await server.database.admin.query('select count(*)::int as n from berkas')).rows[0].n
    const before = await count()
    expect((await unggah('siti', isi(), bytes())).body.code).toBe(kode)
    expect(await count()).toBe(before)
  })

  test('that the system alone keeps cannot be sent', async () => {
    expect((await unggah('siti', { ...isi(), guna: 'dokumen' }, foto)).body.code).toBe(
      'isian.salah',
    )
  })
})
