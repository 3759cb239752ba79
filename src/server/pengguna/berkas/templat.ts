/** The workbook of officers: the columns with their lists, the regions of the sender, and how to fill it in. */

import type ExcelJS from 'exceljs'
import { sql } from 'kysely'
import { peran as daftarPeran, type Peran } from '#contract/peran.ts'
import { kolomPetugas, namaKolom } from '#domain/pengguna/berkas/kolom.ts'
import { aturanOf } from '#domain/pengguna/wewenang.ts'
import { loadExcelJS } from '#server/ekspor/exceljs.ts'
import type { Context } from '#server/http/context.ts'

const BARIS_SIAP = 500
const HURUF = 'ABCDEFGHIJKL'
const teks: readonly string[] = ['nik', 'nomorKk', 'telepon', 'wilayah', 'rt', 'suratNomor']

const petunjuk: readonly (readonly [string, string])[] = [
  ['Satu baris', 'Satu orang, satu akun. Peran kedua diberikan setelah akunnya ada.'],
  [
    'NIK, Nomor KK',
    'Milik petugas sendiri, 16 angka, sebagai teks. Disegel; tidak ditampilkan kepada siapa pun selain petugasnya.',
  ],
  ['Nomor telepon', 'Nomor seluler petugas sendiri: 0812… Dapat dipakai untuk masuk.'],
  [
    'Wilayah',
    'Nama atau kode 10 angka dari lembar Wilayah. Bila nama itu ada beberapa: Nama, wilayah di atasnya.',
  ],
  ['RT', 'Wajib untuk Ketua RT; beberapa RT dipisah koma.'],
  ['Jenis', 'Definitif, Plt, atau Plh. Plt dan Plh wajib memiliki hari terakhir.'],
  ['Sampai', 'Hari terakhir, termasuk hari itu; kosong bila seterusnya.'],
  [
    'Administrator',
    'Tidak lewat berkas: diusulkan satu per satu dan disetujui administrator lain.',
  ],
]

/** Roles that the sender may give by a file. */
const peranBoleh = (ctx: Context): string[] =>
  (Object.keys(daftarPeran) as Peran[])
    .filter((peran) => {
      const aturan = aturanOf(peran)
      return !aturan.berdua && aturan.oleh.some((oleh) => oleh === ctx.pengguna.peran)
    })
    .map((peran) => daftarPeran[peran].label.id)

function lembarPetugas(book: ExcelJS.Workbook, peran: readonly string[]): void {
  const sheet = book.addWorksheet('Petugas', { views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }] })
  sheet.columns = namaKolom.map((nama) => ({
    header: kolomPetugas[nama].judul,
    width: 22,
    ...(teks.includes(nama) ? { style: { numFmt: '@' } } : {}),
  }))
  sheet.getRow(1).eachCell((cell) => {
    cell.font = { bold: true, color: { argb: 'FFFFFFFF' } }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F4E79' } }
  })
  const pilihan = (nama: (typeof namaKolom)[number], formula: string) => {
    const huruf = HURUF[namaKolom.indexOf(nama)] ?? 'A'
    for (let row = 2; row <= BARIS_SIAP + 1; row += 1) {
      sheet.getCell(`${huruf}${row}`).dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [formula],
      }
    }
  }
  pilihan('peran', `Pilihan!$A$1:$A$${Math.max(1, peran.length)}`)
  pilihan('jenis', '"Definitif,Plt,Plh"')
}

/** The workbook as bytes. */
export async function bukuPetugas(ctx: Context): Promise<Buffer> {
  const { Workbook } = await loadExcelJS()
  const book = new Workbook()
  book.creator = 'SIKS-NG'
  const peran = peranBoleh(ctx)
  lembarPetugas(book, peran)
  const cara = book.addWorksheet('Petunjuk')
  cara.columns = [{ width: 20 }, { width: 100 }]
  for (const row of petunjuk) cara.addRow([...row])
  const wilayah = book.addWorksheet('Wilayah')
  wilayah.columns = [
    { header: 'Kode', width: 16, style: { numFmt: '@' } },
    { header: 'Nama daerah', width: 32 },
    { header: 'Tingkat', width: 14 },
  ]
  const found = await sql<{ kode: string; nama: string; tingkat: string }>`
    select lpad(kode::text, 10, '0') as kode, nama, tingkat from wilayah
    where kode >= ${ctx.cakupan.lo} and kode < ${ctx.cakupan.hi} order by wilayah.kode limit 3000`.execute(
    ctx.tx,
  )
  for (const row of found.rows) wilayah.addRow([row.kode, row.nama, row.tingkat])
  const pilihan = book.addWorksheet('Pilihan', { state: 'veryHidden' })
  for (const satu of peran) pilihan.addRow([satu])
  return Buffer.from(await book.xlsx.writeBuffer())
}
