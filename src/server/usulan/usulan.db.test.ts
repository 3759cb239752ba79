import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kyselyOf } from '#server/db/pools.ts'
import { makeFamily } from '../../../test/families.ts'
import { meteraikan } from '../../../test/meterai.ts'
import type { Person } from '../../../test/people.ts'
import { type TestServer, testServer } from '../../../test/server.ts'
import { jalankanJam } from './jam.ts'

const desa = 6474011006
let server: TestServer
let keluarga: { kab: number; id: string }
let anggota: string
beforeAll(async () => {
  server = await testServer()
  keluarga = await makeFamily(server.database.admin, {
    wilayah: desa,
    rt: 7,
    kepala: 'BADU',
    anggota: [
      { nama: 'BADU', nik: '9974010101600001', tanggalLahir: '1960-01-01' },
      { nama: 'SARI', jenisKelamin: 2 },
    ],
  })
  const { rows } = await server.database.admin.query<{ id: string }>(
    `select id from individu where nama = 'SARI'`,
  )
  anggota = rows[0]?.id ?? ''
})
afterAll(() => server.close())

type Satu = { kab: number; id: string; versi: number; nomor: string; status: string }
const di = (u: Satu) => ({ kab: u.kab, id: u.id, versi: u.versi })

async function simpan(oleh: Person, isi: object): Promise<Satu> {
  const { status, body } = await oleh.post('/api/usulan/simpan', { wilayah: desa, rt: 7, ...isi })
  expect([status, body]).toMatchObject([200, {}])
  return body as unknown as Satu
}

const kini = async (oleh: Person, u: Satu): Promise<Satu> => {
  const { status, body } = await oleh.get(`/api/usulan/${u.kab}/${u.id}`)
  expect(status).toBe(200)
  return body as unknown as Satu
}

/** Takes a step as somebody who has just looked at the proposal. */
async function langkah(nama: string, aksi: string, u: Satu, alasan?: string) {
  const oleh = await server.as(nama as 'siti')
  const now = await kini(oleh, u)
  return oleh.post(`/api/usulan/langkah/${aksi}`, { pilihan: { usulan: [di(now)] }, alasan })
}

const jadi = async (nama: string, aksi: string, u: Satu, alasan?: string): Promise<void> => {
  const { status, body } = await langkah(nama, aksi, u, alasan)
  expect([aksi, status, body]).toMatchObject([aksi, 200, { jadi: 1, tertahan: [] }])
}

/** What a meeting and a visit leave on a proposal. */
const bermeterai = async (u: Satu, status: string) => {
  await meteraikan(server.database.admin, u)
  await server.database.admin.query(
    `update usulan set status = $3, status_hari = '2018-07-01', kunjungan_pada = '2018-07-20', versi = versi + 1 where kab = $1 and id = $2`,
    [u.kab, u.id, status],
  )
}

const keluargaBaru = {
  jenis: 'keluarga_baru',
  nama: 'AMINAH',
  isi: {
    alasan: 'Suami meninggal, tiga anak',
    alamat: 'Jalan Kapal Layar 4',
    anggota: [
      {
        nama: 'AMINAH',
        hubungan: 1,
        jenisKelamin: 2,
        nik: '9974014107800001',
        tanggalLahir: '1980-07-01',
        jawaban: { status_kawin: 4 },
      },
      { nama: 'RAHMAT', hubungan: 3, jenisKelamin: 1, alasanTanpaNik: 'belum rekam' },
    ],
    jawabanRuta: { lantai: 8, luas_lantai: 24 },
    jawabanKeluarga: { frekuensi_makan: 1 },
  },
}

describe('a new family, from the RT head to the registry', () => {
  let usulan: Satu

  test('an incomplete draft is kept, and the step says what is missing', async () => {
    const yusuf = await server.as('yusuf')
    usulan = await simpan(yusuf, { jenis: 'keluarga_baru', nama: 'AMINAH', isi: {} })
    expect(usulan).toMatchObject({ status: 'draf', versi: 1 })
    expect(usulan.nomor).toMatch(/^US-2018(-[0-9A-F]{4}){3}$/)
    const { body } = await langkah('yusuf', 'ajukan', usulan)
    expect(body).toMatchObject({
      jadi: 0,
      tertahan: [{ masalah: { sebab: 'minimum_rt', kurang: [{ butir: 'alasan' }] } }],
    })
  })

  test('it is proposed in two minutes, and seen by nobody else before', async () => {
    const siti = await server.as('siti')
    expect((await siti.get(`/api/usulan/${usulan.kab}/${usulan.id}`)).status).toBe(404)
    const yusuf = await server.as('yusuf')
    usulan = await simpan(yusuf, {
      usulan: di(await kini(yusuf, usulan)),
      jenis: 'keluarga_baru',
      nama: 'AMINAH',
      isi: { alasan: 'Suami meninggal, tiga anak' },
    })
    await jadi('yusuf', 'ajukan', usulan)
    expect(await kini(siti, usulan)).toMatchObject({ status: 'diajukan' })
  })

  test('the operator completes it; who saved on an old version sees both', async () => {
    const siti = await server.as('siti')
    const lama = di(await kini(siti, usulan))
    await simpan(siti, { usulan: lama, ...keluargaBaru })
    const { status, body } = await siti.post('/api/usulan/simpan', {
      usulan: lama,
      wilayah: desa,
      rt: 7,
      ...keluargaBaru,
      nama: 'AMINAH B',
    })
    expect([status, body]).toMatchObject([409, { code: 'versi.berubah' }])
    await jadi('siti', 'lengkapi', usulan)
    await jadi('dewi', 'ketahui', usulan)
  })

  test('nobody has a button for what the meeting decides', async () => {
    const dewi = await server.as('dewi')
    const { body } = await dewi.get(`/api/usulan/${usulan.kab}/${usulan.id}`)
    expect(body.tombol).toEqual([])
    expect((await dewi.post('/api/usulan/langkah/setujui', {})).status).toBe(405)
  })

  test('after the meeting it is posted, finalised, verified, endorsed, checked and pulled', async () => {
    await bermeterai(usulan, 'akhir')
    await jadi('siti', 'umumkan', usulan)
    expect((await langkah('siti', 'finalkan', usulan)).body).toMatchObject({
      tertahan: [{ masalah: { sebab: 'masa_pengumuman' } }],
    })
    await bermeterai(usulan, 'diumumkan')
    await server.database.admin.query(
      `update usulan_riwayat set hari = '2018-07-01' where usulan_id = $1 and aksi = 'umumkan'`,
      [usulan.id],
    )
    await jadi('siti', 'finalkan', usulan)
    // What was posted long enough stays so: taking it back does not post it anew.
    await jadi('siti', 'tarik_kembali', usulan)
    await jadi('siti', 'finalkan', usulan)
    await jadi('budi', 'verifikasi', usulan)
    expect((await langkah('hasan', 'sahkan', usulan)).body).toMatchObject({
      tertahan: [
        { masalah: { sebab: 'minimum_pengesahan', kurang: [{ butir: 'nik_atau_pengecualian' }] } },
      ],
    })
    await jadi('hasan', 'kembalikan', usulan, 'NIK anak belum ada')
    const siti = await server.as('siti')
    await simpan(siti, {
      usulan: di(await kini(siti, usulan)),
      ...keluargaBaru,
      isi: { ...keluargaBaru.isi, alasanTidakPadan: 'Anak belum rekam KTP' },
    })
    await jadi('siti', 'kirim_ulang', usulan)
    await jadi('budi', 'verifikasi', usulan)
    await jadi('hasan', 'sahkan', usulan)
    await jadi('rina', 'periksa', usulan)
    await jadi('agus', 'tarik', usulan)
  })

  test('what is accepted is registered as it was approved, counted, and found', async () => {
    await jadi('agus', 'terima', usulan)
    const siti = await server.as('siti')
    const done = (await kini(siti, usulan)) as Satu & { hasilKeluargaId: string; riwayat: object[] }
    expect(done.status).toBe('diterima')
    const { body } = await siti.get(`/api/keluarga/${done.kab}/${done.hasilKeluargaId}`)
    expect(body).toMatchObject({
      namaKepala: 'AMINAH',
      rt: 7,
      alamat: 'Jalan Kapal Layar 4',
      jumlahAnggota: 2,
      kelayakan: 'belum_dinilai',
      desil: null,
    })
    const jawaban = body.jawaban as { variabel: string; nilai: { id: string } | null }[]
    expect(jawaban.find((j) => j.variabel === 'lantai')?.nilai?.id).toBe('Tanah')
    const { rows } = await server.database.admin.query(
      `select (select count(*)::int from keanggotaan where keluarga_id = $1) as anggota,
        (select count(*)::int from nik_lokasi where nik = '9974014107800001') as nik,
        (select keluarga from rekap_rt where wilayah = ${desa} and rt = 7) as keluarga`,
      [done.hasilKeluargaId],
    )
    expect(rows).toEqual([{ anggota: 2, nik: 1, keluarga: 2 }])
    expect(done.riwayat.map((r) => (r as { aksi: string }).aksi)).toEqual([
      'simpan',
      'simpan',
      'ajukan',
      'simpan',
      'lengkapi',
      'ketahui',
      'umumkan',
      'finalkan',
      'tarik_kembali',
      'finalkan',
      'verifikasi',
      'kembalikan',
      'simpan',
      'kirim_ulang',
      'verifikasi',
      'sahkan',
      'periksa',
      'tarik',
      'terima',
    ])
  })

  test('typing the same person again shows the double; from another area one bit alone', async () => {
    const tanya = { nik: '9974014107800001', nama: 'AMINAH', wilayah: desa }
    const { body } = await (await server.as('siti')).post('/api/usulan/kembar', tanya)
    expect(body).toMatchObject({
      terdaftar: [{ nama: 'AMINAH', karena: 'nik' }],
      diLuarWilayah: false,
    })
    const joko = await server.as('joko')
    const far = await joko.post('/api/usulan/kembar', { ...tanya, wilayah: 6474011004 })
    expect(far.body).toEqual({ terdaftar: [], diusulkan: [], diLuarWilayah: true })
  })
})

describe('corrections of identity', () => {
  const perbaikan = (isi: object, versiDasar: number) => ({
    jenis: 'perbaikan_identitas',
    keluargaId: keluarga.id,
    individuId: anggota,
    versiDasar,
    nama: 'SARI',
    isi: { perbaikan: isi, dokumen: { jenis: 'KTP-el' } },
  })

  test('take effect at the verifier, with old and new value kept', async () => {
    const siti = await server.as('siti')
    const u = await simpan(siti, perbaikan({ nama: 'SARI DEWI', tanggal_lahir: '1985-02-03' }, 1))
    await jadi('siti', 'ajukan', u)
    await jadi('budi', 'verifikasi', u)
    const { rows } = await server.database.admin.query(
      `select nama, nama_cari, tanggal_lahir::text, versi from individu where id = $1`,
      [anggota],
    )
    expect(rows).toEqual([
      { nama: 'SARI DEWI', nama_cari: 'SARI DEWI', tanggal_lahir: '1985-02-03', versi: 2 },
    ])
    const changed = await server.database.admin.query(
      `select kolom, lama, baru from perubahan where subjek_id = $1 order by kolom`,
      [anggota],
    )
    expect(changed.rows).toEqual([
      { kolom: 'nama', lama: 'SARI', baru: 'SARI DEWI' },
      { kolom: 'tanggal_lahir', lama: null, baru: '1985-02-03' },
    ])
  })

  test('on a record that has moved on a person chooses, and what is chosen is written', async () => {
    const siti = await server.as('siti')
    const u = await simpan(siti, perbaikan({ nama: 'SARI ASLI' }, 1))
    await jadi('siti', 'ajukan', u)
    const { body } = await langkah('budi', 'verifikasi', u)
    expect(body).toMatchObject({ jadi: 0, tertahan: [{ masalah: { sebab: 'tanpa_benturan' } }] })
    expect(await kini(siti, u)).toMatchObject({
      status: 'berbenturan',
      isi: { perbaikan: { nama: 'SARI ASLI' } },
      sekarang: { nama: 'SARI DEWI' },
    })
    await jadi('budi', 'pakai_kini', u, 'KTP menyebut SARI DEWI')
    expect(await kini(siti, u)).toMatchObject({ status: 'ditolak' })
  })

  test('of a field that cannot be corrected, or a NIK that cannot be, are refused by name', async () => {
    const siti = await server.as('siti')
    for (const isi of [{ versi: '9' }, { nik: '1234' }, { keluarga_id: 'x' }]) {
      const { status, body } = await siti.post('/api/usulan/simpan', {
        wilayah: desa,
        rt: 7,
        ...perbaikan(isi, 2),
      })
      expect([status, body]).toMatchObject([400, { code: 'isian.salah' }])
    }
  })
})

test('a family not eligible keeps its record, with status and ground', async () => {
  const siti = await server.as('siti')
  const u = await simpan(siti, {
    jenis: 'tidak_layak',
    keluargaId: keluarga.id,
    nama: 'BADU',
    isi: { alasan: 'Sudah punya mobil' },
  })
  await bermeterai(u, 'ditarik')
  await jadi('agus', 'terima', u)
  const { body } = await siti.get(`/api/keluarga/${keluarga.kab}/${keluarga.id}`)
  expect(body).toMatchObject({
    kelayakan: 'tidak_layak',
    kelayakanRiwayat: [{ status: 'tidak_layak', dasar: 'Sudah punya mobil' }],
  })
})

test('answers about the house are laid over the older ones', async () => {
  const siti = await server.as('siti')
  const ubah = (jawabanRuta: object) => ({
    jenis: 'perubahan_keadaan',
    keluargaId: keluarga.id,
    nama: 'BADU',
    isi: { jawabanRuta, berkas: ['0192e3b0-0000-7000-8000-000000000000'] },
  })
  for (const jawaban of [{ lantai: 8, luas_lantai: 20 }, { lantai: 1 }]) {
    const u = await simpan(siti, ubah(jawaban))
    await jadi('siti', 'ajukan', u)
    await jadi('budi', 'verifikasi', u)
  }
  const { rows } = await server.database.admin.query(
    `select s.lantai, s.luas_lantai from keluarga k join ruta r on r.id = k.ruta_id join survei_ruta s on s.id = r.survei_id where k.id = $1`,
    [keluarga.id],
  )
  expect(rows).toEqual([{ lantai: 1, luas_lantai: 20 }])
  const wrong = await siti.post('/api/usulan/simpan', {
    wilayah: desa,
    rt: 7,
    ...ubah({ lantai: 99 }),
  })
  expect([wrong.status, wrong.body.code]).toEqual([400, 'isian.salah'])
})

describe('the desk', () => {
  test('shows each role its next work, and a batch goes with a result per row', async () => {
    const siti = await server.as('siti')
    const usulan: Satu[] = []
    for (const nama of ['UMAR', 'USMAN', 'ALI'])
      usulan.push(
        await simpan(siti, {
          jenis: 'keluarga_baru',
          nama,
          isi: nama === 'ALI' ? {} : { ...keluargaBaru.isi, anggota: [{ nama, hubungan: 1 }] },
        }),
      )
    const pilihan = { usulan: usulan.map(di) }
    const preview = await siti.post('/api/usulan/pratinjau', { aksi: 'ajukan', pilihan })
    expect(preview.body).toMatchObject({ jumlah: 3, jadi: 2, tertahan: [{ nama: 'ALI' }] })
    const done = await siti.post('/api/usulan/langkah/ajukan', { pilihan })
    expect(done.body).toEqual(preview.body)
    const meja = await siti.post('/api/usulan/daftar', { meja: 'saya', status: ['diajukan'] })
    expect(meja.body.usulan).toMatchObject([{ nama: 'UMAR' }, { nama: 'USMAN' }])
    const rekap = await siti.get('/api/usulan/rekap')
    expect(rekap.body.rekap).toContainEqual({
      jalur: 'usulan',
      status: 'diajukan',
      jumlah: 2,
      punyaSaya: true,
    })
  })

  test('all of a state go at once, if their number is still as previewed', async () => {
    const siti = await server.as('siti')
    const semua = { jalur: 'usulan', status: 'diajukan', jumlah: 2 }
    const other = await siti.post('/api/usulan/langkah/lengkapi', {
      pilihan: { semua: { ...semua, jumlah: 1 } },
    })
    expect([other.status, other.body.code]).toEqual([409, 'usulan.jumlah_berubah'])
    const done = await siti.post('/api/usulan/langkah/lengkapi', { pilihan: { semua } })
    expect(done.body).toMatchObject({ jumlah: 2, jadi: 2 })
  })

  test('what the receiver opened is no longer taken back, but asked for', async () => {
    const yusuf = await server.as('yusuf')
    const siti = await server.as('siti')
    const kirim = () =>
      simpan(yusuf, { jenis: 'keluarga_baru', nama: 'JAMIL', isi: { alasan: 'Sakit' } })
    const [a, b] = [await kirim(), await kirim()]
    for (const u of [a, b]) await jadi('yusuf', 'ajukan', u)
    expect(
      (await siti.post('/api/usulan/buka', { usulan: [{ kab: a.kab, id: a.id }] })).body,
    ).toEqual({
      dibuka: 1,
    })
    expect((await langkah('yusuf', 'tarik_kembali', a)).body).toMatchObject({
      tertahan: [{ masalah: { sebab: 'belum_dibuka' } }],
    })
    await jadi('yusuf', 'tarik_kembali', b)
  })

  test('another village sees nothing of it', async () => {
    const joko = await server.as('joko')
    expect((await joko.post('/api/usulan/daftar', {})).body.usulan).toEqual([])
    expect((await joko.get('/api/usulan/rekap')).body.rekap).toEqual([])
    const outside = await joko.post('/api/usulan/simpan', { wilayah: desa, rt: 7, ...keluargaBaru })
    expect([outside.status, outside.body.code]).toEqual([403, 'usulan.luar_wilayah'])
  })
})

describe('the calendar and the clock', () => {
  const pada = async (u: Satu, status: string, hari: string) => {
    await meteraikan(server.database.admin, u)
    await server.database.admin.query(
      `update usulan set status = $3, status_hari = $4::date, diubah_pada = $4::date, kunjungan_pada = '2018-07-20', versi = versi + 1
       where kab = $1 and id = $2`,
      [u.kab, u.id, status, hari],
    )
  }
  const buat = async (status: string, hari: string): Promise<Satu> => {
    const u = await simpan(await server.as('siti'), {
      jenis: 'layak_kembali',
      keluargaId: keluarga.id,
      nama: 'BADU',
      isi: { alasan: 'Pindah kerja ke luar kota' },
    })
    await pada(u, status, hari)
    return u
  }

  test('the preview says into which period it falls, and that is what is written', async () => {
    const siti = await server.as('siti')
    const u = await buat('diumumkan', '2018-07-01')
    const pilihan = { usulan: [di(await kini(siti, u))] }
    const preview = await siti.post('/api/usulan/pratinjau', { aksi: 'finalkan', pilihan })
    // The second half of 2018, until the 10th of December, 24:00 WIB.
    const periode = [
      { kode: '2018-07', tenggat: '2018-12-10T17:00:00.000Z', terlewat: false, jumlah: 1 },
    ]
    expect(preview.body).toMatchObject({ jadi: 1, periode })
    const done = await siti.post('/api/usulan/langkah/finalkan', { pilihan })
    expect(done.body).toMatchObject({ jadi: 1, periode })
    expect(await kini(siti, u)).toMatchObject({ periode: '2018-07' })
  })

  test('in a batch of several tracks only what stands under a deadline gets a period', async () => {
    const siti = await server.as('siti')
    const budi = await server.as('budi')
    const nama = await simpan(siti, {
      jenis: 'perbaikan_keluarga',
      keluargaId: keluarga.id,
      nama: 'BADU',
      isi: { perbaikan: { alamat: 'Jalan Baru 1' }, dokumen: { jenis: 'KK' } },
    })
    await jadi('siti', 'ajukan', nama)
    const u = await buat('difinalkan', '2018-07-20')
    const usulan = [di(await kini(siti, nama)), di(await kini(siti, u))]
    const done = await budi.post('/api/usulan/langkah/verifikasi', { pilihan: { usulan } })
    expect(done.body).toMatchObject({ jadi: 2, tertahan: [] })
    expect(await kini(siti, nama)).toMatchObject({ status: 'diterima', periode: null })
    expect(await kini(siti, u)).toMatchObject({ status: 'diverifikasi', periode: '2018-07' })
  })

  test('the head who is silent for three working days is passed, and it says so', async () => {
    const siti = await server.as('siti')
    const [u, draf, lama] = [
      await buat('dilengkapi', '2018-07-20'),
      await buat('draf', '2018-04-01'),
      await buat('difinalkan', '2018-07-01'),
    ]
    const db = kyselyOf(server.database.job)
    // Friday to Tuesday are two working days.
    await jalankanJam(db, { now: new Date('2018-07-24T20:00:00Z'), today: '2018-07-24' })
    expect(await kini(siti, u)).toMatchObject({ status: 'dilengkapi' })
    await jalankanJam(db, { now: new Date('2018-07-25T20:00:00Z'), today: '2018-07-25' })
    expect(await kini(siti, u)).toMatchObject({
      status: 'diketahui',
      riwayat: [
        { aksi: 'simpan' },
        { aksi: 'lewati', oleh: null, peran: { en: 'The system (deadline)' } },
      ],
    })
    expect(await kini(siti, draf)).toMatchObject({ status: 'kedaluwarsa' })
    // What was submitted and lies moves up, and stays alive.
    expect(await kini(siti, lama)).toMatchObject({ status: 'difinalkan', naik: true })
    expect(
      await jalankanJam(db, { now: new Date('2018-07-25T21:00:00Z'), today: '2018-07-25' }),
    ).toEqual({ kedaluwarsakan: 0, lewati: 0, terima: 0, naikkan: 0 })
    const hasan = await server.as('hasan')
    const { body } = await hasan.get(`/api/usulan/${lama.kab}/${lama.id}`)
    expect((body.tombol as { aksi: string }[]).map((t) => t.aksi)).toContain('verifikasi')
  })
})
