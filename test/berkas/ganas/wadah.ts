/** Containers that are broken, locked, misnamed or of another kind. */
import { writeFileSync } from 'node:fs'
import { bookParts, simpleBook, worksheet, xml } from '../buku.ts'
import { writeZip } from '../zip.ts'
import { cell, type HostileFile, inBook, SHEET } from './alat.ts'

export const CONTAINERS: readonly HostileFile[] = [
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

/** An OLE file whose directory, in the second sector, names the given stream. */
function oleFile(stream: string): Buffer {
  const file = Buffer.alloc(4096)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file)
  file.writeUInt16LE(9, 30)
  file.writeUInt32LE(2, 48)
  file.write(stream, 3 * 512, 'utf16le')
  return file
}
