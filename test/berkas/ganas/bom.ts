/** Zips that swell, multiply or lie about their sizes. */
import { bookParts, sharedStrings, worksheet } from '../buku.ts'
import { writeZip, type ZipPart } from '../zip.ts'
import {
  cell,
  deflateEnd,
  endless,
  type HostileFile,
  inBook,
  MB,
  SHEET,
  sheetHead,
} from './alat.ts'

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

export const BOMBS: readonly HostileFile[] = [
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
