import { expect, test } from 'vitest'
import { bacaKetikan, bacaTanggal, barisKetik, type DaftarKetik } from './ketik.ts'

const kode: DaftarKetik = {
  jenis: 'kode',
  pilihan: [1, 5, 8].map((k) => ({ kode: k, label: { id: '', en: '' }, tunggal: false })),
}
const bit: DaftarKetik = {
  jenis: 'jumlah_bit',
  pilihan: [0, 1, 2, 4].map((k) => ({ kode: k, label: { id: '', en: '' }, tunggal: k === 0 })),
}
const angka = { jenis: 'bilangan', batas: { min: 1, maks: 999 } } as const

test.each([
  [{ jenis: 'kode', batas: null }, kode, '8', 8],
  [{ jenis: 'kode', batas: null }, kode, '7', 'salah'],
  [{ jenis: 'kode', batas: null }, kode, ' ', 'tetap'],
  [{ jenis: 'kode', batas: null }, kode, '-', null],
  [{ jenis: 'jumlah_bit', batas: null }, bit, '1+4', 5],
  [{ jenis: 'jumlah_bit', batas: null }, bit, '5', 5],
  [{ jenis: 'jumlah_bit', batas: null }, bit, '0', 0],
  [{ jenis: 'jumlah_bit', batas: null }, bit, '0+1', 'salah'],
  [{ jenis: 'jumlah_bit', batas: null }, bit, '8', 'salah'],
  [angka, undefined, '24', 24],
  [angka, undefined, '1000', 'salah'],
  [angka, undefined, '2,5', 'salah'],
  [{ jenis: 'rupiah', batas: null }, undefined, '1.300.000', 1_300_000],
  [{ jenis: 'tanggal', batas: null }, undefined, '31-12-1960', '1960-12-31'],
  [{ jenis: 'tanggal', batas: null }, undefined, '31-2-1960', 'salah'],
  [{ jenis: 'teks', batas: null }, undefined, ' usaha kue ', 'usaha kue'],
] as const)('%j typed as %j %s is %s', (v, daftar, teks, harapan) => {
  const k = bacaKetikan(v, daftar, teks)
  expect(k.apa === 'nilai' ? k.nilai : k.apa).toBe(harapan)
})

test('a day is read as officers write it', () => {
  expect(['8-7-2018', '08/07/2018', '2018-07-08', '8.7.2018'].map(bacaTanggal)).toEqual(
    Array(4).fill('2018-07-08'),
  )
  expect(['31-6-2018', '8-7-18', 'kemarin'].map(bacaTanggal)).toEqual([null, null, null])
})

test('what is typed opens and closes the questions that hang on it', () => {
  const tanya = (nama: string, bila: { variabel: string; dalam: number[] } | null) =>
    ({
      nama,
      nomor: null,
      label: { id: '', en: '' },
      jenis: 'kode',
      daftar: null,
      batas: null,
      bila,
    }) as const
  const bagian = [
    {
      judul: { id: '', en: '' },
      unit: 'ruta',
      variabel: [tanya('lantai', null), tanya('mutu', { variabel: 'lantai', dalam: [5] })],
    },
  ] as const
  const nama = (baru: Record<string, number>) =>
    barisKetik(bagian, 'ruta', 'r', {
      umur: null,
      jenisKelamin: null,
      lama: { lantai: 5 },
      baru,
    }).map((b) => b.kunci)
  expect(nama({})).toEqual(['r.lantai', 'r.mutu'])
  expect(nama({ lantai: 8 })).toEqual(['r.lantai'])
})
