/** Expected failures about visits. */
import { type Entry, entry } from './entry.ts'

export const masalahKunjungan = {
  'kunjungan.belum_lengkap': entry(
    400,
    'Kunjungan belum dapat disimpan: {kurang}.',
    'The visit cannot be entered yet: {kurang}.',
    'Lengkapi isian itu; yang sudah diketik tersimpan sebagai draf.',
    'Complete it; what was typed is kept as a draft.',
  ),
  'kunjungan.sudah_ada': entry(
    409,
    'Kunjungan petugas ini ke keluarga ini pada hari itu sudah tercatat.',
    'The visit of this officer to this family on that day is recorded already.',
    'Lihat riwayat kunjungan keluarga; bila harinya keliru, betulkan tanggalnya.',
    'See the visits of the family; if the day is wrong, correct it.',
  ),
  'kunjungan.tanggal_mundur': entry(
    409,
    'Sudah ada kunjungan dengan tanggal yang lebih baru.',
    'There is a visit of a later day.',
    'Periksa tanggal pada kertas kunjungan.',
    'Check the day on the paper.',
  ),
  'kunjungan.petugas_tidak_dikenal': entry(
    400,
    'Petugas ini tidak bertugas di wilayah keluarga ini.',
    'This officer has no assignment where the family lives.',
    'Pilih petugas dari daftar, atau minta administrator memberi tugas.',
    'Choose an officer from the list, or have an administrator assign one.',
  ),
  'kunjungan.jumlah_berubah': entry(
    409,
    'Antrean berubah sejak pratinjau.',
    'The queue has changed since the preview.',
    'Buka pratinjau lagi.',
    'Open the preview again.',
  ),
  'kunjungan.tanpa_pemberitahuan': entry(
    409,
    'Kunjungan terakhir keluarga ini tidak berakibat kehilangan hak.',
    'Nothing can be lost by the last visit of this family.',
    'Pemberitahuan hanya dicetak sesudah hasil tidak layak.',
    'A notice is printed only after a result of not eligible.',
  ),
  'kunjungan.perlu_kelurahan': entry(
    400,
    'Pilih satu desa atau kelurahan.',
    'Choose one village.',
    'Antrean dan kertas disusun per desa atau kelurahan dan RT.',
    'Queue and papers are made per village and RT.',
  ),
} as const satisfies Record<string, Entry>
