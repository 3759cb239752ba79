/** Expected failures about regions that are split, merged or renamed. */
import { type Entry, entry } from './entry.ts'

export const masalahPemekaran = {
  'pemekaran.berkas_ditolak': entry(
    400,
    'Berkas pembagian tidak dapat dibaca: {sebab}',
    'The table cannot be read: {sebab}',
    'Pakai tabel dengan judul kolom Kode lama, RT, Nomor KK, Kode baru, RT baru, Nama baru, Jenis baru.',
    'Use a table with the headings Kode lama, RT, Nomor KK, Kode baru, RT baru, Nama baru, Jenis baru.',
  ),
  'pemekaran.terlalu_banyak': entry(
    400,
    'Tabelnya lebih dari {maks} baris.',
    'The table has more than {maks} rows.',
    'Pakai baris RT atau desa, bukan satu baris untuk tiap keluarga; atau bagi menurut kecamatan.',
    'Use rows of RT or villages instead of one for each family; or divide it by kecamatan.',
  ),
  'pemekaran.ada_salah': entry(
    409,
    '{jumlah} baris tabel tidak dapat dikerjakan.',
    '{jumlah} rows of the table cannot be carried.',
    'Lihat pratinjaunya, perbaiki baris itu, lalu simpan lagi.',
    'Look at the preview, mend those rows, and keep it again.',
  ),
  'pemekaran.berubah': entry(
    409,
    'Rancangan ini sudah dimulai, dibatalkan atau diubah orang lain.',
    'This plan was started, cancelled or changed by somebody else.',
    'Muat ulang dan lihat keadaannya.',
    'Reload and see how it stands.',
  ),
  'pemekaran.orang_lain': entry(
    403,
    'Yang menyusun rancangan tidak menyetujuinya sendiri.',
    'Whoever made the plan does not approve it themselves.',
    'Minta administrator lain di wilayah ini, di provinsi, atau Pusdatin.',
    'Ask another administrator of this area, of the province, or the ministry data centre.',
  ),
  'pemekaran.belum_berlaku': entry(
    409,
    'Kode baru berlaku mulai {tanggal}.',
    'The new codes hold from {tanggal} on.',
    'Tunggu hari itu: yang sudah disetujui mulai sendiri.',
    'Wait for that day: what is approved begins by itself.',
  ),
  'pemekaran.belum_disetujui': entry(
    409,
    'Rancangan ini belum disetujui administrator lain.',
    'No other administrator has approved this plan yet.',
    'Minta administrator lain di wilayah ini, di provinsi, atau Pusdatin menyetujuinya.',
    'Ask another administrator of this area, of the province, or the ministry data centre to approve it.',
  ),
  'pemekaran.masih_terbuka': entry(
    409,
    'Ada {musyawarah} musyawarah terbuka dan {usulan} usulan yang sudah diputus tetapi belum difinalkan di desa/kelurahan yang berubah.',
    'In the villages that change {musyawarah} meetings are open and {usulan} proposals are decided but not finalised.',
    'Minta lurahnya menandatangani atau membatalkan musyawarah itu dan memfinalkan usulannya.',
    'Ask the village heads to sign or cancel those meetings and finalise the proposals.',
  ),
  'pemekaran.kedaluwarsa': entry(
    409,
    'Wilayah atau keluarga dalam rancangan ini sudah berubah sejak disusun.',
    'Regions or families of this plan have changed since it was made.',
    'Batalkan rancangannya dan susun lagi.',
    'Cancel the plan and make it anew.',
  ),
} as const satisfies Record<string, Entry>
