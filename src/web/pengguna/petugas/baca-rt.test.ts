/** Lists of RT, as officers write them. */
import { describe, expect, test } from 'vitest'
import { bacaRt, tulisRt } from './baca-rt.ts'

describe('reading a list of RT', () => {
  test.each([
    ['7', [7]],
    ['007', [7]],
    ['RT 7', [7]],
    ['RT.07/RW.02', [7]],
    ['rt 007 / rw 002', [7]],
    ['1, 3, 5-7', [1, 3, 5, 6, 7]],
    ['001 – 003', [1, 2, 3]],
    ['1 s.d. 3', [1, 2, 3]],
    ['RT 1 - RT 3', [1, 2, 3]],
    ['3; 1\n3', [1, 3]],
    ['', []],
    [' , ', []],
  ])('%j', (teks, hasil) => {
    expect(bacaRt(teks)).toEqual(hasil)
  })

  test.each(['0', 'tujuh', '7-3', '1000', '1.5', '-2', '1 2', '1-999, 1000'])(
    'refuses %j',
    (teks) => {
      expect(bacaRt(teks)).toBeNull()
    },
  )

  test('refuses more RT than one assignment may hold', () => {
    expect(bacaRt('1-200')).toHaveLength(200)
    expect(bacaRt('1-201')).toBeNull()
  })

  test('what is written is read again as the same', () => {
    expect(tulisRt([1, 12, 123])).toBe('001, 012, 123')
    expect(bacaRt(tulisRt([1, 12, 123]))).toEqual([1, 12, 123])
  })
})
