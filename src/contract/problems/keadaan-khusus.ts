/** Expected failures about special states in a disaster. */
import { type Entry, entry } from './entry.ts'

export const masalahKeadaanKhusus = {
  'keadaan_khusus.tidak_berlaku': entry(
    409,
    'Keadaan khusus ini tidak berlaku hari ini.',
    'This special state does not hold today.',
    'Minta Dinas Sosial memperpanjangnya, atau usulkan keluarganya lewat usulan biasa.',
    'Ask the social office to prolong it, or propose the family in the ordinary way.',
  ),
  'keadaan_khusus.terlalu_lama': entry(
    400,
    'Keadaan khusus paling lama {hari} hari.',
    'A special state lasts {hari} days at most.',
    'Pendekkan tanggal akhirnya; bila perlu buka lagi dengan SK baru.',
    'Choose an earlier last day; open another with a new decree where needed.',
  ),
  'keadaan_khusus.tanggal_terbalik': entry(
    400,
    'Tanggal akhir sebelum tanggal mulai.',
    'The last day lies before the first.',
    'Perbaiki kedua tanggalnya.',
    'Put the two days right.',
  ),
  'keadaan_khusus.luar_wilayah': entry(
    403,
    'Tempat ini di luar keadaan khusus atau di luar wilayah kerja Anda.',
    'This place lies outside the special state or outside your area.',
    'Pilih kelurahan di dalam keduanya.',
    'Choose a village inside both.',
  ),
  'keadaan_khusus.jenis_tidak_dikenal': entry(
    400,
    'Jenis bencana ini tidak dikenal.',
    'This kind of disaster is not known.',
    'Pilih jenis dari daftar.',
    'Choose a kind from the list.',
  ),
  'keadaan_khusus.berubah': entry(
    409,
    'Sudah diubah orang lain sejak Anda membukanya.',
    'Changed by somebody else since you opened it.',
    'Muat ulang, periksa, lalu ulangi.',
    'Reload, look, and do it again.',
  ),
} as const satisfies Record<string, Entry>
