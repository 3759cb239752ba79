/** Writes the broken rows the way officers' files look: titles on top, gaps, repeated headers, a total. */
import ExcelJS from 'exceljs'
import type { Sel } from '../kolom.ts'
import { csvBiasa, PenulisCsv, rangkai } from '../penulis.ts'
import type { Rekam } from './medan.ts'

export type Lembar = {
  readonly nama: string
  readonly judul: readonly string[]
  /** A second header row, such as KOLOM, 2, 3 …. */
  readonly kedua: readonly Sel[] | null
  readonly rekam: Rekam[]
}

/** A row that is no data: nothing is to be found on it, and it is not counted. */
export type Lewati = { readonly lembar: number; readonly baris: number; readonly jenis: string }

type Baris = {
  readonly sel: readonly Sel[]
  readonly rekam?: Rekam
  readonly jenis?: string
}

/** Lays the rows of one sheet out in their order. */
function susun(lembar: Lembar, xlsx: boolean): Baris[] {
  const baris: Baris[] = []
  if (xlsx) {
    baris.push({ sel: ['PEMERINTAH KOTA BONTANG'], jenis: 'judul-atas' })
    baris.push({ sel: ['DAFTAR RUMAH TANGGA SASARAN TAHUN 2018'], jenis: 'judul-atas' })
    baris.push({ sel: [] }, { sel: [] })
  }
  baris.push({ sel: lembar.judul })
  if (lembar.kedua) baris.push({ sel: lembar.kedua, jenis: 'nomor-kolom' })
  for (const [i, rekam] of lembar.rekam.entries()) {
    if (i === 12) baris.push({ sel: [] })
    if (i === 24) baris.push({ sel: lembar.judul, jenis: 'header-ulang' })
    const sel = lembar.judul.flatMap((j) => {
      const isi = rekam.sel[j] ?? null
      return j === rekam.koma ? [isi, 'GG. BUNTU'] : [isi]
    })
    baris.push({ sel: sel.slice(0, rekam.potong ?? sel.length), rekam })
  }
  baris.push({ sel: ['JUMLAH', null, lembar.rekam.length], jenis: 'baris-jumlah' })
  return baris
}

/** Writes all sheets; tells where each row came to stand. */
export async function tulisLembar(dasar: string, lembar: readonly Lembar[], xlsx: boolean) {
  const susunan = lembar.map((l) => susun(l, xlsx))
  const nomor = new Map<Rekam, number>()
  const lewati: Lewati[] = []
  for (const [i, baris] of susunan.entries()) {
    for (const [j, { rekam, jenis }] of baris.entries()) {
      if (rekam) nomor.set(rekam, j + 1)
      if (jenis) lewati.push({ lembar: i, baris: j + 1, jenis })
    }
  }
  const path = xlsx
    ? [await tulisXlsx(`${dasar}.xlsx`, lembar, susunan)]
    : await tulisCsv(dasar, lembar, susunan)
  return { path, nomor, lewati }
}

async function tulisXlsx(
  path: string,
  lembar: readonly Lembar[],
  susunan: readonly (readonly Baris[])[],
): Promise<string> {
  const buku = new ExcelJS.Workbook()
  for (const [i, { nama }] of lembar.entries()) {
    const halaman = buku.addWorksheet(nama)
    for (const { sel, rekam } of susunan[i] ?? []) {
      const baris = halaman.addRow(sel.map((s) => (s === '' ? null : s)))
      if (rekam?.sembunyi) baris.hidden = true
    }
    halaman.mergeCells('A1:H1')
    halaman.mergeCells('A2:H2')
  }
  await buku.xlsx.writeFile(path)
  return path
}

async function tulisCsv(
  dasar: string,
  lembar: readonly Lembar[],
  susunan: readonly (readonly Baris[])[],
): Promise<string[]> {
  const path: string[] = []
  for (const [i, { nama }] of lembar.entries()) {
    const tujuan = lembar.length === 1 ? `${dasar}.csv` : `${dasar}-${nama.toLowerCase()}.csv`
    const csv = new PenulisCsv(tujuan, csvBiasa)
    for (const { sel } of susunan[i] ?? []) csv.baris(rangkai(sel, ','))
    await csv.tutup()
    path.push(tujuan)
  }
  return path
}
