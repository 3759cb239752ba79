import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { bentuk } from './bentuk.ts'
import { digits, ingatan } from './ingatan.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const menit = 60_000_000
const isi = (id: number, transaksi: number, waktu: number, kata: string) =>
  Buffer.from(bentuk([String(id), String(transaksi), String(waktu), kata]))

describe('the memory of the last minutes', () => {
  test('knows an entry again by what it says, whatever its row and its transaction', () => {
    const { kembaran } = ingatan(sha256)
    expect(kembaran(isi(1, 7, 10 * menit, 'a'), { nomor: 1, jejakId: 1 })).toBeNull()
    expect(kembaran(isi(2, 7, 10 * menit, 'b'), { nomor: 2, jejakId: 2 })).toBeNull()
    expect(kembaran(isi(9, 8, 10 * menit, 'a'), { nomor: null, jejakId: 9 })).toEqual({
      nomor: 1,
      jejakId: 1,
    })
  })

  test('takes the same words at another microsecond for another entry', () => {
    const { kembaran } = ingatan(sha256)
    kembaran(isi(1, 7, 10 * menit, 'a'), { nomor: 1, jejakId: 1 })
    expect(kembaran(isi(2, 7, 10 * menit + 1, 'a'), { nomor: 2, jejakId: 2 })).toBeNull()
  })

  test('reaches back over two minutes, also beyond the change of a generation', () => {
    const { kembaran } = ingatan(sha256)
    kembaran(isi(1, 7, 10 * menit, 'awal'), { nomor: 1, jejakId: 1 })
    kembaran(isi(2, 7, 12 * menit, 'lama'), { nomor: 2, jejakId: 2 })
    kembaran(isi(3, 7, 13 * menit, 'baru'), { nomor: 3, jejakId: 3 })
    expect(kembaran(isi(4, 7, 12 * menit, 'lama'), { nomor: 4, jejakId: 4 })).toMatchObject({
      nomor: 2,
    })
  })

  test('forgets what is long past, so that it stays small', () => {
    const { kembaran } = ingatan(sha256)
    kembaran(isi(1, 7, 10 * menit, 'awal'), { nomor: 1, jejakId: 1 })
    kembaran(isi(2, 7, 20 * menit, 'kini'), { nomor: 2, jejakId: 2 })
    kembaran(isi(3, 7, 30 * menit, 'nanti'), { nomor: 3, jejakId: 3 })
    expect(kembaran(isi(4, 7, 10 * menit, 'awal'), { nomor: 4, jejakId: 4 })).toBeNull()
  })
})

test('digits are read as a number', () => {
  expect(digits(Buffer.from('1795306892664123'))).toBe(1_795_306_892_664_123)
  expect(digits(undefined)).toBe(0)
})
