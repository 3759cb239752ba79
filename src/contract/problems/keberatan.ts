/** Expected failures of notices before a loss and of objections. */
import { entry } from './entry.ts'

export const masalahKeberatan = {
  'pemberitahuan.belum_ditetapkan': entry(
    409,
    'Daftar ini belum ditetapkan dengan SK, atau sudah diganti.',
    'This list was not established by decree yet, or has been replaced.',
    'Tetapkan daftar dengan nomor dan tanggal SK, lalu beri tahu keluarga.',
    'Establish the list with number and date of the decree, then tell the families.',
  ),
  'pemberitahuan.bukan_kantor': entry(
    403,
    'Pemberitahuan tentang daftar diterbitkan kantor kabupaten/kota.',
    'Notices about a list are issued by the office of the kab/kota.',
    'Minta verifikator atau Kepala OPD menerbitkannya.',
    'Ask the verifier or the head of the office to issue them.',
  ),
  'pemberitahuan.jumlah_berubah': entry(
    409,
    'Yang harus diberi tahu kini {jumlah} keluarga.',
    'Those to be told are {jumlah} families now.',
    'Lihat pratinjau sekali lagi, lalu terbitkan.',
    'Look at the preview once more, then issue them.',
  ),
  'pemberitahuan.terlalu_banyak': entry(
    400,
    'Satu berkas memuat paling banyak {maks} surat.',
    'One file holds at most {maks} letters.',
    'Cetak per kelurahan.',
    'Print village by village.',
  ),
  'pemberitahuan.belum_tercetak': entry(
    409,
    'Tidak ada surat siap cetak dari kantor Anda di sini.',
    'There is no letter of your office here that is ready to print.',
    'Tunggu surat selesai disusun; surat kantor lain dicetak kantor itu.',
    'Wait until the letters are made; those of another office are printed there.',
  ),
  'keberatan.lewat': entry(
    409,
    'Keberatan tidak dapat dicatat lagi: masanya habis, sudah pernah diajukan, atau pemberitahuannya selesai.',
    'The objection cannot be entered any more: its days are over, it was made before, or the notice is done.',
    'Bila keadaan keluarga berubah, ajukan usulan layak kembali.',
    'If the condition of the family has changed, propose it as eligible again.',
  ),
  'keberatan.tidak_boleh': entry(
    403,
    'Anda tidak dapat memutus keberatan ini: {sebab}',
    'You cannot decide this objection: {sebab}',
    'Minta orang lain yang tidak ikut memutuskan sebelumnya.',
    'Ask somebody else who did not decide before.',
  ),
  'keberatan.sudah_diputus': entry(
    409,
    'Keberatan ini sudah diputus.',
    'This objection is decided already.',
    'Muat ulang halaman untuk melihat putusannya.',
    'Reload the page to see the decision.',
  ),
} as const
