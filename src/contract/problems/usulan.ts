/** Expected failures about proposals. */
import { type Entry, entry } from './entry.ts'

export const masalahUsulan = {
  'usulan.luar_wilayah': entry(
    403,
    'Tempat usulan ini di luar wilayah kerja Anda.',
    'The place of this proposal lies outside your area.',
    'Pilih kelurahan dan RT di dalam wilayah kerja Anda, atau minta kantor setempat mengusulkannya.',
    'Choose a village and RT within your area, or ask the office there to propose it.',
  ),
  'usulan.tanpa_keluarga': entry(
    400,
    'Usulan jenis ini adalah tentang keluarga yang sudah terdaftar, dan belum dipilih.',
    'A proposal of this kind is about a registered family, and none was chosen.',
    'Cari keluarganya, lalu buat usulan dari halaman keluarga itu.',
    'Look the family up and begin the proposal on its page.',
  ),
  'usulan.tanpa_orang': entry(
    400,
    'Usulan jenis ini adalah tentang satu orang, dan belum dipilih.',
    'A proposal of this kind is about one person, and none was chosen.',
    'Pilih anggota keluarga yang dimaksud.',
    'Choose the member of the family.',
  ),
  'usulan.tidak_dapat_diubah': entry(
    409,
    'Isian usulan ini tidak dapat diubah pada statusnya sekarang, atau bukan oleh Anda.',
    'This proposal cannot be changed in its present state, or not by you.',
    'Tarik kembali atau mohon dibuka dahulu; bila sudah diterima, buat usulan baru.',
    'Take it back or ask for it first; if it was accepted, begin a new one.',
  ),
  'usulan.jumlah_berubah': entry(
    409,
    'Jumlah usulan berubah sejak pratinjau: ada yang masuk atau keluar.',
    'The number of proposals has changed since the preview: some came or went.',
    'Lihat pratinjau sekali lagi, lalu lanjutkan.',
    'Look at the preview once more, then go on.',
  ),
  'usulan.bendera_belum_dibuka': entry(
    409,
    '{jumlah} usulan yang ditandai (kerabat petugas) belum dibuka.',
    '{jumlah} flagged proposals (kin of an officer) were not opened.',
    'Buka dan periksa yang ditandai satu per satu, lalu setujui bersama lagi.',
    'Open and look at the flagged ones, then approve together again.',
  ),
} as const satisfies Record<string, Entry>
