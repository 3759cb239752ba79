import { describe, expect, test } from 'vitest'
import { cocokkan, editDistance, kunciWilayah } from './wilayah-cocok.ts'
import { PetaWilayah } from './wilayah-peta.ts'

const desa = [
  { kode: 6474011001, nama: 'Bontang Lestari' },
  { kode: 6474011002, nama: 'Satimpo' },
  { kode: 6474011003, nama: 'Berbas Pantai' },
  { kode: 6474011004, nama: 'Berbas Tengah' },
  { kode: 6474011005, nama: 'Tanjung Laut' },
  { kode: 6474011006, nama: 'Tanjung Laut Indah' },
  { kode: 6474021003, nama: 'Api-Api' },
  { kode: 6474021004, nama: 'Gunung Elai' },
]

describe('a village by its written name', () => {
  test.each([
    ['TANJUNG LAUT INDAH', 6474011006],
    ['Tj. Laut Indah', 6474011006],
    ['TJ LAUT', 6474011005],
    ['Api2', 6474021003],
    ['API API', 6474021003],
    ['Kel. Satimpo', 6474011002],
    ['GN. ELAI', 6474021004],
    ['Berbas  Tengah', 6474011004],
  ])('%s is certain', (nama, kode) => {
    expect(cocokkan(nama, desa)).toEqual({ jenis: 'pasti', kode })
  })
  test('near to one name alone is read as it, with a note', () => {
    expect(cocokkan('SATIMPPO', desa)).toMatchObject({ jenis: 'dekat', kode: 6474011002 })
    expect(cocokkan('BERBAS TENGHA', desa)).toMatchObject({ jenis: 'dekat', kode: 6474011004 })
  })
  test('unknown or near to several is asked', () => {
    expect(cocokkan('SUKA MAJU', desa).jenis).toBe('tak_dikenal')
    expect(cocokkan('BERBAS', desa).jenis).toBe('tak_dikenal')
    expect(cocokkan('', desa).jenis).toBe('tak_dikenal')
  })
  test('a swap of neighbours is one edit', () => {
    expect(editDistance('ABCD', 'ABDC', 4)).toBe(1)
    expect(editDistance('KUCING', 'KACANG', 4)).toBe(2)
  })
  test('the form compared knows no case, spaces or signs', () => {
    expect(kunciWilayah('Kelurahan Tj.Laut-Indah')).toBe(kunciWilayah('TANJUNG LAUT INDAH'))
  })
})

describe('the regions of an import', () => {
  const rows = [
    { kode: 6474000000, tingkat: 'kabkota', nama: 'Kota Bontang', kode_bps: null },
    { kode: 6474010000, tingkat: 'kecamatan', nama: 'Bontang Utara', kode_bps: null },
    { kode: 6474020000, tingkat: 'kecamatan', nama: 'Bontang Selatan', kode_bps: null },
    { kode: 6474011001, tingkat: 'desa', nama: 'Loktuan', kode_bps: null },
    { kode: 6474021001, tingkat: 'desa', nama: 'Satimpo', kode_bps: '6474010003' },
  ]
  const wrote = { kode: '', provinsi: '', kabkota: 'BONTANG', kecamatan: '', desa: '', bps: '' }
  const peta = new PetaWilayah(
    rows,
    new Map([['BONTANG / UTARA / KAMPUNG BARU', 6474011001]]),
    6474000000,
  )

  test('a village named under another kecamatan of the kab is found and noted', () => {
    expect(peta.cari({ ...wrote, kecamatan: 'Bontang Utara', desa: 'Satimpo' })).toMatchObject({
      jenis: 'dekat',
      kode: 6474021001,
    })
  })
  test('a code of Kemendagri wins, one of BPS serves where there is no name', () => {
    expect(peta.cari({ ...wrote, kode: '64.74.01.1001' }).jenis).toBe('pasti')
    expect(peta.cari({ ...wrote, bps: '6474010003' })).toMatchObject({ kode: 6474021001 })
  })
  test('an answer given once holds for the same writing', () => {
    expect(peta.cari({ ...wrote, kecamatan: 'utara', desa: 'Kampung  Baru' })).toMatchObject({
      jenis: 'pasti',
      kode: 6474011001,
    })
    expect(peta.cari({ ...wrote, kecamatan: 'utara', desa: 'Kampung Lama' })).toMatchObject({
      jenis: 'tak_dikenal',
      tulisan: 'BONTANG / UTARA / KAMPUNG LAMA',
    })
  })
})
