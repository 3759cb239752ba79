/** Hostile files, made at the time of the test: each with the causes for which it may be refused. */
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { constants, deflateRawSync } from 'node:zlib'
import type { FileProblemCode } from '#domain/impor/berkas.ts'
import { bookParts, sharedStrings, simpleBook, worksheet, writeBook, xml } from './buku.ts'
import { writeZip, type ZipPart } from './zip.ts'

export type HostileFile = {
  readonly name: string
  readonly file: string
  readonly refusedFor: FileProblemCode
  make(path: string): void
}

const MB = 1024 * 1024
const SHEET = 'xl/worksheets/sheet1.xml'
const cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'

/** A piece of deflate data that may be repeated any number of times: it leaves no state behind. */
const piece = (data: Buffer | string): Buffer =>
  deflateRawSync(data, { finishFlush: constants.Z_FULL_FLUSH, level: 9 })
const deflateEnd = Buffer.from([0x03, 0x00])

/** Deflate data of `head`, then `body` repeated, then nothing more: an XML without end. */
const endless = (head: string, body: Buffer | string, times: number): Buffer[] => {
  const repeated = piece(body)
  return [piece(head), ...new Array<Buffer>(times).fill(repeated), deflateEnd]
}

const sheetHead = worksheet('').split('</sheetData>')[0] ?? ''
const blank64 = Buffer.alloc(64 * MB, 0x20)

const bombPart = (name: string, head: string): ZipPart => ({
  name,
  deflated: endless(head, blank64, 160),
  size: 0xfffffffe,
})

/** Swells 60-fold only, below any limit on the ratio, and never gives a row. */
function slowBomb(): Buffer[] {
  const noise = Array.from({ length: 40_000 }, (_, i) => `<!--${(i * 7919) % 65_521}-->`)
  const body = noise.join(' '.repeat(240))
  return endless(sheetHead, body, Math.ceil((600 * MB) / body.length))
}

/** Rows of 100 cells that all show the first shared text. */
function sharedByAll(): Buffer[] {
  const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`
  return endless(sheetHead, row, 100_000)
}

function writePieces(path: string, pieces: Iterable<Buffer | string>): void {
  const file = openSync(path, 'w')
  for (const one of pieces) writeSync(file, typeof one === 'string' ? Buffer.from(one) : one)
  closeSync(file)
}

const inBook =
  (...parts: ZipPart[]) =>
  (path: string) =>
    writeBook(path, { parts })

const bombs: HostileFile[] = [
  {
    name: 'a sheet that swells to 10 GB',
    file: 'bom.xlsx',
    refusedFor: 'berkas.bom_zip',
    make: inBook(bombPart(SHEET, sheetHead)),
  },
  {
    name: 'shared strings that swell to 10 GB',
    file: 'bom-teks.xlsx',
    refusedFor: 'berkas.bom_zip',
    make: inBook(
      { name: SHEET, data: worksheet(cell) },
      bombPart('xl/sharedStrings.xml', sharedStrings('').replace('</sst>', '')),
    ),
  },
  {
    name: 'a workbook part that swells to 10 GB',
    file: 'bom-buku.xlsx',
    refusedFor: 'berkas.xml_tidak_wajar',
    make: (path) =>
      writeZip(path, bookParts({ parts: [bombPart('xl/workbook.xml', '<workbook>')] })),
  },
  {
    name: 'a bomb that stays below the ratio and gives no row',
    file: 'bom-pelan.xlsx',
    refusedFor: 'berkas.bom_zip',
    make: inBook({ name: SHEET, deflated: slowBomb(), size: 0xfffffffe }),
  },
  {
    name: 'a zip inside a zip',
    file: 'bersarang.xlsx',
    refusedFor: 'berkas.bukan_xlsx',
    make: (path) => writeZip(path, [{ name: 'dalam.zip', data: 'PK\x03\x04'.repeat(1000) }]),
  },
  {
    name: 'entries that share their bytes',
    file: 'tumpang.xlsx',
    refusedFor: 'berkas.entri_tumpang_tindih',
    make: inBook(
      { name: SHEET, data: worksheet(cell) },
      { name: 'xl/worksheets/sheet2.xml', sameAs: SHEET },
    ),
  },
  {
    name: 'declared sizes that are too small',
    file: 'ukuran.xlsx',
    refusedFor: 'berkas.zip_rusak',
    make: inBook({ name: SHEET, data: worksheet(cell.repeat(1)), size: 10 }),
  },
  {
    name: 'five thousand entries',
    file: 'entri.xlsx',
    refusedFor: 'berkas.terlalu_banyak_entri',
    make: (path) =>
      writeZip(
        path,
        Array.from({ length: 5000 }, (_, i) => ({ name: `xl/${i}`, deflated: [deflateEnd] })),
      ),
  },
]

const shapes: HostileFile[] = [
  {
    name: 'a cell at XFD1048576',
    file: 'xfd.xlsx',
    refusedFor: 'berkas.terlalu_banyak_kolom',
    make: (path) =>
      writeBook(path, simpleBook(`${cell}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`)),
  },
  {
    name: 'a merge of a million rows',
    file: 'gabung.xlsx',
    refusedFor: 'berkas.gabungan_terlalu_besar',
    make: (path) =>
      writeBook(
        path,
        simpleBook(cell, '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
      ),
  },
  {
    name: 'the same cell again and again without an end of its row',
    file: 'sel.xlsx',
    refusedFor: 'berkas.bom_zip',
    make: inBook({
      name: SHEET,
      deflated: endless(`${sheetHead}<row r="1">`, '<c r="A1"><v>1</v></c>'.repeat(200_000), 100),
      size: 0xfffffffe,
    }),
  },
  {
    name: 'empty rows without end',
    file: 'baris.xlsx',
    refusedFor: 'berkas.terlalu_banyak_baris',
    make: inBook({
      name: SHEET,
      deflated: endless(sheetHead, '<row hidden="0"/>'.repeat(100_000), 100),
      size: 0xfffffffe,
    }),
  },
  {
    name: 'a thousand million shared strings claimed, and an index that does not exist',
    file: 'klaim.xlsx',
    refusedFor: 'berkas.teks_bersama_tidak_ada',
    make: inBook(
      { name: SHEET, data: worksheet('<row r="1"><c r="A1" t="s"><v>999999999</v></c></row>') },
      {
        name: 'xl/sharedStrings.xml',
        data: sharedStrings('<si><t>a</t></si>', ' count="1000000000" uniqueCount="1000000000"'),
      },
    ),
  },
  {
    name: 'an endless supply of shared strings',
    file: 'teks.xlsx',
    refusedFor: 'berkas.teks_bersama_terlalu_banyak',
    make: inBook(
      { name: SHEET, data: worksheet(cell) },
      {
        name: 'xl/sharedStrings.xml',
        deflated: endless(
          sharedStrings('').replace('</sst>', ''),
          Array.from({ length: 20_000 }, (_, i) => `<si><t>${i * 7919}</t></si>`).join(''),
          1000,
        ),
        size: 0xfffffffe,
      },
    ),
  },
  {
    name: 'one long text shared by millions of cells',
    file: 'berlipat.xlsx',
    refusedFor: 'berkas.bom_zip',
    make: inBook(
      { name: SHEET, deflated: sharedByAll(), size: 0xfffffffe },
      {
        name: 'xl/sharedStrings.xml',
        data: sharedStrings(`<si><t>${'x'.repeat(32_000)}</t></si>`),
      },
    ),
  },
  {
    name: 'one text of 60 MB in a cell',
    file: 'panjang.xlsx',
    refusedFor: 'berkas.sel_terlalu_panjang',
    make: (path) =>
      writeBook(
        path,
        simpleBook(`<row r="1"><c r="A1" t="str"><v>${'NAMA '.repeat(12 * MB)}</v></c></row>`),
      ),
  },
]

const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha">${Array.from(
  { length: 9 },
  (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`,
).join('')}]>`

const markup: HostileFile[] = [
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

const containers: HostileFile[] = [
  {
    name: 'names that climb out of the folder',
    file: 'jalur.xlsx',
    refusedFor: 'berkas.nama_entri',
    make: inBook({ name: '../../etc/cron.d/x', data: 'x' }),
  },
  {
    name: 'two parts of one name',
    file: 'kembar.xlsx',
    refusedFor: 'berkas.nama_entri',
    make: inBook(
      { name: SHEET, data: worksheet(cell) },
      { name: 'XL/worksheets/SHEET1.xml', data: 'x' },
    ),
  },
  {
    name: 'a zip cut off in the middle',
    file: 'potong.xlsx',
    refusedFor: 'berkas.zip_rusak',
    make: (path) => writeZip(path, bookParts(simpleBook(cell)), 600),
  },
  {
    name: 'a wrong checksum',
    file: 'crc.xlsx',
    refusedFor: 'berkas.crc_salah',
    make: inBook({ name: SHEET, data: worksheet(cell), crc: 12_345 }),
  },
  {
    name: 'deflate data that is noise',
    file: 'derau.xlsx',
    refusedFor: 'berkas.zip_rusak',
    make: inBook({ name: SHEET, deflated: [Buffer.alloc(5000, 0xa7)], size: 9000 }),
  },
  {
    name: 'a zip entry with a password',
    file: 'sandi-zip.xlsx',
    refusedFor: 'berkas.terenkripsi',
    make: inBook({ name: SHEET, data: worksheet(cell), flags: 1 }),
  },
  {
    name: 'a workbook with a password',
    file: 'sandi.xlsx',
    refusedFor: 'berkas.terenkripsi',
    make: (path) => writeFileSync(path, oleFile('EncryptedPackage')),
  },
  {
    name: 'an old .xls called .xlsx',
    file: 'lama.xlsx',
    refusedFor: 'berkas.xls_lama',
    make: (path) => writeFileSync(path, oleFile('Workbook')),
  },
  {
    name: 'an OpenDocument called .xlsx',
    file: 'ods.xlsx',
    refusedFor: 'berkas.ods',
    make: (path) =>
      writeZip(path, [
        { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' },
        { name: 'content.xml', data: '<office:document-content/>' },
      ]),
  },
  {
    name: 'HTML called .xlsx',
    file: 'halaman.xlsx',
    refusedFor: 'berkas.html',
    make: (path) =>
      writeFileSync(
        path,
        `\ufeff\n<html xmlns:x="urn:x"><table>${'<tr><td>1</td></tr>'.repeat(1e5)}`,
      ),
  },
  {
    name: 'XML Spreadsheet 2003 called .xlsx',
    file: 'xml.xlsx',
    refusedFor: 'berkas.xml_2003',
    make: (path) => writeFileSync(path, xml('<Workbook xmlns="urn:schemas-microsoft-com"/>')),
  },
  {
    name: 'a PDF called .xlsx',
    file: 'pdf.xlsx',
    refusedFor: 'berkas.jenis_lain',
    make: (path) => writeFileSync(path, '%PDF-1.7 and so on'),
  },
  {
    name: 'nothing at all',
    file: 'nol.csv',
    refusedFor: 'berkas.kosong',
    make: (path) => writeFileSync(path, ''),
  },
]

const csvFiles: HostileFile[] = [
  {
    name: 'a quotation mark that 50 MB do not close',
    file: 'kutip.csv',
    refusedFor: 'berkas.kutip_tidak_ditutup',
    make: (path) =>
      writePieces(path, [
        'NIK,NAMA\n1,"SITI\n',
        ...new Array<string>(50).fill('x,'.repeat(MB / 2)),
      ]),
  },
  {
    name: '100,000 columns',
    file: 'kolom.csv',
    refusedFor: 'berkas.terlalu_banyak_kolom',
    make: (path) => writeFileSync(path, `${'a,'.repeat(100_000)}\n1,2,3\n`),
  },
  {
    name: 'one line of 200 MB',
    file: 'sebaris.csv',
    refusedFor: 'berkas.sel_terlalu_panjang',
    make: (path) => writePieces(path, new Array<Buffer>(200).fill(Buffer.alloc(MB, 0x61))),
  },
  {
    name: 'quotation marks only',
    file: 'kutip-saja.csv',
    refusedFor: 'berkas.kutip_tidak_ditutup',
    make: (path) => writePieces(path, new Array<Buffer>(50).fill(Buffer.alloc(MB, 0x22))),
  },
  {
    name: 'NUL bytes in the middle',
    file: 'nul.csv',
    refusedFor: 'berkas.nul',
    make: (path) => writeFileSync(path, `NIK;NAMA\n${'1;SITI\n'.repeat(1e5)}2;BU\0DI\n`),
  },
  {
    name: 'NUL bytes only',
    file: 'nul-saja.csv',
    refusedFor: 'berkas.nul',
    make: (path) => writePieces(path, new Array<Buffer>(20).fill(Buffer.alloc(MB))),
  },
]

/** An OLE file whose directory, in the second sector, names the given stream. */
function oleFile(stream: string): Buffer {
  const file = Buffer.alloc(4096)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file)
  file.writeUInt16LE(9, 30)
  file.writeUInt32LE(2, 48)
  file.write(stream, 3 * 512, 'utf16le')
  return file
}

export const HOSTILE_FILES: readonly HostileFile[] = [
  ...bombs,
  ...shapes,
  ...markup,
  ...containers,
  ...csvFiles,
]
