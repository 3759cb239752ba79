/** Expected failures of the monthly summary and of covering letters. */
import { entry } from './entry.ts'

export const masalahRekap = {
  'rekap.periode_mendatang': entry(
    400,
    'Bulan itu belum tiba.',
    'That month has not come.',
    'Pilih bulan ini atau bulan yang sudah lewat.',
    'Choose this month or one before.',
  ),
  'rekap.sudah_ditandatangani': entry(
    409,
    'Rekap bulan ini sudah ditandatangani lurah.',
    'The summary of this month is signed.',
    'Lihat suratnya; perubahan sesudahnya masuk rekap bulan berikut.',
    'See the paper; what changed since goes into the next month.',
  ),
  'rekap.ada_usulan': entry(
    409,
    'RT {rt} sudah mengirim usulan pada bulan itu.',
    'RT {rt} has sent proposals in that month.',
    'Nihil hanya untuk RT yang tidak mengusulkan apa pun.',
    'Nihil is only for an RT that proposes nothing.',
  ),
  'rekap.berubah': entry(
    409,
    'Isi rekap sudah berubah: {usulan} usulan, {diam} RT belum menyatakan.',
    'The summary has changed: {usulan} proposals, {diam} RT said nothing.',
    'Lihat sekali lagi, lalu tandatangani.',
    'Look once more, then sign.',
  ),
  'rekap.tidak_ada': entry(
    409,
    'Tidak ada rekap yang siap untuk langkah ini.',
    'No summary is ready for this step.',
    'Tunggu lurah menandatangani, atau camat mengetahuinya.',
    'Wait until the village head has signed, or the district has taken note.',
  ),
  'rekap.tanpa_usulan': entry(
    409,
    'Tidak ada usulan difinalkan pada periode itu dari kantor Anda.',
    'Your office has no finalised proposal in that period.',
    'Finalkan usulan dahulu; bila memang tidak ada, tandatangani rekap nihil.',
    'Finalise proposals first; if there are none, sign the summary as nihil.',
  ),
} as const
