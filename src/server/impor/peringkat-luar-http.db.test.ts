import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buatContoh } from '#bench/generator/contoh.ts'
import type { Person } from '#test/people.ts'
import { type TestServer, testServer } from '#test/server.ts'

const API_API = 6474011006
const JUDUL = 'NIK;Nomor KK;Nama kepala keluarga;Sumber;Jenis;Nilai;Tanggal'
const folder = mkdtempSync(join(tmpdir(), 'siks-luar-http-'))
let server: TestServer
type Keluarga = { kab: number; id: string; nik: string }
let dekat: Keluarga
let jauh: Keluarga

async function unggah(person: Person, nama: string, isi: string | Buffer): Promise<string> {
  const form = new FormData()
  form.set('berkas', new Blob([new Uint8Array(Buffer.from(isi))]), nama)
  const answer = await fetch(`${server.address}/api/impor`, {
    method: 'POST',
    headers: { cookie: person.cookie, origin: server.address, 'idempotency-key': randomUUID() },
    body: form,
  })
  const body = (await answer.json()) as { id: string; pekerjaanId: string }
  await tunggu(person, body.pekerjaanId)
  return body.id
}

/** Waits until a job has ended well. */
async function tunggu(person: Person, pekerjaanId: unknown): Promise<void> {
  for (let i = 0; i < 100; i++) {
    const { body } = await person.get(`/api/pekerjaan/${pekerjaanId}`)
    if (body.status === 'selesai') return
    if (body.status === 'gagal') throw new Error('the job failed')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('the job did not end')
}

const berkas = (...rows: string[]): string => `${[JUDUL, ...rows].join('\n')}\n`

/** A family with a NIK of its own, in or outside Api-api. */
async function pilih(where: string): Promise<Keluarga> {
  const { rows } = await server.database.admin.query<Keluarga>(
    `select k.kab, k.id, min(i.nik) as nik from keluarga k join individu i on i.keluarga_id = k.id
     where ${where} and i.status = 'aktif' and (select count(*) from individu x where x.nik = i.nik) = 1
     group by k.kab, k.id order by k.id limit 1`,
  )
  if (!rows[0]) throw new Error('no such family')
  return rows[0]
}

beforeAll(async () => {
  server = await testServer()
  const made = await buatContoh({
    wilayah: '6474',
    keluar: folder,
    keluarga: 60,
    format: 'pbdt-csv',
  })
  if (!made.ok) throw new Error(made.error)
  const budi = await server.as('budi')
  await unggah(budi, 'bontang.csv', readFileSync(made.value.berkas[0]?.path[0] ?? ''))
  dekat = await pilih(`k.wilayah = ${API_API}`)
  jauh = await pilih(`k.wilayah <> ${API_API}`)
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('ranks from outside over HTTP', () => {
  let id = ''

  test('Siti of Api-api sends a list: families of other kelurahan are not found', async () => {
    const siti = await server.as('siti')
    id = await unggah(
      siti,
      'dtsen.csv',
      berkas(
        `${dekat.nik};;A;DTSEN/BPS;desil;2;2018-05-31`,
        `${jauh.nik};;B;DTSEN/BPS;desil;3;2018-05-31`,
        '9974015205900001;;C;DTSEN/BPS;desil;3;2018-05-31',
      ),
    )
    const { body } = await siti.get(`/api/impor/${id}`)
    expect(body).toMatchObject({
      status: 'selesai',
      format: 'peringkat-luar',
      namaFormat: { id: 'Peringkat dari luar (DTSEN/BPS dan lain-lain)' },
      jumlahBaris: 3,
      diterima: 1,
      ditahan: 2,
      pertanyaanTerbuka: 0,
    })
    const found = (await siti.get(`/api/impor/${id}/temuan`)).body.temuan as object[]
    expect(found.map((t) => ({ ...t, baris: 0 }))).toEqual([
      expect.objectContaining({ kode: 'keluarga_tidak_ditemukan', keluarga: null }),
      expect.objectContaining({ kode: 'keluarga_tidak_ditemukan', keluarga: null }),
    ])
    expect({ ...found[0], baris: 0 }).toEqual({ ...found[1], baris: 0 })
  })

  test('she sees the rank on the page of the family, with its source', async () => {
    const siti = await server.as('siti')
    const { body } = await siti.get(`/api/keluarga/${dekat.kab}/${dekat.id}`)
    const luar = body.peringkatLuar as { sumber: string }[]
    expect(luar[0]).toEqual({ sumber: 'DTSEN', jenis: 'desil', nilai: 2, tanggal: '2018-05-31' })
    expect(luar.some((r) => r.sumber === 'PBDT 2015')).toBe(true)
    const history = await siti.get(`/api/keluarga/${dekat.kab}/${dekat.id}/riwayat`)
    expect(JSON.stringify(history.body)).toContain('dtsen.csv')
  })

  test('she mends a held row in the app and tries it again', async () => {
    const siti = await server.as('siti')
    const held = (await siti.get(`/api/impor/${id}/baris`)).body.baris as {
      id: string
      sel: { judul: string; kolom: number }[]
    }[]
    const sel = (judul: string, nilai: string) => ({
      kolom: held[1]?.sel.find((s) => s.judul === judul)?.kolom,
      nilai,
    })
    const sent = await siti.post(`/api/impor/${id}/perbaiki`, {
      baris: [{ id: held[1]?.id, sel: [sel('NIK', dekat.nik), sel('Tanggal', '2018-06-30')] }],
    })
    expect(sent.status).toBe(200)
    await tunggu(siti, sent.body.pekerjaanId)
    expect((await siti.get(`/api/impor/${id}`)).body).toMatchObject({ diterima: 2, ditahan: 1 })
    const { body } = await siti.get(`/api/keluarga/${dekat.kab}/${dekat.id}`)
    const luar = body.peringkatLuar as object[]
    expect(luar.slice(0, 2)).toMatchObject([
      { nilai: 3, tanggal: '2018-06-30' },
      { nilai: 2, tanggal: '2018-05-31' },
    ])
  })

  test('all held rows are tried again by one command: they stay held, until the family is there', async () => {
    const siti = await server.as('siti')
    const coba = async () => {
      const sent = await siti.post(`/api/impor/${id}/perbaiki`, { baris: [], semua: true })
      await tunggu(siti, sent.body.pekerjaanId)
      return (await siti.get(`/api/impor/${id}`)).body
    }
    expect(await coba()).toMatchObject({ diterima: 2, ditahan: 1 })
    const jadi = (dari: string, ke: string) =>
      server.database.admin.query(
        'update individu set nik = $3 where keluarga_id = $1 and nik = $2',
        [dekat.id, dari, ke],
      )
    await jadi(dekat.nik, jauh.nik)
    expect(await coba()).toMatchObject({ diterima: 2, ditandai: 1, ditahan: 0 })
    await jadi(jauh.nik, dekat.nik)
    const kosong = await siti.post(`/api/impor/${id}/perbaiki`, { baris: [], semua: true })
    expect(kosong.status).toBe(404)
  })

  test('Budi of the city finds the other family too', async () => {
    const budi = await server.as('budi')
    const own = await unggah(budi, 'kota.csv', berkas(`${jauh.nik};;B;BPS;desil;3;2018-05-31`))
    expect((await budi.get(`/api/impor/${own}`)).body).toMatchObject({ diterima: 1, ditahan: 0 })
    const siti = await server.as('siti')
    expect((await siti.get(`/api/keluarga/${jauh.kab}/${jauh.id}`)).status).toBe(404)
  })

  test('Tuti of another city sees nothing of it', async () => {
    const tuti = await server.as('tuti')
    expect((await tuti.get(`/api/impor/${id}`)).status).toBe(404)
    const own = await unggah(tuti, 'tuban.csv', berkas(`${dekat.nik};;A;BPS;desil;9;2018-05-31`))
    expect((await tuti.get(`/api/impor/${own}`)).body).toMatchObject({ diterima: 0, ditahan: 1 })
  })
})

test('the example of the guide is recognised, and its rows are whole', async () => {
  const budi = await server.as('budi')
  const path = new URL('../../../docs/contoh-berkas/peringkat-luar.csv', import.meta.url)
  const id = await unggah(budi, 'contoh.csv', readFileSync(path))
  const { body } = await budi.get(`/api/impor/${id}`)
  expect(body).toMatchObject({ format: 'peringkat-luar', jumlahBaris: 3, ditahan: 3 })
  expect((body.sebab as { kode: string }[]).map((s) => s.kode)).toEqual([
    'keluarga_tidak_ditemukan',
  ])
})
