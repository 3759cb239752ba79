import { expect, test } from 'vitest'
import { kantorOf, namaTempat, type Tempat } from './kantor.ts'

const apiApi: Tempat = { nama: 'Api-api', jenis: 'kelurahan', tingkat: 'desa' }
const utara: Tempat = { nama: 'Bontang Utara', jenis: 'kecamatan', tingkat: 'kecamatan' }
const bontang: Tempat = { nama: 'Kota Bontang', jenis: 'kota', tingkat: 'kabkota' }
const kaltim: Tempat = { nama: 'Kalimantan Timur', jenis: 'provinsi', tingkat: 'provinsi' }
const negara: Tempat = { nama: 'Indonesia', jenis: 'negara', tingkat: 'nasional' }

test.each([
  ['operator_desa', apiApi, 'Kantor Kelurahan Api-api'],
  ['ketua_rt', apiApi, 'Kantor Kelurahan Api-api'],
  ['kecamatan', utara, 'Kantor Kecamatan Bontang Utara'],
  ['verifikator', bontang, 'Dinas Sosial Kota Bontang'],
  ['provinsi', kaltim, 'Dinas Sosial Provinsi Kalimantan Timur'],
  ['pusdatin', negara, 'Pusdatin Kementerian Sosial'],
  ['bps', kaltim, 'BPS Provinsi Kalimantan Timur'],
  ['auditor', bontang, 'Auditor Kota Bontang'],
  ['administrator', apiApi, 'Administrator Kelurahan Api-api'],
])('%s of an area acts for an office: %#', (peran, tempat, kantor) => {
  expect(kantorOf(peran, tempat).id).toBe(kantor)
})

test('without a role it was the system, and an unknown region has no name', () => {
  expect(kantorOf(null, bontang)).toEqual({ id: 'Sistem', en: 'The system' })
  expect(kantorOf('verifikator', null).id).toBe('–')
})

test('a customary village is a village', () => {
  expect(namaTempat({ nama: 'Yoboi', jenis: 'desa adat', tingkat: 'desa' })).toBe('Desa Yoboi')
})
