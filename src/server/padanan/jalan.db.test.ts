/** Matching inside the system: runs over a city and the nation, their pairs, decisions, changes, a source, a typed record. */
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tulisSet } from '#bench/generator/padanan/set.ts'
import { isiRegistri, mutuJalan } from '#bench/padanan-isi.ts'
import { kyselyOf } from '#server/db/pools.ts'
import { makeFamily } from '#test/families.ts'
import type { Body, Person } from '#test/people.ts'
import { type TestServer, testServer } from '#test/server.ts'
import { padankanMalam } from './malam.ts'

const bontang = 6474000000
let server: TestServer
/** The first whole run of the nation. */
let jalan = ''

const admin = () => server.database.admin
const satu = async <T>(sql: string, values: unknown[] = []): Promise<T> =>
  (await admin().query(sql, values)).rows[0] as T

beforeAll(async () => {
  server = await testServer()
  const csv = path.join(server.folder, 'orang.csv')
  await tulisSet({ baris: 900, seed: 3, keluar: csv })
  await isiRegistri(admin(), csv)
  // One of them stands in another province too, under the same number.
  const { nik, nama, lahir } = await satu<{ nik: string; nama: string; lahir: string }>(
    `select nik, nama, tanggal_lahir::text as lahir from individu where nik is not null and tanggal_lahir is not null order by id limit 1`,
  )
  await makeFamily(admin(), {
    wilayah: 3523012001,
    kepala: nama,
    anggota: [{ nama, nik, tanggalLahir: lahir }],
    menerima: ['rastra'],
  })
})
afterAll(() => server.close())

type Jalan = { id: string; status: string; bagian: { selesai: number; semua: number } }
type Pasangan = Body & { kab: number; id: string; bobot: number; kiri: Body; kanan: Body }

/** Starts a run and waits until it has ended. @returns its id */
async function jalankan(siapa: Person, isi: object): Promise<string> {
  const sent = await siapa.post('/api/padanan', isi)
  expect(sent).toMatchObject({ status: 200 })
  await akhir(siapa, sent.body.pekerjaan)
  return String(sent.body.id)
}

async function akhir(siapa: Person, pekerjaan: unknown): Promise<string> {
  for (let i = 0; i < 300; i++) {
    const { body } = await siapa.get(`/api/pekerjaan/${pekerjaan}`)
    if (body.status !== 'antre' && body.status !== 'berjalan') return String(body.status)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the run does not end')
}

const antrean = async (siapa: Person, saringan = ''): Promise<Pasangan[]> => {
  const { status, body } = await siapa.get(`/api/padanan/antrean?${saringan}`)
  expect(status).toBe(200)
  return body.pasangan as Pasangan[]
}

test('is for the office of a kab/kota and above, over an area that holds somebody', async () => {
  const [budi, siti] = [await server.as('budi'), await server.as('siti')]
  const isi = { jenis: 'kembar', wilayah: bontang }
  expect((await siti.post('/api/padanan', isi)).status).toBe(403)
  for (const [beda, kode] of [
    [{ wilayah: 0 }, 'tidak.ada'],
    [{ wilayah: 6474010000 }, 'padanan.wilayah_sempit'],
    [{ model: 'lain' }, 'padanan.model_tidak_ada'],
    [{ jenis: 'sumber' }, 'padanan.sumber_salah'],
    [{ jenis: 'sumber', sumber: 'p3ke' }, 'padanan.sumber_kosong'],
    [{ cara: 'susulan' }, 'padanan.belum_penuh'],
  ] as const)
    expect((await budi.post('/api/padanan', { ...isi, ...beda })).body).toMatchObject({
      code: kode,
    })
})

test('a run of the nation goes part by part and across them; each office sees its own', async () => {
  const [agus, budi] = [await server.as('agus'), await server.as('budi')]
  jalan = await jalankan(agus, { jenis: 'kembar', wilayah: 0 })
  const { body } = await agus.get(`/api/padanan/${jalan}`)
  expect(body).toMatchObject({ status: 'selesai', bagian: { selesai: 3, semua: 3 } })
  expect(body.daftarBagian).toMatchObject([
    { nomor: 1, jenis: 'dalam', rekaman: 1 },
    { nomor: 2, jenis: 'dalam', rekaman: 900 },
    { nomor: 3, jenis: 'lintas', pasangan: expect.any(Number) },
  ])
  expect(body.taksiran).toMatchObject({ nomor: expect.any(Number), putaran: expect.any(Number) })
  const mutu = await mutuJalan(admin(), jalan)
  expect(mutu.f1).toBeGreaterThan(0.97)
  expect(mutu.f1Gugus).toBeGreaterThan(0.97)
  const milikBudi = await budi.get('/api/padanan')
  expect((milikBudi.body.jalan as Jalan[])[0]).toMatchObject({
    id: jalan,
    bagian: { selesai: 1, semua: 1 },
    rekaman: 900,
  })
})

test('the queue begins with what is at stake, page by page, and hides what crosses the area', async () => {
  const [agus, budi, tuti] = [
    await server.as('agus'),
    await server.as('budi'),
    await server.as('tuti'),
  ]
  const [lintas] = await antrean(agus, 'batas=1')
  expect(lintas).toMatchObject({ wilayah: 0, taruhan: 1, padan: true })
  const dua = [String(lintas?.kiri.wilayah), String(lintas?.kanan.wilayah)].sort()
  expect(dua[0]).toMatch(/^3523/)
  for (const orang of [budi, tuti]) {
    const milik = await antrean(orang, 'batas=100')
    expect(milik.map((p) => p.id)).not.toContain(lintas?.id)
    expect((await orang.get(`/api/padanan/pasangan/${lintas?.kab}/${lintas?.id}`)).status).toBe(404)
  }
  const pertama = await budi.get('/api/padanan/antrean?batas=3')
  const kedua = await antrean(budi, `batas=3&setelah=${pertama.body.berikutnya}`)
  const enam = await antrean(budi, 'batas=6')
  expect([...(pertama.body.pasangan as Pasangan[]), ...kedua].map((p) => p.id)).toEqual(
    enam.map((p) => p.id),
  )
  expect(enam.map((p) => p.bobot)).toEqual(enam.map((p) => p.bobot).sort((a, b) => b - a))
})

test('a pair says step by step why it weighs what it weighs, its numbers masked but where they differ', async () => {
  const budi = await server.as('budi')
  const [p] = await antrean(budi, 'batas=1')
  const { body } = await budi.get(`/api/padanan/pasangan/${p?.kab}/${p?.id}`)
  // Stamped by the clock of the database, shown by that of the server.
  expect(body).toMatchObject({ kiri: { berlaku: '2018-07-24' }, kanan: { berlaku: '2018-07-24' } })
  const h = body.hitungan as Record<string, number> & { langkah: { bobot: number }[] }
  const jumlah = h.langkah.reduce((s, l) => s + l.bobot, (h.bitAwal ?? 0) + (h.kelangkaan ?? 0))
  expect(jumlah).toBeCloseTo(h.bobot ?? 0, 2)
  expect(h.bobot).toBeCloseTo(p?.bobot ?? 0, 3)
  const { nomor } = await satu<{ nomor: string[] }>(
    `select array_agg(nik) as nomor from individu where id = any ($1::uuid[]) and nik is not null`,
    [[p?.kiri.id, p?.kanan.id]],
  )
  for (const nik of nomor ?? []) expect(JSON.stringify(body)).not.toContain(nik)
  const [q] = await antrean(budi, 'golongan=padan&batas=1')
  const gugus = await budi.get(`/api/padanan/${jalan}/gugus/${q?.gugus}`)
  expect((gugus.body.anggota as Body[]).map((a) => a.id)).toEqual(
    expect.arrayContaining([q?.kiri.id, q?.kanan.id]),
  )
})

test('goes on after a stop with the parts that are not stored', async () => {
  const agus = await server.as('agus')
  const sebelum = await satu<{ n: number }>('select count(*)::int as n from padanan_pasangan')
  await admin().query(
    `with b as (update padanan_bagian set status = 'antre' where jalan_id = $1 and jenis = 'lintas'),
       h as (delete from padanan_pasangan where jalan_id = $1 and bagian = 3), j as (update padanan_jalan set status = 'berjalan' where id = $1)
     update pekerjaan set status = 'berjalan' where id = (select pekerjaan_id from padanan_jalan where id = $1)`,
    [jalan],
  )
  const { pekerjaan_id: id } = await satu<{ pekerjaan_id: string }>(
    'select pekerjaan_id from padanan_jalan where id = $1',
    [jalan],
  )
  await admin().query(`select antrekan($1, 'padanan.jalankan')`, [id])
  expect(await akhir(agus, id)).toBe('selesai')
  expect(await satu('select count(*)::int as n from padanan_pasangan')).toEqual(sebelum)
})

test('what was found to be two persons does not come back; what changed is looked at again', async () => {
  const budi = await server.as('budi')
  const [p] = await antrean(budi, 'batas=1')
  await admin().query(
    `insert into padanan_putusan (kab, wilayah, kiri_kab, kiri_id, kiri_jenis, kanan_kab, kanan_id, kanan_jenis, putusan, pengguna_id, peran, dibuat_pada)
     select p.kab, p.wilayah, p.kiri_kab, p.kiri_id, p.kiri_jenis, p.kanan_kab, p.kanan_id, p.kanan_jenis, 'beda', u.id, 'verifikator', now()
     from padanan_pasangan p, pengguna u where p.id = $1 limit 1`,
    [p?.id],
  )
  const lagi = await jalankan(budi, { jenis: 'kembar', wilayah: bontang })
  const dua = [p?.kiri.id, p?.kanan.id]
  const kini = `select status, gugus from padanan_pasangan where jalan_id = $1 and kiri_id = any ($2::uuid[]) and kanan_id = any ($2::uuid[])`
  expect(await satu(kini, [lagi, dua])).toMatchObject({ status: 'beda', gugus: null })
  expect(await satu(kini, [jalan, dua])).toMatchObject({ status: 'usang' })
  const terbuka = await satu<{ n: number }>(
    `select count(*)::int as n from padanan_pasangan where status = 'antre' and jalan_id = $1 and bagian = 2`,
    [jalan],
  )
  expect(terbuka.n).toBe(0)
  expect((await budi.get(`/api/padanan/${lagi}`)).body).toMatchObject({ status: 'selesai' })

  await admin().query(`update individu set diubah_pada = now() where id = $1`, [p?.kiri.id])
  const malam = kyselyOf(server.database.job)
  // Bontang goes with the nation, which was matched whole too.
  expect(await padankanMalam(malam)).toBe(1)
  const { id: susulan, pekerjaan_id: pekerjaan } = await satu<{ id: string; pekerjaan_id: string }>(
    `select id, pekerjaan_id from padanan_jalan where cara = 'susulan' and pengguna_id is null`,
  )
  expect(await akhir(await server.as('agus'), pekerjaan)).toBe('selesai')
  expect(await padankanMalam(malam)).toBe(0)
  const { body } = await budi.get(`/api/padanan/${susulan}`)
  expect(body.daftarBagian).toMatchObject([{ status: 'selesai', rekaman: 900 }])
  const milik = await admin().query(
    `select kiri_id, kanan_id, status from padanan_pasangan where jalan_id = $1`,
    [susulan],
  )
  expect(milik.rows.length).toBeGreaterThan(0)
  for (const row of milik.rows) expect([row.kiri_id, row.kanan_id]).toContain(p?.kiri.id)
  expect(await satu(kini, [susulan, dua])).toMatchObject({ status: 'beda' })
})

test('a source is matched against the registry', async () => {
  const budi = await server.as('budi')
  await admin().query(
    `insert into orang_sumber (kab, sumber, kunci, impor_id, rekaman_id, lembar, baris, wilayah, nik, nama, nama_cari, jenis_kelamin, tanggal_lahir, berlaku, hash)
     select i.kab, 'p3ke', i.id::text, i.id, i.id, 1, 1, i.wilayah, i.nik, i.nama || 'H', i.nama_cari || 'H', i.jenis_kelamin, i.tanggal_lahir, '2018-06-30', '\\x00'
     from individu i where i.nik is not null and i.kab = 6474 order by i.id limit 300`,
  )
  const id = await jalankan(budi, { jenis: 'sumber', sumber: 'p3ke', wilayah: bontang })
  const ditemukan = await satu<{ n: number }>(
    `select count(distinct s.id)::int as n from padanan_pasangan p join orang_sumber s on s.id = p.kanan_id
     where p.jalan_id = $1 and p.kiri_jenis = 'individu' and p.kanan_jenis = 'orang_sumber' and p.kiri_id::text = s.kunci and p.bobot > 0`,
    [id],
  )
  expect(ditemukan.n).toBeGreaterThan(285)
  const [p] = await antrean(budi, `jalan=${id}&sumber=p3ke&batas=1`)
  expect(p).toMatchObject({ kiri: { jenis: 'individu' }, kanan: { sumber: 'p3ke' } })
})

test('a typed record finds who it may be, with the reasons', async () => {
  const siti = await server.as('siti')
  const orang = await satu<{ id: string; nama: string; lahir: string; nik: string }>(
    `select id, nama, tanggal_lahir::text as lahir, nik from individu where wilayah = 6474011006 and nik is not null and tanggal_lahir is not null
       and nama like '% %' order by id limit 1`,
  )
  const { nama, lahir } = orang
  const ketikan = { nama: `${nama}H`, tanggalLahir: lahir, jenisKelamin: 1, wilayah: 6474011006 }
  const { status, body } = await siti.post('/api/padanan/ketik', ketikan)
  expect(status).toBe(200)
  const calon = body.calon as { orang: Body; hitungan: { langkah: Body[] } }[]
  expect(calon.map((c) => c.orang.nama)).toContain(nama)
  expect(calon[0]?.hitungan.langkah[0]).toMatchObject({ jawaban: { id: 'lahir sama' } })
  expect(
    (await siti.post('/api/padanan/ketik', { ...ketikan, wilayah: 6474011004 })).body,
  ).toMatchObject({ code: 'isian.salah' })
})

test('is cancelled: nothing more is stored', async () => {
  const budi = await server.as('budi')
  const { body } = await budi.post('/api/padanan', { jenis: 'kembar', wilayah: bontang })
  expect(
    (await budi.post('/api/padanan', { jenis: 'kembar', wilayah: bontang })).body,
  ).toMatchObject({ code: 'padanan.sedang_berjalan' })
  expect(await budi.post(`/api/padanan/${body.id}/batal`, {})).toMatchObject({
    status: 200,
    body: { status: 'dibatalkan' },
  })
  expect(await akhir(budi, body.pekerjaan)).toBe('dibatalkan')
  expect((await budi.post(`/api/padanan/${body.id}/batal`, {})).status).toBe(409)
  expect(
    await satu('select count(*)::int as n from padanan_pasangan where jalan_id = $1', [body.id]),
  ).toEqual({ n: 0 })
})
