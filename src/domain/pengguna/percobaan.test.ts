import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Aturan, type Hitungan, perAkun, sisaTunggu, tambah } from './percobaan.ts'

const kini = 1_700_000_000_000
const after = (n: number, aturan: Aturan = perAkun.sandi): Hitungan | undefined => {
  let h: Hitungan | undefined
  for (let i = 0; i < n; i++) h = tambah(h, aturan, kini)
  return h
}

test('the first attempts wait for nothing, then each waits twice as long', () => {
  expect([1, 4, 5, 6, 7].map((n) => sisaTunggu(after(n), kini))).toEqual([0, 0, 15, 30, 60])
})

test('a delay never grows beyond its limit, however often one tries', () => {
  expect(sisaTunggu(after(500), kini)).toBe(900)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), (n) => {
      expect(sisaTunggu(after(n), kini)).toBeLessThanOrEqual(perAkun.sandi.paling)
    }),
  )
})

test('every delay ends, and quiet begins the count anew', () => {
  const h = after(30)
  const later = (h?.tungguSampai ?? 0) + 1
  expect(sisaTunggu(h, later)).toBe(0)
  expect(tambah(h, perAkun.sandi, kini + 3_600_001).jumlah).toBe(1)
})

test('a day of guessing six digits at one account from one network stays under forty guesses', () => {
  let h: Hitungan | undefined
  let time = kini
  let guesses = 0
  while (time < kini + 24 * 3_600_000) {
    h = tambah(h, perAkun.faktor, time)
    guesses++
    time = Math.max(time + 1, h.tungguSampai)
  }
  expect(guesses).toBeLessThan(40)
})
