import { expect, test } from 'vitest'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import { bergeser, bidangBeda, pengubahBagi } from './benturan.ts'

const label = (text: string) => ({ id: text, en: text })

test('a record has moved on when the version seen is not the version that stands', () => {
  expect(bergeser(3, 3)).toBe(false)
  expect(bergeser(3, 4)).toBe(true)
  expect(bergeser(0, 1)).toBe(true)
  expect(bergeser(null, 'hari_dulu')).toBe(true)
})

test('only the fields that differ are shown, coded values compared by their words', () => {
  const bidang = [
    { kolom: 'status', label: label('Status'), dikirim: label('layak'), kini: label('layak') },
    { kolom: 'jumlah', label: label('Jumlah'), dikirim: 25, kini: 30 },
    { kolom: 'dasar', label: label('Dasar'), dikirim: null, kini: 'SK 1' },
    { kolom: 'tanggal', label: label('Tanggal'), dikirim: '2018-07-01', kini: '2018-07-01' },
  ]
  expect(bidangBeda(bidang).map((b) => b.kolom)).toEqual(['jumlah', 'dasar'])
})

test('when somebody else wrote the very same, all fields are shown', () => {
  const bidang = [{ kolom: 'jumlah', label: label('Jumlah'), dikirim: 25, kini: 25 }]
  expect(bidangBeda(bidang)).toEqual(bidang)
})

test('a writer is named to readers whose area holds theirs, otherwise shown by role and time', () => {
  const pada = new Date('2018-07-24T01:02:03Z')
  const siti = { nama: 'Siti', peran: label('Operator'), wilayah: 6474011006 }
  const shown = { peran: label('Operator'), nama: 'Siti', pada: '2018-07-24T01:02:03.000Z' }
  expect(pengubahBagi(cakupanOf(6474000000), siti, pada)).toEqual(shown)
  expect(pengubahBagi(cakupanOf(6474011006), siti, pada)).toEqual(shown)
  expect(pengubahBagi(cakupanOf(6474011004), siti, pada)).toEqual({ ...shown, nama: null })
  expect(pengubahBagi(cakupanOf(6474011004), { ...siti, wilayah: 0 }, pada).nama).toBeNull()
})

test('a change of the system has neither role nor name', () => {
  expect(pengubahBagi(cakupanOf(0), null, null)).toEqual({ peran: null, nama: null, pada: null })
})
