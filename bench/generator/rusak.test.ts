import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { afterAll, describe, expect, test } from 'vitest'
import { isKodeTemuan } from '#domain/impor/temuan.ts'
import { buatRusak } from './rusak.ts'

const folder = await mkdtemp(join(tmpdir(), 'rusak-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('broken files', () => {
  test.each(['pbdt-csv', 'pbdt-xlsx', 'bdt-csv', 'bdt-xlsx', 'siks-xlsx'] as const)(
    '%s holds more than thirty kinds, each on a row that exists, with a cause of the catalogue',
    async (format) => {
      const { tanda } = await buatRusak(format, folder)
      expect(new Set(tanda.map((t) => t.jenis)).size).toBeGreaterThan(30)
      for (const t of tanda) {
        expect(t.baris).toBeGreaterThan(0)
        if (t.kode !== null) expect([t.kode, isKodeTemuan(t.kode)]).toEqual([t.kode, true])
      }
    },
    60_000,
  )

  test('point at the row and column that were broken', async () => {
    const { path, tanda } = await buatRusak('pbdt-csv', folder)
    const teks = await readFile(path[0] ?? '', 'utf8')
    const baris = parse(teks, { relax_column_count: true, skip_empty_lines: false })
    const judul = baris[0] ?? []
    const nilai = (jenis: string) => {
      const t = tanda.find((x) => x.jenis === jenis)
      return baris[(t?.baris ?? 0) - 1]?.[judul.indexOf(t?.kolom ?? '')]
    }
    expect(nilai('nik-excel')).toMatch(/^9,\d{5}E\+15$/)
    expect(nilai('umur-250')).toBe('250')
    expect(nilai('wilayah-asing')).toBe('ANTAH BERANTAH')
    expect(nilai('kode-sisi-salah')).toBe('2')
  })

  test('hold numeric NIKs, hidden rows and merged titles as workbooks do', async () => {
    const { path, tanda } = await buatRusak('bdt-xlsx', folder)
    const buku = new ExcelJS.Workbook()
    await buku.xlsx.readFile(path[0] ?? '')
    const art = buku.worksheets[1]
    if (!art) throw new Error('the sheet ART is missing')
    const dari = (jenis: string) => tanda.find((t) => t.jenis === jenis)?.baris ?? 0
    const kolom = (art.getRow(5).values as string[]).indexOf('NIK')
    expect(typeof art.getRow(dari('nik-excel')).getCell(kolom).value).toBe('number')
    expect(art.getRow(dari('baris-tersembunyi')).hidden).toBe(true)
    expect(art.getCell('H1').isMerged).toBe(true)
  })
})
