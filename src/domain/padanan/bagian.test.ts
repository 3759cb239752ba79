import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rencanaBagian, wilayahBersama } from './bagian.ts'

test.each([
  [6474011006, 6474011006, 6474011006],
  [6474011006, 6474011007, 6474010000],
  [6474011006, 6474020001, 6474000000],
  [6474011006, 6474000000, 6474000000],
  [6474011006, 6401010001, 6400000000],
  [6474011006, 3523010001, 0],
])('%d and %d lie together in %d', (a, b, hasil) => {
  expect(wilayahBersama(a, b)).toBe(hasil)
  expect(wilayahBersama(b, a)).toBe(hasil)
})

const kecamatan = fc.record({
  kab: fc.constantFrom(6474, 6401, 3523),
  ke: fc.integer({ min: 1, max: 9 }),
  n: fc.integer({ min: 1, max: 900 }),
})

test('parts hold every record once, none more than allowed but a kecamatan that is larger by itself', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(kecamatan, { selector: (k) => `${k.kab} ${k.ke}`, minLength: 1 }),
      (isi) => {
        const hitungan = isi.map(({ kab, ke, n }) => ({ kab, kecamatan: kab * 1e6 + ke * 1e4, n }))
        const bagian = rencanaBagian(hitungan, 1000)
        expect(bagian).toEqual(rencanaBagian(hitungan.toReversed(), 1000))
        for (const h of hitungan)
          expect(
            bagian.filter((b) => b.kab === h.kab && h.kecamatan >= b.lo && h.kecamatan < b.hi),
          ).toHaveLength(1)
        for (const b of bagian) {
          const milik = hitungan.filter((h) => h.kecamatan >= b.lo && h.kecamatan < b.hi)
          expect(b.rekaman).toBe(milik.reduce((n, h) => n + h.n, 0))
          if (milik.length > 1) expect(b.rekaman).toBeLessThanOrEqual(1000)
          for (const { kecamatan: k } of milik) expect(wilayahBersama(k, b.wilayah)).toBe(b.wilayah)
        }
      },
    ),
  )
})
