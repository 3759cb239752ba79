import { randomUUID } from 'node:crypto'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { measure } from '#test/berkas/ukur.ts'
import type { Body, people } from '#test/people.ts'
import { type TestServer, testServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const judul =
  'Nama;NIK;Nomor KK;Nomor telepon;Peran;Wilayah;RT;Jenis;Nomor surat;Tanggal surat;Dari;Sampai'
type Isi = Record<
  | 'nama'
  | 'nik'
  | 'kk'
  | 'telepon'
  | 'peran'
  | 'wilayah'
  | 'rt'
  | 'jenis'
  | 'surat'
  | 'tanggal'
  | 'dari'
  | 'sampai',
  string
>
let serial = 0
/** A row that is in order, with what is said otherwise. */
const baris = (beda: Partial<Isi> = {}): string => {
  serial += 1
  const akhir = String(serial).padStart(4, '0')
  const isi: Isi = {
    nama: `Petugas ${'abcdefghij'[serial % 10]}${'klmnopqrst'[Math.floor(serial / 10) % 10]}wan`,
    nik: `997401150680${akhir}`,
    kk: `997401150618${akhir}`,
    telepon: `0813-000-${akhir.slice(0, 1)}${akhir.slice(1)}`,
    peran: 'Operator desa/kelurahan',
    wilayah: 'Api-Api',
    rt: '',
    jenis: '',
    surat: `800/${serial}`,
    tanggal: '02-07-2018',
    dari: '2018-07-10',
    sampai: '',
    ...beda,
  }
  return Object.values(isi).join(';')
}
const csv = (rows: readonly string[]): Buffer => Buffer.from([judul, ...rows].join('\n'))

async function unggah(
  oleh: keyof typeof people,
  path: string,
  file: Buffer,
  fields: Record<string, string> = {},
): Promise<{ status: number; body: Body }> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('berkas', new Blob([new Uint8Array(file)]), 'petugas.csv')
  const { cookie } = await server.as(oleh)
  const answer = await fetch(`${server.address}${path}`, {
    method: 'POST',
    headers: { cookie, origin: server.address, 'idempotency-key': randomUUID() },
    body: form,
  })
  return { status: answer.status, body: (await answer.json()) as Body }
}
type BarisLaporan = {
  baris: number
  nama: string | null
  status: string
  temuan: { kolom: string; kode: string; nilai: string | null; sebab: object; perbaikan: object }[]
}
const periksa = async (rows: readonly string[], oleh: keyof typeof people = 'lina') => {
  const { status, body } = await unggah(oleh, '/api/pengguna-impor/periksa', csv(rows))
  expect(status).toBe(200)
  return body as unknown as {
    sidik: string
    diterima: number
    ditolak: number
    baris: BarisLaporan[]
  }
}
const jumlahPetugas = async (): Promise<number> =>
  (await server.database.admin.query('select count(*)::int as n from pengguna')).rows[0].n

/** Ways in which a row can be wrong, and how the report names them. */
const rusak: readonly (readonly [string, Partial<Isi>, string, string])[] = [
  ['without a name', { nama: '' }, 'Nama', 'kosong'],
  ['for an office instead of a person', { nama: 'Operator 01' }, 'Nama', 'nama_janggal'],
  ['without a NIK', { nik: '-' }, 'NIK', 'kosong'],
  ['with a NIK that Excel broke', { nik: '9,97401E+15' }, 'NIK', 'rusak_oleh_excel'],
  ['with a short NIK', { nik: '99740115068000' }, 'NIK', 'bukan_16_digit'],
  ['with letters in the NIK', { nik: '99740115068O0001' }, 'NIK', 'bukan_angka'],
  ['with an impossible day in the NIK', { nik: '9974013502800001' }, 'NIK', 'tanggal_mustahil'],
  ['with serial zero in the NIK', { nik: '9974011506800000' }, 'NIK', 'serial_nol'],
  [
    'with a family card that is a woman’s NIK',
    { kk: '9974015506180001' },
    'Nomor KK',
    'tanggal_mustahil',
  ],
  ['without a phone number', { telepon: '' }, 'Nomor telepon', 'kosong'],
  ['with words as phone number', { telepon: 'belum ada' }, 'Nomor telepon', 'telepon_salah'],
  ['with an unknown role', { peran: 'Raja' }, 'Peran', 'peran_tidak_dikenal'],
  [
    'for an administrator',
    { peran: 'Administrator wilayah' },
    'Peran',
    'administrator_satu_per_satu',
  ],
  [
    'with an unknown region',
    { wilayah: 'Atlantis' },
    'Wilayah (nama atau kode)',
    'wilayah_tidak_dikenal',
  ],
  [
    'with a region outside the area',
    { wilayah: '35.23.01.2001' },
    'Wilayah (nama atau kode)',
    'wilayah_tidak_dikenal',
  ],
  ['at a wrong level', { wilayah: '6474010000' }, 'Wilayah (nama atau kode)', 'tingkat_salah'],
  [
    'for the inspector of the own area',
    { peran: 'Auditor', wilayah: '6474000000' },
    'Wilayah (nama atau kode)',
    'harus_di_bawah',
  ],
  ['of an RT head without RT', { peran: 'Ketua RT' }, 'RT', 'rt_wajib'],
  ['with an RT that cannot be read', { peran: 'Ketua RT', rt: 'pojok' }, 'RT', 'rt_tidak_terbaca'],
  ['of an operator of one RT', { rt: '7' }, 'RT', 'rt_tidak'],
  ['with an unknown kind', { jenis: 'kontrak' }, 'Jenis', 'jenis_tidak_dikenal'],
  ['of a Plt without an end', { jenis: 'Plt.' }, 'Sampai', 'tanpa_akhir'],
  ['without a letter', { surat: '' }, 'Nomor surat', 'kosong'],
  ['by a letter of tomorrow', { tanggal: '25-07-2018' }, 'Tanggal surat', 'surat_mendatang'],
  [
    'by a letter of an impossible day',
    { tanggal: '31 Pebruari 2018' },
    'Tanggal surat',
    'tanggal_tidak_ada',
  ],
  ['with a beginning that cannot be read', { dari: 'segera' }, 'Dari', 'tanggal_tidak_terbaca'],
  ['without a beginning', { dari: '' }, 'Dari', 'kosong'],
  ['that ends before it begins', { sampai: '2018-07-01' }, 'Sampai', 'masa_terbalik'],
  ['that is over', { sampai: '2018-07-20' }, 'Sampai', 'masa_lampau'],
]

describe('a row', () => {
  test.each(rusak)('%s is refused with cause and remedy', async (_, beda, kolom, kode) => {
    const report = await periksa([baris(), baris(beda)])
    expect(report).toMatchObject({ diterima: 1, ditolak: 1 })
    expect(report.baris[1]).toMatchObject({
      baris: 3,
      status: 'ditolak',
      temuan: [{ kolom, kode }],
    })
    const [temuan] = report.baris[1]?.temuan ?? []
    for (const text of [temuan?.sebab, temuan?.perbaikan])
      expect(text).toMatchObject({
        id: expect.stringMatching(/\w/),
        en: expect.stringMatching(/\w/),
      })
  })

  test('with several faults names each of them', async () => {
    const report = await periksa([baris({ nama: '', nik: '1', dari: '' })])
    expect(report.baris[0]?.temuan.map((t) => t.kode)).toEqual([
      'kosong',
      'bukan_16_digit',
      'kosong',
    ])
  })

  test('never repeats a NIK or family-card number in the report', async () => {
    const report = await periksa([
      baris({ nik: '997401150680001' }),
      baris({ kk: '9974015506180001' }),
    ])
    expect(JSON.stringify(report)).not.toContain('997401')
  })

  test('is read as offices write: short roles, codes with dots, RT in words, Excel’s dates', async () => {
    const report = await periksa([
      baris({ peran: 'operator kelurahan', wilayah: '64.74.01.1006' }),
      baris({ peran: 'KETUA RT', rt: 'RT 007, 08', wilayah: 'Kel. Api Api' }),
      baris({ peran: 'Lurah', jenis: 'PLT', sampai: '31 Des 2018' }),
      baris({ peran: 'pendamping', wilayah: 'Bontang Utara', dari: '43300' }),
      baris({ nama: 'Hj. Siti Aminah, S.Sos', wilayah: 'Guntung, Bontang Utara' }),
    ])
    expect(report.baris.flatMap((b) => b.temuan)).toEqual([])
    expect(report.diterima).toBe(5)
  })
})

test('the same person or phone number twice in a file counts once', async () => {
  const nik = '9974011506809999'
  const report = await periksa([
    baris({ nik }),
    baris({ nik }),
    baris({ telepon: '081300099999' }),
    baris({ telepon: '+62 813 0009 9999' }),
  ])
  expect(report.baris.map((b) => [b.status, b.temuan[0]?.kode])).toEqual([
    ['diterima', undefined],
    ['ditolak', 'ganda_di_berkas'],
    ['diterima', undefined],
    ['ditolak', 'ganda_di_berkas'],
  ])
})

test('looking makes nothing', async () => {
  const before = await jumlahPetugas()
  await periksa([baris(), baris()])
  expect(await jumlahPetugas()).toBe(before)
})

test('what is no file of officers is refused in words', async () => {
  for (const file of [
    Buffer.from('a;b\n1;2'),
    Buffer.from('%PDF-1.4'),
    Buffer.from('PK\x03\x04'),
  ]) {
    const { status, body } = await unggah('lina', '/api/pengguna-impor/periksa', file)
    expect([status, body.code]).toEqual([400, 'pengguna.berkas_ditolak'])
  }
})

test('another file than the one looked at is refused', async () => {
  const report = await periksa([baris()])
  const { status, body } = await unggah('lina', '/api/pengguna-impor', csv([baris()]), {
    sidik: report.sidik,
  })
  expect([status, body.code]).toEqual([409, 'pengguna.berkas_berbeda'])
})

describe('a file of 500 officers', () => {
  test('with twenty-nine broken rows takes in the rest with a few seconds of work, once', async () => {
    const rows = Array.from({ length: 500 - rusak.length }, (_, i) =>
      baris(i % 3 === 0 ? { peran: 'Ketua RT', rt: String((i % 40) + 1) } : {}),
    )
    const file = csv([...rows, ...rusak.map(([, beda]) => baris(beda))])
    const before = await jumlahPetugas()
    const { value: done, measured } = await measure(async () => {
      const looked = await unggah('lina', '/api/pengguna-impor/periksa', file)
      return unggah('lina', '/api/pengguna-impor', file, { sidik: String(looked.body.sidik) })
    })
    expect(done.body).toMatchObject({ diterima: 471, ditolak: 29 })
    expect((await jumlahPetugas()) - before).toBe(471)
    expect(measured.milliseconds).toBeLessThan(10_000)
    // Again: everybody has an account now.
    const again = await unggah('lina', '/api/pengguna-impor/periksa', file)
    expect(again.body).toMatchObject({ diterima: 0, ditolak: 500 })
    await lembar(String(done.body.id))
  })

  /** The sheet of links: one line per officer, for the sender alone. */
  async function lembar(id: string): Promise<void> {
    const path = `/api/pengguna-impor/${id}/tautan.xlsx?tujuan=dibagikan+di+rapat&asal=https://siks.example.go.id`
    const { cookie } = await server.as('lina')
    const answer = await fetch(`${server.address}${path}`, { headers: { cookie } })
    expect(answer.status).toBe(200)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(await answer.arrayBuffer())
    const sheet = book.worksheets[0]
    expect(sheet?.rowCount).toBe(3 + 471)
    const links = new Set<string>()
    sheet?.eachRow((row, n) => {
      if (n > 3) links.add(String(row.getCell(6).value))
    })
    expect(links.size).toBe(471)
    for (const link of links)
      expect(link).toMatch(/^https:\/\/siks\.example\.go\.id\/undangan\/[\w-]{20,}$/)
    const other = await (await server.as('eko')).get(path)
    expect([other.status, other.body.code]).toEqual([404, 'tidak.ada'])
  }
})

test('the workbook that we hand out is read back without a fault', async () => {
  const { cookie } = await server.as('lina')
  const answer = await fetch(`${server.address}/api/pengguna-impor/templat.xlsx`, {
    headers: { cookie },
  })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await answer.arrayBuffer())
  const sheet = book.getWorksheet('Petugas')
  baris()
    .split(';')
    .forEach((cell, i) => {
      const place = sheet?.getRow(2).getCell(i + 1)
      if (place) place.value = cell
    })
  const file = Buffer.from(await book.xlsx.writeBuffer())
  const { body } = await unggah('lina', '/api/pengguna-impor/periksa', file)
  expect(body).toMatchObject({ diterima: 1, ditolak: 0 })
})

test('a lurah takes in the RT heads of the own village, and nobody else', async () => {
  const report = await periksa(
    [
      baris({ peran: 'Ketua RT', rt: '7' }),
      baris(),
      baris({ peran: 'Ketua RT', rt: '7', wilayah: 'Guntung' }),
    ],
    'dewi',
  )
  expect(report.baris.map((b) => b.temuan[0]?.kode)).toEqual([
    undefined,
    'peran_tidak_boleh',
    'wilayah_tidak_dikenal',
  ])
})
