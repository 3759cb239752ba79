/** Why an officer's file was refused as a whole, and what to do about it, in both languages. */
import type { Label } from '../label.ts'

type Entry = { readonly cause: Label; readonly remedy: Label }

const saveAsXlsx: Label = {
  id: 'Buka berkas di Excel atau LibreOffice, lalu simpan sebagai "Buku Kerja Excel (.xlsx)" atau "CSV UTF-8".',
  en: 'Open the file in Excel or LibreOffice and save it as "Excel Workbook (.xlsx)" or "CSV UTF-8".',
}
const askAgain: Label = {
  id: 'Minta atau unduh ulang berkas dari sumbernya, lalu unggah lagi tanpa mengubahnya.',
  en: 'Ask for the file or download it again from its source, then upload it unchanged.',
}
const copyToNew: Label = {
  id: 'Salin baris dan kolom yang terpakai saja ke buku kerja baru, lalu unggah buku kerja itu.',
  en: 'Copy only the rows and columns in use to a new workbook, then upload that workbook.',
}
const splitFile: Label = {
  id: 'Bagi menjadi beberapa berkas (misalnya per kecamatan), atau simpan sebagai CSV.',
  en: 'Split it into several files (for example one per kecamatan), or save it as CSV.',
}

/** Every cause for which a whole file is refused; `{name}` is filled from the problem's detail. */
export const FILE_PROBLEMS = {
  'berkas.kosong': {
    cause: { id: 'Berkas kosong.', en: 'The file is empty.' },
    remedy: askAgain,
  },
  'berkas.tidak_terbaca': {
    cause: { id: 'Berkas tidak dapat dibaca.', en: 'The file cannot be read.' },
    remedy: askAgain,
  },
  'berkas.terlalu_besar': {
    cause: {
      id: 'Berkas terlalu besar: {byte} byte, paling banyak {batas} byte.',
      en: 'The file is too large: {byte} bytes, at most {batas} bytes.',
    },
    remedy: splitFile,
  },
  'berkas.html': {
    cause: {
      id: 'Isi berkas adalah halaman web (HTML), bukan tabel Excel atau CSV.',
      en: 'The file holds a web page (HTML), not an Excel or CSV table.',
    },
    remedy: saveAsXlsx,
  },
  'berkas.xml_2003': {
    cause: {
      id: 'Isi berkas adalah XML (misalnya "XML Spreadsheet 2003"), bukan .xlsx.',
      en: 'The file is XML (for example "XML Spreadsheet 2003"), not .xlsx.',
    },
    remedy: saveAsXlsx,
  },
  'berkas.xls_lama': {
    cause: {
      id: 'Berkas berformat Excel lama (.xls, 97–2003).',
      en: 'The file has the old Excel format (.xls, 97–2003).',
    },
    remedy: saveAsXlsx,
  },
  'berkas.terenkripsi': {
    cause: {
      id: 'Berkas dikunci dengan kata sandi.',
      en: 'The file is locked with a password.',
    },
    remedy: {
      id: 'Buka di Excel dengan kata sandinya, hapus kata sandi di Berkas > Info, simpan, lalu unggah.',
      en: 'Open it in Excel with its password, remove the password under File > Info, save, then upload.',
    },
  },
  'berkas.ods': {
    cause: {
      id: 'Berkas berformat OpenDocument (.ods).',
      en: 'The file has the OpenDocument format (.ods).',
    },
    remedy: saveAsXlsx,
  },
  'berkas.xlsb': {
    cause: {
      id: 'Berkas berformat Excel biner (.xlsb).',
      en: 'The file has the binary Excel format (.xlsb).',
    },
    remedy: saveAsXlsx,
  },
  'berkas.jenis_lain': {
    cause: {
      id: 'Berkas ini bukan tabel Excel atau CSV (terlihat sebagai {jenis}).',
      en: 'This file is not an Excel or CSV table (it looks like {jenis}).',
    },
    remedy: saveAsXlsx,
  },
  'berkas.bukan_xlsx': {
    cause: {
      id: 'Berkas terkompresi ini bukan buku kerja Excel (.xlsx).',
      en: 'This compressed file is not an Excel workbook (.xlsx).',
    },
    remedy: saveAsXlsx,
  },
  'berkas.zip_rusak': {
    cause: {
      id: 'Berkas .xlsx rusak atau terpotong.',
      en: 'The .xlsx file is damaged or cut off.',
    },
    remedy: askAgain,
  },
  'berkas.crc_salah': {
    cause: {
      id: 'Isi berkas .xlsx berubah dari aslinya (jumlah periksa tidak cocok).',
      en: 'The content of the .xlsx differs from the original (checksum mismatch).',
    },
    remedy: askAgain,
  },
  'berkas.nama_entri': {
    cause: {
      id: 'Berkas .xlsx memuat nama bagian yang tidak wajar.',
      en: 'The .xlsx holds parts with improper names.',
    },
    remedy: askAgain,
  },
  'berkas.entri_tumpang_tindih': {
    cause: {
      id: 'Bagian-bagian di dalam berkas .xlsx saling tumpang tindih.',
      en: 'Parts inside the .xlsx overlap each other.',
    },
    remedy: askAgain,
  },
  'berkas.terlalu_banyak_entri': {
    cause: {
      id: 'Berkas .xlsx memuat {entri} bagian, paling banyak {batas}.',
      en: 'The .xlsx holds {entri} parts, at most {batas}.',
    },
    remedy: copyToNew,
  },
  'berkas.bom_zip': {
    cause: {
      id: 'Isi berkas mengembang tidak wajar saat dibuka (bom zip).',
      en: 'The content swells improperly when opened (zip bomb).',
    },
    remedy: copyToNew,
  },
  'berkas.terlalu_banyak_lembar': {
    cause: {
      id: 'Buku kerja memuat {lembar} lembar, paling banyak {batas}.',
      en: 'The workbook holds {lembar} sheets, at most {batas}.',
    },
    remedy: copyToNew,
  },
  'berkas.terlalu_banyak_kolom': {
    cause: {
      id: 'Baris {baris} memuat {kolom} kolom, paling banyak {batas}.',
      en: 'Row {baris} holds {kolom} columns, at most {batas}.',
    },
    remedy: copyToNew,
  },
  'berkas.terlalu_banyak_baris': {
    cause: {
      id: 'Berkas memuat lebih dari {batas} baris.',
      en: 'The file holds more than {batas} rows.',
    },
    remedy: splitFile,
  },
  'berkas.sel_terlalu_panjang': {
    cause: {
      id: 'Isi satu sel di baris {baris} lebih dari {batas} huruf.',
      en: 'One cell in row {baris} holds more than {batas} characters.',
    },
    remedy: {
      id: 'Periksa baris itu: biasanya isi banyak sel tergabung menjadi satu.',
      en: 'Check that row: usually many cells were joined into one.',
    },
  },
  'berkas.gabungan_terlalu_besar': {
    cause: {
      id: 'Satu sel gabungan (merge) mencakup {baris} baris dan {kolom} kolom.',
      en: 'One merged cell spans {baris} rows and {kolom} columns.',
    },
    remedy: {
      id: 'Pilih seluruh lembar, lepaskan gabungan sel (Unmerge Cells), simpan, lalu unggah lagi.',
      en: 'Select the whole sheet, unmerge its cells, save, then upload again.',
    },
  },
  'berkas.teks_bersama_terlalu_banyak': {
    cause: {
      id: 'Buku kerja memuat terlalu banyak teks berbeda ({jumlah} teks).',
      en: 'The workbook holds too many different texts ({jumlah} texts).',
    },
    remedy: splitFile,
  },
  'berkas.teks_bersama_tidak_ada': {
    cause: {
      id: 'Baris {baris} menunjuk teks nomor {nomor} yang tidak ada di buku kerja.',
      en: 'Row {baris} points to text number {nomor}, which the workbook lacks.',
    },
    remedy: askAgain,
  },
  'berkas.baris_tidak_urut': {
    cause: {
      id: 'Nomor baris di dalam berkas tidak urut di baris {baris}.',
      en: 'The row numbers inside the file are out of order at row {baris}.',
    },
    remedy: saveAsXlsx,
  },
  'berkas.dtd': {
    cause: {
      id: 'Berkas memuat definisi dokumen (DTD atau entitas) yang tidak diterima.',
      en: 'The file holds a document definition (DTD or entities), which is not accepted.',
    },
    remedy: saveAsXlsx,
  },
  'berkas.xml_rusak': {
    cause: {
      id: 'Susunan XML di dalam berkas .xlsx rusak.',
      en: 'The XML inside the .xlsx is malformed.',
    },
    remedy: askAgain,
  },
  'berkas.xml_tidak_wajar': {
    cause: {
      id: 'Susunan XML di dalam berkas .xlsx tidak wajar (terlalu dalam atau terlalu panjang).',
      en: 'The XML inside the .xlsx is abnormal (too deep or too long).',
    },
    remedy: copyToNew,
  },
  'berkas.terlalu_lama': {
    cause: {
      id: 'Membaca berkas tidak selesai dalam {detik} detik.',
      en: 'Reading the file did not finish within {detik} seconds.',
    },
    remedy: copyToNew,
  },
  'berkas.memori': {
    cause: {
      id: 'Membaca berkas memerlukan memori melebihi batas.',
      en: 'Reading the file needs more memory than allowed.',
    },
    remedy: splitFile,
  },
  'berkas.nul': {
    cause: {
      id: 'Berkas teks memuat byte kosong (NUL) di sekitar baris {baris}: bukan CSV yang utuh.',
      en: 'The text file holds NUL bytes near line {baris}: not an intact CSV.',
    },
    remedy: askAgain,
  },
  'berkas.kutip_tidak_ditutup': {
    cause: {
      id: 'Tanda kutip (") yang dibuka di baris {baris} tidak pernah ditutup.',
      en: 'The quotation mark (") opened on line {baris} is never closed.',
    },
    remedy: {
      id: 'Perbaiki tanda kutip di baris itu (gandakan menjadi "" bila bagian dari isi), lalu unggah lagi.',
      en: 'Mend the quotation mark on that line (double it as "" if it is part of the text), then upload again.',
    },
  },
  'berkas.format_tidak_dikenal': {
    cause: {
      id: 'Judul kolom berkas ini tidak cocok dengan format mana pun yang dikenal.',
      en: 'The headers of this file fit none of the known formats.',
    },
    remedy: {
      id: 'Periksa baris judulnya, atau unduh buku kerja contoh dan salin datanya ke sana.',
      en: 'Look at the header row, or download our workbook and copy the data into it.',
    },
  },
} as const satisfies Record<string, Entry>

export type FileProblemCode = keyof typeof FILE_PROBLEMS

/** A refusal of a whole file: the code of its cause and the figures that the message shows. */
export type FileProblem = {
  readonly code: FileProblemCode
  readonly detail: Readonly<Record<string, number | string>>
}

/** Fills `{name}` in a text from the problem's detail. */
const fill = (text: string, detail: FileProblem['detail']): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(detail[name] ?? whole))

/** The cause and the remedy of a refused file, in the language asked for. */
export function explainFileProblem(
  problem: FileProblem,
  language: keyof Label,
): { readonly cause: string; readonly remedy: string } {
  const entry = FILE_PROBLEMS[problem.code]
  return { cause: fill(entry.cause[language], problem.detail), remedy: entry.remedy[language] }
}
