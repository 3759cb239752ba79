/** CSV files as offices save them: encoding, separator and rows come out right. */
import { writeFileSync } from 'node:fs'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { readAll, readCells, temporaryFolder } from '#test/berkas/baca.ts'

const folder = temporaryFolder()
afterAll(folder.remove)

let made = 0
const written = (content: string | Uint8Array): string => {
  const path = folder.path(`berkas-${++made}.csv`)
  writeFileSync(path, content)
  return path
}

const ENCODERS: Readonly<Record<string, (text: string) => Buffer>> = {
  'utf-8': (text) => Buffer.from(text),
  'utf-8 with mark': (text) => Buffer.from(`\ufeff${text}`),
  'utf-16le': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf-16be': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'windows-1252': (text) => Buffer.from(text, 'latin1'),
}

describe('a CSV file', () => {
  it('is read back as written, in every encoding, with every separator', {
    timeout: 60_000,
  }, async () => {
    const cell = fc.string({ unit: fc.constantFrom(...'AB1 ,;\t"é\n.'), maxLength: 12 })
    const tables = fc
      .integer({ min: 2, max: 8 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 30 }),
      )
    const encodings = fc.constantFrom(...Object.keys(ENCODERS))
    await fc.assert(
      fc.asyncProperty(
        tables,
        fc.constantFrom(',', ';', '\t'),
        encodings,
        async (rows, delimiter, name) => {
          const header = (rows[0] ?? ['', '']).map((_, i) => `KOLOM ${i} É`)
          const text = `sep=${delimiter}\n${stringify([header, ...rows], { delimiter })}`
          const read = await readCells(written(ENCODERS[name]?.(text) ?? ''))
          expect(read).toEqual([header, ...rows.filter((row) => row.some((one) => one !== ''))])
        },
      ),
      { numRuns: 150 },
    )
  })

  it.each([
    [';', 'NIK;NAMA;ALAMAT\n1;SITI;JL. A, NO 5\n2;BUDI;JL. B, C, D\n'],
    [',', 'NIK,NAMA,LUAS\n1,SITI,36\n2,BUDI;ALM,40\n'],
    ['\t', 'NIK\tNAMA\n1\tSITI, A\n2\tBUDI; B, C\n'],
    [';', 'NIK;LUAS;SKOR\n1;36,5;1,2\n2;40,1;1,3\n'],
    [';', 'DAFTAR RUMAH TANGGA, KOTA BONTANG, 2018\n\nNIK;NAMA;RT\n1;A;2\n2;B;3\n'],
    [',', 'satu kolom saja\nA\nB\n'],
  ])('has its separator found: %j', async (separator, text) => {
    const { table } = await readAll(written(text))
    expect(table.separator).toBe(separator)
  })

  it('honours the separator that its first line tells, and keeps the line numbers', async () => {
    const { table, sheets } = await readAll(written('sep=|\r\na|b,c,d\r\n1|2,3,4\r\n'))
    expect(table.separator).toBe('|')
    expect(sheets[0]?.rows).toEqual([
      { row: 2, cells: ['a', 'b,c,d'] },
      { row: 3, cells: ['1', '2,3,4'] },
    ])
  })

  it('has short rows filled up, and tells how many rows differ', async () => {
    const { table, sheets } = await readAll(written('a,b,c\n1\n1,2,3\n1,2,3,4\n1,2,3\n'))
    expect(sheets[0]?.rows.map((row) => row.cells.length)).toEqual([3, 3, 3, 4, 3])
    expect(table.notes).toEqual([
      { code: 'catatan.lebar_baris_berbeda', detail: { jumlah: 2, baris: 2 } },
    ])
  })

  it('keeps the sixteen digits of a NIK as they stand', async () => {
    expect(await readCells(written('NIK,X\n6474010101010001,0012\n'))).toEqual([
      ['NIK', 'X'],
      ['6474010101010001', '0012'],
    ])
  })

  it('is read over many chunks without losing or doubling a row', async () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => [`${i}`, `"NAMA ${i}"`, `JL. É ${i}`])
    const read = await readCells(written(rows.map((row) => row.join(';')).join('\r\n')))
    expect(read.length).toBe(rows.length)
    expect(read[29_999]).toEqual(['29999', 'NAMA 29999', 'JL. É 29999'])
  })
})
