import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { bukanData, kenali } from '#domain/impor/kenali.ts'
import { petaSchema } from '#domain/impor/peta.ts'
import { compileDecoder } from '#domain/kode/decode.ts'
import { listOfVariable } from '#domain/variabel/label.ts'
import { loadCodeLists, loadDictionary, policyRoot, readPolicy } from '#server/kebijakan/muat.ts'
import { issuePrefix, templateWorkbook } from './buku-kerja.ts'
import { headerOf, templateColumns } from './kolom.ts'
import { templateMap, templateMapFile } from './peta.ts'

const kamus = { kamus: loadDictionary(), buku: loadCodeLists() }
const lembar = ['Keluarga', 'Anggota'] as const
const maps = lembar.map((l) => ({
  ...readPolicy(templateMapFile(l), petaSchema).nilai,
  kode: `siks-${l.toLowerCase()}`,
}))

describe('our own workbook', () => {
  const book = new ExcelJS.Workbook()
  beforeAll(async () => {
    const bytes = await templateWorkbook(kamus, 'UJI2345')
    await book.xlsx.load(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
    )
  })

  const cells = (sheet: string, row: number): string[] =>
    ((book.getWorksheet(sheet)?.getRow(row).values ?? []) as (string | number)[])
      .slice(1)
      .map((v) => String(v ?? ''))

  test.each(lembar)(
    '%s is recognised by its own header, and its example row is no data',
    (nama) => {
      const kepala = kenali(maps, [cells(nama, 1)])
      expect(kepala?.peta.kode).toBe(`siks-${nama.toLowerCase()}`)
      expect(kepala?.tempat).toEqual(templateColumns(kamus.kamus, nama).map((_, i) => i))
      expect(kepala === null ? null : bukanData(kepala, cells(nama, 2))).toBe('contoh')
    },
  )

  test.each(lembar)('%s gives the import the map that is committed', (nama) => {
    expect(templateMap(kamus.kamus, nama)).toBe(
      readFileSync(`${policyRoot}${templateMapFile(nama)}`, 'utf8'),
    )
  })

  test('offers answers that the import reads back as their codes', () => {
    const pilihan = book.getWorksheet('Pilihan')
    for (const nama of lembar) {
      for (const kolom of templateColumns(kamus.kamus, nama)) {
        const list = 'variabel' in kolom.isian ? listOfVariable(kamus, kolom.isian.variabel) : null
        if (list === null) continue
        const decode = compileDecoder(list, kolom.kode)
        for (const p of list.pilihan) {
          for (const text of [`${p.kode}. ${p.label.id}`, p.label.id, String(p.kode)]) {
            expect([kolom.kode, text, decode(text)]).toEqual([
              kolom.kode,
              text,
              { ok: true, nilai: [{ variabel: kolom.kode, nilai: p.kode }], sifat: 'pasti' },
            ])
          }
        }
      }
    }
    expect(pilihan?.state).toBe('veryHidden')
  })

  test('has a drop-down list on every coded column', () => {
    const sheet = book.getWorksheet('Keluarga')
    const place = templateColumns(kamus.kamus, 'Keluarga').findIndex((k) => k.kode === 'lantai') + 1
    const cell = sheet?.getRow(5).getCell(place)
    expect(cell?.dataValidation?.type).toBe('list')
    expect(cell?.dataValidation?.formulae?.[0]).toMatch(/^Pilihan!/)
  })

  test('issues a number for each family, and one that is not used is no data', () => {
    const row = cells('Keluarga', 3)
    expect(row[0]).toBe('UJI2345-0001')
    const kepala = kenali(maps, [cells('Keluarga', 1)])
    expect(kepala === null ? null : bukanData(kepala, row)).toBe('nomor_saja')
    const filled = Object.assign([...row], { 8: 'SITI CONTOH', 3: 'Api-Api', 4: '7' })
    expect(kepala === null ? null : bukanData(kepala, filled)).toBe(null)
    expect(issuePrefix()).toMatch(/^[A-Z2-9]{7}$/)
    expect(issuePrefix()).not.toBe(issuePrefix())
  })

  test('names each column once', () => {
    for (const nama of lembar) {
      const headers = templateColumns(kamus.kamus, nama).map(headerOf)
      expect(new Set(headers).size).toBe(headers.length)
    }
  })

  test('explains every column', () => {
    expect(book.worksheets.map((w) => w.name)).toEqual([
      'Petunjuk',
      'Keluarga',
      'Anggota',
      'Pilihan',
    ])
    const explained = book.getWorksheet('Petunjuk')?.getColumn(2).values.map(String) ?? []
    for (const kolom of templateColumns(kamus.kamus, 'Anggota'))
      expect(explained).toContain(headerOf(kolom))
  })
})
