import { afterAll, beforeAll, expect, test } from 'vitest'
import { berkasPindahSchema } from '#domain/pindah/batas.ts'
import { pemutusOf } from '#domain/pindah/pemutus.ts'
import { kyselyOf } from '#server/db/pools.ts'
import { readPolicy } from '#server/kebijakan/muat.ts'
import { makeFamily } from '../../../test/families.ts'
import type { Person } from '../../../test/people.ts'
import { type TestServer, testServer } from '../../../test/server.ts'
import { antarPindah } from './antar.ts'

const apiApi = 6474011006
const guntung = 6474011004
const tuban = 3523012001
let server: TestServer
const id: Record<string, string> = {}

beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const baris = async (text: string, ...nilai: unknown[]) =>
  (await server.database.admin.query(text, nilai)).rows

/** A family with dated membership and numbers; the persons' ids by name. */
async function keluarga(wilayah: number, rt: number, menerima: string[], ...anggota: Orang[]) {
  const [kepala] = anggota
  const made = await makeFamily(server.database.admin, {
    wilayah,
    rt,
    kepala: kepala?.nama ?? '',
    nomorKk: `99${String(rt).padStart(14, '7')}`,
    menerima,
    anggota,
  })
  await baris(
    `insert into keanggotaan (kab, individu_id, keluarga_id, wilayah, rt, dari, sumber)
     select kab, id, keluarga_id, wilayah, rt, '2015-06-30', 'uji' from individu where keluarga_id = $1`,
    made.id,
  )
  await baris(
    `insert into nik_lokasi (nik, kab, individu_id) select nik, kab, id from individu where keluarga_id = $1 and nik is not null`,
    made.id,
  )
  for (const r of await baris(`select nama, id from individu where keluarga_id = $1`, made.id))
    id[r.nama] = r.id
  return made
}
type Orang = {
  nama: string
  nik?: string
  hubungan?: number
  jenisKelamin?: number
  tanggalLahir?: string
}

/** Synthetic numbers: no province 99 exists. */
const nik = (n: number) => `990101010180${String(n).padStart(4, '0')}`

type Usulan = { kab: number; id: string; versi: number; nomor: string }

async function simpan(
  oleh: Person,
  bentuk: string,
  nomor: string[],
  usulan?: { kab: number; id: string; versi: number },
): Promise<Usulan> {
  const { status, body } = await oleh.post('/api/usulan/simpan', {
    ...(usulan ? { usulan } : {}),
    wilayah: apiApi,
    rt: 7,
    jenis: 'tarik_masuk',
    nama: 'WARGA PINDAHAN',
    isi: {
      peristiwa: {
        jenis: 'tarik_masuk',
        tanggal: '2018-07-20',
        bentuk,
        nik: nomor,
        alamat: 'Jalan Melati 3',
      },
      dokumen: { jenis: 'Surat pindah', nomor: '475/12' },
    },
  })
  expect([status, body]).toMatchObject([200, {}])
  return body as unknown as Usulan
}

async function tarik(oleh: Person, bentuk: string, ...nomor: string[]): Promise<Usulan> {
  const u = await simpan(oleh, bentuk, nomor)
  await langkah(oleh, 'ajukan', u)
  await antar()
  return u
}

/** A move out of Guntung, as its own people write it down. */
async function keluar(oleh: Person, rt: number, keluargaId: string, isi: object): Promise<Usulan> {
  const { body } = await oleh.post('/api/usulan/simpan', {
    wilayah: guntung,
    rt,
    jenis: 'pindah_keluar',
    keluargaId,
    nama: '',
    isi: {
      peristiwa: { jenis: 'pindah_keluar', tanggal: '2018-07-10', ...isi },
      dokumen: { jenis: 'Surat pindah' },
    },
  })
  return body as unknown as Usulan
}

const satu = async (nama: 'siti' | 'budi' | 'joko', u: Usulan) =>
  (await (await server.as(nama)).get(`/api/usulan/${u.kab}/${u.id}`)).body as Usulan & {
    status: string
    hasilKeluargaId: string | null
    riwayat: { aksi: string; alasan: string | null; oleh: string | null }[]
  }

async function langkah(nama: 'siti' | 'budi' | Person, aksi: string, u: Usulan) {
  const oleh = typeof nama === 'string' ? await server.as(nama) : nama
  const { kab, versi } = (await oleh.get(`/api/usulan/${u.kab}/${u.id}`)).body as Usulan
  const pilihan = { usulan: [{ kab, id: u.id, versi }] }
  const done = await oleh.post(`/api/usulan/langkah/${aksi}`, { pilihan })
  expect([aksi, done.body]).toMatchObject([aksi, { jadi: 1, tertahan: [] }])
}

const antar = (today = '2018-07-24', sekali?: number) =>
  antarPindah(kyselyOf(server.database.job), { now: new Date(`${today}T03:00:00Z`), today }, sekali)

type Permintaan = { kab: number; id: string; versi: number } & Record<string, unknown>
const meja = async (
  nama: 'siti' | 'joko' | 'wati' | 'agus' | 'tuti' | 'budi' | 'yuni',
  m = 'saya',
) => (await (await server.as(nama)).get(`/api/pindah?meja=${m}`)).body.permintaan as Permintaan[]

async function jawab(
  nama: 'joko' | 'wati' | 'agus' | 'yuni',
  u: Usulan,
  isi: object,
  op = 'jawab',
) {
  const p = (await meja(nama)).find((x) => x.id === u.id)
  const oleh = await server.as(nama)
  return (await oleh.post(`/api/pindah/${op}`, { kab: p?.kab, id: u.id, versi: p?.versi, ...isi }))
    .body
}

/** Everybody who lives is in one family on each day, nobody in two. */
const utuh = async () => {
  expect(
    await baris(
      `select i.nama, i.kab, i.status from individu i where (i.status = 'aktif') <> exists
         (select from keanggotaan m where m.kab = i.kab and m.individu_id = i.id and m.sampai is null and m.keluarga_id = i.keluarga_id)`,
    ),
  ).toEqual([])
  expect(
    await baris(
      `select a.individu_id from keanggotaan a join keanggotaan b on a.individu_id = b.individu_id and (a.kab, a.dari) < (b.kab, b.dari)
       and daterange(a.dari, a.sampai) && daterange(b.dari, b.sampai)`,
    ),
  ).toEqual([])
}

const { contoh } = readPolicy('parameter/pindah.yaml', berkasPindahSchema).nilai
test.each(contoh)('between $asal and $tujuan the level $pemutus decides', (c) => {
  expect(pemutusOf(c.asal, c.tujuan)).toBe(c.pemutus)
})

test('a whole family of the same kab/kota is asked for by number alone, and comes when its origin agrees', async () => {
  const siti = await server.as('siti')
  const lama = await keluarga(
    guntung,
    3,
    ['rastra'],
    { nama: 'KARTO', nik: nik(1) },
    { nama: 'MURNI', nik: nik(2), hubungan: 2, jenisKelamin: 2 },
    { nama: 'TONO', hubungan: 3 },
  )
  const { body } = await siti.post('/api/usulan/kembar', { nik: nik(2), wilayah: apiApi })
  expect(body).toEqual({ terdaftar: [], diusulkan: [], diLuarWilayah: true })
  const u = await tarik(siti, 'seluruh_keluarga', nik(2))
  // The destination is told that it waits, and nothing of who or where.
  expect(JSON.stringify(await satu('siti', u))).not.toMatch(/KARTO|MURNI|Guntung|6474011004/)
  expect(await meja('siti')).toEqual([])
  expect(await meja('tuti', 'semua')).toEqual([])
  const [p] = await meja('joko')
  expect(p).toMatchObject({
    nomor: u.nomor,
    keluarga: { namaKepala: 'KARTO' },
    status: 'menunggu',
    pemutus: 'kecamatan',
    batas: '2018-07-31',
    dapatDijawab: true,
  })
  await baris(
    `insert into berkas (kab, wilayah, rt, keluarga_id, guna, jenis, ukuran, sidik, sidik_kiriman, pengguna_id, dibuat_pada)
     select 6474, $1, 3, $2, 'foto_rumah', 'image/jpeg', 10, repeat('a', 64), repeat('a', 64), p.id, now() from (select id from pengguna limit 1) p`,
    guntung,
    lama.id,
  )
  const joko = await server.as('joko')
  expect((await joko.get(`/api/pindah/${p?.kab}/${u.id}`)).body).toMatchObject({
    pergi: [{ nama: 'KARTO' }, { nama: 'MURNI' }, { nama: 'TONO' }],
    tinggal: [],
    dokumen: { jenis: 'Surat pindah', nomor: '475/12' },
    perluKepala: false,
  })
  expect(await jawab('joko', u, { setuju: true })).toMatchObject({ status: 'disetujui' })
  expect(
    (
      await joko.post('/api/pindah/jawab', {
        kab: p?.kab,
        id: u.id,
        versi: p?.versi,
        setuju: true,
      })
    ).body,
  ).toMatchObject({
    code: 'pindah.sudah_dijawab',
  })
  await antar()
  expect(await satu('siti', u)).toMatchObject({ status: 'dikonfirmasi' })
  await langkah('budi', 'verifikasi', u)
  await antar()
  const jadi = await satu('siti', u)
  expect(jadi).toMatchObject({ status: 'diterima' })
  expect(jadi.riwayat.map((r) => [r.aksi, r.oleh])).toEqual([
    ['simpan', 'Siti, operator Api-api'],
    ['ajukan', 'Siti, operator Api-api'],
    ['konfirmasi', null],
    ['verifikasi', 'Budi, verifikator Bontang'],
    ['pindahkan', null],
  ])
  expect((await siti.get(`/api/keluarga/6474/${jadi.hasilKeluargaId}`)).body).toMatchObject({
    namaKepala: 'KARTO',
    anggota: [{ nama: 'KARTO' }, { nama: 'MURNI' }, { nama: 'TONO' }],
  })
  // Evidence stays where it was filed; the new area is told that there is some, and with whom.
  expect((await siti.get(`/api/berkas/keluarga/6474/${jadi.hasilKeluargaId}`)).body).toMatchObject({
    berkas: [],
    asal: [{ wilayah: 'Guntung, Kota Bontang', berkas: [{ guna: 'foto_rumah', jumlah: 1 }] }],
  })
  expect(
    await baris(
      `select k.status, k.wilayah, k.rt, k.asal_kab, k.asal_keluarga_id, k.jumlah_anggota,
        (select count(*)::int from penerimaan p where p.keluarga_id = k.id and p.sampai is null) as terima
       from keluarga k where nama_kepala = 'KARTO' order by k.status`,
    ),
  ).toEqual([
    {
      status: 'aktif',
      wilayah: apiApi,
      rt: 7,
      asal_kab: 6474,
      asal_keluarga_id: lama.id,
      jumlah_anggota: 3,
      terima: 1,
    },
    {
      status: 'pindah',
      wilayah: guntung,
      rt: 3,
      asal_kab: null,
      asal_keluarga_id: null,
      jumlah_anggota: 0,
      terima: 0,
    },
  ])
  // Run again it finds nothing more.
  expect(await antar()).toMatchObject({ dilaksanakan: 0, diminta: 0, dijawab: 0 })
  await utuh()
})

test('an origin in another province is silent: the centre decides, and everything known goes along', async () => {
  const siti = await server.as('siti')
  const lama = await keluarga(
    tuban,
    5,
    ['pkh'],
    { nama: 'WAGE', nik: nik(11), tanggalLahir: '1970-01-01' },
    { nama: 'PAINEM', nik: nik(12), hubungan: 2, jenisKelamin: 2 },
  )
  await baris(
    `with s as (insert into survei_individu (kab, individu_id, keluarga_id, wilayah, rt, tanggal, sumber, status_kawin)
       values (3523, $1, $2, $3, 5, '2018-01-05', 'uji', 2) returning id)
     update individu set survei_id = (select id from s) where kab = 3523 and id = $1`,
    id.WAGE,
    lama.id,
    tuban,
  )
  await baris(
    `update keluarga set kelayakan = 'layak', kelayakan_sampai = '2019-01-01' where id = $1`,
    lama.id,
  )
  const terbuka = await baris(
    `insert into usulan (kab, nomor, jalur, jenis, rezim, status, wilayah, wilayah_tercatat, rt, keluarga_id, nama, nama_cari, status_hari)
     values (3523, 'US-UJI', 'usulan', 'tidak_layak', '2018-2019', 'diketahui', $1, $1, 5, $2, 'WAGE', 'wage', '2018-07-01') returning id`,
    tuban,
    lama.id,
  )
  const u = await tarik(siti, 'seluruh_keluarga', nik(11))
  expect(await meja('agus')).toEqual([])
  await antar('2018-07-31')
  expect(await meja('agus')).toEqual([])
  await antar('2018-08-01')
  expect(await meja('agus')).toMatchObject([{ id: u.id, status: 'naik', pemutus: 'pusat' }])
  const agus = await server.as('agus')
  expect(
    await jawab('agus', u, { setuju: true, alasan: 'Surat pindah lengkap' }, 'putuskan'),
  ).toMatchObject({
    status: 'disetujui',
  })
  await antar()
  await langkah('budi', 'verifikasi', u)
  await antar()
  const { hasilKeluargaId, status } = await satu('siti', u)
  expect(status).toBe('diterima')
  expect(
    await baris(
      `select i.kab, i.status, i.asal_kab, i.id = $1 as sama, s.status_kawin, s.wilayah from individu i
       left join survei_individu s on s.kab = i.kab and s.id = i.survei_id where i.nama = 'WAGE' order by i.kab`,
      id.WAGE,
    ),
  ).toEqual([
    { kab: 3523, status: 'pindah', asal_kab: null, sama: true, status_kawin: 2, wilayah: tuban },
    { kab: 6474, status: 'aktif', asal_kab: 3523, sama: true, status_kawin: 2, wilayah: apiApi },
  ])
  expect(
    await baris(`select kelayakan, asal_kab from keluarga where id = $1`, hasilKeluargaId),
  ).toEqual([{ kelayakan: 'layak', asal_kab: 3523 }])
  // What was open at the origin is closed there, and says why.
  const { body } = await agus.get(`/api/usulan/3523/${terbuka[0]?.id}`)
  expect(body).toMatchObject({
    status: 'ditolak',
    riwayat: [{ aksi: 'keluarga_pindah', alasan: u.nomor }],
  })
  await utuh()
})

test('a head who goes alone is let go when the origin says who follows; refused, the level above decides', async () => {
  const siti = await server.as('siti')
  const lama = await keluarga(
    guntung,
    4,
    ['rastra'],
    { nama: 'SUKRI', nik: nik(21), tanggalLahir: '1970-01-01' },
    { nama: 'INEM', nik: nik(22), hubungan: 2, jenisKelamin: 2, tanggalLahir: '1975-01-01' },
    { nama: 'ADIK', hubungan: 3, tanggalLahir: '1998-01-01' },
  )
  const joko = await server.as('joko')
  const kota = await keluar(joko, 4, lama.id, { bentuk: 'sebagian', anggotaId: [id.ADIK] })
  await langkah(joko, 'ajukan', kota)
  const u = await tarik(siti, 'kepala_saja', nik(21))
  expect(await jawab('joko', u, { setuju: true })).toMatchObject({
    status: 'menunggu',
    masalah: { en: expect.stringContaining('choose who becomes head') },
  })
  expect(await jawab('joko', u, { setuju: false })).toMatchObject({ code: 'pindah.perlu_alasan' })
  expect(await jawab('joko', u, { setuju: false, alasan: 'Masih tinggal di sini' })).toMatchObject({
    status: 'naik',
  })
  expect(await meja('joko')).toEqual([])
  expect(await meja('budi')).toEqual([])
  const ganti = { kepalaBaruId: id.INEM, pengganti: { anggotaId: id.INEM } }
  expect(
    await jawab('wati', u, { setuju: true, alasan: 'Bekerja di Api-api', ...ganti }, 'putuskan'),
  ).toMatchObject({ status: 'disetujui', masalah: null })
  await antar()
  await langkah('budi', 'verifikasi', u)
  await antar()
  expect(
    await baris(
      `select k.nama_kepala, k.status, k.jumlah_anggota, (select count(*)::int from penerimaan p where p.keluarga_id = k.id and p.sampai is null) as terima
       from keluarga k where nama_kepala in ('SUKRI', 'INEM') order by 1`,
    ),
  ).toEqual([
    { nama_kepala: 'INEM', status: 'aktif', jumlah_anggota: 2, terima: 1 },
    { nama_kepala: 'SUKRI', status: 'aktif', jumlah_anggota: 1, terima: 0 },
  ])
  await utuh()
  // Another move out of the same family is about somebody who is still there.
  expect(await satu('joko', kota)).toMatchObject({ status: 'diajukan' })
  const lagi = await tarik(siti, 'kepala_saja', nik(22))
  await jawab('joko', lagi, { setuju: false, alasan: 'Tidak pindah' })
  await jawab('wati', lagi, { setuju: false, alasan: 'Tidak pindah, sudah dicek' }, 'putuskan')
  await antar()
  expect(await satu('siti', lagi)).toMatchObject({
    status: 'ditolak',
    riwayat: [{}, {}, { aksi: 'tolak_pindah', alasan: 'Tidak pindah, sudah dicek', oleh: null }],
  })
})

test('a move out stays open at its origin until a destination asks, and is then its word', async () => {
  const siti = await server.as('siti')
  const joko = await server.as('joko')
  const lama = await keluarga(guntung, 5, [], { nama: 'DULAH', nik: nik(31) })
  const dilepas = await keluar(joko, 5, lama.id, { bentuk: 'seluruh_keluarga' })
  await langkah(joko, 'ajukan', dilepas)
  const draf = await keluar(joko, 5, lama.id, { bentuk: 'seluruh_keluarga' })
  const u = await tarik(siti, 'domisili', nik(31))
  expect(await meja('joko')).toEqual([])
  expect(await satu('siti', u)).toMatchObject({ status: 'dikonfirmasi' })
  expect(await satu('joko', dilepas)).toMatchObject({ status: 'diajukan' })
  await langkah('budi', 'verifikasi', u)
  await antar()
  expect(await satu('joko', dilepas)).toMatchObject({
    status: 'diterima',
    riwayat: [{}, {}, { aksi: 'tujuan_menerima' }],
  })
  // What was never sent is no step that was taken.
  expect(await satu('joko', draf)).toMatchObject({
    status: 'ditolak',
    riwayat: [{}, { aksi: 'keluarga_pindah' }],
  })
  // They live here, their card is of elsewhere, and this village answers for them.
  expect(
    await baris(
      `select nomor_kk, alamat, domisili_wilayah, domisili_alamat, penanggung_wilayah from keluarga where nama_kepala = 'DULAH' and status = 'aktif'`,
    ),
  ).toEqual([
    {
      nomor_kk: '9977777777777775',
      alamat: null,
      domisili_wilayah: apiApi,
      domisili_alamat: 'Jalan Melati 3',
      penanggung_wilayah: apiApi,
    },
  ])
})

test('an unknown number, one of the dead and one that is registered here are answered in words', async () => {
  const siti = await server.as('siti')
  await keluarga(guntung, 6, [], { nama: 'MATI', nik: nik(41) })
  await baris(`update individu set status = 'meninggal' where id = $1`, id.MATI)
  await baris(`update keanggotaan set sampai = '2018-01-01' where individu_id = $1`, id.MATI)
  const [kosong, mati] = [
    await tarik(siti, 'seluruh_keluarga', nik(40)),
    await tarik(siti, 'seluruh_keluarga', nik(41)),
  ]
  const jawaban = async (u: Usulan) => {
    const { status, riwayat } = await satu('siti', u)
    return [status, riwayat.at(-1)?.alasan]
  }
  expect(await jawaban(mati)).toEqual(await jawaban(kosong))
  expect(await jawaban(kosong)).toMatchObject([
    'dikembalikan',
    expect.stringContaining('Periksa NIK'),
  ])
  await keluarga(apiApi, 8, [], { nama: 'TETANGGA', nik: nik(42) })
  const saved = await siti.post('/api/usulan/simpan', {
    wilayah: apiApi,
    rt: 7,
    jenis: 'tarik_masuk',
    nama: 'X',
    isi: {
      peristiwa: {
        jenis: 'tarik_masuk',
        tanggal: '2018-07-20',
        bentuk: 'domisili',
        nik: [nik(42)],
      },
      dokumen: { jenis: 'Surat pindah' },
    },
  })
  const { kab, id: usulan, versi } = saved.body as unknown as Usulan
  const pilihan = { usulan: [{ kab, id: usulan, versi }] }
  expect((await siti.post('/api/usulan/langkah/ajukan', { pilihan })).body).toMatchObject({
    jadi: 0,
    tertahan: [{ masalah: { sebab: 'nik_di_sini' } }],
  })
})

test('what the destination takes back is closed at the origin', async () => {
  const siti = await server.as('siti')
  await keluarga(guntung, 7, [], { nama: 'BATAL', nik: nik(51) })
  const u = await tarik(siti, 'seluruh_keluarga', nik(51))
  expect(await meja('joko')).toHaveLength(1)
  await langkah('siti', 'tarik_kembali', u)
  await antar()
  expect(await meja('joko')).toEqual([])
  expect((await meja('joko', 'semua')).find((p) => p.id === u.id)).toMatchObject({
    status: 'ditutup',
  })
})

test('sent anew for somebody else, a request has one origin: the former one and its answer count no more', async () => {
  const siti = await server.as('siti')
  await keluarga(guntung, 10, [], { nama: 'KELIRU', nik: nik(71) })
  await keluarga(tuban, 10, [], { nama: 'BENAR', nik: nik(72) })
  const u = await tarik(siti, 'seluruh_keluarga', nik(71))
  // The server would carry the answer at once: it is kept from that until the request is another one.
  await baris(
    `create function tahan() returns trigger language plpgsql as $$ begin raise exception 'ditahan'; end $$`,
  )
  await baris(
    'create trigger tahan before update of dibawa_pada on permintaan_pindah for each row execute function tahan()',
  )
  expect(await jawab('joko', u, { setuju: true })).toMatchObject({ status: 'disetujui' })
  await langkah('siti', 'tarik_kembali', u)
  const { kab, versi } = await satu('siti', u)
  await simpan(siti, 'seluruh_keluarga', [nik(72)], { kab, id: u.id, versi })
  await langkah('siti', 'ajukan', u)
  await baris('drop trigger tahan on permintaan_pindah')
  await antar()
  expect(await satu('siti', u)).toMatchObject({ status: 'diajukan' })
  expect(
    await baris('select kab, status from permintaan_pindah where id = $1 order by kab', u.id),
  ).toEqual([
    { kab: 3523, status: 'menunggu' },
    { kab: 6474, status: 'ditutup' },
  ])
})

test('whoever asked at the destination is not the word of the origin; nor is what a safeguard holds', async () => {
  const [yuni, joko] = [await server.as('yuni'), await server.as('joko')]
  const lama = await keluarga(guntung, 11, [], { nama: 'SENDIRI', nik: nik(81) })
  for (const oleh of [yuni, joko])
    await langkah(oleh, 'ajukan', await keluar(oleh, 11, lama.id, { bentuk: 'seluruh_keluarga' }))
  await baris(
    `update usulan set tahanan = 'pengurangan_rt_60' where keluarga_id = $1 and pengusul_peran = 'operator_desa'`,
    lama.id,
  )
  const u = await tarik(yuni, 'seluruh_keluarga', nik(81))
  expect(await jawab('yuni', u, { setuju: true })).toMatchObject({ code: 'pindah.minta_sendiri' })
  expect(await jawab('joko', u, { setuju: true })).toMatchObject({ status: 'disetujui' })
})

test('a move that cannot be carried is told of, holds no other, and is tried again', async () => {
  const siti = await server.as('siti')
  await keluarga(guntung, 8, [], { nama: 'MACET', nik: nik(61) })
  await keluarga(guntung, 9, [], { nama: 'LANCAR', nik: nik(62) })
  await baris(`create function macet() returns trigger language plpgsql as $$ begin
    if exists (select from usulan where id = new.id and isi::text like '%${nik(61)}%') then raise 'macet'; end if;
    return new; end $$`)
  await baris(
    'create trigger macet before insert on permintaan_pindah for each row execute function macet()',
  )
  await expect(tarik(siti, 'seluruh_keluarga', nik(61))).rejects.toThrow('1 moves')
  await expect(tarik(siti, 'seluruh_keluarga', nik(62))).rejects.toThrow('1 moves')
  expect(await meja('joko')).toHaveLength(1)
  await baris('drop trigger macet on permintaan_pindah')
  // However few are looked up at once, all are carried.
  await baris(
    `update usulan set diantar_pada = null where status = 'diajukan' and jenis = 'tarik_masuk'`,
  )
  await antar(undefined, 1)
  expect(await meja('joko')).toHaveLength(2)
})
