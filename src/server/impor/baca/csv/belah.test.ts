/** The splitter agrees with a complete CSV parser, and with Excel where officers' files are untidy. */
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FileRefused, LIMITS } from '../tabel.ts'
import { type CsvRow, RecordSplitter } from './belah.ts'

function split(text: string, separator = ',', chunk = text.length || 1): CsvRow[] {
  const splitter = new RecordSplitter(separator, LIMITS)
  const rows: CsvRow[] = []
  for (let i = 0; i < text.length; i += chunk) splitter.push(text.slice(i, i + chunk), rows)
  splitter.end(rows)
  return rows
}

const cells = (rows: readonly CsvRow[]) => rows.map((row) => row.cells)
const cell = fc.string({ unit: fc.constantFrom(...'ab1 ,;\t|"\n.é語😀'), maxLength: 10 })
const separators = fc.constantFrom(',', ';', '\t', '|')
const lineEnds = fc.constantFrom('\n', '\r\n', '\r')
const tables = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 12 })

const notEmpty = (rows: readonly (readonly string[])[]) =>
  rows.filter((row) => row.some((one) => one !== ''))

describe('a CSV is split', () => {
  it('into what was written, whatever the separator, line end, quoting and chunks', () => {
    const sizes = fc.integer({ min: 1, max: 30 })
    fc.assert(
      fc.property(
        tables,
        separators,
        lineEnds,
        fc.boolean(),
        sizes,
        (rows, delimiter, end, quoted, size) => {
          const text = stringify(rows, {
            delimiter,
            record_delimiter: end,
            quoted,
            quoted_empty: quoted,
            quoted_match: /[\r\n]/,
          })
          expect(cells(split(text, delimiter, size))).toEqual(notEmpty(rows))
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('just as csv-parse splits it', () => {
    fc.assert(
      fc.property(tables, separators, (rows, delimiter) => {
        const text = stringify(rows, { delimiter })
        const parsed: string[][] = parse(text, { delimiter, relax_column_count: true })
        expect(cells(split(text, delimiter, 7))).toEqual(notEmpty(parsed))
      }),
      { numRuns: 500 },
    )
  })

  it('with the number of the line on which each record begins', () => {
    const text = 'a\n\n"b\nb\r\nb",x\r\n   \n,,\n"c"\n'
    for (const chunk of [1, 2, 5, 100]) {
      expect(split(text, ',', chunk)).toEqual([
        { row: 1, cells: ['a'] },
        { row: 3, cells: ['b\nb\nb', 'x'] },
        { row: 6, cells: ['   '] },
        { row: 8, cells: ['c'] },
      ])
    }
  })

  it.each([
    ['a quotation mark inside a value', 'JL. "MAWAR" 5,x', [['JL. "MAWAR" 5', 'x']]],
    ['text after a closing mark', '"JL" MAWAR,x', [['JL MAWAR', 'x']]],
    ['a doubled mark', '"a""b",""', [['a"b', '']]],
    ['no line break at the end', 'a,b', [['a', 'b']]],
    [
      'lone carriage returns',
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['mixed line ends', 'a\r\nb\nc\rd', [['a'], ['b'], ['c'], ['d']]],
    ['ragged rows', 'a\nb,c,d\n', [['a'], ['b', 'c', 'd']]],
  ])('as Excel would: %s', (_, text, expected) => {
    for (const chunk of [1, 3, 100]) expect(cells(split(text, ',', chunk))).toEqual(expected)
  })
})

describe('a CSV is refused', () => {
  const refusal = (text: string, chunk?: number) => {
    try {
      split(text, ',', chunk)
    } catch (error) {
      if (error instanceof FileRefused) return error.problem
    }
    return undefined
  }

  it('for a quotation mark that is never closed, with its line', () => {
    const problem = { code: 'berkas.kutip_tidak_ditutup', detail: { baris: 3 } }
    expect(refusal('a\nb\nc,"d\ne\n')).toEqual(problem)
    expect(refusal(`a\nb\n"${'x,1\n'.repeat(20_000)}`, 1000)).toEqual(problem)
    expect(refusal(`a\nb\n"${'x\n'.repeat(200)}"`)).toEqual(problem)
  })

  it('for too many columns, quoted or not', () => {
    expect(refusal('a,'.repeat(2000))?.code).toBe('berkas.terlalu_banyak_kolom')
    expect(refusal('"a",'.repeat(2000))?.code).toBe('berkas.terlalu_banyak_kolom')
  })

  it('for a value that is too long', () => {
    const problem = { code: 'berkas.sel_terlalu_panjang', detail: { baris: 2, batas: 32_767 } }
    expect(refusal(`a\n${'x'.repeat(40_000)},y\n`)).toEqual(problem)
    expect(refusal(`a\n"y",${'x'.repeat(40_000)}\n`)).toEqual(problem)
  })
})
