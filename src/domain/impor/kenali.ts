/** Recognises the format of a sheet by its header, wherever in the first rows that stands. */
import type { Peta } from './peta.ts'

export type Kepala = {
  readonly peta: Peta
  /** Number of rows (of those looked at) to pass over, header included. */
  readonly lewati: number
  /** Header text of each column as it stands in the file. */
  readonly judul: readonly string[]
  /** For each column of the map, its place in the file or -1. */
  readonly tempat: readonly number[]
}

/** Header texts are compared without case, spaces, signs, and the column number in brackets. */
export const kunciJudul = (judul: string): string =>
  judul
    .replace(/\(\s*\d{1,3}\s*\)\s*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')

const LIHAT = 20

type Indeks = ReadonlyMap<string, number>
const indexes = new WeakMap<Peta, Indeks>()

/** All the writings of a map's headers, each with the number of its column. */
function indexOf(peta: Peta): Indeks {
  const known = indexes.get(peta)
  if (known) return known
  const index = new Map<string, number>()
  peta.kolom.forEach((kolom, nomor) => {
    for (const judul of [kolom.judul, ...kolom.alias]) {
      const kunci = kunciJudul(judul)
      if (!index.has(kunci)) index.set(kunci, nomor)
    }
  })
  indexes.set(peta, index)
  return index
}

/** Places of the map's columns in one header row; a header that occurs twice counts where it is first. */
function placesIn(peta: Peta, judul: readonly string[]): number[] {
  const index = indexOf(peta)
  const tempat = peta.kolom.map(() => -1)
  judul.forEach((text, place) => {
    const nomor = text === '' ? undefined : index.get(kunciJudul(text))
    if (nomor !== undefined && tempat[nomor] === -1) tempat[nomor] = place
  })
  return tempat
}

const found = (tempat: readonly number[]): number => tempat.filter((t) => t >= 0).length

/** Whether the columns without which the format is not the format are there. */
function complete(peta: Peta, tempat: readonly number[]): boolean {
  return peta.kolom.every((kolom, i) => !kolom.wajib || (tempat[i] ?? -1) >= 0)
}

/** A header spread over two rows by vertical merges: text from either, the lower one first. */
function joined(upper: readonly string[], lower: readonly string[]): string[] {
  const width = Math.max(upper.length, lower.length)
  return Array.from({ length: width }, (_, i) => lower[i] || upper[i] || '')
}

/** The best header among the first rows, or null when none of the maps fits. */
export function kenali(
  petas: readonly Peta[],
  rows: readonly (readonly string[])[],
): Kepala | null {
  let best: Kepala | null = null
  let score = 0
  for (const peta of petas) {
    for (let i = 0; i < Math.min(rows.length, LIHAT); i++) {
      const row = rows[i] ?? []
      const candidates = [{ judul: [...row], lewati: i + 1 }]
      const next = rows[i + 1]
      if (next && !next.every((cell) => /^\d*$/.test(cell))) {
        candidates.push({ judul: joined(row, next), lewati: i + 2 })
      }
      for (const { judul, lewati } of candidates) {
        const tempat = placesIn(peta, judul)
        // A two-row header must find clearly more than the one row alone to be believed.
        const points = found(tempat) - (lewati > i + 1 ? 2 : 0)
        if (points > score && complete(peta, tempat)) {
          best = { peta, lewati, judul, tempat }
          score = points
        }
      }
    }
  }
  return best
}

/** Why a row of the file is no data row; null when it is one. */
export type BukanData =
  | 'nomor_kolom'
  | 'judul_berulang'
  | 'jumlah'
  | 'keterangan'
  | 'contoh'
  | 'nomor_saja'

/** Judges whether a row is data: repeats of the header, column numbers, totals and signatures are not. */
export function bukanData(kepala: Kepala, cells: readonly string[]): BukanData | null {
  let filled = 0
  let first = ''
  for (const cell of cells) {
    if (cell === '') continue
    if (filled === 0) first = cell
    filled++
    if (filled > 60) break
  }
  if (/^(?:jumlah|total|sub\s?total|rekap|grand total)\b/i.test(first) && filled <= 12)
    return 'jumlah'
  if (/^contoh\b/i.test(first)) return 'contoh'
  if (/^kolom$/i.test(first)) return 'nomor_kolom'
  if (filled === 1 && isRowKey(kepala, cells)) return 'nomor_saja'
  if (isNumberRow(cells, filled)) return 'nomor_kolom'
  if (repeatsHeader(kepala, cells)) return 'judul_berulang'
  // A row of one cell is a remark, or a number issued in advance in our own workbook.
  if (filled <= 1) return 'keterangan'
  if (filled <= 3 && kepala.judul.length > 8 && !hasKey(kepala, cells)) return 'keterangan'
  return null
}

/** A number issued with the workbook and not used: nothing else stands in the row. */
function isRowKey(kepala: Kepala, cells: readonly string[]): boolean {
  const kolom = kepala.peta.kolom.findIndex((k) => k.bidang === 'kunci_ruta')
  return (cells[kepala.tempat[kolom] ?? -1] ?? '') !== ''
}

/** "1, 2, 3 …": each filled cell holds the number of its own column. */
function isNumberRow(cells: readonly string[], filled: number): boolean {
  if (filled < 5) return false
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]
    if (cell !== '' && cell !== String(i + 1) && cell !== `(${i + 1})`) return false
  }
  return true
}

function repeatsHeader(kepala: Kepala, cells: readonly string[]): boolean {
  let seen = 0
  let same = 0
  for (let i = 0; i < cells.length && seen < 6; i++) {
    const cell = cells[i]
    if (cell === undefined || cell === '') continue
    seen++
    if (cell === kepala.judul[i]) same++
    else if (seen === 1 && same === 0) return false
  }
  return seen >= 3 && same === seen
}

/** Whether any of the columns that make a row a row is filled. */
function hasKey(kepala: Kepala, cells: readonly string[]): boolean {
  return kepala.peta.kolom.some((kolom, i) => {
    const place = kepala.tempat[i] ?? -1
    return kolom.pengenal && place >= 0 && (cells[place] ?? '') !== ''
  })
}
