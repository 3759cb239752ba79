import { describe, expect, test } from 'vitest'
import { bacaKeadaan, bandingkan, namaSama } from './keadaan.ts'

test.each([
  ['Sudah meninggal dunia', 'MENINGGAL'],
  ['NIK GANDA', 'NIK_GANDA'],
  ['Non-Aktif', 'NONAKTIF'],
  ['Belum rekam KTP-el', 'BELUM_REKAM_KTPEL'],
  ['NIK tidak ditemukan', 'NIK_TIDAK_DITEMUKAN'],
  ['TIDAK_PADAN_NAMA', 'TIDAK_PADAN_NAMA'],
  ['Tidak padan tgl lahir', 'TIDAK_PADAN_TGL_LAHIR'],
  ['TIDAK PADAN NO KK', 'TIDAK_PADAN_NO_KK'],
  ['padan', 'PADAN'],
  ['lihat lampiran', null],
])('%s means %s', (text, keadaan) => {
  expect(bacaKeadaan(text)).toBe(keadaan)
})

test('names with the same words are the same, in whatever order', () => {
  expect(namaSama('siti aminah', 'aminah siti')).toBe(true)
  expect(namaSama('siti aminah', 'siti')).toBe(false)
})

describe('a person against the answer', () => {
  const orang = {
    nama: 'siti aminah',
    tanggalLahir: '1970-05-12',
    nomorKk: '9974010101150001',
    jenisKelamin: 2,
  }
  const jawab = (lain: Partial<typeof orang>, keadaan: 'MENINGGAL' | 'PADAN' | null = null) =>
    bandingkan(orang, { ...orang, ...lain, keadaan })

  test('agrees', () => {
    expect(jawab({})).toEqual({ keadaan: 'PADAN', beda: [] })
  })
  test('differs: the heaviest difference names the status, all are told', () => {
    expect(jawab({ nomorKk: '1', tanggalLahir: '1971-05-12' })).toEqual({
      keadaan: 'TIDAK_PADAN_TGL_LAHIR',
      beda: ['tanggal_lahir', 'nomor_kk'],
    })
    expect(jawab({ nama: 'siti', nomorKk: '1' }).keadaan).toBe('TIDAK_PADAN_NAMA')
  })
  test('that said more than a comparison keeps its word', () => {
    expect(jawab({ nama: 'x' }, 'MENINGGAL').keadaan).toBe('MENINGGAL')
    expect(jawab({ nama: 'x' }, 'PADAN').keadaan).toBe('TIDAK_PADAN_NAMA')
  })
  test('says nothing of what either side does not know', () => {
    expect(bandingkan({ ...orang, nomorKk: null }, { ...orang, keadaan: null }).beda).toEqual([])
  })
})
