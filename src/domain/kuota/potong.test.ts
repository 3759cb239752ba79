import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sortKey } from '#domain/peringkat/kunci.ts'
import { type Calon, decide, isSeri, lineOf, type Pilihan } from './potong.ts'

const area = 6474000000
const stays: Pilihan = { aturan: 'tidak_menggeser', tidakLayakKeluar: false }
const ranks: Pilihan = { aturan: 'peringkat_menentukan', tidakLayakKeluar: false }

const family = (id: string, kunci: number | null, menerima = false, aktif = true): Calon => ({
  id,
  kelompok: area,
  kunci,
  menerima,
  aktif,
})

const cut = (all: readonly Calon[], quota: number, pilihan: Pilihan) => {
  const line = lineOf(area, quota, all, pilihan)
  return Object.fromEntries(all.map((c) => [c.id, decide(c, line, pilihan, null).keputusan]))
}

test('no receiver is displaced: free places go to the poorest who do not receive', () => {
  const all = [family('a', 1), family('b', 2), family('c', 3), family('d', 9, true)]
  expect(cut(all, 3, stays)).toEqual({ a: 'masuk', b: 'masuk', c: 'menunggu', d: 'tetap' })
})

test('when rank decides, a poorer family displaces the receiver ranked lowest', () => {
  const all = [family('a', 1), family('b', 2, true), family('c', 3, true)]
  expect(cut(all, 2, ranks)).toEqual({ a: 'masuk', b: 'tetap', c: 'keluar' })
})

test('equals at the line are all left open when places do not reach for all of them', () => {
  const all = [family('a', 1), family('b', 5), family('c', 5), family('d', 5, true)]
  expect(cut(all, 2, ranks)).toEqual({ a: 'masuk', b: 'seri', c: 'seri', d: 'seri' })
  expect(cut(all, 4, ranks)).toEqual({ a: 'masuk', b: 'masuk', c: 'masuk', d: 'tetap' })
})

const unfit = sortKey(3, 5, 0)

test('a family found not eligible never enters, and as a receiver falls off only by the option', () => {
  const all = [family('a', unfit), family('b', unfit, true), family('c', 7)]
  expect(cut(all, 3, stays)).toEqual({ a: 'menunggu', b: 'tetap', c: 'masuk' })
  expect(cut(all, 3, { ...stays, tidakLayakKeluar: true })).toEqual({
    a: 'menunggu',
    b: 'keluar',
    c: 'masuk',
  })
})

test('a receiver who was not ranked keeps the place; an ended family leaves it', () => {
  const all = [
    family('a', null, true),
    family('b', null),
    family('c', 1),
    family('d', 2, true, false),
  ]
  expect(cut(all, 1, ranks)).toEqual({ a: 'tetap', b: 'menunggu', c: 'menunggu', d: 'keluar' })
})

const anyFamily = fc.record({
  kunci: fc.option(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constant(unfit)), {
    nil: null,
    freq: 8,
  }),
  menerima: fc.boolean(),
  aktif: fc.boolean(),
})
const anyArea = fc
  .array(anyFamily, { maxLength: 40 })
  .map((all) => all.map((c, i): Calon => ({ id: `k${i}`, kelompok: area, ...c })))
const anyChoice = fc.record({
  aturan: fc.constantFrom('tidak_menggeser' as const, 'peringkat_menentukan' as const),
  tidakLayakKeluar: fc.boolean(),
})

test('nobody equal at the line is separated, and the quota is never exceeded but by kept receivers', () => {
  fc.assert(
    fc.property(anyArea, fc.integer({ min: 0, max: 30 }), anyChoice, (all, quota, pilihan) => {
      const line = lineOf(area, quota, all, pilihan)
      const decided = all.map((c) => ({ c, ...decide(c, line, pilihan, null) }))
      const inside = decided.filter((d) => d.keputusan === 'tetap' || d.keputusan === 'masuk')
      expect(inside.length + (isSeri(line) ? line.sisa : 0)).toBeLessThanOrEqual(
        quota + line.kelebihan,
      )
      for (const key of new Set(decided.filter((d) => d.alasan === 'seri').map((d) => d.c.kunci))) {
        expect(key).toBe(line.kunci)
      }
      if (isSeri(line)) expect(line.sisa).toBeGreaterThan(0)
    }),
  )
})

test('the order in which families are registered does not matter', () => {
  fc.assert(
    fc.property(anyArea, fc.integer({ min: 0, max: 30 }), anyChoice, (all, quota, pilihan) => {
      expect(cut([...all].reverse(), quota, pilihan)).toEqual(cut(all, quota, pilihan))
    }),
  )
})

test('free places equal those who enter, where enough compete', () => {
  const all = [
    ...Array.from({ length: 5098 }, (_, i) => family(`p${i}`, 10_000 + i, true)),
    ...Array.from({ length: 4134 }, (_, i) => family(`b${i}`, i)),
  ]
  const decisions = Object.values(cut(all, 5725, stays))
  expect(decisions.filter((d) => d === 'masuk')).toHaveLength(627)
  expect(decisions.filter((d) => d === 'tetap')).toHaveLength(5098)
  expect(decisions.filter((d) => d === 'menunggu')).toHaveLength(3507)
})
