import { expect, test } from 'vitest'
import { type BarisTugas, bagiTugas } from './tugas.ts'

const api = 6474011006
const baris = (id: string, lain: Partial<BarisTugas> = {}): BarisTugas => ({
  kab: 6474,
  id,
  nama: id,
  wilayah: api,
  rt: 7,
  keluarga: `k-${id}`,
  sudah: null,
  kerabat: new Set(),
  ...lain,
})
const petugasDi = (wilayah: number) => (wilayah === api ? ['rudi', 'tini'] : [])
const hasil = (semua: readonly BarisTugas[]) =>
  Object.fromEntries([...bagiTugas(semua, petugasDi)].map(([id, h]) => [id, h.petugas ?? h.hasil]))

test('each row gets an officer of its village, or the reason why none', () => {
  expect(
    hasil([
      baris('a'),
      baris('b', { rt: 8 }),
      baris('c', { keluarga: 'k-a' }),
      baris('d', { keluarga: null }),
      baris('e', { sudah: { nama: 'Rudi', sampai: '2018-08-01' } }),
      baris('f', { wilayah: 6474011004 }),
      baris('g', { rt: 9, kerabat: new Set(['rudi', 'tini']) }),
    ]),
  ).toEqual({
    a: 'rudi',
    b: 'rudi',
    c: 'satu_keluarga',
    d: 'belum_terdaftar',
    e: 'sudah',
    f: 'tanpa_petugas',
    g: 'kerabat',
  })
})

test('kin is left to another officer', () => {
  expect(hasil([baris('a', { kerabat: new Set(['rudi']) })])).toEqual({ a: 'tini' })
})
