/**
 * What becomes of the rows of every table that speaks of a person or a family, when two records become
 * one. A test reads the catalogue: a new table cannot be forgotten here.
 */

/**
 * `ubah`: moved to the record that stays, or ended where that record has the same already; the image of
 * each row before is kept, and unmerging puts it back.
 * `lewat`: history that nobody may change. It stays where it was written, and is read together with that of
 * the record that stays, through `digabung_id`.
 * `tinggal`: a paper, list or decision of its day, that names who it was about then.
 * `terbuka`: while such a row is open, the records are not merged.
 */
export type Nasib = 'ubah' | 'lewat' | 'tinggal' | 'terbuka'

export const nasib: Readonly<Record<string, Nasib>> = {
  ruta: 'ubah',
  keluarga: 'ubah',
  individu: 'ubah',
  keanggotaan: 'ubah',
  pengurus: 'ubah',
  penerimaan: 'ubah',
  penugasan_kunjungan: 'ubah',
  rekaman_sumber: 'ubah',
  usulan: 'terbuka',
  permintaan_pindah: 'terbuka',
  pemberitahuan: 'terbuka',
  keberatan: 'terbuka',
  survei_ruta: 'lewat',
  survei_keluarga: 'lewat',
  survei_individu: 'lewat',
  perubahan: 'lewat',
  kelayakan: 'lewat',
  peringkat_luar: 'lewat',
  usulan_riwayat: 'lewat',
  kunjungan: 'lewat',
  keadaan_dukcapil: 'lewat',
  berkas: 'lewat',
  berkas_isi: 'lewat',
  nik_lokasi: 'lewat',
  pemekaran_keluarga: 'tinggal',
  beda_sumber: 'tinggal',
  kunjungan_draf: 'tinggal',
  impor_temuan: 'tinggal',
  fakta_keluarga: 'tinggal',
  peringkat_hasil: 'tinggal',
  kuota_putusan_baris: 'tinggal',
  daftar_baris: 'tinggal',
  dokumen: 'tinggal',
  kiriman_usulan: 'tinggal',
  hasil_pusat_baris: 'tinggal',
  pengaman_catatan: 'tinggal',
  surat_tanpa_nik_baris: 'tinggal',
  keadaan_khusus_keluarga: 'tinggal',
  musyawarah_agenda: 'tinggal',
  musyawarah_hadir: 'tinggal',
  musyawarah_keputusan: 'tinggal',
  musyawarah_meterai: 'tinggal',
}
