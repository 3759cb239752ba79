/** Sheets of impossible extent: cells, rows, merges and shared texts without measure. */
import { sharedStrings, simpleBook, worksheet, writeBook } from '../buku.ts'
import { cell, endless, type HostileFile, inBook, MB, SHEET, sheetHead } from './alat.ts'

/** Rows of 100 cells that all show the first shared text. */
function sharedByAll(): Buffer[] {
  const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`
  return endless(sheetHead, row, 100_000)
}

export const SHAPES: readonly HostileFile[] = [
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
