import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cakupanOf, inside, kabOf, parseKode, tingkat, tingkatOf, wilayahAt } from './kode.ts'
import { foldRegion } from './nama.ts'

const village = fc
  .tuple(
    fc.integer({ min: 11, max: 99 }),
    fc.integer({ min: 1, max: 99 }),
    fc.integer({ min: 1, max: 99 }),
    fc.integer({ min: 1001, max: 3999 }),
  )
  .map(([p, k, c, d]) => p * 1e8 + k * 1e6 + c * 1e4 + d)

test('a dotted code is padded to ten digits', () => {
  expect(parseKode('64.74')).toBe(6474000000)
  expect(parseKode('64.74.01.1001')).toBe(6474011001)
  expect(parseKode('64.7')).toBeNull()
  expect(parseKode('64.74.AB')).toBeNull()
})

test('the level of a code is told by its zeros', () => {
  expect([0, 6400000000, 6474000000, 6474010000, 6474011001].map(tingkatOf)).toEqual([...tingkat])
})

test('a village lies inside the range of every region above it, and of no neighbour', () => {
  fc.assert(
    fc.property(village, fc.constantFrom(...tingkat), (kode, level) => {
      const up = wilayahAt(kode, level)
      expect(inside(kode, cakupanOf(up))).toBe(true)
      const { lo, hi } = cakupanOf(up)
      expect(inside(lo - 1, { lo, hi })).toBe(false)
      expect(inside(hi, { lo, hi })).toBe(false)
    }),
  )
})

test('the partition is the four digits of the kab/kota', () => {
  expect(kabOf(6474011001)).toBe(6474)
})

test('names fold to letters and digits', () => {
  expect(foldRegion('Api-Api')).toBe(foldRegion('API API'))
})
