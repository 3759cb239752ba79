import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFamily } from '#test/families.ts'
import type { people } from '#test/people.ts'
import { type TestServer, testServer } from '#test/server.ts'

let server: TestServer
let api: { kab: number; id: string }
let guntung: { kab: number; id: string }
beforeAll(async () => {
  server = await testServer()
  const anggota = [{ nama: 'ANDI RAHMAWATI', nik: '9974010101800001' }]
  api = await makeFamily(server.database.admin, {
    wilayah: 6474011006,
    rt: 7,
    kepala: 'ANDI RAHMAWATI',
    anggota,
  })
  guntung = await makeFamily(server.database.admin, {
    wilayah: 6474011004,
    rt: 1,
    kepala: 'NURHAYATI',
    anggota,
  })
})
afterAll(() => server.close())

const admin = (sql: string, values: unknown[] = []) => server.database.admin.query(sql, values)

type Answer = { status: number; body: Record<string, unknown> }
/** A request with a purpose in its header. */
async function send(
  name: keyof typeof people,
  tujuan: string | null,
  address: string,
  init: RequestInit = {},
): Promise<Answer> {
  const { cookie } = await server.as(name)
  const headers = {
    cookie,
    origin: server.address,
    ...(tujuan === null ? {} : { 'x-tujuan': tujuan }),
  }
  const answer = await fetch(`${server.address}${address}`, {
    ...init,
    headers: { ...headers, ...init.headers },
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

/** The newest entry of an operation. */
const newest = async (operasi: string) =>
  (await admin('select * from jejak where operasi = $1 order by id desc limit 1', [operasi]))
    .rows[0]

const satu = () => `/api/keluarga/${api.kab}/${api.id}`

describe('what an entry holds', () => {
  test('who, role worn, assignment, area, session, operation, subject with its region, and how many', async () => {
    await send('budi', null, satu())
    const entry = await newest('keluarga.satu')
    const { rows } = await admin(
      `select p.id as pengguna_id, t.id as penugasan_id, s.id as sesi from pengguna p join penugasan t on t.pengguna_id = p.id
         join masuk.session s on s."userId" = p.masuk_id where p.nama like 'Budi%'`,
    )
    expect(entry).toMatchObject({
      ...rows[0],
      peran: 'verifikator',
      jenis_penugasan: 'definitif',
      wilayah: 6474000000,
      tujuan: 'verifikasi',
      tujuan_teks: null,
      subjek: [{ jenis: 'keluarga', id: api.id, wilayah: 6474011006 }],
      subjek_lo: 6474011006,
      subjek_hi: 6474011007,
      jumlah: 1,
      perubahan: null,
    })
  })

  test('a list counts those shown, over the range of their regions', async () => {
    await send('budi', null, '/api/keluarga', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    expect(await newest('keluarga.daftar')).toMatchObject({
      jumlah: 2,
      subjek_lo: 6474011004,
      subjek_hi: 6474011007,
    })
  })

  test('a write has its command, and before and after', async () => {
    const before = await (await server.as('budi')).get(satu())
    const made = await (await server.as('budi')).post(`${satu()}/kelayakan`, {
      status: 'tidak_layak',
      dasar: 'Pindah ke luar kota',
      tanggal: '2018-07-24',
      versi: before.body.versi,
    })
    expect(made.status).toBe(200)
    const entry = await newest('keluarga.nilai_kelayakan')
    expect(entry.perintah_id).toMatch(/^[0-9a-f-]{36}$/)
    expect(entry.perubahan).toMatchObject({
      sebelum: { kelayakan: before.body.kelayakan },
      sesudah: { kelayakan: 'tidak_layak', dasar: 'Pindah ke luar kota' },
    })
  })

  test('what failed leaves no entry', async () => {
    const count = async () =>
      (await admin(`select count(*)::int as n from jejak where operasi = 'keluarga.satu'`)).rows[0]
        .n
    const before = await count()
    expect((await send('siti', null, `/api/keluarga/${guntung.kab}/${guntung.id}`)).status).toBe(
      404,
    )
    expect(await count()).toBe(before)
  })
})

describe('the purpose', () => {
  test('said in the header goes to the log, with own words', async () => {
    await send('siti', 'pengaduan;Warga%20menyanggah%20%E2%80%9Ctidak%20layak%E2%80%9D', satu())
    expect(await newest('keluarga.satu')).toMatchObject({
      tujuan: 'pengaduan',
      tujuan_teks: 'Warga menyanggah “tidak layak”',
    })
  })

  test('is that of the role when nothing is said', async () => {
    await send('siti', null, satu())
    expect(await newest('keluarga.satu')).toMatchObject({ tujuan: 'pelayanan', tujuan_teks: null })
  })

  test('that is in no list is refused, and nothing is shown', async () => {
    expect(await send('siti', 'iseng', satu())).toMatchObject({
      status: 400,
      body: { code: 'tujuan.tidak_dikenal' },
    })
  })

  test('must be said by an auditor before any person is shown, but not to look around', async () => {
    expect(await send('nur', null, satu())).toMatchObject({
      status: 403,
      body: { code: 'tujuan.perlu' },
    })
    expect((await send('nur', 'pemeriksaan;Uji%20petik', satu())).status).toBe(200)
    expect(await newest('keluarga.satu')).toMatchObject({
      peran: 'auditor',
      tujuan: 'pemeriksaan',
      tujuan_teks: 'Uji petik',
    })
    expect((await send('nur', null, '/api/jejak/keadaan')).status).toBe(200)
  })

  test('is the reason that an operation itself asks for', async () => {
    const { status } = await send('budi', 'pengaduan;lain', `${satu()}/nik`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ alasan: 'mencocokkan KTP' }),
    })
    expect(status).toBe(200)
    expect(await newest('keluarga.buka_nik')).toMatchObject({
      tujuan: 'pengaduan',
      tujuan_teks: 'mencocokkan KTP',
      jumlah: 2,
    })
  })

  test('is chosen from a list that says which is the own', async () => {
    const { body } = await send('siti', null, '/api/jejak/tujuan')
    expect(body.bawaan).toBe('pelayanan')
    expect((body.pilihan as { kode: string }[]).map((p) => p.kode)).toContain('pengaduan')
    expect((await send('nur', null, '/api/jejak/tujuan')).body.bawaan).toBeNull()
  })
})

/** Entries that a role of the application sees from an area. */
async function seen(wilayah: [number, number], more = ''): Promise<string[]> {
  const client = await server.database.app.connect()
  try {
    await client.query(
      `begin; set local app.lo = '${wilayah[0]}'; set local app.hi = '${wilayah[1]}'; set local app.rt = '*'; set local app.keluarga = '*'; ${more}`,
    )
    const { rows } = await client.query(
      `select operasi from jejak where operasi like 'uji.%' order by operasi`,
    )
    return rows.map((r) => String(r.operasi).slice(4))
  } finally {
    await client.query('rollback')
    client.release()
  }
}

describe('who may read the log', () => {
  const put = (operasi: string, pelaku: number, dari: number | null, sampai: number | null) =>
    admin(`insert into jejak (operasi, wilayah, subjek_lo, subjek_hi) values ($1, $2, $3, $4)`, [
      `uji.${operasi}`,
      pelaku,
      dari,
      sampai,
    ])
  beforeAll(async () => {
    await put('a desa sendiri', 6474011006, 6474011006, 6474011007)
    await put('b desa lain', 6474011004, 6474011004, 6474011005)
    await put('c kota, satu desa', 6474000000, 6474011006, 6474011007)
    await put('d kota, dua desa', 6474000000, 6474011004, 6474011007)
    await put('e pusat, satu desa', 0, 6474011006, 6474011007)
    await put('f pusat, semua', 0, 0, 10_000_000_000)
    await put('g kota lain', 3523000000, 3523010001, 3523010002)
    await put('h tanpa subjek, kota', 6474000000, null, null)
  })

  test('a village sees its own people, and who from above opened exactly its records', async () => {
    expect(await seen([6474011006, 6474011007])).toEqual([
      'a desa sendiri',
      'c kota, satu desa',
      'e pusat, satu desa',
    ])
  })

  test('a city sees all of its offices, and no other city', async () => {
    expect(await seen([6474000000, 6475000000])).toEqual([
      'a desa sendiri',
      'b desa lain',
      'c kota, satu desa',
      'd kota, dua desa',
      'e pusat, satu desa',
      'h tanpa subjek, kota',
    ])
  })

  test('the nation sees all', async () => {
    expect(await seen([0, 10_000_000_000])).toHaveLength(8)
  })

  test('no area, an RT, or a list of families sees nothing', async () => {
    expect(await seen([0, 0])).toEqual([])
    expect(await seen([6474011006, 6474011007], `set local app.rt = '7'`)).toEqual([])
    expect(await seen([6474011006, 6474011007], `set local app.keluarga = '${api.id}'`)).toEqual([])
    const { rows } = await server.database.app.query('select count(*)::int as n from jejak')
    expect(rows).toEqual([{ n: 0 }])
  })

  test('nobody of the application may change, delete or number it', async () => {
    for (const sql of [
      `update jejak set operasi = 'x'`,
      'delete from jejak',
      'delete from jejak_subjek',
      'select * from jejak_nomor',
      'select * from jejak_segel',
      'insert into jejak_subjek values (null)',
    ])
      for (const pool of [server.database.app, server.database.job, server.database.masuk])
        await expect(pool.query(sql), sql).rejects.toThrow('permission denied')
  })
})

describe('when checkpoints cannot be written', () => {
  /** The state as shown, once the sequencer has made a step or two. */
  async function keadaan(status: string): Promise<Answer> {
    for (let n = 0; n < 40; n++) {
      const answer = await send('siti', null, '/api/jejak/keadaan')
      if (answer.body.status === status) return answer
      await new Promise((later) => setTimeout(later, 250))
    }
    throw new Error(`never ${status}`)
  }

  test('everybody is told, writing stops after the stated time and reading goes on; then it goes on', async () => {
    await admin(
      `insert into pengaturan values ('jejak_tunda_detik', '0'), ('jejak_henti_detik', '1')`,
    )
    await server.pindahHari('2018-07-24')
    await rm(path.join(server.folder, 'titik-periksa'), { recursive: true, force: true })
    await writeFile(path.join(server.folder, 'titik-periksa'), 'bukan folder')
    expect((await send('siti', null, satu())).status).toBe(200)
    const told = await keadaan('terhenti')
    expect(told.body).toMatchObject({
      sebab: { en: expect.stringMatching(/^Checkpoints cannot be written/) },
    })
    const refused = await (await server.as('budi')).post(`${satu()}/kelayakan`, {
      status: 'layak',
      dasar: 'Kembali',
      tanggal: '2018-07-24',
      versi: 99,
    })
    expect(refused).toMatchObject({ status: 503, body: { code: 'jejak.terhenti' } })
    expect((await send('siti', null, satu())).status).toBe(200)
    await rm(path.join(server.folder, 'titik-periksa'))
    expect((await keadaan('aman')).body).toMatchObject({
      sejak: null,
      berhentiPada: null,
      sebab: null,
    })
  })
})

test('the public key can be fetched by anybody who is signed in', async () => {
  const { body } = await send('siti', null, '/api/jejak/kunci')
  expect(body.pem).toMatch(/^-----BEGIN PUBLIC KEY-----/)
  expect(body.kunci).toMatch(/^[0-9a-f]{16}$/)
})
