/** Expected failures of the calendar: a shift that cannot stand, an election that cannot be recorded. */
import { type Entry, entry } from './entry.ts'

export const masalahKalender = {
  'kalender.luar_wilayah': entry(
    403,
    'Wilayah itu tidak seluruhnya di dalam wilayah kerja Anda.',
    'That area does not lie wholly in yours.',
    'Pilih wilayah di dalam wilayah kerja Anda.',
    'Choose an area within your own.',
  ),
  'kalender.periode_tidak_ada': entry(
    400,
    'Tidak ada periode {periode} pada kalender ini.',
    'This calendar has no period {periode}.',
    'Muat ulang halaman Kalender lalu pilih lagi.',
    'Reload the calendar and choose again.',
  ),
  'kalender.tidak_digeser': entry(
    403,
    'Tenggat langkah itu tidak dapat digeser oleh peran Anda.',
    'Your role cannot shift the deadline of that step.',
    'Tenggat provinsi digeser provinsi; penarikan oleh pusat tidak digeser daerah.',
    'The province shifts its own; the pull by the centre is not shifted by regions.',
  ),
  'kalender.sudah_lewat': entry(
    409,
    'Tenggat itu sudah lewat, sehingga tidak dapat digeser lagi.',
    'That deadline has passed and can no longer be shifted.',
    'Yang terlambat masuk ke periode berikutnya; geser tenggat periode itu bila perlu.',
    'What is late goes into the next period; shift that one if needed.',
  ),
  'kalender.lampau': entry(
    400,
    'Tenggat baru sudah lampau.',
    'The new deadline lies in the past.',
    'Pilih waktu sesudah sekarang.',
    'Choose a time after now.',
  ),
  'kalender.sama': entry(
    400,
    'Tenggat baru sama dengan yang berlaku.',
    'The new deadline is the one that holds.',
    'Pilih waktu lain, atau tutup isian ini.',
    'Choose another time, or close this form.',
  ),
  'kalender.urutan': entry(
    409,
    'Tenggat baru mendahului langkah sebelumnya, atau melampaui langkah sesudahnya.',
    'The new deadline lies before the step ahead of it, or after the one behind it.',
    'Pilih waktu di antara keduanya, atau geser langkah itu dahulu.',
    'Choose a time between the two, or shift that step first.',
  ),
  'kalender.periode_lain': entry(
    409,
    'Tenggat baru mencapai tenggat periode lain.',
    'The new deadline reaches that of another period.',
    'Pilih waktu sebelum tenggat periode berikutnya.',
    'Choose a time before the deadline of the next period.',
  ),
  'kalender.perlu_alasan': entry(
    400,
    'Tenggat yang lebih lambat harus beralasan.',
    'A later deadline needs a reason.',
    'Tulis alasannya; semua petugas di wilayah itu membacanya.',
    'State the reason; every officer of the area reads it.',
  ),
  'kalender.rawan_tingkat': entry(
    400,
    'Pemilihan jenis itu tidak dikenal, atau tidak diadakan pada tingkat wilayah itu.',
    'That kind of election is not known, or not held at that level of area.',
    'Pilih wilayah yang memilih: desa untuk pilkades, kab/kota atau provinsi untuk pilkada.',
    'Choose the area that elects: a village, or a kab/kota or province.',
  ),
  'kalender.rawan_ada': entry(
    409,
    'Pemilihan itu sudah dicatat.',
    'That election has been recorded already.',
    'Perbaiki catatan yang ada.',
    'Correct the entry there is.',
  ),
} as const satisfies Record<`kalender.${string}`, Entry>
