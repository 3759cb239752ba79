/** Why a row of a split, merger or renaming cannot be carried, in words that say what to do. */
import type { Label } from '#domain/label.ts'

export const salahPembagian = {
  kode_salah: {
    id: 'Kode wilayah tidak terbaca; isi 6 angka (kecamatan) atau 10 angka (desa/kelurahan).',
    en: 'The region code cannot be read; give 6 digits (kecamatan) or 10 (village).',
  },
  rt_salah: { id: 'Nomor RT tidak terbaca.', en: 'The number of the RT cannot be read.' },
  nomor_kk_salah: {
    id: 'Nomor KK tidak terbaca sebagai nomor KK; di Excel simpan kolomnya sebagai teks.',
    en: 'The KK number cannot be one; in Excel keep the column as text.',
  },
  kode_lama_tidak_ada: {
    id: 'Kode lama tidak ada di wilayah kerja Anda, atau sudah berakhir.',
    en: 'The old code is not in your area, or has ended.',
  },
  luar_wilayah: {
    id: 'Kode baru di luar wilayah kerja Anda.',
    en: 'The new code lies outside your area.',
  },
  beda_tingkat: {
    id: 'Kode lama dan kode baru berbeda tingkat.',
    en: 'The old and the new code are of different levels.',
  },
  lintas_kabkota: {
    id: 'Kode berpindah ke kabupaten/kota lain. Yang dapat berganti kode di sini: kecamatan dan desa/kelurahan di dalam satu kabupaten/kota; kabupaten/kota dapat berganti nama.',
    en: 'The code goes to another kab/kota. What can change its code here are kecamatan and villages within one kab/kota; a kab/kota can change its name.',
  },
  rt_hanya_desa: {
    id: 'RT dan nomor KK hanya untuk baris desa/kelurahan dengan kode lama.',
    en: 'An RT or a KK number belongs to a row of a village with its old code.',
  },
  perlu_nama: {
    id: 'Kode baru belum ada: isi nama barunya pada salah satu barisnya.',
    en: 'The new code is not there yet: give its name in one of its rows.',
  },
  nama_berbeda: {
    id: 'Kode baru ini diberi dua nama; samakan.',
    en: 'This new code is given two names; make them one.',
  },
  tanpa_induk: {
    id: 'Wilayah di atas kode baru tidak ada atau berakhir; buat dulu barisnya, mis. kecamatan baru.',
    en: 'The region above the new code is not there or ends; add its row first, e.g. the new kecamatan.',
  },
  kode_terpakai: {
    id: 'Desa/kelurahan lain sudah memakai kode yang terbentuk dari baris ini; beri baris sendiri untuk desanya.',
    en: 'Another village has the code that this row would give; add a row of its own for the village.',
  },
  ganda: {
    id: 'Sudah diatur oleh baris lain dengan tujuan yang berbeda.',
    en: 'Another row sends the same elsewhere.',
  },
  bergantian: {
    id: 'Tujuannya juga melepas wilayah dalam tabel ini. Kerjakan dalam dua pemekaran berturut-turut.',
    en: 'Its destination gives something away in this table as well. Do it in two plans, one after the other.',
  },
  tanpa_perubahan: {
    id: 'Baris ini tidak mengubah apa pun.',
    en: 'This row changes nothing.',
  },
  kk_tidak_ada: {
    id: 'Tidak ada keluarga dengan nomor KK ini di desa/kelurahan dan RT itu.',
    en: 'No family of that village and RT has this KK number.',
  },
} as const satisfies Record<string, Label>

export type SalahPembagian = keyof typeof salahPembagian
