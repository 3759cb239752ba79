import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { readAll, temporaryFolder } from '#test/berkas/baca.ts'
import { type ExportSheet, xlsxStream } from './xlsx.ts'

const folder = temporaryFolder()
afterAll(folder.remove)

let made = 0
async function written(...sheets: ExportSheet[]): Promise<string> {
  const path = folder.path(`${++made}.xlsx`)
  await pipeline(xlsxStream(sheets), createWriteStream(path))
  return path
}

async function opened(path: string): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  const sheet = book.worksheets[0]
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}

const list: ExportSheet = {
  name: 'Daftar [kuota]',
  title: ['Kota Bontang, Juli 2018'],
  columns: [
    { header: 'NIK', width: 20 },
    { header: 'Anggota', kind: 'angka' },
    { header: 'Tanggal', kind: 'tanggal' },
    { header: 'Belanja', kind: 'rupiah' },
    { header: 'Status' },
  ],
  rows: [
    ['6474010101010001', 4, '2018-07-01', 1_500_000, 'masuk'],
    ['=1+1', null, '31 Pebruari', 0, ''],
  ],
}

describe('an exported workbook', { timeout: 120_000 }, () => {
  it('has typed columns: a NIK stays text, a day is a day, a number is a number', async () => {
    const { sheets } = await readAll(await written(list))
    const [title, header, first, second] = sheets[0]?.rows ?? []
    expect(sheets[0]?.name).toBe('Daftar kuota')
    expect(title?.cells).toEqual(['Kota Bontang, Juli 2018'])
    expect(header?.cells).toEqual(['NIK', 'Anggota', 'Tanggal', 'Belanja', 'Status'])
    expect(first?.cells).toEqual(['6474010101010001', '4', '2018-07-01', '1500000', 'masuk'])
    expect([...(first?.kinds ?? [])]).toEqual([0, 1, 2, 1, 0])
    expect(second?.cells).toEqual(['=1+1', '', '31 Pebruari', '0'])
    expect(second?.formula).toBeUndefined()
  })

  it('opens in a spreadsheet with a frozen, filtered header and formats', async () => {
    const sheet = await opened(await written(list))
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
    expect(sheet.autoFilter).toBe('A2:E2')
    expect(sheet.getCell('A2').font.bold).toBe(true)
    expect(sheet.getColumn(1).width).toBe(20)
    expect(sheet.getCell('A3').numFmt).toBe('@')
    expect(sheet.getCell('A4').type).toBe(ExcelJS.ValueType.String)
    expect(sheet.getCell('C3').numFmt).toBe('dd/mm/yyyy')
  })

  it('is read back as it was written, whatever its texts hold', async () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 1 }),
      fc.constantFrom(...'=+-@_x0D\n'),
    )
    const cell = fc.string({ unit, maxLength: 12 })
    const rows = fc.array(fc.tuple(cell, fc.integer(), cell), { maxLength: 60 })
    const columns = [{ header: 'A' }, { header: 'B', kind: 'angka' as const }, { header: 'C' }]
    const kept = (text: string) =>
      text
        .toWellFormed()
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\n\t]|[\ufffe\uffff]/gu, '')
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const { sheets } = await readAll(await written({ name: 'X', columns, rows: all }))
        const read = sheets[0]?.rows.slice(1).map((row) => [...row.cells, ''].slice(0, 3))
        expect(read).toEqual(all.map(([a, b, c]) => [kept(a), String(b), kept(c)]))
      }),
      { numRuns: 8 },
    )
  })

  it('destroys the stream when the rows fail', async () => {
    async function* rows() {
      yield ['a']
      throw new Error('database gone')
    }
    await expect(written({ name: 'X', columns: [{ header: 'A' }], rows: rows() })).rejects.toThrow(
      'database gone',
    )
  })
})
