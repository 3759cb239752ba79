import { expect, test } from 'vitest'
import { umurPada } from './umur.ts'

const born = (tanggalLahir: string) => ({ tanggalLahir, umurTercatat: null, umurTanggal: null })

test('a year is completed on the birthday, not before', () => {
  expect(umurPada(born('1990-07-25'), '2018-07-24')).toBe(27)
  expect(umurPada(born('1990-07-25'), '2018-07-25')).toBe(28)
})

test('a recorded age grows with the years since', () => {
  expect(
    umurPada({ tanggalLahir: null, umurTercatat: 40, umurTanggal: '2015-06-16' }, '2018-07-24'),
  ).toBe(43)
})

test('nothing known, or a birth in the future, gives no age', () => {
  expect(
    umurPada({ tanggalLahir: null, umurTercatat: null, umurTanggal: null }, '2018-07-24'),
  ).toBeNull()
  expect(umurPada(born('2019-01-01'), '2018-07-24')).toBeNull()
})
