/** A draft of a form comes back, and a broken one does no harm. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { bacaDraf, hapusDraf, simpanDraf } from './draf.ts'

const isi = new Map<string, string>()

beforeEach(() =>
  vi.stubGlobal('sessionStorage', {
    getItem: (k: string) => isi.get(k) ?? null,
    setItem: (k: string, v: string) => void isi.set(k, v),
    removeItem: (k: string) => void isi.delete(k),
  }),
)
afterEach(() => {
  isi.clear()
  vi.unstubAllGlobals()
})

const kosong = { nama: '', daftar: [] as string[], wilayah: null as { kode: number } | null }

test('what was kept comes back', () => {
  simpanDraf('a', { nama: 'Wati', daftar: ['x'], wilayah: { kode: 1 } })
  expect(bacaDraf('a', kosong)).toEqual({ nama: 'Wati', daftar: ['x'], wilayah: { kode: 1 } })
})

test('fields that the form does not have, or of another kind, are left out', () => {
  simpanDraf('a', { nama: 7, daftar: { x: 1 }, wilayah: [1], nik: '6474' })
  expect(bacaDraf('a', kosong)).toEqual(kosong)
})

test('nothing kept, or something broken, is the empty form', () => {
  expect(bacaDraf('a', kosong)).toEqual(kosong)
  isi.set('a', '{')
  expect(bacaDraf('a', kosong)).toEqual(kosong)
  isi.set('a', '"teks"')
  expect(bacaDraf('a', kosong)).toEqual(kosong)
})

test('a draft that was sent is gone', () => {
  simpanDraf('a', { nama: 'Wati' })
  hapusDraf('a')
  expect(bacaDraf('a', kosong)).toEqual(kosong)
})

test('a window that refuses storage loses the draft, not the form', () => {
  vi.stubGlobal('sessionStorage', undefined)
  expect(() => simpanDraf('a', { nama: 'Wati' })).not.toThrow()
  expect(() => hapusDraf('a')).not.toThrow()
  expect(bacaDraf('a', kosong)).toEqual(kosong)
})
