import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jaroWinkler, satuSalah } from './mirip.ts'

const bita = (teks: string): Uint8Array => Uint8Array.from(teks, (c) => c.charCodeAt(0))
const jw = (a: string, b: string): number => jaroWinkler(bita(a), 0, a.length, bita(b), 0, b.length)
const satu = (a: string, b: string): boolean =>
  satuSalah(bita(a), 0, a.length, bita(b), 0, b.length)
const kata = fc.string({ unit: fc.constantFrom(...'ABCDE'), maxLength: 12 })

describe('Jaro–Winkler', () => {
  test.each([
    ['MARTHA', 'MARHTA', 0.961],
    ['DWAYNE', 'DUANE', 0.84],
    ['DIXON', 'DICKSONX', 0.813],
    ['SITI', 'SITI', 1],
    ['ABC', 'XYZ', 0],
  ])('of %s and %s is %d, as published', (a, b, nilai) => {
    expect(jw(a, b)).toBeCloseTo(nilai, 3)
  })

  test('lies between 0 and 1, and is 1 for the same', () => {
    fc.assert(
      fc.property(kata, kata, (a, b) => {
        expect(jw(a, b)).toBeGreaterThanOrEqual(0)
        expect(jw(a, b)).toBeLessThanOrEqual(1)
        expect(jw(a, a)).toBe(1)
      }),
    )
  })
})

describe('one slip', () => {
  test.each([
    ['RATNA', 'RATNA', true],
    ['RATNA', 'RATNAH', true],
    ['RATNA', 'RTNA', true],
    ['RATNA', 'RAHNA', true],
    ['RATNA', 'RANTA', true],
    ['RATNA', 'RATIH', false],
    ['RATNA', 'TARNA', false],
  ])('between %s and %s: %s', (a, b, benar) => {
    expect(satu(a, b)).toBe(benar)
  })

  test('is the same both ways', () => {
    fc.assert(
      fc.property(kata, kata, (a, b) => {
        expect(satu(a, b)).toBe(satu(b, a))
      }),
    )
  })
})
