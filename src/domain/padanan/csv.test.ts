import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PemecahCsv } from './csv.ts'

/** Splits a text that arrives in pieces of a given size, each in the same buffer as a reader has it. */
function belah(teks: string, potong: number, pemisah = ','): string[][] {
  const bita = Buffer.from(teks)
  const baris: string[][] = []
  const csv = new PemecahCsv(
    {
      baris: (isi, batas, banyak) =>
        baris.push(
          Array.from({ length: banyak }, (_, i) =>
            Buffer.from(isi.subarray(batas[i * 2], batas[i * 2 + 1])).toString(),
          ),
        ),
    },
    pemisah.charCodeAt(0),
  )
  const sementara = Buffer.alloc(potong)
  for (let i = 0; i < bita.length; i += potong) {
    const n = bita.copy(sementara, 0, i, i + potong)
    csv.masukkan(sementara.subarray(0, n))
  }
  csv.selesai()
  return baris
}

describe('a CSV that arrives in pieces', () => {
  test('keeps quotes, separators and line ends within quotes', () => {
    const teks = 'a,b\r\n"x, y","say ""hi"""\n"two\nlines",\n'
    for (let potong = 1; potong < teks.length + 1; potong++) {
      expect(belah(teks, potong)).toEqual([
        ['a', 'b'],
        ['x, y', 'say "hi"'],
        ['two\nlines', ''],
      ])
    }
  })

  test('needs no end of line at the end', () => {
    expect(belah('a;b\n1;2', 3, ';')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  test('gives what was written, wherever it is cut', () => {
    const sel = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', ' '), maxLength: 6 })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(sel, sel, fc.constant('z')), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        (baris, potong) => {
          expect(belah(stringify(baris), potong)).toEqual(baris)
        },
      ),
    )
  })

  test('says so when a quote is never closed', () => {
    expect(() => belah('a,b\n"x,y\n', 4)).toThrow(RangeError)
  })
})
