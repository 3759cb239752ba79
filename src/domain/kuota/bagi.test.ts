import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bagi, type Peminta } from './bagi.ts'

const wilayah = (kode: number, bobot: number, min = 0, maks = 1_000_000): Peminta => ({
  kode,
  bobot,
  min,
  maks,
})

const shares = (total: number, peminta: readonly Peminta[]) => {
  const { bagian, sisa, sama } = bagi(total, peminta)
  return { bagian: Object.fromEntries(bagian), sisa, sama }
}

test('the largest remainders get the last places', () => {
  expect(shares(10, [wilayah(1, 47), wilayah(2, 16), wilayah(3, 37)])).toEqual({
    bagian: { 1: 5, 2: 1, 3: 4 },
    sisa: 0,
    sama: [],
  })
})

test('a region that must keep more than its share keeps it, and the others share the rest', () => {
  expect(shares(100, [wilayah(1, 50, 70), wilayah(2, 30), wilayah(3, 20)]).bagian).toEqual({
    1: 70,
    2: 18,
    3: 12,
  })
})

test('a region gets no more than it can fill', () => {
  expect(shares(100, [wilayah(1, 50, 0, 10), wilayah(2, 30), wilayah(3, 20)]).bagian).toEqual({
    1: 10,
    2: 54,
    3: 36,
  })
})

test('exactly equal regions are not separated by their code: the place waits for a person', () => {
  expect(shares(5, [wilayah(6474010001, 7), wilayah(6474010002, 7)])).toEqual({
    bagian: { 6474010001: 2, 6474010002: 2 },
    sisa: 1,
    sama: [6474010001, 6474010002],
  })
})

test('places that nobody can fill are left over', () => {
  expect(shares(10, [wilayah(1, 1, 0, 3), wilayah(2, 5, 0, 4)])).toEqual({
    bagian: { 1: 3, 2: 4 },
    sisa: 3,
    sama: [],
  })
})

test('where the least exceeds the total, each keeps its least', () => {
  expect(shares(5, [wilayah(1, 9, 4), wilayah(2, 1, 4)])).toEqual({
    bagian: { 1: 4, 2: 4 },
    sisa: 0,
    sama: [],
  })
})

const request = fc
  .record({
    bobot: fc.integer({ min: 0, max: 2000 }),
    min: fc.integer({ min: 0, max: 60 }),
    room: fc.integer({ min: 0, max: 2000 }),
  })
  .map(({ bobot, min, room }) => ({ bobot, min, maks: min + room }))

const requests = fc
  .array(request, { minLength: 1, maxLength: 20 })
  .map((all) => all.map((p, i): Peminta => ({ kode: i + 1, ...p })))

const total = fc.integer({ min: 0, max: 20_000 })

test('shares and what is left add up, each within its bounds', () => {
  fc.assert(
    fc.property(total, requests, (n, all) => {
      const { bagian, sisa } = bagi(n, all)
      const least = all.reduce((sum, p) => sum + p.min, 0)
      const given = [...bagian.values()].reduce((sum, share) => sum + share, 0)
      expect(given + sisa).toBe(Math.max(n, least))
      for (const p of all) {
        const share = bagian.get(p.kode) ?? -1
        expect(share).toBeGreaterThanOrEqual(p.min)
        expect(share).toBeLessThanOrEqual(p.maks)
      }
    }),
  )
})

test('the order in which regions are named does not matter', () => {
  fc.assert(
    fc.property(total, requests, (n, all) => {
      const [ahead, back] = [bagi(n, all), bagi(n, [...all].reverse())]
      expect(Object.fromEntries(ahead.bagian)).toEqual(Object.fromEntries(back.bagian))
      expect(ahead.sisa).toBe(back.sisa)
    }),
  )
})

test('without bounds each share is the exact one, rounded up or down', () => {
  fc.assert(
    fc.property(
      total,
      fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 20 }),
      (n, weights) => {
        const sum = weights.reduce((a, b) => a + b, 0)
        const { bagian } = bagi(
          n,
          weights.map((bobot, i) => wilayah(i, bobot)),
        )
        weights.forEach((w, i) => {
          expect(Math.abs((bagian.get(i) ?? 0) - (n * w) / sum)).toBeLessThan(1)
        })
      },
    ),
  )
})

test('a heavier region never gets less', () => {
  fc.assert(
    fc.property(
      total,
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 12 }),
      (n, weights) => {
        const { bagian } = bagi(
          n,
          weights.map((bobot, i) => wilayah(i, bobot)),
        )
        const order = weights
          .map((w, i) => ({ w, share: bagian.get(i) ?? 0 }))
          .sort((a, b) => a.w - b.w)
        order.forEach((here, i) => {
          const before = order[i - 1]
          if (before && before.w < here.w) expect(here.share).toBeGreaterThanOrEqual(before.share)
        })
      },
    ),
  )
})
