/** Why a row of a file of officers cannot be read, and what to do about it. */
import type { Label } from '#domain/label.ts'

type Teks = { readonly sebab: Label; readonly perbaikan: Label }
const teks = (id: string, en: string, perbaikanId: string, perbaikanEn: string): Teks => ({
  sebab: { id, en },
  perbaikan: { id: perbaikanId, en: perbaikanEn },
})

export const temuanPetugas = {
  kosong: teks('Kolom ini kosong.', 'This cell is empty.', 'Isi kolom ini.', 'Fill it in.'),
  nama_janggal: teks(
    'Nama memuat angka atau tanda.',
    'The name holds digits or signs.',
    'Tulis nama orangnya saja; satu akun untuk satu orang, bukan untuk kantor.',
    'Write the person’s name alone; one account is for one person, not for an office.',
  ),
  rusak_oleh_excel: teks(
    'Nomor rusak oleh Excel: angka terakhirnya hilang.',
    'Excel broke the number: its last digits are gone.',
    'Format kolom sebagai teks, lalu ketik ulang dari kartunya.',
    'Format the column as text, then type it again from the card.',
  ),
  bukan_angka: teks(
    'Nomor memuat huruf.',
    'The number holds letters.',
    'Ketik 16 angka dari kartunya.',
    'Type the 16 digits of the card.',
  ),
  bukan_16_digit: teks(
    'Nomor tidak 16 angka.',
    'The number does not have 16 digits.',
    'Ketik 16 angka dari kartunya.',
    'Type the 16 digits of the card.',
  ),
  tanggal_mustahil: teks(
    'Tanggal di dalam nomor itu mustahil.',
    'The date within the number cannot be.',
    'Periksa angka ke-7 sampai ke-12 pada kartunya.',
    'Check digits 7 to 12 on the card.',
  ),
  wilayah_mustahil: teks(
    'Nomor tidak diawali kode wilayah.',
    'The number does not begin with a region code.',
    'Periksa enam angka pertama pada kartunya.',
    'Check the first six digits on the card.',
  ),
  serial_nol: teks(
    'Empat angka terakhir tidak boleh 0000.',
    'The last four digits cannot be 0000.',
    'Periksa pada kartunya; mungkin dibulatkan Excel.',
    'Check the card; Excel may have rounded it.',
  ),
  kk_sama_nik: teks(
    'Nomor KK sama dengan NIK.',
    'The family-card number equals the NIK.',
    'Salin nomor KK dari Kartu Keluarga.',
    'Copy the number from the family card.',
  ),
  ganda_di_berkas: teks(
    'Nomor yang sama sudah ada di baris lain berkas ini.',
    'The same number stands in another row of this file.',
    'Satu orang satu baris; peran keduanya diberikan setelah akunnya ada.',
    'One person, one row; a second role is given once the account exists.',
  ),
  peran_tidak_dikenal: teks(
    'Peran tidak dikenal.',
    'The role is not known.',
    'Pilih dari daftar pada buku kerja.',
    'Choose from the list in the workbook.',
  ),
  administrator_satu_per_satu: teks(
    'Administrator tidak dibuat lewat berkas.',
    'Administrators are not made by a file.',
    'Usulkan satu per satu; administrator lain menyetujuinya.',
    'Propose them one by one; another administrator approves.',
  ),
  wilayah_tidak_dikenal: teks(
    'Wilayah tidak ditemukan di wilayah kerja Anda.',
    'The region is not found in your area.',
    'Tulis kodenya (10 angka), atau periksa ejaan namanya.',
    'Write its code (10 digits), or check the spelling.',
  ),
  wilayah_ganda: teks(
    'Ada beberapa wilayah bernama itu.',
    'Several regions bear that name.',
    'Tulis kodenya, atau tambahkan wilayah di atasnya setelah koma.',
    'Write its code, or add the region above it after a comma.',
  ),
  rt_tidak_terbaca: teks(
    'Nomor RT tidak terbaca.',
    'The RT cannot be read.',
    'Tulis angkanya; beberapa RT dipisah koma: 7, 8.',
    'Write the number; several are separated by commas: 7, 8.',
  ),
  jenis_tidak_dikenal: teks(
    'Jenis penugasan tidak dikenal.',
    'The kind of assignment is not known.',
    'Tulis Definitif, Plt, atau Plh.',
    'Write Definitif, Plt or Plh.',
  ),
  tanggal_tidak_terbaca: teks(
    'Tanggal tidak terbaca.',
    'The date cannot be read.',
    'Tulis seperti 24-07-2018.',
    'Write it like 24-07-2018.',
  ),
  tanggal_tidak_ada: teks(
    'Tanggal itu tidak ada di kalender.',
    'There is no such day.',
    'Periksa tanggalnya.',
    'Check the date.',
  ),
} as const satisfies Record<string, Teks>

export type KodeBaca = keyof typeof temuanPetugas
