/** Expected failures of papers: numbers given twice, letterheads without signer, papers no longer in force. */
import { entry } from './entry.ts'

export const masalahDokumen = {
  'dokumen.nomor_dipakai': entry(
    409,
    'Nomor {nomor} sudah dipakai surat lain.',
    'The number {nomor} is used by another letter.',
    'Periksa buku agenda, lalu isi nomor lain; atau kosongkan agar diberi nomor otomatis.',
    'Look at the register and give another number; or leave it empty to get the next one.',
  ),
  'dokumen.tidak_berlaku': entry(
    409,
    'Surat ini sudah dicabut atau diganti.',
    'This letter was withdrawn or replaced.',
    'Muat ulang halaman untuk melihat keadaannya.',
    'Reload the page to see how it stands.',
  ),
  'dokumen.kode_tidak_dikenal': entry(
    404,
    'Kode ini tidak tercatat.',
    'This code is not on record.',
    'Pindai ulang kode QR pada surat, atau tanyakan kepada kantor yang menerbitkannya.',
    'Scan the QR code on the paper again, or ask the office that issued it.',
  ),
  'loket.ternyata_terdaftar': entry(
    409,
    'NIK ini terdaftar di wilayah kerja Anda.',
    'This NIK is registered in your area.',
    'Cari NIK itu, lalu terbitkan surat keterangan terdaftar.',
    'Look up that NIK and issue the statement of registration.',
  ),
  'loket.tidak_terdaftar_lagi': entry(
    409,
    'Keluarga ini tidak terdaftar lagi.',
    'This family is no longer registered.',
    'Lihat statusnya di halaman keluarga; terbitkan surat keterangan tidak terdaftar bila diminta.',
    'Look at its status on the page of the family; issue the other statement if asked.',
  ),
  'kop.bukan_kantor': entry(
    403,
    'Kop surat hanya dapat diatur untuk kantor di wilayah kerja Anda.',
    'A letterhead can be set only for offices in your area.',
    'Pilih kantor di wilayah kerja Anda.',
    'Choose an office in your area.',
  ),
} as const
