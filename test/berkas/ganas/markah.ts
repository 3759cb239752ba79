/** XML written to exhaust its reader. */
import { bookParts, simpleBook, writeBook } from '../buku.ts'
import { writeZip } from '../zip.ts'
import { cell, type HostileFile, inBook, MB, SHEET } from './alat.ts'

const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha">${Array.from(
  { length: 9 },
  (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`,
).join('')}]>`

export const MARKUP: readonly HostileFile[] = [
  {
    name: 'a billion laughs in a sheet',
    file: 'tawa.xlsx',
    refusedFor: 'berkas.dtd',
    make: inBook({
      name: SHEET,
      data: `<?xml version="1.0"?>${laughs}<worksheet><sheetData>&j;</sheetData></worksheet>`,
    }),
  },
  {
    name: 'a billion laughs in the workbook part',
    file: 'tawa-buku.xlsx',
    refusedFor: 'berkas.dtd',
    make: inBook({
      name: 'xl/workbook.xml',
      data: `<?xml version="1.0"?>${laughs}<workbook>&j;</workbook>`,
    }),
  },
  {
    name: 'an entity that nobody defined',
    file: 'entitas.xlsx',
    refusedFor: 'berkas.dtd',
    make: (path) =>
      writeBook(path, simpleBook('<row r="1"><c r="A1" t="str"><v>&rahasia;</v></c></row>')),
  },
  {
    name: 'a tag with a million attributes',
    file: 'atribut.xlsx',
    refusedFor: 'berkas.xml_tidak_wajar',
    make: (path) => {
      const many = Array.from({ length: 1_000_000 }, (_, i) => ` a${i}="1"`).join('')
      writeBook(path, simpleBook(`<row r="1"${many}/>`))
    },
  },
  {
    name: 'a million attributes in the workbook part',
    file: 'atribut-buku.xlsx',
    refusedFor: 'berkas.xml_tidak_wajar',
    make: (path) => {
      const many = Array.from({ length: 1_000_000 }, (_, i) => ` a${i}="1"`).join('')
      writeZip(
        path,
        bookParts({ parts: [{ name: 'xl/workbook.xml', data: `<workbook${many}/>` }] }),
      )
    },
  },
  {
    name: 'an attribute of 50 MB',
    file: 'atribut50.xlsx',
    refusedFor: 'berkas.xml_tidak_wajar',
    make: (path) => writeBook(path, simpleBook(`<row r="1" a="${'x'.repeat(50 * MB)}"/>`)),
  },
  {
    name: 'elements nested a million deep',
    file: 'dalam.xlsx',
    refusedFor: 'berkas.xml_tidak_wajar',
    make: (path) => writeBook(path, simpleBook('<a>'.repeat(1_000_000))),
  },
  {
    name: 'a workbook part nested a million deep',
    file: 'dalam-buku.xlsx',
    refusedFor: 'berkas.xml_tidak_wajar',
    make: (path) =>
      writeZip(
        path,
        bookParts({ parts: [{ name: 'xl/workbook.xml', data: '<workbook>'.repeat(1_000_000) }] }),
      ),
  },
  {
    name: 'rows in wrong order',
    file: 'urut.xlsx',
    refusedFor: 'berkas.baris_tidak_urut',
    make: (path) => writeBook(path, simpleBook(`<row r="9"/>${cell}`)),
  },
  {
    name: 'tags that do not close',
    file: 'tutup.xlsx',
    refusedFor: 'berkas.xml_rusak',
    make: (path) => writeBook(path, simpleBook('<row r="1"><c r="A1"></row></c>')),
  },
]
