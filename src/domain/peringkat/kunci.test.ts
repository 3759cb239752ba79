/** The sort key holds what ranks and nothing else, and keeps its order of importance. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kodeKelayakan, type PemecahSeri, partsOf, skorMaks, sortKey, tieOf } from './kunci.ts'
import { aturanCelah } from './model.ts'
import { scoreOf } from './nilai.ts'

const seri: readonly PemecahSeri[] = [
  { kode: 'tanggungan', nilai: 'tanggungan', kosong: 0, dahulu: 'besar' },
  { kode: 'rentan', nilai: 'rentan', kosong: 0, dahulu: 'besar' },
  { kode: 'luas', nilai: 'luas', kosong: 80, dahulu: 'kecil' },
]
const tie = (tanggungan: number | null, rentan: number | null, luas: number | null) =>
  tieOf(seri, { tanggungan, rentan, luas }, {})

describe('the sort key', () => {
  test('puts eligibility before the score, and the score before the tie-breakers', () => {
    const { layak, belum_dinilai, tidak_layak } = kodeKelayakan
    const worst = tie(0, 0, 99_999)
    expect(sortKey(layak, skorMaks, worst)).toBeLessThan(sortKey(belum_dinilai, 0, 0))
    expect(sortKey(belum_dinilai, skorMaks, worst)).toBeLessThan(sortKey(tidak_layak, 0, 0))
    expect(sortKey(layak, 5, worst)).toBeLessThan(sortKey(layak, 6, 0))
    expect(Number.isSafeInteger(sortKey(tidak_layak, skorMaks, worst))).toBe(true)
  })

  test('puts more dependants first, then more disabled and elderly, then less room', () => {
    expect(tie(3, 0, 900)).toBeLessThan(tie(2, 9, 10))
    expect(tie(2, 2, 900)).toBeLessThan(tie(2, 1, 10))
    expect(tie(2, 1, 40)).toBeLessThan(tie(2, 1, 41))
  })

  test('counts an unasked area as exactly 8 m² a head, between less and more', () => {
    expect(tie(0, 0, 79)).toBeLessThan(tie(0, 0, null))
    expect(tie(0, 0, null)).toBeLessThan(tie(0, 0, 81))
    expect(tie(0, 0, null)).toBe(tie(0, 0, 80))
  })

  test('gives back what it is made of', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: skorMaks }),
        fc.nat(2 ** 25 - 1),
        (k, s, t) => {
          expect(partsOf(sortKey(k, s, t))).toEqual({ kelayakan: k, skor: s, tie: t })
        },
      ),
    )
  })
})

describe.each(aturanCelah)('the score by %s', (rule) => {
  test('with all questions answered follows the count of indicators met', () => {
    for (let met = 1; met <= 14; met++)
      expect(scoreOf(rule, met, 14, 14)).toBeLessThan(scoreOf(rule, met - 1, 14, 14))
  })

  test('never leaves the room of the key, for up to 31 indicators', () => {
    for (let all = 1; all <= 31; all++)
      for (let answered = 0; answered <= all; answered++)
        for (let met = 0; met <= answered; met++) {
          const score = scoreOf(rule, met, answered, all)
          expect(score >= 0 && score <= skorMaks).toBe(true)
        }
  })
})

test('by the middle of its bounds an unasked family stands between a well-off and a poor one', () => {
  const asked = (met: number, answered: number) => scoreOf('titik_tengah', met, answered, 14)
  expect(asked(9, 14)).toBeLessThan(asked(0, 0))
  expect(asked(0, 0)).toBeLessThan(asked(6, 14))
  expect(asked(9, 14)).toBeLessThan(asked(7, 10))
})
