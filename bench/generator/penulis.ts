/** Writers of CSV and xlsx that hold little in memory and wait when the disk is slower. */

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import ExcelJS from 'exceljs'
import type { Sel } from './kolom.ts'

export type GayaCsv = {
  readonly pemisah: ',' | ';' | '\t'
  readonly bom: boolean
  readonly barisBaru: '\n' | '\r\n'
}
export const csvBiasa: GayaCsv = { pemisah: ',', bom: false, barisBaru: '\n' }
/** As Excel of an Indonesian Windows saves it. */
export const csvExcel: GayaCsv = { pemisah: ';', bom: true, barisBaru: '\r\n' }

/** Cells joined by the separator. Own code: csv-stringify takes three times as long on 101 columns. */
export function rangkai(sel: readonly Sel[], pemisah: string): string {
  let teks = ''
  for (let i = 0; i < sel.length; i++) {
    const isi = sel[i]
    if (i > 0) teks += pemisah
    if (isi === null || isi === undefined) continue
    teks +=
      typeof isi === 'number' || !perluKutip.test(isi) ? isi : `"${isi.replaceAll('"', '""')}"`
  }
  return teks
}
const perluKutip = /[",;\t\r\n]/

const PENUH = 1 << 18

/** One CSV file. */
export class PenulisCsv {
  readonly gaya: GayaCsv
  private readonly aliran
  private tampung: string

  constructor(path: string, gaya: GayaCsv) {
    this.gaya = gaya
    this.tampung = gaya.bom ? '\ufeff' : ''
    this.aliran = createWriteStream(path, { highWaterMark: PENUH * 4 })
  }

  /** Adds a finished line; call `reda` now and then to let the disk keep up. */
  baris(teks: string): void {
    this.tampung += teks + this.gaya.barisBaru
  }

  sel(sel: readonly Sel[]): void {
    this.baris(rangkai(sel, this.gaya.pemisah))
  }

  async reda(): Promise<void> {
    if (this.tampung.length < PENUH) return
    const isi = this.tampung
    this.tampung = ''
    if (!this.aliran.write(isi)) await once(this.aliran, 'drain')
  }

  async tutup(): Promise<void> {
    this.aliran.end(this.tampung)
    await finished(this.aliran)
  }
}

/** A workbook of modest size, streamed; texts stay inline so that memory does not grow with rows. */
export class PenulisXlsx {
  private readonly buku: ExcelJS.stream.xlsx.WorkbookWriter
  private readonly lembar: ExcelJS.Worksheet[]

  constructor(path: string, nama: readonly string[]) {
    this.buku = new ExcelJS.stream.xlsx.WorkbookWriter({
      filename: path,
      useSharedStrings: false,
      useStyles: false,
    })
    this.buku.created = new Date(Date.UTC(2018, 6, 1))
    this.buku.modified = this.buku.created
    this.lembar = nama.map((n) => this.buku.addWorksheet(n))
  }

  sel(nomor: number, isi: readonly (Sel | ExcelJS.CellFormulaValue)[]): void {
    // An empty text would be a filled cell: leave it out.
    this.lembar[nomor]?.addRow(isi.map((s) => (s === '' ? null : s))).commit()
  }

  async tutup(): Promise<void> {
    for (const lembar of this.lembar) lembar.commit()
    await this.buku.commit()
  }
}
