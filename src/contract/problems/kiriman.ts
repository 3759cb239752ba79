/** Expected failures of batches upwards and of what comes back. */
import { entry } from './entry.ts'

export const masalahKiriman = {
  'kiriman.bukan_kabkota': entry(
    403,
    'Surat pengesahan dibuat oleh kantor kabupaten/kota.',
    'The letter of endorsement is made by the office of a kab/kota.',
    'Pakai penugasan Anda di kabupaten/kota.',
    'Wear your assignment at the kab/kota.',
  ),
  'kiriman.jumlah_berubah': entry(
    409,
    'Jumlah usulan yang siap dikirim kini {jumlah}.',
    'The number of proposals that are ready is {jumlah} now.',
    'Lihat daftar sekali lagi, lalu buat suratnya.',
    'Look at the list once more, then make the letter.',
  ),
  'kiriman.nomor_atau_tenggat': entry(
    400,
    'Isi nomor surat, atau tanggal paling lambat nomor itu menyusul ({sampai}).',
    'Give the number of the letter, or the day by which it follows ({sampai} at the latest).',
    'Isi salah satu saja.',
    'Give one of the two.',
  ),
  'kiriman.sudah_bernomor': entry(
    409,
    'Surat kiriman ini sudah bernomor.',
    'The letter of this batch has its number.',
    'Muat ulang halaman untuk melihatnya.',
    'Reload the page to see it.',
  ),
  'kiriman.bukan_pindaian': entry(
    400,
    'Berkas itu bukan pindaian surat dari kantor ini.',
    'That file is no scan of a letter of this office.',
    'Unggah pindaian suratnya di halaman ini.',
    'Upload the scan of the letter on this page.',
  ),
  'kiriman.berubah': entry(
    409,
    'Kiriman ini sudah diubah sejak Anda membukanya.',
    'This batch was changed since you opened it.',
    'Muat ulang halaman, lalu ulangi.',
    'Reload the page, then do it again.',
  ),
  'kiriman.pusat_di_dalam': entry(
    409,
    'Di pemasangan ini Pusdatin menarik dan memutuskan sendiri.',
    'In this installation Pusdatin pulls and decides by itself.',
    'Tunggu putusan Pusdatin; berkas tidak diperlukan.',
    'Wait for the decision of Pusdatin; no file is needed.',
  ),
  'kiriman.belum_diserahkan': entry(
    409,
    'Kiriman ini belum diserahkan ke pusat.',
    'This batch was not handed over to the centre yet.',
    'Serahkan kiriman dahulu, lalu unduh paketnya.',
    'Hand the batch over first, then download its package.',
  ),
  'hasil_pusat.berkas_ditolak': entry(
    400,
    'Berkas hasil tidak dapat dibaca: {sebab}',
    'The file of outcomes cannot be read: {sebab}',
    'Pakai lembar hasil.csv dari paket, atau beri judul kolom Nomor tanda terima, Putusan, Alasan, Desil.',
    'Use the sheet hasil.csv of the package, or head the columns Nomor tanda terima, Putusan, Alasan, Desil.',
  ),
  'hasil_pusat.terlalu_banyak': entry(
    400,
    'Berkas hasil memuat lebih dari {maks} baris.',
    'The file of outcomes has more than {maks} rows.',
    'Bagi berkas itu, lalu impor satu per satu.',
    'Split the file and take the parts in one by one.',
  ),
  'hasil_pusat.berkas_berbeda': entry(
    409,
    'Berkas ini bukan yang diperiksa.',
    'This is not the file that was checked.',
    'Periksa berkas ini dahulu, lalu impor.',
    'Check this file first, then take it in.',
  ),
  'hasil_pusat.tanggal_mendatang': entry(
    400,
    'Tanggal hasil belum tiba.',
    'The day of the outcomes lies in the future.',
    'Isi tanggal yang tertulis pada berkas atau suratnya.',
    'Give the day that stands on the file or its letter.',
  ),
} as const
