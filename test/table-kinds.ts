/** How each table would be laid out over several servers (docs/adr/0013-table-kinds.md); checked by a test. */

/** By kab (nik_lokasi by nik): every key starts with it, joins stay within it. */
export const distributed: readonly string[] = [
  'ruta',
  'keluarga',
  'individu',
  'keanggotaan',
  'nik_lokasi',
  'rukun_tetangga',
  'survei_ruta',
  'survei_keluarga',
  'survei_individu',
  'impor',
  'impor_temuan',
  'impor_pertanyaan',
  'rekaman_sumber',
  'perubahan',
  'kelayakan',
  'penerimaan',
  'peringkat_luar',
  'rekap_rt',
  'rekap_penerimaan',
  'fakta_keluarga',
  'peringkat_hasil',
  'peringkat_rekap',
  'kuota_putusan_baris',
  'daftar_baris',
]

/** Copied to every server: small, read by all. */
export const reference: readonly string[] = [
  'wilayah',
  'wilayah_lama',
  'kata_nama',
  'kebijakan',
  'pengguna',
  'penugasan',
  'pakta',
  'pengguna_identitas',
  'usulan_administrator',
  'penugasan_riwayat',
  'impor_pengguna',
  'tautan_segel',
  'serah_terima',
  'serah_terima_butir',
  'peringkat_ronde',
  'kuota',
  'kuota_pembagian',
  'kuota_putusan',
  'daftar',
  'kalender_geser',
  'masa_rawan',
]

/** On one server: the queue, the log, command ids, settings. */
export const local: readonly string[] = [
  'undangan',
  'pekerjaan',
  'jejak',
  'jejak_subjek',
  'jejak_nomor',
  'jejak_segel',
  'jejak_posisi',
  'perintah',
  'pengaturan',
  'migrasi',
]
