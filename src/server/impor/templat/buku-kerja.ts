/** Our own workbook for entry by hand: sheets Keluarga and Anggota with drop-down lists, and how to fill them. */
import { randomInt } from 'node:crypto'
import type ExcelJS from 'exceljs'
import { canonicalList, type DaftarKode } from '#domain/kode/daftar.ts'
import type { KamusLengkap } from '#domain/variabel/label.ts'
import { listOfVariable } from '#domain/variabel/label.ts'
import { loadExcelJS } from '#server/ekspor/exceljs.ts'
import { headerOf, type KolomTemplat, type LembarTemplat, templateColumns } from './kolom.ts'
import { addPetunjuk } from './petunjuk.ts'

/** Rows that carry the drop-down lists, and families whose number is issued with the workbook. */
const BARIS_SIAP = 2000
const KELUARGA_SIAP = 500
const BARIS_PERTAMA = 3
const PILIHAN = 'Pilihan'
const warna = ['FF1F4E79', 'FF385723', 'FF7F6000', 'FF833C0B', 'FF3A3A7A', 'FF1C5D5D'] as const

/** Lists already written to the hidden sheet, by their canonical name: the range of their labels. */
type Daftar = { readonly lembar: ExcelJS.Worksheet; readonly rentang: Map<DaftarKode, string> }

/** Letters and digits that are not taken for one another when read aloud. */
const HURUF = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** A prefix for the family numbers of one workbook, so that no two workbooks issue the same number. */
export function issuePrefix(): string {
  return Array.from({ length: 7 }, () => HURUF[randomInt(HURUF.length)]).join('')
}

/** The workbook as the bytes of an xlsx file; `awalan` comes from `issuePrefix`, one for each download. */
export async function templateWorkbook(kamus: KamusLengkap, awalan: string): Promise<Buffer> {
  const { Workbook } = await loadExcelJS()
  const book = new Workbook()
  book.creator = 'SIKS-NG'
  addPetunjuk(book.addWorksheet('Petunjuk'), kamus)
  const sheets = (['Keluarga', 'Anggota'] as const).map((nama) => ({
    nama,
    sheet: book.addWorksheet(nama, {
      views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
      pageSetup: {
        paperSize: 14 as ExcelJS.PaperSize,
        orientation: 'landscape',
        printTitlesRow: '1:1',
      },
    }),
  }))
  const daftar: Daftar = {
    lembar: book.addWorksheet(PILIHAN, { state: 'veryHidden' }),
    rentang: new Map(),
  }
  for (const { nama, sheet } of sheets) fillSheet(sheet, nama, kamus, daftar)
  for (let n = 1; n <= KELUARGA_SIAP; n++) {
    const row = sheets[0]?.sheet.getRow(BARIS_PERTAMA + n - 1)
    if (row !== undefined) row.getCell(1).value = `${awalan}-${String(n).padStart(4, '0')}`
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}

function fillSheet(
  sheet: ExcelJS.Worksheet,
  nama: LembarTemplat,
  kamus: KamusLengkap,
  daftar: Daftar,
): void {
  const columns = templateColumns(kamus.kamus, nama)
  const sections = [...new Set(columns.map((k) => k.bagian))]
  sheet.columns = columns.map((k) => ({
    width: Math.min(36, Math.max(12, Math.ceil(headerOf(k).length / 2))),
    ...(k.teks ? { style: { numFmt: '@' } } : {}),
  }))
  const head = sheet.addRow(columns.map(headerOf))
  head.height = 48
  columns.forEach((k, i) => {
    const cell = head.getCell(i + 1)
    const color = warna[sections.indexOf(k.bagian) % warna.length] ?? warna[0]
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: color } }
    cell.font = { bold: true, color: { argb: 'FFFFFFFF' } }
    cell.alignment = { wrapText: true, vertical: 'middle' }
  })
  const example = sheet.addRow(columns.map((k) => k.contoh))
  example.font = { italic: true, color: { argb: 'FF666666' } }
  columns.forEach((k, i) => {
    // A member's family is chosen among the numbers of the other sheet.
    const issued =
      nama === 'Anggota' && k.kode === 'kunci_ruta'
        ? `Keluarga!$A$${BARIS_PERTAMA}:$A$${BARIS_PERTAMA + KELUARGA_SIAP - 1}`
        : null
    addValidation(sheet, i + 1, k, issued ?? choicesOf(k, kamus, daftar))
  })
}

/** A prompt on each cell of the column, and a drop-down list where there are choices. */
function addValidation(
  sheet: ExcelJS.Worksheet,
  place: number,
  kolom: KolomTemplat,
  choices: string | null,
): void {
  const { letter } = sheet.getColumn(place)
  // exceljs accepts a range and the kind "any", which its types do not know.
  const { dataValidations } = sheet as unknown as RangeValidated
  dataValidations.add(`${letter}2:${letter}${BARIS_SIAP}`, {
    ...(choices === null
      ? { type: 'any' }
      : // A bare code may be typed too, so another entry is allowed.
        { type: 'list', allowBlank: true, formulae: [choices], showErrorMessage: false }),
    showInputMessage: true,
    promptTitle: kolom.label.id.slice(0, 32),
    prompt: kolom.petunjuk.id.slice(0, 255),
  })
}

type Validation = Partial<Omit<ExcelJS.DataValidation, 'type'>> & { type: 'any' | 'list' }
type RangeValidated = {
  readonly dataValidations: { add(range: string, validation: Validation): void }
}

/** The range of a column's choices; answers that are sums of codes have none. */
function choicesOf(kolom: KolomTemplat, kamus: KamusLengkap, daftar: Daftar): string | null {
  const list = listOfColumn(kolom, kamus)
  return list === null || list.jenis === 'jumlah_bit' ? null : rangeOf(list, daftar)
}

/** The list of a column's answers; identity fields that are answered by code have theirs too. */
function listOfColumn(kolom: KolomTemplat, kamus: KamusLengkap): DaftarKode | null {
  if ('variabel' in kolom.isian) return listOfVariable(kamus, kolom.isian.variabel)
  const { bidang } = kolom.isian
  if (bidang === 'hubungan' || bidang === 'hubungan_ruta')
    return canonicalList(kamus.buku, 'hubungan')
  if (bidang === 'jenis_kelamin' || bidang === 'alasan_tanpa_nik') {
    return canonicalList(kamus.buku, bidang)
  }
  return null
}

/** Writes a list to the hidden sheet once and names its range. */
function rangeOf(list: DaftarKode, daftar: Daftar): string {
  const known = daftar.rentang.get(list)
  if (known !== undefined) return known
  const choices = list.pilihan.filter((p) => p.tambahan !== true)
  const column = daftar.lembar.getColumn(daftar.rentang.size + 1)
  column.values = choices.map((p) => `${p.kode}. ${p.label.id}`)
  const range = `${PILIHAN}!$${column.letter}$1:$${column.letter}$${choices.length}`
  daftar.rentang.set(list, range)
  return range
}
