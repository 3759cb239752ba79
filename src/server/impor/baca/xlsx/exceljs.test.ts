/** What a widespread library writes is read back equal, whatever the cells hold. */
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { readAll, temporaryFolder } from '#test/berkas/baca.ts'

const folder = temporaryFolder()
afterAll(folder.remove)

// XML cannot carry lone surrogates or most control characters; Excel's line break is \n.
const text = fc
  .string({ unit: 'binary', maxLength: 30 })
  .map((one) => one.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '\n'))
  .filter((one) => !/_x[0-9a-f]{4}_/i.test(one))
const number = fc.oneof(
  fc.integer(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 })
    .map((n) => Number(n.toFixed(4))),
)
const day = fc.date({
  min: new Date('1900-03-01'),
  max: new Date('2100-01-01'),
  noInvalidDate: true,
})
const value = fc.oneof(text, number, fc.boolean(), day, fc.constant(null))

const shown = (one: string | number | boolean | Date | null): string => {
  if (one === null) return ''
  if (one instanceof Date) return one.toISOString().slice(0, 10)
  if (typeof one === 'boolean') return one ? 'TRUE' : 'FALSE'
  return Object.is(one, -0) ? '0' : String(one)
}

const trimmed = (cells: readonly string[]): string[] => {
  const end = cells.findLastIndex((cell) => cell !== '')
  return cells.slice(0, end + 1)
}

it('reads back any table that exceljs writes', { timeout: 120_000 }, async () => {
  let made = 0
  const tables = fc.array(fc.array(value, { maxLength: 8 }), { minLength: 1, maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(tables, fc.boolean(), async (rows, useSharedStrings) => {
      const filename = folder.path(`${++made}.xlsx`)
      const options = { filename, useStyles: true, useSharedStrings }
      const book = new ExcelJS.stream.xlsx.WorkbookWriter(options)
      const sheet = book.addWorksheet('Data')
      for (const row of rows) {
        const added = sheet.addRow(row)
        row.forEach((one, i) => {
          if (one instanceof Date) added.getCell(i + 1).numFmt = 'dd/mm/yyyy'
        })
        added.commit()
      }
      sheet.commit()
      await book.commit()
      const { sheets } = await readAll(filename)
      const expected = rows
        .map((row, i) => ({ row: i + 1, cells: trimmed(row.map(shown)) }))
        .filter((row) => row.cells.length > 0)
      expect(sheets[0]?.rows.map(({ row, cells }) => ({ row, cells }))).toEqual(expected)
    }),
    { numRuns: 10 },
  )
})
