/** The form of an assignment: which areas and parts fit a role, what is missing, what is sent. */
import { describe, expect, test } from 'vitest'
import {
  aturanIsian,
  bagianOf,
  type IsianTugas,
  isianKosong,
  type PeranPilihan,
  type Pilihan,
  tugasBaruOf,
  wilayahAwal,
  wilayahCocok,
} from './isian-tugas.ts'

const kota = { kode: 6474000000, nama: 'Bontang', tingkat: 'kabkota', jenis: 'kota' }
const desa = { kode: 6474011006, nama: 'Api-api', tingkat: 'desa', jenis: 'kelurahan' }
const dasar = { label: { id: 'x', en: 'x' }, harusDiBawah: false, keluarga: false, berdua: false }
const verifikator: PeranPilihan = {
  ...dasar,
  peran: 'verifikator',
  tingkat: ['kabkota'],
  rt: 'tidak',
}
const auditor: PeranPilihan = {
  ...dasar,
  peran: 'auditor',
  tingkat: ['kabkota'],
  rt: 'tidak',
  harusDiBawah: true,
}
const ketuaRt: PeranPilihan = { ...dasar, peran: 'ketua_rt', tingkat: ['desa'], rt: 'wajib' }
const kunjungan: PeranPilihan = {
  ...dasar,
  peran: 'petugas_kunjungan',
  tingkat: ['desa', 'kabkota'],
  rt: 'boleh',
  keluarga: true,
}
const pilihan: Pilihan = {
  wilayah: kota,
  peran: [verifikator, auditor, ketuaRt, kunjungan],
  jenis: [],
}
const hariIni = '2018-07-24'
const lengkap: IsianTugas = {
  ...isianKosong(hariIni),
  peran: 'ketua_rt',
  wilayah: desa,
  bagian: 'rt',
  rt: '7, 1-2',
  suratNomor: ' 800/1 ',
  suratTanggal: '2018-07-01',
}

describe('areas that fit a role', () => {
  test('one’s own area is taken where the role is held at its level', () => {
    expect(wilayahAwal(pilihan, verifikator)).toEqual(kota)
    expect(wilayahAwal(pilihan, ketuaRt)).toBeNull()
  })

  test('a role that must lie below one’s own area is not given at it', () => {
    expect(wilayahCocok(pilihan, auditor, kota)).toBe(false)
    expect(wilayahAwal(pilihan, auditor)).toBeNull()
  })

  test('at the nation there is nothing above', () => {
    const nasional = { kode: 0, nama: 'Indonesia', tingkat: 'nasional', jenis: 'nasional' }
    const pusat = { ...pilihan, wilayah: nasional }
    expect(wilayahCocok(pusat, { ...auditor, tingkat: ['nasional'] }, nasional)).toBe(true)
  })

  test('an area of another level does not fit', () => {
    expect(wilayahCocok(pilihan, verifikator, desa)).toBe(false)
    expect(wilayahCocok(pilihan, ketuaRt, desa)).toBe(true)
  })
})

describe('parts of an area', () => {
  test('a Ketua RT always has a list of RT', () => {
    expect(bagianOf(ketuaRt, desa)).toEqual(['rt'])
  })
  test('a field officer may have RT in a village only', () => {
    expect(bagianOf(kunjungan, desa)).toEqual(['seluruh', 'rt', 'keluarga'])
    expect(bagianOf(kunjungan, kota)).toEqual(['seluruh', 'keluarga'])
  })
  test('other roles have the whole area', () => {
    expect(bagianOf(verifikator, kota)).toEqual(['seluruh'])
  })
})

describe('what is missing', () => {
  const aturan = aturanIsian((k) => k, hariIni)

  test('nothing, when all is filled in', () => {
    expect(aturan.peran(lengkap.peran)).toBeNull()
    expect(aturan.wilayah(lengkap.wilayah)).toBeNull()
    expect(aturan.rt(lengkap.rt, lengkap)).toBeNull()
    expect(aturan.hariTerakhir('', lengkap)).toBeNull()
  })

  test('RT are asked for only where the part is RT', () => {
    expect(aturan.rt('', lengkap)).toBe('rtWajib')
    expect(aturan.rt('tujuh', lengkap)).toBe('rtSalah')
    expect(aturan.rt('', { ...lengkap, bagian: 'seluruh' })).toBeNull()
  })

  test('families are asked for only where the part is families', () => {
    expect(aturan.keluarga([], { ...lengkap, bagian: 'keluarga' })).toBe('keluargaWajib')
    expect(aturan.keluarga([], lengkap)).toBeNull()
  })

  test('Plt and Plh must have a last day, not before the first', () => {
    expect(aturan.hariTerakhir('', { ...lengkap, jenis: 'plh' })).toBe('wajib')
    expect(aturan.hariTerakhir('2018-07-23', lengkap)).toBe('terbalik')
    expect(aturan.hariTerakhir('2018-07-24', { ...lengkap, jenis: 'plh' })).toBeNull()
  })

  test('a letter cannot be dated after today', () => {
    expect(aturan.suratTanggal('2018-07-25')).toBe('suratMendatang')
    expect(aturan.suratTanggal('2018-07-24')).toBeNull()
    expect(aturan.suratTanggal('')).toBe('wajib')
  })
})

describe('what is sent', () => {
  test('RT as sorted numbers, texts without blanks around them', () => {
    expect(tugasBaruOf(lengkap)).toMatchObject({
      wilayah: desa.kode,
      rt: [1, 2, 7],
      keluarga: null,
      suratNomor: '800/1',
      hariTerakhir: null,
    })
  })

  test('only the part that was chosen', () => {
    const k = { id: 'a', nama: 'b', keterangan: 'c' }
    expect(tugasBaruOf({ ...lengkap, bagian: 'keluarga', keluarga: [k] })).toMatchObject({
      rt: null,
      keluarga: ['a'],
    })
  })

  test('nothing while role or area are missing', () => {
    expect(tugasBaruOf({ ...lengkap, peran: '' })).toBeNull()
    expect(tugasBaruOf({ ...lengkap, wilayah: null })).toBeNull()
  })
})
