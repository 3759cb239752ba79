import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gugusDari } from './gugus.ts'

type Tautan = readonly [a: number, b: number, bobot: number]

/** Clusters of links, where pairs without a link weigh `lain`. */
function gugus(banyak: number, tautan: readonly Tautan[], lain: number) {
  const berat = new Map(tautan.map(([a, b, w]) => [a * banyak + b, w]))
  return gugusDari(
    banyak,
    {
      a: Int32Array.from(tautan, (t) => t[0]),
      b: Int32Array.from(tautan, (t) => t[1]),
      bobot: Float32Array.from(tautan, (t) => t[2]),
    },
    0,
    (a, b) => berat.get(a * banyak + b) ?? lain,
  )
}

describe('a chain', () => {
  const dua: Tautan[] = [
    [0, 1, 9],
    [1, 2, 1],
    [2, 3, 8],
  ]
  test('of two persons is cut at its weakest link', () => {
    const hasil = gugus(4, dua, -10)
    expect([...hasil.gugus]).toEqual([0, 0, 2, 2])
    expect(hasil).toMatchObject({ dipecah: 1, diputus: 1 })
  })

  test('of one person, whose ends say little of each other, stays', () => {
    expect([...gugus(4, dua, 0).gugus]).toEqual([0, 0, 0, 0])
  })

  test('of two links is not cut where one pair alone says yes', () => {
    expect([...gugus(2, [[0, 1, 0.5]], -99).gugus]).toEqual([0, 0])
  })
})

test('clusters are never larger than the connected parts, and do not depend on the order of the links', () => {
  const tautan = fc.uniqueArray(
    fc.tuple(fc.nat(5), fc.nat(5), fc.double({ min: 0.1, max: 9, noNaN: true })),
    { selector: ([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`, maxLength: 12 },
  )
  fc.assert(
    fc.property(tautan, fc.integer({ min: -9, max: 3 }), (mentah, lain) => {
      const isi = mentah
        .filter(([a, b]) => a !== b)
        .map(([a, b, w], i): Tautan => [Math.min(a, b), Math.max(a, b), Math.fround(w + i / 100)])
      const bebas = gugus(6, isi, 0).gugus
      const ketat = gugus(6, isi, lain).gugus
      expect([...gugus(6, isi.toReversed(), lain).gugus]).toEqual([...ketat])
      for (let a = 0; a < 6; a++)
        for (let b = 0; b < 6; b++) if (ketat[a] === ketat[b]) expect(bebas[a]).toBe(bebas[b])
    }),
  )
})
