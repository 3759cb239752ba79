/** Tables as a workbook: typed columns, a frozen header, and no cell that a spreadsheet would run. */
import { PassThrough, type Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type ExcelJS from 'exceljs'
import { loadExcelJS } from './exceljs.ts'
import { type Cell, workbookText } from './sel.ts'

/** `tanggal` takes 'YYYY-MM-DD'; `teks` keeps digits as they stand, as a NIK needs. */
export type ColumnKind = 'teks' | 'angka' | 'rupiah' | 'tanggal'

export type ExportColumn = {
  readonly header: string
  readonly kind?: ColumnKind
  /** In characters; fitted to the header where absent. */
  readonly width?: number
}

export type ExportSheet = {
  readonly name: string
  /** Lines above the header: what list this is, of which area and day. */
  readonly title?: readonly string[]
  readonly columns: readonly ExportColumn[]
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>
}

const FORMATS: Readonly<Record<ColumnKind, string>> = {
  teks: '@',
  angka: '#,##0.######',
  rupiah: '#,##0',
  tanggal: 'dd/mm/yyyy',
}
const BATCH = 500
const HEADER_FILL = 'FF1F4E79'

type SheetWriter = ExcelJS.stream.xlsx.WorkbookWriter extends {
  addWorksheet(name: string): infer Writer
}
  ? Writer
  : never

function cellValue(cell: Cell, kind: ColumnKind): string | number | boolean | Date | null {
  if (cell === null || cell === undefined || cell === '') return null
  if (kind === 'teks') return workbookText(String(cell))
  if (typeof cell !== 'string') return cell
  if (kind === 'tanggal' && /^\d{4}-\d\d-\d\d$/.test(cell)) {
    const day = new Date(`${cell}T00:00:00Z`)
    if (!Number.isNaN(day.getTime()) && day.getUTCFullYear() >= 1901) return day
  }
  return workbookText(cell)
}

/** Names of sheets may not hold these characters nor be longer than 31. */
const sheetName = (name: string): string =>
  name
    .replace(/[\\/?*[\]:\s]+/g, ' ')
    .trim()
    .slice(0, 31)

const frozenBelow = ({ title = [] }: ExportSheet): Partial<ExcelJS.AddWorksheetOptions> => ({
  views: [{ state: 'frozen', ySplit: title.length + 1, xSplit: 0 }],
})

function prepare(writer: SheetWriter, { title = [], columns }: ExportSheet): void {
  const headerRow = title.length + 1
  writer.columns = columns.map(({ header, kind = 'teks', width }) => ({
    width: width ?? Math.min(40, Math.max(10, header.length + 3)),
    style: { numFmt: FORMATS[kind] },
  }))
  if (columns.length > 0) {
    writer.autoFilter = {
      from: { row: headerRow, column: 1 },
      to: { row: headerRow, column: columns.length },
    }
  }
}

function writeHeader(writer: SheetWriter, { title = [], columns }: ExportSheet): void {
  for (const line of title) {
    const row = writer.addRow([workbookText(line)])
    row.font = { bold: true }
    row.commit()
  }
  const header = writer.addRow(columns.map((column) => workbookText(column.header)))
  header.eachCell((cell) => {
    cell.font = { bold: true, color: { argb: 'FFFFFFFF' } }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADER_FILL } }
    cell.alignment = { vertical: 'middle', wrapText: true }
  })
  header.commit()
}

function rowWriter(writer: SheetWriter, columns: readonly ExportColumn[]) {
  const kinds = columns.map(({ kind = 'teks' }) => kind)
  return (cells: readonly Cell[]) => {
    writer.addRow(cells.map((cell, i) => cellValue(cell, kinds[i] ?? 'teks'))).commit()
  }
}

/** Waits until the reader has taken what was written: exceljs itself would pile it up. */
async function paced(output: PassThrough): Promise<void> {
  await nextTurn()
  while (output.writableNeedDrain && !output.destroyed) {
    await new Promise((resolve) => {
      output.once('drain', resolve)
      output.once('close', resolve)
    })
  }
}

async function write(sheets: readonly ExportSheet[], output: PassThrough): Promise<void> {
  const { stream } = await loadExcelJS()
  const book = new stream.xlsx.WorkbookWriter({
    stream: output,
    useStyles: true,
    useSharedStrings: false,
  })
  book.creator = 'SIKS-NG'
  for (const sheet of sheets) {
    const writer = book.addWorksheet(sheetName(sheet.name), frozenBelow(sheet))
    prepare(writer, sheet)
    writeHeader(writer, sheet)
    const add = rowWriter(writer, sheet.columns)
    let number = 0
    for await (const cells of sheet.rows) {
      add(cells)
      if (++number % BATCH === 0) await paced(output)
      if (output.destroyed) return
    }
    writer.commit()
  }
  await book.commit()
}

/** The workbook as a stream that can be sent as it is; a failure of the rows destroys the stream. */
export function xlsxStream(sheets: readonly ExportSheet[]): Readable {
  const output = new PassThrough()
  write(sheets, output).catch((error: unknown) => {
    output.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  return output
}
