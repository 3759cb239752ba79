/** Why an event cannot be written as it stands, in words that say what to do. */
import type { Label } from '#domain/label.ts'

export const masalahPeristiwa = {
  peristiwa_lain: {
    id: 'Rincian peristiwa bukan untuk jenis usulan ini. Isi ulang rinciannya.',
    en: 'The details are of another kind of event. Fill them in again.',
  },
  tanpa_tanggal: { id: 'Isi tanggal peristiwanya.', en: 'State the day of the event.' },
  tanggal_mendatang: {
    id: 'Tanggal peristiwa belum tiba.',
    en: 'The day of the event has not come yet.',
  },
  tanggal_sebelum_lahir: {
    id: 'Tanggal peristiwa sebelum orang itu lahir.',
    en: 'The day of the event lies before the person was born.',
  },
  bukan_anggota: {
    id: 'Orang yang dipilih bukan anggota aktif keluarga ini. Muat ulang dan pilih lagi.',
    en: 'The person chosen is no active member of this family. Reload and choose again.',
  },
  keluarga_tidak_aktif: {
    id: 'Keluarga ini tidak aktif lagi.',
    en: 'This family is no longer active.',
  },
  tanpa_nama: { id: 'Isi nama anak.', en: 'State the child’s name.' },
  tanpa_jenis_kelamin: { id: 'Pilih jenis kelamin anak.', en: 'Choose the child’s sex.' },
  nik_salah: { id: 'NIK tidak terbaca sebagai NIK.', en: 'The NIK cannot be one.' },
  nik_sudah_ada: {
    id: 'NIK ini sudah dipakai anggota lain di sini.',
    en: 'Another person here has this NIK already.',
  },
  nomor_kk_salah: {
    id: 'Nomor KK tidak terbaca sebagai nomor KK; kosongkan bila menyusul.',
    en: 'The KK number cannot be one; leave it empty if it follows.',
  },
  tanpa_ibu: { id: 'Pilih ibunya.', en: 'Choose the mother.' },
  ibu_bukan_perempuan: {
    id: 'Yang dipilih sebagai ibu bukan perempuan yang hidup pada tanggal lahir.',
    en: 'The person chosen as mother is no woman alive on the day of birth.',
  },
  perlu_kepala: {
    id: 'Kepala keluarga berganti: pilih siapa yang menjadi kepala.',
    en: 'The head changes: choose who becomes head.',
  },
  kepala_sama: { id: 'Orang ini sudah kepala keluarga.', en: 'This person is head already.' },
  perlu_pengurus: {
    id: 'Pengurus bantuan berganti: pilih penggantinya di layar ini, anggota KK yang dewasa atau wali.',
    en: 'The card holder changes: choose the successor on this screen, an adult of the family or a guardian.',
  },
  pengurus_belum_dewasa: {
    id: 'Pengurus harus anggota KK yang dewasa; bila tidak ada, tunjuk wali dengan surat.',
    en: 'The card holder must be an adult of the family; if there is none, name a guardian with a letter.',
  },
  pengurus_sama: { id: 'Orang ini sudah pengurus.', en: 'This person is card holder already.' },
  wali_tanpa_surat: {
    id: 'Isi nama wali, hubungan, nomor dan tanggal suratnya.',
    en: 'State the guardian’s name and relation, and number and day of the letter.',
  },
  tidak_meninggal: {
    id: 'Orang ini tidak tercatat meninggal.',
    en: 'This person is not recorded as dead.',
  },
  tanpa_kunjungan: {
    id: 'Isi tanggal kunjungan dan petugas yang melihat orangnya.',
    en: 'State the day of the visit and the officer who saw the person.',
  },
  kunjungan_sebelum_meninggal: {
    id: 'Kunjungan harus sesudah tanggal meninggal yang dilaporkan.',
    en: 'The visit must be after the reported day of death.',
  },
  tanpa_anggota: { id: 'Pilih anggotanya.', en: 'Choose the members.' },
  semua_pergi: {
    id: 'Paling sedikit satu anggota tinggal di KK lama.',
    en: 'At least one member stays on the old card.',
  },
  kepala_bukan_anggota_baru: {
    id: 'Kepala KK baru harus salah satu yang masuk KK baru.',
    en: 'The head of the new card must be one of those on it.',
  },
  tanpa_tujuan: { id: 'Pilih keluarga tujuan.', en: 'Choose the family to enter.' },
  tujuan_tidak_aktif: {
    id: 'Keluarga tujuan tidak ditemukan di wilayah ini atau tidak aktif.',
    en: 'The family to enter is not found in this area or not active.',
  },
  tujuan_sama: {
    id: 'Keluarga tujuan sama dengan keluarga asal.',
    en: 'The family to enter is the one that is left.',
  },
  tanpa_pasangan: { id: 'Pilih pasangannya.', en: 'Choose the spouse.' },
  tanpa_domisili: {
    id: 'Isi kelurahan dan alamat domisili serta kelurahan penanggung jawab.',
    en: 'State village and address of residence, and which village answers for them.',
  },
  tanpa_bentuk: {
    id: 'Pilih bentuk pindah: seluruh keluarga, sebagian, kepala saja, atau domisili.',
    en: 'Choose the form of the move: whole family, part, head alone, or residence only.',
  },
  tanpa_nik: {
    id: 'Ketik NIK yang datang; pindah sebagian: NIK tiap orang, kepala KK baru lebih dahulu.',
    en: 'Type the NIK of who comes; for a part of a family that of each, the new head first.',
  },
  nik_di_sini: {
    id: 'NIK ini sudah terdaftar di kelurahan ini; pakai pecah KK, gabung KK, atau perbaikan.',
    en: 'This NIK is registered in this village already; use a split, a join, or a correction.',
  },
  menunggu_tujuan: {
    id: 'Menunggu daerah tujuan mengajukan tarik masuk; sampai itu tetap terbuka di sini.',
    en: 'Waits for the destination to ask for the family; stays open here until then.',
  },
} as const satisfies Record<string, Label>

export type MasalahPeristiwa = keyof typeof masalahPeristiwa
