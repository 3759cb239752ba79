import { expect, test } from 'vitest'
import { perbaikanBeda } from './usulan.ts'

const kepala = true

test('a decision for a source becomes the correction of the right record', () => {
  expect(perbaikanBeda('nama', 'dukcapil', 'SITI AMINA', kepala)).toEqual({
    jenis: 'perbaikan_identitas',
    perbaikan: { nama: 'SITI AMINA' },
  })
  expect(perbaikanBeda('nomor_kk', 'p3ke', '9901010101150001', !kepala)).toEqual({
    jenis: 'perbaikan_keluarga',
    perbaikan: { nomor_kk: '9901010101150001' },
  })
  expect(perbaikanBeda('hubungan', 'regsosek', '5', !kepala)).toMatchObject({
    perbaikan: { hubungan: '5' },
  })
})

test('nothing is proposed where the registry is right, a head would change, or the value is none', () => {
  expect(perbaikanBeda('nama', 'registri', 'SITI', !kepala)).toEqual({ sebab: 'registri' })
  expect(perbaikanBeda('hubungan', 'dukcapil', '3', kepala)).toEqual({ sebab: 'kepala' })
  expect(perbaikanBeda('hubungan', 'dukcapil', '1', !kepala)).toEqual({ sebab: 'kepala' })
  expect(perbaikanBeda('nik', 'p3ke', '12345', !kepala)).toEqual({ sebab: 'nilai' })
  expect(perbaikanBeda('tanggal_lahir', 'p3ke', '1980', !kepala)).toEqual({ sebab: 'nilai' })
})
