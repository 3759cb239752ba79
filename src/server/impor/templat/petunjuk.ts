/** The sheet that explains the workbook: how to fill it, and every column with its answers. */
import type ExcelJS from 'exceljs'
import { type KamusLengkap, listOfVariable } from '#domain/variabel/label.ts'
import { describeSyarat } from '#domain/variabel/syarat-teks.ts'
import { headerOf, type KolomTemplat, templateColumns } from './kolom.ts'

const langkah = [
  'Satu baris pada lembar Keluarga untuk satu rumah; satu baris pada lembar Anggota untuk satu orang.',
  'Nomor keluarga sudah terisi dan menghubungkan kedua lembar: pilih nomor yang sama untuk anggotanya. Unduh buku kerja baru bila nomor habis.',
  'Mengirim ulang buku kerja yang sama memperbarui keluarga yang sama, tidak menambahnya dua kali.',
  'Baris contoh (CONTOH-1) tidak ikut diimpor; boleh dibiarkan atau dihapus.',
  'Pilih jawaban dari daftar, atau ketik kodenya saja, misalnya 3.',
  'Kosongkan yang tidak ditanyakan atau tidak diketahui: isian kosong tidak menggugurkan keluarga.',
  'NIK dan nomor KK ditulis sebagai teks. Bila Excel mengubahnya menjadi angka, digit terakhir hilang dan NIK tidak dapat dipakai.',
  'Jawaban ganda (misalnya kartu identitas) ditulis sebagai jumlah kode, misalnya 1 + 4 = 5, atau dipisah titik koma.',
  'Jangan mengubah judul kolom dan kode dalam kurung siku; urutan kolom bebas dan kolom yang tidak dipakai boleh dihapus.',
]

/** Fills the sheet; it prints on F4 or A4 in width. */
export function addPetunjuk(sheet: ExcelJS.Worksheet, kamus: KamusLengkap): void {
  sheet.pageSetup = { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
  sheet.columns = [{ width: 12 }, { width: 44 }, { width: 52 }, { width: 60 }, { width: 40 }]
  sheet.addRow(['Petunjuk pengisian']).font = { bold: true, size: 16 }
  langkah.forEach((text, i) => {
    sheet.addRow([i + 1, text])
    sheet.mergeCells(sheet.rowCount, 2, sheet.rowCount, 5)
  })
  sheet.addRow([])
  const head = sheet.addRow([
    'Lembar',
    'Kolom',
    'Pertanyaan atau isi',
    'Jawaban',
    'Ditanyakan bila',
  ])
  head.font = { bold: true }
  for (const lembar of ['Keluarga', 'Anggota'] as const) {
    for (const kolom of templateColumns(kamus.kamus, lembar)) {
      const row = sheet.addRow([
        lembar,
        headerOf(kolom),
        kolom.petunjuk.id,
        answersOf(kolom, kamus),
        conditionOf(kolom, kamus),
      ])
      row.alignment = { wrapText: true, vertical: 'top' }
    }
  }
}

function answersOf(kolom: KolomTemplat, kamus: KamusLengkap): string {
  if ('bidang' in kolom.isian) return kolom.wajib ? 'Wajib' : ''
  const { variabel } = kolom.isian
  const list = listOfVariable(kamus, variabel)
  if (list !== null) {
    return list.pilihan
      .filter((p) => p.tambahan !== true)
      .map((p) => `${p.kode}. ${p.label.id}`)
      .join('; ')
  }
  const { satuan, batas } = variabel
  const range = batas === undefined ? '' : ` (${batas.min}–${batas.maks})`
  return `Angka${satuan === undefined ? '' : ` dalam ${satuan.id}`}${range}`
}

function conditionOf(kolom: KolomTemplat, kamus: KamusLengkap): string {
  if ('bidang' in kolom.isian || kolom.isian.variabel.bila === undefined) return ''
  return describeSyarat(kamus, kolom.isian.variabel.bila).id
}
