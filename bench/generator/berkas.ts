/** The files of a set: which village goes to which file, and how a household is written there. */
import { join } from 'node:path'
import { barisBdt, judulArt, judulRt } from './bdt.ts'
import { hariDari } from './nomor.ts'
import { barisKolomPbdt, barisPbdt, judulPbdt } from './pbdt.ts'
import { csvBiasa, csvExcel, type GayaCsv, PenulisCsv, PenulisXlsx, rangkai } from './penulis.ts'
import type { BukuSiks } from './siks.ts'
import type { Hari, Ruta } from './tipe.ts'
import type { Kota } from './wilayah.ts'

export const formatBerkas = ['pbdt-csv', 'pbdt-xlsx', 'bdt-csv', 'bdt-xlsx', 'siks-xlsx'] as const
export type FormatBerkas = (typeof formatBerkas)[number]
export type Format = FormatBerkas | 'campur'

/** What is to be written: a format, the villages (indices into the kota), and a name. */
export type RencanaBerkas = {
  readonly format: FormatBerkas
  readonly nama: string
  readonly desa: readonly number[]
  readonly gaya: GayaCsv
}

/** An open file: it takes households one by one. */
export type Penulis = {
  readonly path: readonly string[]
  tulis(ruta: Ruta): Promise<void> | undefined
  tutup(): Promise<void>
}

/** The day of the survey behind a format: PBDT was taken in 2015, the others before July 2018. */
export const acuanFormat = (format: FormatBerkas): Hari =>
  format.startsWith('pbdt') ? hariDari(2015, 7, 15) : hariDari(2018, 6, 30)

const siput = (teks: string): string =>
  teks
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** Divides the villages among files. A mixed set shows every format; each village is in one file. */
export function bagiBerkas(
  kota: Kota,
  format: Format,
  keluarga: readonly number[],
): RencanaBerkas[] {
  const semua = kota.desa.map((_, i) => i).filter((i) => (keluarga[i] ?? 0) > 0)
  if (format !== 'campur' || semua.length < 4) {
    const satu = format === 'campur' ? 'pbdt-csv' : format
    return [rencana(kota, satu, kota.namaPendek, semua)]
  }
  const kecil = [...semua].sort((a, b) => (keluarga[a] ?? 0) - (keluarga[b] ?? 0))
  const kecamatan = (i: number): number => kota.desa[i]?.nomorKecamatan ?? 0
  const terakhir = kecamatan(semua.at(-1) ?? 0)
  const satuKecamatan = terakhir === kecamatan(semua[0] ?? 0)
  const bdt = satuKecamatan ? semua.slice(-1) : semua.filter((i) => kecamatan(i) === terakhir)
  const sisa = kecil.filter((i) => !bdt.includes(i))
  const siks = sisa.slice(0, 1)
  const xlsx = sisa.slice(1, 2)
  const hasil = [
    rencana(kota, 'bdt-xlsx', kota.desa[bdt[0] ?? 0]?.kecamatan ?? '', bdt),
    ...siks.map((i) => rencana(kota, 'siks-xlsx', kota.desa[i]?.nama ?? '', [i])),
    ...xlsx.map((i) => rencana(kota, 'pbdt-xlsx', kota.desa[i]?.nama ?? '', [i])),
  ]
  const lain = new Set([...bdt, ...siks, ...xlsx])
  const csv = semua.filter((i) => !lain.has(i))
  for (const nomor of new Set(csv.map(kecamatan))) {
    const isi = csv.filter((i) => kecamatan(i) === nomor)
    const nama = kota.desa[isi[0] ?? 0]?.kecamatan ?? ''
    hasil.push(rencana(kota, 'pbdt-csv', nama, isi, nomor % 2 === 0 ? csvExcel : csvBiasa))
  }
  return hasil
}

const awalNama: Readonly<Record<FormatBerkas, string>> = {
  'pbdt-csv': 'pbdt2015-bnba',
  'pbdt-xlsx': 'pbdt2015-bnba',
  'bdt-csv': 'siks-bdt',
  'bdt-xlsx': 'siks-bdt',
  'siks-xlsx': 'siks-buku-kerja',
}

function rencana(
  kota: Kota,
  format: FormatBerkas,
  nama: string,
  desa: readonly number[],
  gaya = csvBiasa,
): RencanaBerkas {
  return { format, desa, gaya, nama: `${awalNama[format]}-${kota.kode}-${siput(nama)}` }
}

/** Opens the file (or the pair of files) of a plan; `siks` compiles our own workbook when asked. */
export function bukaBerkas(
  kota: Kota,
  rencana: RencanaBerkas,
  folder: string,
  siks: () => BukuSiks,
): Penulis {
  const dasar = join(folder, rencana.nama)
  const tempat = `${kota.provinsi}|${kota.nama}`
  switch (rencana.format) {
    case 'pbdt-csv':
      return pbdtCsv(`${dasar}.csv`, rencana.gaya, tempat)
    case 'pbdt-xlsx':
      return pbdtXlsx(`${dasar}.xlsx`, tempat)
    case 'bdt-csv':
      return bdtCsv(`${dasar}-rt.csv`, `${dasar}-art.csv`, rencana.gaya)
    case 'bdt-xlsx':
      return bdtXlsx(`${dasar}.xlsx`)
    case 'siks-xlsx':
      return siksXlsx(`${dasar}.xlsx`, siks())
  }
}

function pbdtCsv(path: string, gaya: GayaCsv, tempat: string): Penulis {
  const csv = new PenulisCsv(path, gaya)
  csv.sel(judulPbdt)
  csv.sel(barisKolomPbdt)
  return {
    path: [path],
    tulis(ruta) {
      const baris = barisPbdt(ruta, tempat)
      const awal = rangkai(baris.ruta, gaya.pemisah) + gaya.pemisah
      for (const anggota of baris.anggota) csv.baris(awal + rangkai(anggota, gaya.pemisah))
      return csv.reda()
    },
    tutup: () => csv.tutup(),
  }
}

function pbdtXlsx(path: string, tempat: string): Penulis {
  const xlsx = new PenulisXlsx(path, ['BNBA'])
  xlsx.sel(0, judulPbdt)
  // The row of column numbers is made of formulas in the real export, each one more than the last.
  const rumus = barisKolomPbdt.map((isi, i) =>
    i < 2 ? isi : { formula: `${huruf(i - 1)}2+1`, result: Number(isi), date1904: false },
  )
  xlsx.sel(0, rumus)
  return {
    path: [path],
    tulis(ruta) {
      const baris = barisPbdt(ruta, tempat)
      for (const anggota of baris.anggota) xlsx.sel(0, [...baris.ruta, ...anggota])
      return undefined
    },
    tutup: () => xlsx.tutup(),
  }
}

/** The letters of a column, from 0. */
function huruf(i: number): string {
  const akhir = String.fromCharCode(65 + (i % 26))
  return i < 26 ? akhir : huruf(Math.floor(i / 26) - 1) + akhir
}

function bdtCsv(pathRt: string, pathArt: string, gaya: GayaCsv): Penulis {
  const rt = new PenulisCsv(pathRt, gaya)
  const art = new PenulisCsv(pathArt, gaya)
  rt.sel(judulRt)
  art.sel(judulArt)
  return {
    path: [pathRt, pathArt],
    async tulis(ruta) {
      const baris = barisBdt(ruta)
      rt.sel(baris.rt)
      for (const anggota of baris.art) art.sel(anggota)
      await rt.reda()
      await art.reda()
    },
    async tutup() {
      await rt.tutup()
      await art.tutup()
    },
  }
}

function bdtXlsx(path: string): Penulis {
  const xlsx = new PenulisXlsx(path, ['RT', 'ART'])
  xlsx.sel(0, judulRt)
  xlsx.sel(1, judulArt)
  return {
    path: [path],
    tulis(ruta) {
      const baris = barisBdt(ruta)
      xlsx.sel(0, baris.rt)
      for (const anggota of baris.art) xlsx.sel(1, anggota)
      return undefined
    },
    tutup: () => xlsx.tutup(),
  }
}

function siksXlsx(path: string, buku: BukuSiks): Penulis {
  const xlsx = new PenulisXlsx(path, ['Keluarga', 'Anggota'])
  xlsx.sel(0, buku.judul[0])
  xlsx.sel(1, buku.judul[1])
  return {
    path: [path],
    tulis(ruta) {
      const baris = buku.baris(ruta)
      xlsx.sel(0, baris.keluarga)
      for (const anggota of baris.anggota) xlsx.sel(1, anggota)
      return undefined
    },
    tutup: () => xlsx.tutup(),
  }
}
