/** Expected failures of evidence: files that are no image or PDF, broken, too large, or dangerous. */
import { entry } from './entry.ts'

export const masalahBukti = {
  'bukti.terlalu_besar': entry(
    413,
    'Berkas terlalu besar (paling besar {maks} MB).',
    'The file is too large (at most {maks} MB).',
    'Kecilkan foto atau pindai ulang dengan mutu lebih rendah (hitam-putih, 150 dpi).',
    'Make the photo smaller, or scan again at a lower quality (black and white, 150 dpi).',
  ),
  'bukti.jenis': entry(
    415,
    'Berkas ini bukan foto (JPEG, PNG, WebP) dan bukan PDF.',
    'This file is neither a photo (JPEG, PNG, WebP) nor a PDF.',
    'Foto ulang dengan kamera, atau simpan sebagai JPEG atau PDF, lalu kirim lagi.',
    'Take the photo again, or save it as JPEG or PDF, and send again.',
  ),
  'bukti.rusak': entry(
    422,
    'Berkas ini rusak atau tidak utuh.',
    'This file is damaged or incomplete.',
    'Buka berkasnya untuk memeriksa, lalu kirim lagi dari aslinya.',
    'Open it to look, then send it again from the original.',
  ),
  'bukti.gambar_raksasa': entry(
    413,
    'Gambar ini terlalu luas (paling luas {maks} juta piksel).',
    'This image has too many pixels (at most {maks} million).',
    'Kecilkan gambarnya lalu kirim lagi.',
    'Make the image smaller and send again.',
  ),
  'bukti.pdf_terkunci': entry(
    422,
    'PDF ini terkunci dengan sandi.',
    'This PDF is locked by a password.',
    'Buka PDF itu, cetak ke PDF baru tanpa sandi, lalu kirim lagi.',
    'Open it, print it to a new PDF without password, and send again.',
  ),
  'bukti.pdf_aktif': entry(
    422,
    'PDF ini berisi program, formulir aktif atau berkas lain di dalamnya.',
    'This PDF holds scripts, active forms or other files.',
    'Cetak ke PDF baru (yang hanya berisi halaman), lalu kirim lagi.',
    'Print it to a new PDF that holds pages only, and send again.',
  ),
} as const
