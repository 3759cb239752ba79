import fc from 'fast-check'
import { expect, test } from 'vitest'
import { model, orang, tabelDari } from '#test/padanan-contoh.ts'
import { bobot, type Parameter } from './bobot.ts'
import { padankan } from './padankan.ts'
import { TOLERANSI_BIT, takUrut } from './urutan.ts'

const turun = (isi: readonly number[]): boolean =>
  isi.every((x, i) => i === 0 || x <= Math.min(...isi.slice(0, i)) + TOLERANSI_BIT)

test('levels are named exactly where weights rise; without them the weights never rise', () => {
  const tingkat = fc.record({
    bobot: fc.double({ min: -20, max: 20, noNaN: true }),
    netral: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(tingkat, { maxLength: 12 }), (semua) => {
      const naik = new Set(takUrut(semua))
      const bersuara = semua.filter((t) => !t.netral).map((t) => t.bobot)
      expect(naik.size === 0).toBe(turun(bersuara))
      const sisa = semua.filter((t, i) => !t.netral && !naik.has(i)).map((t) => t.bobot)
      expect(turun(sisa)).toBe(true)
      for (const i of naik) expect(semua[i]?.netral).toBe(false)
    }),
  )
})

test('of weights estimated from any part of the data, those left unnamed fall from level to level, in every layer', () => {
  const { baris } = orang()
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 19 }), fc.integer({ min: 60, max: 300 }), (mulai, n) => {
      const { em } = padankan(model, tabelDari(baris.slice(mulai * 3, mulai * 3 + n)))
      const p: Parameter = em
      for (const [k, b] of model.banding.entries())
        for (const lapis of p.u.keys()) {
          const tingkat = Array.from({ length: b.tingkat.length + 1 }, (_, i) => ({
            bobot: bobot(model, p, k, i, lapis),
            netral: b.tingkat[i]?.netral ?? false,
          }))
          const naik = new Set(takUrut(tingkat))
          expect(
            turun(tingkat.filter((t, i) => !t.netral && !naik.has(i)).map((t) => t.bobot)),
          ).toBe(true)
          // The strictest level is the measure and is never named.
          expect(naik.has(0)).toBe(false)
        }
    }),
    { numRuns: 25 },
  )
})
