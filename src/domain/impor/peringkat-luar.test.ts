import { describe, expect, test } from 'vitest'
import { parseJenisLuar, parseNilaiLuar, parseSumberLuar } from './bidang-luar.ts'

describe('the source of a rank', () => {
  test.each([
    ['DTSEN/BPS', 'DTSEN'],
    ['dtsen', 'DTSEN'],
    ['BPS', 'DTSEN'],
    ['DTSEN (BPS)', 'DTSEN'],
    ['P3KE Kemenko PMK', 'P3KE'],
    ['pbdt 2015', 'PBDT 2015'],
    ['  Bappeda   Bontang ', 'Bappeda Bontang'],
    ['BPS Kaltim, Regsosek', 'BPS Kaltim, Regsosek'],
  ])('%s is kept as %s', (text, sumber) => {
    expect(parseSumberLuar(text)).toBe(sumber)
  })
})

describe('the kind of a rank', () => {
  test.each([
    ['Desil', 'desil'],
    ['PERSENTIL', 'persentil'],
    ['peringkat', 'peringkat'],
    ['Rangking', 'peringkat'],
    ['kuintil', null],
    ['', null],
  ])('%s is %s', (text, jenis) => {
    expect(parseJenisLuar(text)).toBe(jenis)
  })
})

describe('the value of a rank', () => {
  test.each([
    ['3', 3],
    ['Desil 3', 3],
    ['2,0', 2],
    ['45 %', 45],
    ['1.234', 1234],
    ['4+', null],
    ['2,5', null],
    ['miskin', null],
  ])('%s is %s', (text, nilai) => {
    expect(parseNilaiLuar(text)).toBe(nilai)
  })
})
