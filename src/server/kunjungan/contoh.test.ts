/** The examples of policy/parameter/kunjungan.yaml are tests. */
import { expect, test } from 'vitest'
import { nilaiLiga } from '#domain/kunjungan/liga.ts'
import { kebijakanKunjungan, tempoSesudah } from './kebijakan.ts'

const { liga, contoh } = kebijakanKunjungan

test.each(contoh.liga.map((c) => [c.nama, c] as const))('league: %s', (_, { angka, nilai }) => {
  const hasil = nilaiLiga(angka, liga)
  expect(hasil.nilai).toBe(nilai)
  // The arithmetic that is shown gives the value that is shown.
  const terukur = hasil.hitung.filter((h) => h.permil !== null)
  const berat = terukur.reduce((s, h) => s + h.bobot, 0)
  expect(Math.round(terukur.reduce((s, h) => s + h.bobot * (h.permil ?? 0), 0) / berat)).toBe(nilai)
})

test('a family is due a year after its last visit, in every regime', () => {
  expect(tempoSesudah('2018-07-20')).toBe('2019-07-20')
  expect(tempoSesudah('2020-02-29')).toBe('2021-02-28')
  expect(tempoSesudah('2026-11-30')).toBe('2027-11-30')
})
