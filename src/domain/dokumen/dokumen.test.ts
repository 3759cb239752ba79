import { describe, expect, test } from 'vitest'
import { namaJenis, nomorOtomatis } from './jenis.ts'
import { jabatanBawaan, kopBawaan, sebutan, tempatBawaan } from './kop.ts'
import { tanggalSurat } from './tanggal.ts'

const w = (nama: string, tingkat: string, jenis: string) => ({ nama, tingkat, jenis })
const indonesia = w('Indonesia', 'nasional', 'negara')
const kaltim = w('Kalimantan Timur', 'provinsi', 'provinsi')
const bontang = w('Kota Bontang', 'kabkota', 'kota')
const utara = w('Bontang Utara', 'kecamatan', 'kecamatan')
const api = w('Api-api', 'desa', 'kelurahan')
const montong = w('Montongsekar', 'desa', 'desa')

describe('a letterhead of the names of regions', () => {
  test('begins with the government of the kab/kota and ends with the office', () => {
    expect(kopBawaan([indonesia, kaltim, bontang, utara, api])).toEqual([
      'PEMERINTAH KOTA BONTANG',
      'KECAMATAN BONTANG UTARA',
      'KELURAHAN API-API',
    ])
    expect(kopBawaan([indonesia, kaltim])).toEqual(['PEMERINTAH PROVINSI KALIMANTAN TIMUR'])
  })

  test('names each kind once, the place without it, and the head of the office', () => {
    expect([bontang, api].map(sebutan)).toEqual(['Kota Bontang', 'Kelurahan Api-api'])
    expect(tempatBawaan([indonesia, kaltim, bontang, utara, api])).toBe('Bontang')
    expect([api, montong, utara, bontang].map(jabatanBawaan)).toEqual([
      'Lurah Api-api',
      'Kepala Desa Montongsekar',
      'Camat Bontang Utara',
      'Kepala Dinas Sosial Kota Bontang',
    ])
  })
})

test('a number says which, what, where and when; zeros of a higher office are left out', () => {
  expect(nomorOtomatis(7, 'keterangan_terdaftar', 6474011006, 2018)).toBe(
    '0007/SKT/64.74.01.1006/2018',
  )
  expect(nomorOtomatis(12345, 'berita_acara', 6474000000, 2026)).toBe('12345/BA/64.74/2026')
})

test('a kind that is not known any more is shown as it is written', () => {
  expect(namaJenis('berita_acara').en).toBe('Minutes of the meeting')
  expect(namaJenis('surat_lama').id).toBe('surat lama')
})

test('a date is written as in a letter; what is none stays', () => {
  expect(['2018-07-04', '2026-12-31T10:00:00Z', 'kemarin', '2018-13-01'].map(tanggalSurat)).toEqual(
    ['4 Juli 2018', '31 Desember 2026', 'kemarin', '2018-13-01'],
  )
})
