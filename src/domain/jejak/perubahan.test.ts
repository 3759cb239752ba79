import { describe, expect, test } from 'vitest'
import { butirPerubahan } from './perubahan.ts'

describe('before and after', () => {
  test('give the fields that differ, and only those', () => {
    const sebelum = { kelayakan: 'layak', rt: 7, rumah: { lantai: 8, atap: 2 } }
    const sesudah = { kelayakan: 'tidak_layak', rt: 7, rumah: { lantai: 1, atap: 2 }, dasar: 'x' }
    expect(butirPerubahan({ sebelum, sesudah })).toEqual([
      { kolom: 'kelayakan', sebelum: 'layak', sesudah: 'tidak_layak' },
      { kolom: 'rumah.lantai', sebelum: 8, sesudah: 1 },
      { kolom: 'dasar', sebelum: undefined, sesudah: 'x' },
    ])
  })

  test('of a new record are all its fields that hold something', () => {
    expect(butirPerubahan({ sebelum: null, sesudah: { nama: 'A', rt: null } })).toEqual([
      { kolom: 'nama', sebelum: undefined, sesudah: 'A' },
    ])
  })

  test('of lists are compared as wholes', () => {
    expect(butirPerubahan({ sebelum: { rt: [1, 2] }, sesudah: { rt: [1, 2] } })).toEqual([])
    expect(butirPerubahan({ sebelum: { rt: [1] }, sesudah: { rt: [1, 2] } })).toEqual([
      { kolom: 'rt', sebelum: [1], sesudah: [1, 2] },
    ])
  })
})

test('a pair within other notes is a pair, the rest is what it became', () => {
  expect(butirPerubahan({ kelayakan: { lama: 'a', baru: 'b' }, dasar: 'c' })).toEqual([
    { kolom: 'kelayakan', sebelum: 'a', sesudah: 'b' },
    { kolom: 'dasar', sebelum: undefined, sesudah: 'c' },
  ])
})

test.each([null, undefined, 'teks', 3, []])('%j is no change', (apa) => {
  expect(butirPerubahan(apa)).toEqual([])
})
