/** Reading the log over HTTP, as named people: who sees which entry, in which words. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFamily } from '#test/families.ts'
import { type Body, type Person, people } from '#test/people.ts'
import { type TestServer, testServer } from '#test/server.ts'

type Label = { id: string; en: string }
type Entri = {
  id: number
  pelaku: {
    id: string | null
    nama: string | null
    kantor: Label
    peran: Label | null
    jenis: string
    luar: boolean
  }
  operasi: string
  tindakan: Label
  jenis: string
  tujuan: Label | null
  keterangan: string | null
  subjek: { jenis: string; label: Label; keluarga: { id: string } | null }[]
  jumlahSubjek: number
  jumlah: number
  perubahan: { kolom: Label; sebelum: Label | null; sesudah: Label | null }[]
}

const nik = '6474011205800007'
const nomorKk = '6474011201100001'
let server: TestServer
let keluarga: { kab: number; id: string }
let orang: string

const alamat = (ekor = '') => `/api/keluarga/${keluarga.kab}/${keluarga.id}${ekor}`
const catatan = (ekor = '') => `/api/jejak/catatan/keluarga/${keluarga.kab}/${keluarga.id}${ekor}`
const entriOf = (body: Body) => body.entri as Entri[]
const as = (nama: keyof typeof people) => server.as(nama)

/** Sends as a person who says what for. */
async function dengan(
  tujuan: string,
  siapa: Person,
  path: string,
  body?: object,
): Promise<{ status: number; body: Body; text: string }> {
  const answer = await fetch(`${server.address}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      cookie: siapa.cookie,
      origin: server.address,
      'content-type': 'application/json',
      'x-tujuan': tujuan,
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await answer.text()
  return {
    status: answer.status,
    text,
    body: (text.startsWith('{') ? JSON.parse(text) : {}) as Body,
  }
}

/** Until the sequencer has told which records the entries so far concern. */
async function disegel(): Promise<void> {
  const { admin } = server.database
  for (let i = 0; i < 100; i++) {
    const { rows } = await admin.query<{ sisa: number }>(
      `select count(*)::int as sisa from jejak j where not exists (select from jejak_nomor n where n.jejak_id = j.id)`,
    )
    if (rows[0]?.sisa === 0) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('The sequencer stands still')
}

beforeAll(async () => {
  server = await testServer()
  keluarga = await makeFamily(server.database.admin, {
    wilayah: 6474011006,
    rt: 7,
    kepala: 'ANDI RAHMAWATI',
    nomorKk,
    anggota: [{ nama: 'ANDI RAHMAWATI', nik }],
  })
  await makeFamily(server.database.admin, {
    wilayah: 3523010001,
    kepala: 'SLAMET',
    anggota: [{ nama: 'SLAMET' }],
  })
  const found = await server.database.admin.query<{ id: string }>(
    'select id from individu where keluarga_id = $1',
    [keluarga.id],
  )
  orang = found.rows[0]?.id ?? ''
  const siti = await as('siti')
  await dengan('pengaduan;Warga%20datang%20membawa%20surat', siti, alamat())
  await siti.post('/api/keluarga', {})
  await (await as('budi')).post(alamat('/nik'), { alasan: `Cocokkan ${nik} dengan KK` })
  await (await as('budi')).post(alamat('/kelayakan'), {
    status: 'tidak_layak',
    dasar: 'Sudah bekerja tetap',
    tanggal: '2018-07-20',
    versi: 1,
  })
  await (await as('rina')).get(alamat())
  await (await as('tuti')).post('/api/keluarga', {})
  await disegel()
})
afterAll(() => server.close())

describe('the log of one family', () => {
  test('says who opened and changed it, when, in which role, from where and what for', async () => {
    const { status, body } = await (await as('dewi')).get(catatan())
    expect(status).toBe(200)
    const buka = entriOf(body).find((e) => e.keterangan === 'Warga datang membawa surat')
    expect(buka).toMatchObject({
      operasi: 'keluarga.satu',
      tindakan: { id: 'Satu keluarga' },
      jenis: 'baca',
      tujuan: { id: 'Pengaduan' },
      pelaku: {
        nama: people.siti.nama,
        kantor: { id: 'Kantor Kelurahan Api-api' },
        peran: { id: 'Operator desa/kelurahan' },
        jenis: 'definitif',
        luar: false,
      },
    })
    expect(buka?.subjek[0]?.label.id).toBe('Keluarga: ANDI RAHMAWATI, Kelurahan Api-api')
  })

  test('names whoever acts from outside the reader’s area by office, not by name', async () => {
    const dewi = await (await as('dewi')).get(catatan())
    const luar = entriOf(dewi.body).filter((e) => e.pelaku.luar)
    expect(luar.map((e) => e.pelaku.kantor.id)).toEqual([
      'Dinas Sosial Provinsi Kalimantan Timur',
      'Dinas Sosial Kota Bontang',
      'Dinas Sosial Kota Bontang',
    ])
    for (const e of luar) expect([e.pelaku.id, e.pelaku.nama]).toEqual([null, null])
    expect(JSON.stringify(dewi.body)).not.toContain(people.rina.nama)
    expect(JSON.stringify(dewi.body)).not.toContain(people.budi.nama)

    const budi = await (await as('budi')).get(catatan())
    const nama = entriOf(budi.body).map((e) => e.pelaku.nama)
    expect(nama).toContain(people.budi.nama)
    expect(nama).not.toContain(people.rina.nama)
  })

  test('shows before and after of a write in words', async () => {
    const { body } = await (await as('budi')).get(catatan('?hanyaTulis=true'))
    expect(entriOf(body).map((e) => e.operasi)).toEqual(['keluarga.nilai_kelayakan'])
    expect(entriOf(body)[0]?.perubahan).toEqual(
      expect.arrayContaining([
        {
          kolom: { id: 'Kelayakan', en: 'Eligibility' },
          sebelum: { id: 'Belum dinilai', en: 'Not assessed' },
          sesudah: { id: 'Tidak layak', en: 'Not eligible' },
        },
        {
          kolom: { id: 'Dasar', en: 'Ground' },
          sebelum: null,
          sesudah: { id: 'Sudah bekerja tetap', en: 'Sudah bekerja tetap' },
        },
      ]),
    )
  })

  test('never shows a number of identity, not even where somebody typed one', async () => {
    const { body } = await (await as('budi')).get(catatan())
    const teks = JSON.stringify(body)
    expect(teks).toContain('Cocokkan 6474••••••••0007 dengan KK')
    expect(teks).not.toContain(nik)
    expect(teks).not.toContain(nomorKk)
  })

  test('is paged by key, without gap or repetition', async () => {
    const budi = await as('budi')
    const sekali = entriOf((await budi.get(catatan('?hanyaTulis=false&batas=100'))).body)
    await disegel()
    const satu: number[] = []
    let setelah = sekali[0]?.id ?? 0
    satu.push(setelah)
    for (;;) {
      const { body } = await budi.get(catatan(`?batas=1&setelah=${setelah}`))
      satu.push(...entriOf(body).map((e) => e.id))
      if (body.berikutnya === null) break
      setelah = Number(body.berikutnya)
    }
    expect(satu).toEqual(sekali.map((e) => e.id))
  })

  test('has each reading of itself as an entry', async () => {
    await (await as('dewi')).get(catatan())
    await disegel()
    const { body } = await (await as('dewi')).get(catatan())
    expect(entriOf(body)[0]).toMatchObject({
      operasi: 'jejak.catatan',
      pelaku: { nama: people.dewi.nama },
    })
  })

  test('of a person is found by the person', async () => {
    const { body } = await (await as('budi')).get(
      `/api/jejak/catatan/individu/${keluarga.kab}/${orang}`,
    )
    expect(entriOf(body).map((e) => e.operasi)).toContain('keluarga.buka_nik')
  })

  test.each(['siti', 'yusuf', 'lina', 'maya', 'bayu', 'fitri'] as const)(
    'is closed to %s',
    async (nama) => {
      const { status, body } = await (await as(nama)).get(catatan())
      expect([status, body.code]).toEqual([403, 'izin.kurang'])
    },
  )

  test('is not found from another area', async () => {
    const { status, body } = await (await as('tuti')).get(catatan())
    expect([status, body.code]).toEqual([404, 'tidak.ada'])
  })
})

describe('the log of one officer', () => {
  const idOf = async (username: string) => {
    const { rows } = await server.database.admin.query<{ id: string }>(
      'select id from pengguna where nama = $1',
      [username],
    )
    return rows[0]?.id ?? ''
  }

  test('lists what they did, with their assignments', async () => {
    const { status, body } = await (await as('budi')).get(
      `/api/jejak/petugas/${await idOf(people.siti.nama)}`,
    )
    expect(status).toBe(200)
    expect(body.petugas).toMatchObject({
      nama: people.siti.nama,
      tugas: [{ kantor: { id: 'Kantor Kelurahan Api-api' }, jenis: 'definitif' }],
    })
    expect(new Set(entriOf(body).map((e) => e.operasi))).toEqual(
      new Set(['keluarga.satu', 'keluarga.daftar', 'masuk.sandi']),
    )
    const daftar = entriOf(body).find((e) => e.operasi === 'keluarga.daftar')
    expect([daftar?.jumlah, daftar?.jumlahSubjek]).toEqual([1, 1])
  })

  test('shows an administrator the deeds but no family', async () => {
    const { body } = await (await as('lina')).get(
      `/api/jejak/petugas/${await idOf(people.siti.nama)}`,
    )
    expect(entriOf(body).length).toBeGreaterThan(0)
    expect(JSON.stringify(body)).not.toContain('RAHMAWATI')
    for (const e of entriOf(body)) for (const s of e.subjek) expect(s.keluarga).toBeNull()
  })

  test.each(['tuti', 'dewi'] as const)('of Budi is not found by %s', async (nama) => {
    const { status } = await (await as(nama)).get(
      `/api/jejak/petugas/${await idOf(people.budi.nama)}`,
    )
    expect(status).toBe(404)
  })
})

describe('the search of an auditor', () => {
  const cari = async (saringan: object, siapa: keyof typeof people = 'nur') =>
    dengan('pemeriksaan;Uji%20petik', await as(siapa), '/api/jejak', saringan)

  test('must say what for', async () => {
    const { status, body } = await (await as('nur')).post('/api/jejak', {})
    expect([status, body.code]).toEqual([403, 'tujuan.perlu'])
  })

  test('finds who opened a family, and why', async () => {
    const { status, body } = await cari({ catatan: keluarga.id, operasi: 'keluarga.satu' })
    expect(status).toBe(200)
    const pertama = entriOf(body).at(-1)
    expect(pertama?.pelaku.nama).toBe(people.siti.nama)
    expect(pertama?.keterangan).toBe('Warga datang membawa surat')
  })

  test.each<[object, string[]]>([
    [{ tujuan: 'pengaduan' }, ['keluarga.satu']],
    [{ peran: 'verifikator', jenis: 'tulis' }, ['keluarga.nilai_kelayakan']],
    [{ operasi: 'keluarga.buka_nik' }, ['keluarga.buka_nik']],
    [{ wilayah: 6474011006, tujuan: 'pengaduan' }, ['keluarga.satu']],
    [{ wilayah: 6474011004 }, []],
    [{ dari: '2018-01-01', sampai: '2018-02-01' }, []],
    [{ jenisCatatan: 'kuota' }, []],
  ])('by %j gives %j', async (saringan, operasi) => {
    const { body } = await cari(saringan)
    expect(entriOf(body).map((e) => e.operasi)).toEqual(operasi)
  })

  test('of a person of Tuban sees nothing of Bontang, and the other way round', async () => {
    const { body } = await cari({})
    expect(entriOf(body).length).toBeGreaterThan(5)
    expect(JSON.stringify(body)).not.toContain(people.tuti.nama)
    const { status } = await cari({}, 'tuti')
    expect(status).toBe(403)
  })

  test('is itself in the log, with its filters and without a hit too', async () => {
    await cari({ operasi: 'impor.unggah', dari: '2018-01-01' })
    const { body } = await cari({ operasi: 'jejak.cari' })
    const [terakhir] = entriOf(body)
    expect(terakhir).toMatchObject({ jumlah: 0, tujuan: { id: 'Pemeriksaan' } })
    expect(terakhir?.perubahan.map((p) => p.sesudah?.id)).toEqual(['2018-01-01', 'impor.unggah'])
  })

  test.each(['siti', 'yusuf', 'dewi', 'rina', 'agus'] as const)('is closed to %s', async (nama) => {
    expect((await (await as(nama)).post('/api/jejak', {})).status).toBe(403)
  })

  test('finds officers of the area by name, and none of another', async () => {
    const nur = await as('nur')
    const siti = await nur.post('/api/jejak/pelaku', { q: 'siti' })
    expect(siti.body.petugas).toMatchObject([
      { nama: people.siti.nama, kantor: { id: 'Kantor Kelurahan Api-api' } },
    ])
    expect((await nur.post('/api/jejak/pelaku', { q: 'tuti' })).body.petugas).toEqual([])
    expect((await nur.post('/api/jejak/pelaku', { q: '%' })).status).toBe(400)
  })
})

test('a period is paged by time, without gap or repetition', async () => {
  const hari = new Date(Date.now() - 864e5).toISOString().slice(0, 10)
  const saringan = { dari: hari, operasi: 'keluarga.satu' }
  const cari = async (lain: object) =>
    (await dengan('pemeriksaan', await as('nur'), '/api/jejak', { ...saringan, ...lain })).body
  const sekali = entriOf(await cari({})).map((e) => e.id)
  expect(sekali.length).toBeGreaterThan(1)
  const satu: number[] = []
  for (let setelah = 0; ; ) {
    const body = await cari({ batas: 1, ...(setelah > 0 ? { setelah } : {}) })
    satu.push(...entriOf(body).map((e) => e.id))
    if (body.berikutnya === null) break
    setelah = Number(body.berikutnya)
  }
  expect(satu).toEqual(sekali)
})

describe('the export', () => {
  const unduh = async (bentuk: string, siapa: keyof typeof people = 'nur') =>
    dengan(
      'pemeriksaan',
      await as(siapa),
      `/api/jejak/unduh?bentuk=${bentuk}&operasi=keluarga.satu&keperluan=${encodeURIComponent('=Uji petik')}`,
    )

  test('as CSV has who, what and why, says who took it, and runs no formula', async () => {
    const { status, text } = await unduh('csv')
    expect(status).toBe(200)
    expect(text).toContain(people.siti.nama)
    expect(text).toContain('Warga datang membawa surat')
    expect(text).toContain('Diunduh oleh Nur, auditor')
    expect(text).not.toMatch(/(^|;)"?[=+@-]/m)
    expect(text).not.toContain(nik)
  })

  test('as a workbook is one', async () => {
    const { status, text } = await unduh('xlsx')
    expect([status, text.slice(0, 2)]).toEqual([200, 'PK'])
  })

  test('is in the log with its reason', async () => {
    const { body } = await dengan('pemeriksaan', await as('nur'), '/api/jejak', {
      operasi: 'jejak.unduh',
    })
    expect(entriOf(body)[0]?.keterangan).toBe('=Uji petik')
  })

  test.each(['lina', 'budi', 'siti'] as const)('is closed to %s', async (nama) => {
    expect((await unduh('csv', nama)).status).toBe(403)
  })
})

describe('who saw a person’s data', () => {
  const lembar = () => `/api/jejak/dilihat/${keluarga.kab}/${orang}`

  test('is told by day, office, role and purpose, never by the officer’s name', async () => {
    const { status, body } = await (await as('siti')).get(lembar())
    expect(status).toBe(200)
    expect(body).toMatchObject({
      nama: 'ANDI RAHMAWATI',
      nik: '6474••••••••0007',
      wilayah: { id: 'Kelurahan Api-api' },
      kantorPenjawab: { id: 'Kantor Kelurahan Api-api' },
      terpotong: false,
    })
    const baris = body.baris as { kantor: Label; tindakan: Label; ubah: boolean; tujuan: Label }[]
    expect(baris.map((b) => b.kantor.id)).toContain('Dinas Sosial Provinsi Kalimantan Timur')
    expect(baris.filter((b) => b.ubah).map((b) => b.tindakan.id)).toEqual(['Kelayakan dinilai'])
    expect(baris.find((b) => b.tindakan.id === 'NIK dan nomor KK dibuka')?.tujuan.id).toBe(
      'Verifikasi',
    )
    for (const { nama } of Object.values(people)) expect(JSON.stringify(body)).not.toContain(nama)
  })

  test('counts what one office did for one purpose on one day as one line', async () => {
    const siti = await as('siti')
    await siti.get(alamat())
    await siti.get(alamat())
    await disegel()
    const { body } = await siti.get(lembar())
    const baris = body.baris as { tindakan: Label; tujuan: Label; kali: number }[]
    const buka = baris.filter(
      (b) => b.tindakan.id === 'Data keluarga dibuka' && b.tujuan.id === 'Pelayanan',
    )
    expect(buka.map((b) => b.kali)).toEqual([2])
  })

  test.each(['joko', 'tuti'] as const)('is not found by %s', async (nama) => {
    expect((await (await as(nama)).get(lembar())).status).toBe(404)
  })

  test.each(['yusuf', 'lina', 'maya'] as const)('is closed to %s', async (nama) => {
    expect((await (await as(nama)).get(lembar())).status).toBe(403)
  })
})
