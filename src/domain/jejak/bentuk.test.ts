import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bentuk, splitLine } from './bentuk.ts'

const kolom = fc.array(fc.option(fc.string({ unit: 'binary', maxLength: 12 })), {
  minLength: 1,
  maxLength: 6,
})

describe('the canonical form', () => {
  test('escapes as the text format of COPY does', () => {
    expect(bentuk(['a', null, '', 'b\tc\nd\\e\r\f\v\b'])).toBe(
      'a\t\\N\t\tb\\tc\\nd\\\\e\\r\\f\\v\\b',
    )
  })

  test('is one line, with one tab between columns', () => {
    fc.assert(
      fc.property(kolom, (k) => {
        const line = bentuk(k)
        expect(line).not.toMatch(/[\n\r]/)
        expect(line.split('\t')).toHaveLength(k.length)
      }),
    )
  })

  test('differs for entries that differ, also between nothing, empty and the two characters of null', () => {
    expect(new Set([bentuk([null]), bentuk(['']), bentuk(['\\N']), bentuk(['N'])]).size).toBe(4)
    fc.assert(
      fc.property(kolom, kolom, (a, b) => {
        expect(bentuk(a) === bentuk(b)).toBe(JSON.stringify(a) === JSON.stringify(b))
      }),
    )
  })
})

test('a line is split from its beginning; the rest stays as it is', () => {
  const line = Buffer.from('1\t22\t\tempat\tlima')
  const { kolom: first, sisa } = splitLine(line, 3)
  expect(first.map(String)).toEqual(['1', '22', ''])
  expect(String(sisa)).toBe('empat\tlima')
  expect(splitLine(line, 9).kolom).toHaveLength(4)
})
