/** Why two records cannot be merged, or a merge not taken back, in words that say what to do. */
import type { Label } from '#domain/label.ts'

export const masalahGabung = {
  rekaman_sama: {
    id: 'Keduanya rekaman yang sama. Pilih rekaman lain.',
    en: 'Both are the same record. Choose another.',
  },
  sudah_digabung: {
    id: 'Salah satu rekaman sudah digabung ke rekaman lain. Buka rekaman itu, lalu gabungkan dengannya.',
    en: 'One of the records is merged into another already. Open that one and merge with it.',
  },
  tidak_aktif: {
    id: 'Rekaman yang dipertahankan tidak aktif. Tukar keduanya, atau catat dahulu peristiwanya.',
    en: 'The record that would stay is not active. Swap the two, or enter the event first.',
  },
  hidup_dan_meninggal: {
    id: 'Yang satu tercatat hidup, yang lain meninggal. Catat dahulu peristiwa “meninggal” atau “hidup kembali”.',
    en: 'One is recorded alive, the other dead. Enter the event “died” or “alive again” first.',
  },
  dua_kepala: {
    id: 'Keduanya kepala keluarga yang berbeda. Gabungkan keluarganya dengan kedua kepala sebagai pasangan, atau ganti kepala dahulu.',
    en: 'Both are living heads of different families. Merge the families with the heads as a pair, or change the head first.',
  },
  kepala_keluarga_lain: {
    id: 'Yang akan digabung adalah kepala keluarga lain. Ganti kepala keluarga itu dahulu, atau gabungkan keluarganya.',
    en: 'The record to be merged heads another family. Change the head of that family first, or merge the families.',
  },
  pengurus_keluarga_lain: {
    id: 'Yang akan digabung memegang kartu bantuan keluarga lain. Ganti pengurusnya dahulu.',
    en: 'The record to be merged holds the card of another family. Change the card holder first.',
  },
  anggota_terakhir: {
    id: 'Yang akan digabung anggota terakhir keluarganya. Gabungkan keluarganya.',
    en: 'The record to be merged is the last member of its family. Merge the families.',
  },
  anggota_di_kab_lain: {
    id: 'Kedua keluarga tercatat di kabupaten/kota berbeda, dan ada anggota yang belum berpasangan. Pasangkan semua anggotanya, atau tarik keluarga itu masuk dahulu, lalu gabungkan.',
    en: 'The families are recorded in different kab/kota, and a member is in no pair. Pair all its members, or let the family move in first, then merge.',
  },
  bantuan_di_kab_lain: {
    id: 'Kedua keluarga tercatat di kabupaten/kota berbeda, dan yang akan digabung menerima bantuan yang tidak diterima keluarga lainnya. Tukar keduanya, atau tarik keluarga itu masuk dahulu, lalu gabungkan.',
    en: 'The families are recorded in different kab/kota, and the one to be merged receives aid that the other does not. Swap the two, or let the family move in first, then merge.',
  },
  bukan_anggota: {
    id: 'Pasangan anggota tidak sesuai dengan kedua keluarga. Muat ulang dan pasangkan lagi.',
    en: 'The pairs of members do not fit the two families. Reload and pair them again.',
  },
  orang_rangkap: {
    id: 'Satu orang dipasangkan dua kali. Pasangkan setiap orang paling banyak sekali.',
    en: 'A person stands in two pairs. Pair each person at most once.',
  },
} as const satisfies Record<string, Label>
export type MasalahGabung = keyof typeof masalahGabung

export const masalahPisah = {
  berubah: {
    id: 'Yang diubah penggabungan sudah diubah lagi sesudahnya. Kembalikan dahulu perubahan itu, lalu pisahkan.',
    en: 'What the merge changed was changed again later. Take that change back first, then unmerge.',
  },
  digabung_lagi: {
    id: 'Rekaman yang dipertahankan sudah digabung lagi ke rekaman lain. Pisahkan dahulu penggabungan yang lebih baru.',
    en: 'The record that stayed was merged into another since. Unmerge that later merge first.',
  },
  keluarga_berakhir: {
    id: 'Keluarga tempat anggota harus kembali sudah berakhir. Catat dahulu keluarga itu aktif kembali.',
    en: 'The family to which a member must return has ended. Make that family active again first.',
  },
  wilayah_berakhir: {
    id: 'Wilayah tempat rekaman harus kembali sudah berakhir karena pemekaran atau penggabungan. Catat pemisahan ini sebagai keluarga atau anggota baru di wilayah yang sekarang.',
    en: 'The region to which a record must return has ended by a split or a merger of regions. Record them anew, as a new family or member in the region of today.',
  },
} as const satisfies Record<string, Label>
export type MasalahPisah = keyof typeof masalahPisah

/** @param nomor of what is still open about these families, proposals first */
export const terbukaKata = (nomor: readonly string[]): Label => {
  const daftar = nomor.slice(0, 5).join(', ')
  return {
    id: `Masih ada yang terbuka tentang keluarga ini: ${daftar}. Selesaikan atau batalkan dahulu, lalu lanjutkan.`,
    en: `Something is still open about these families: ${daftar}. Settle or withdraw it first, then go on.`,
  }
}
