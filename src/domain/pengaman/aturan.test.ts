import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aturanBerkode, aturanPengaman, contohPengaman } from '#server/pengaman/kebijakan.ts'
import { batasPengaman, berpola, jenisDihitung, malamHari } from './aturan.ts'

test.each(contohPengaman)(
  '$jumlah of $aturan among $keluarga, sensitive $rawan: held $ditahan',
  (c) => {
    const a = aturanBerkode(c.aturan)
    expect(a && berpola(a, c.jumlah, c.keluarga, c.rawan)).toBe(c.ditahan)
  },
)

test('each rule has a name of its own, and counts kinds that exist', () => {
  expect(new Set(aturanPengaman.map((a) => a.kode)).size).toBe(aturanPengaman.length)
  for (const a of aturanPengaman) expect(jenisDihitung(a).length).toBeGreaterThan(0)
})

test('in a sensitive period no limit is higher, and no number that was held passes by growing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...aturanPengaman),
      fc.nat(500),
      fc.nat(20_000),
      (a, n, keluarga) => {
        expect(batasPengaman(a, keluarga, true)).toBeLessThanOrEqual(
          batasPengaman(a, keluarga, false),
        )
        if (berpola(a, n, keluarga, false)) expect(berpola(a, n + 1, keluarga, true)).toBe(true)
      },
    ),
  )
})

test('a night reaches over midnight', () => {
  const malam = { dari: 22, sampai: 4 }
  expect([21, 22, 23, 0, 3, 4, 12].map((jam) => malamHari(malam, jam))).toEqual([
    false,
    true,
    true,
    true,
    true,
    false,
    false,
  ])
})
