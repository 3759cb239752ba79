import { expect, test } from 'vitest'
import { kebijakanPembekuan } from '#server/kuota/beku-pekerjaan.ts'
import { garisDesa, melewati } from './melewati.ts'
import { sebagaiPekerjaan } from './pembekuan.ts'

const garis = [
  { kelompok: 6474000000, kunci: 100 },
  { kelompok: 6474011006, kunci: 50 },
  { kelompok: 6474011004, kunci: null },
]

test('the line of a village is that of the smallest region that holds it', () => {
  expect(garisDesa(garis, 6474011006)?.kunci).toBe(50)
  expect(garisDesa(garis, 6474012001)?.kunci).toBe(100)
  expect(garisDesa(garis, 6474011004)?.kunci).toBeNull()
  expect(garisDesa(garis, 3523012001)).toBeUndefined()
})

test('a change crosses when one side of it lies at or before the line, and the other after', () => {
  const g = garis[0]
  expect([melewati(g, 100, 101), melewati(g, 101, 100)]).toEqual([true, true])
  expect([melewati(g, 1, 100), melewati(g, 101, 900)]).toEqual([false, false])
  expect([melewati(garis[2], 1, 900), melewati(undefined, 1, 900)]).toEqual([false, false])
})

test.each(kebijakanPembekuan.contoh)('a list of $keluarga families is a job: $pekerjaan', (c) => {
  expect(sebagaiPekerjaan(c.keluarga, kebijakanPembekuan.seketika_terbanyak)).toBe(c.pekerjaan)
})
