import { describe, expect, test } from 'vitest'
import { bacaHasil, judulHasil, kepalaHasil } from './hasil.ts'
import { teksKiriman } from './sidik.ts'
import { hitungPengesahan, suratPengesahan } from './surat.ts'

const kepala = { nomor: 'KR-2018-00AA-11BB', wilayah: 6474000000, periode: '2018-07' }
const baris = [
  {
    nomor: 'US-2018-0002-0000-0000',
    jenis: 'tidak_layak',
    wilayah: 6474011006,
    rt: 7,
    nama: 'BADU',
  },
  {
    nomor: 'US-2018-0001-0000-0000',
    jenis: 'keluarga_baru',
    wilayah: 6474011004,
    rt: null,
    nama: 'AMINAH',
  },
] as const

describe('the text of which a batch takes its hash', () => {
  test('is the same in whatever order the rows are given', () => {
    expect(teksKiriman(kepala, baris)).toBe(teksKiriman(kepala, [...baris].reverse()))
    expect(teksKiriman(kepala, baris).split('\n')).toHaveLength(4)
  })
  test.each([
    ['another name', { nama: 'BADUI' }],
    ['another kind', { jenis: 'layak_kembali' }],
    ['another RT', { rt: 8 }],
  ])('differs by %s', (_, beda) => {
    const lain = baris.map((b, i) => (i === 0 ? { ...b, ...beda } : b))
    expect(teksKiriman(kepala, lain)).not.toBe(teksKiriman(kepala, baris))
  })
  test('cannot be made alike by a tab or line end in a name', () => {
    const [a, b] = baris
    const satu = teksKiriman(kepala, [{ ...a, nama: `BADU\n${b.nomor}\tx` }])
    expect(satu.split('\n')).toHaveLength(3)
  })
})

const lampiran = baris.map((b) => ({
  ...b,
  namaWilayah: b.wilayah === 6474011006 ? 'Api-api' : 'Guntung',
}))

describe('the Surat Pengesahan', () => {
  test('counts per village and kind, with sums', () => {
    expect(hitungPengesahan(lampiran)).toEqual({
      jenis: ['keluarga_baru', 'tidak_layak'],
      baris: [
        ['Api-api', '0', '1', '1'],
        ['Guntung', '1', '0', '1'],
        ['Jumlah', '1', '1', '2'],
      ],
    })
  })
  test('names people in its annex alone, and says that its number follows', () => {
    const surat = suratPengesahan({
      kop: { baris: ['DINAS SOSIAL'], alamat: null, telepon: null, logo: null },
      tempat: 'Bontang',
      penanda: { jabatan: 'Kepala Dinas Sosial', nama: '', nip: null, pangkat: null },
      kantor: 'Kota Bontang',
      kiriman: kepala.nomor,
      nomor: null,
      tanggal: '2018-07-17',
      periode: '2018-07',
      baris: lampiran,
      sidik: 'f'.repeat(64),
      alamat: 'http://localhost/d/x',
    })
    const batas = surat.isi.findIndex((b) => b.blok === 'halamanBaru')
    expect(JSON.stringify(surat.isi.slice(0, batas))).not.toMatch(/BADU|AMINAH/)
    expect(JSON.stringify(surat.isi.slice(batas))).toMatch(/BADU[\s\S]*AMINAH/)
    expect(surat.judul).not.toMatch(/BADU/)
    const depan = JSON.stringify(surat.isi)
    expect(depan).toContain('untuk periode Juli 2018')
    // No word of it is longer than a line of the paper.
    expect(Math.max(...depan.split(/[\s"]+/).map((kata) => kata.length))).toBeLessThan(50)
    expect(surat.isi[0]).toMatchObject({ blok: 'judul', nomor: 'menyusul' })
  })
})

describe('a file of outcomes', () => {
  const nomor = 'US-2018-AB12-0000-00FF'
  const tempat = kepalaHasil([['DAFTAR HASIL'], [...judulHasil]])?.tempat
  const baca = (...sel: readonly string[][]) => {
    if (!tempat) throw new Error('The headings of our own sheet were not recognised')
    return bacaHasil(sel, tempat, 2018)
  }
  test('is recognised by our own headings, and by those that an office writes', () => {
    expect(kepalaHasil([['DAFTAR HASIL'], [...judulHasil]])?.lewati).toBe(2)
    expect(kepalaHasil([['No.', 'NO. USULAN', 'STATUS (3)', 'Keterangan']])?.tempat).toMatchObject({
      nomor: 1,
      putusan: 2,
      alasan: 3,
      desil: -1,
      kiriman: -1,
    })
    expect(
      kepalaHasil([
        ['Nama', 'NIK'],
        ['Nomor usulan', 'Nama'],
      ]),
    ).toBeNull()
  })
  test.each([
    [['', nomor, 'Diterima', '', '3'], { putusan: 'diterima', desil: 3, salah: null }],
    [
      ['', nomor.toLowerCase(), 'TOLAK', 'Tidak miskin', ''],
      { nomor, putusan: 'ditolak', salah: null },
    ],
    [['', nomor, 'Dikembalikan ke musyawarah', 'Perlu rapat ulang', ''], { putusan: 'musyawarah' }],
    [['', nomor, '', '', '4.0'], { putusan: null, desil: 4, salah: null }],
    [['', 'US-1', 'Diterima', '', ''], { salah: 'nomor_kosong' }],
    [['', nomor, 'mungkin', '', ''], { salah: 'putusan_tidak_dikenal' }],
    [['', nomor, 'Ditolak', '-', ''], { salah: 'alasan_kosong' }],
    [['', nomor, 'Diterima', '', '11'], { salah: 'desil_salah' }],
    [['', nomor, '', '', ''], { salah: 'tanpa_isi' }],
  ])('reads %j', (sel, hasil) => {
    expect(baca(sel)[0]).toMatchObject(hasil)
  })
  test('counts the first of two rows of one number', () => {
    const rows = baca(['', nomor, 'Diterima', '', ''], ['', nomor, 'Ditolak', 'tidak layak', ''])
    expect(rows.map((r) => r.salah)).toEqual([null, 'ganda_di_berkas'])
  })
})
