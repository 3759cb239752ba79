/** Expected failures about people without NIK. */
import { type Entry, entry } from './entry.ts'

export const masalahTanpaNik = {
  'tanpa_nik.kosong': entry(
    409,
    'Tidak ada orang tanpa NIK yang belum disuratkan di wilayah ini.',
    'Nobody without NIK in this area is still to be written about.',
    'Tunggu jawaban surat sebelumnya, atau pilih wilayah lain.',
    'Wait for the answer to the letter before, or choose another area.',
  ),
  'tanpa_nik.berkas_ditolak': entry(
    400,
    'Berkas jawaban tidak dapat dibaca: {sebab}',
    'The file of answers cannot be read: {sebab}',
    'Gunakan lembar kerja yang dikirim bersama surat, dengan kolom Kode baris, NIK dan Keterangan.',
    'Use the sheet that went with the letter, with the columns Kode baris, NIK and Keterangan.',
  ),
  'tanpa_nik.berkas_berbeda': entry(
    409,
    'Berkas ini bukan yang tadi diperiksa.',
    'This is not the file that was checked.',
    'Periksa berkasnya sekali lagi, lalu impor.',
    'Check the file once more, then take it in.',
  ),
} as const satisfies Record<string, Entry>
