/** Expected failures about village meetings. */
import { type Entry, entry } from './entry.ts'

export const masalahMusyawarah = {
  'musyawarah.bukan_desa': entry(
    400,
    'Musyawarah diadakan di satu kelurahan atau desa di dalam wilayah kerja Anda.',
    'A meeting is held in one village within your area.',
    'Pilih kelurahan atau desanya.',
    'Choose the village.',
  ),
  'musyawarah.tanpa_sptjm': entry(
    409,
    'Aturan yang berlaku pada tanggal itu tidak mengenal SPTJM sebagai pengganti musyawarah.',
    'The rules of that day know no statement of responsibility in place of a meeting.',
    'Adakan musyawarah.',
    'Hold a meeting.',
  ),
  'musyawarah.tertutup': entry(
    409,
    'Musyawarah ini sudah ditutup, ditandatangani atau dibatalkan.',
    'This meeting was closed, signed or cancelled.',
    'Bila belum ditandatangani, buka kembali lebih dahulu; bila sudah, buat musyawarah baru.',
    'If nobody has signed, open it again first; otherwise make a new one.',
  ),
  'musyawarah.belum_ditutup': entry(
    409,
    'Musyawarah ini belum ditutup.',
    'This meeting was not closed.',
    'Minta operator menutup musyawarah setelah semua keputusan terkirim.',
    'Ask the operator to close it once all decisions were sent.',
  ),
  'musyawarah.belum_ada_keputusan': entry(
    409,
    'Belum ada satu pun keputusan.',
    'There is no decision yet.',
    'Catat keputusan setiap baris agenda lebih dahulu.',
    'Note the decision of each row first.',
  ),
  'musyawarah.agenda_salah': entry(
    409,
    '{jumlah} usulan tidak dapat masuk agenda: sudah di agenda musyawarah lain, atau bukan menunggu musyawarah.',
    '{jumlah} proposals cannot be put on the agenda: they are on that of another meeting, or do not wait for one.',
    'Muat ulang calon agenda lalu pilih lagi.',
    'Reload what may be put on the agenda and choose again.',
  ),
  'musyawarah.agenda_sudah_diputuskan': entry(
    409,
    'Baris yang sudah diputuskan tidak dapat dikeluarkan dari agenda.',
    'A row that was decided cannot be taken off the agenda.',
    'Putuskan baris itu sebagai ditunda.',
    'Decide that the row is put off.',
  ),
  'musyawarah.unsur_tidak_dikenal': entry(
    400,
    'Unsur {unsur} tidak dikenal.',
    'The element {unsur} is not known.',
    'Pilih unsur dari daftar.',
    'Choose an element from the list.',
  ),
  'musyawarah.nomor_dipakai': entry(
    409,
    'Nomor {nomor} sudah dipakai kelurahan ini pada tahun yang sama.',
    'The number {nomor} was already used by this village in that year.',
    'Periksa buku agenda surat lalu ketik nomor yang benar.',
    'Look into the register of letters and type the right number.',
  ),
  'musyawarah.tanpa_tanda': entry(
    409,
    'Belum ada tanda tangan: goreskan tanda tangan lurah, atau lampirkan pindaian berita acara.',
    'There is no signature: draw that of the village head, or attach a scan of the paper.',
    'Tanda tangani pada layar atau unggah pindaian.',
    'Sign on the screen or upload a scan.',
  ),
  'musyawarah.belum_ditandatangani': entry(
    409,
    'Berita acara musyawarah ini belum ditandatangani.',
    'The paper of this meeting was not signed.',
    'Tunggu tanda tangan lurah.',
    'Wait for the signature of the village head.',
  ),
  'musyawarah.belum_terbit': entry(
    409,
    'Surat ini belum diterbitkan.',
    'This paper was not issued.',
    'Terbitkan lebih dahulu di bagian Surat.',
    'Issue it first under Papers.',
  ),
} as const satisfies Record<string, Entry>
