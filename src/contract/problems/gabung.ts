/** Expected failures of merging and unmerging. */
import { entry } from './entry.ts'

export const masalahGabungKontrak = {
  'gabung.sudah_diajukan': entry(
    409,
    'Salah satu rekaman ini sudah ada dalam usulan penggabungan yang terbuka.',
    'One of these records is in an open proposal to merge already.',
    'Buka daftar Penggabungan dan selesaikan usulan itu lebih dahulu.',
    'Open the list of merges and settle that proposal first.',
  ),
  'gabung.sudah_selesai': entry(
    409,
    'Usulan ini sudah diputus, dibatalkan, atau berubah sejak dibuka.',
    'This proposal is decided, withdrawn, or changed since it was opened.',
    'Muat ulang halaman untuk melihat keadaannya.',
    'Reload the page to see where it stands.',
  ),
  'gabung.tidak_boleh': entry(
    403,
    'Anda tidak dapat memutus usulan ini: {sebab}',
    'You cannot decide this proposal: {sebab}',
    'Minta orang lain yang berwenang memutusnya.',
    'Ask somebody else who may decide it.',
  ),
  'gabung.perlu_alasan': entry(
    400,
    'Penolakan memerlukan alasan.',
    'A refusal needs a reason.',
    'Tulis alasannya, paling sedikit lima huruf.',
    'Write the reason, at least five letters.',
  ),
  'gabung.belum': entry(
    409,
    'Penggabungan ini belum dilaksanakan, atau sudah dipisahkan.',
    'This merge was not carried out, or has been taken back.',
    'Muat ulang halaman untuk melihat keadaannya.',
    'Reload the page to see where it stands.',
  ),
} as const
