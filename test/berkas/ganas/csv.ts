/** Text files that never come to an end of a value, a line or sense. */
import { writeFileSync } from 'node:fs'
import { type HostileFile, MB, writePieces } from './alat.ts'

export const CSV_FILES: readonly HostileFile[] = [
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
