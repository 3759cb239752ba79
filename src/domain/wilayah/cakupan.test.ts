import fc from 'fast-check'
import { expect, test } from 'vitest'
import { belowVillage, covers, narrowed, narrowTo } from './cakupan.ts'
import { type Cakupan, cakupanOf, inside } from './kode.ts'

const region = fc.constantFrom(
  0,
  6400000000,
  6474000000,
  6474010000,
  6474011001,
  6474011002,
  3523000000,
  3523012001,
)
const rt = fc.option(fc.array(fc.integer({ min: 1, max: 20 })), { nil: undefined })
const area = fc.record({ region, rt }).map(
  ({ region: kode, rt: only }): Cakupan => ({
    ...cakupanOf(kode),
    ...(only === undefined ? {} : { rt: only }),
  }),
)

test('a narrowed area holds no code that the area or the region does not hold', () => {
  fc.assert(
    fc.property(area, region, region, (own, asked, kode) => {
      const both = inside(kode, own) && inside(kode, cakupanOf(asked))
      expect(inside(kode, narrowed(own, asked))).toBe(both)
    }),
  )
})

test('a narrowed area keeps the RT and the families it is limited to', () => {
  const own = { ...cakupanOf(6474011001), rt: [3], keluarga: ['a'], ruta: ['b'] }
  expect(narrowed(own, 6474000000)).toEqual(own)
  expect(narrowTo(own, { lo: 0, hi: 1 })).toMatchObject({ rt: [3], keluarga: ['a'], ruta: ['b'] })
})

test('areas apart leave an empty one', () => {
  const { lo, hi } = narrowed(cakupanOf(6474000000), 3523000000)
  expect(lo).toBe(hi)
})

test('who sees only some RT or families covers no region, not even with an empty list', () => {
  const whole = cakupanOf(6474011001)
  expect(covers(whole, whole)).toBe(true)
  expect(covers(cakupanOf(0), whole)).toBe(true)
  expect(covers(whole, cakupanOf(6474010000))).toBe(false)
  for (const own of [
    { ...whole, rt: [] },
    { ...whole, rt: [1] },
    { ...whole, keluarga: [] },
  ]) {
    expect(belowVillage(own)).toBe(true)
    expect(covers(own, whole)).toBe(false)
  }
})
