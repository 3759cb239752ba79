/** What stands against a step, in words that say what to do. */
import type { Label } from '#domain/label.ts'
import { type MasalahPeristiwa, masalahPeristiwa } from './peristiwa/masalah.ts'
import type { MasalahLangkah } from './putuskan.ts'

/** `versi_berubah` is the server's: somebody else changed the proposal meanwhile. */
export type SebabTertahan = MasalahLangkah['sebab'] | MasalahPeristiwa | 'versi_berubah'

export const kataMasalah: Readonly<Record<SebabTertahan, Label>> = {
  ...masalahPeristiwa,
  langkah_tidak_ada: {
    id: 'Langkah ini tidak ada pada status sekarang. Muat ulang daftar.',
    en: 'There is no such step from its present state. Reload the list.',
  },
  bukan_wewenang: {
    id: 'Langkah ini bukan wewenang peran Anda.',
    en: 'This step is not for your role.',
  },
  perlu_alasan: { id: 'Tulis alasannya.', en: 'State why.' },
  versi_berubah: {
    id: 'Sudah diubah orang lain sejak Anda membukanya. Buka lagi dan periksa.',
    en: 'Changed by somebody else since you opened it. Open it again and look.',
  },
  pengusul_sendiri: {
    id: 'Hanya pengusulnya sendiri yang dapat melakukan ini.',
    en: 'Only the person who proposed it can do this.',
  },
  bukan_pengusul: {
    id: 'Anda sendiri yang mengusulkan ini; orang lain yang memutuskan.',
    en: 'You proposed this yourself; somebody else decides.',
  },
  bukan_pemverifikasi: {
    id: 'Anda sendiri yang memverifikasi ini; orang lain yang mengesahkan.',
    en: 'You verified this yourself; somebody else endorses it.',
  },
  bukan_kerabat: {
    id: 'Keluarga ini keluarga Anda atau serumah dengan Anda; petugas lain yang memutuskan.',
    en: 'This family is your own or of your house; another officer decides.',
  },
  belum_dibuka: {
    id: 'Penerima sudah membukanya. Gunakan “Mohon dibuka” dengan alasan.',
    en: 'The receiver has opened it. Ask for it back, with a reason.',
  },
  sudah_dibuka: {
    id: 'Penerima belum membukanya; tarik kembali saja.',
    en: 'The receiver has not opened it; just take it back.',
  },
  minimum_rt: { id: 'Isian belum cukup untuk diajukan.', en: 'Not enough to propose it.' },
  minimum_musyawarah: {
    id: 'Isian belum cukup untuk musyawarah.',
    en: 'Not enough for the meeting.',
  },
  minimum_finalisasi: {
    id: 'Isian belum cukup untuk difinalkan.',
    en: 'Not enough to finalise it.',
  },
  minimum_pengesahan: {
    id: 'Isian belum cukup untuk disahkan.',
    en: 'Not enough to endorse it.',
  },
  minimum_identitas: {
    id: 'Isian belum cukup untuk perbaikan identitas.',
    en: 'Not enough for a correction of identity.',
  },
  minimum_peristiwa: {
    id: 'Rincian peristiwa belum cukup.',
    en: 'Details of the event are missing.',
  },
  minimum_keadaan: {
    id: 'Jawaban yang berubah dan buktinya belum lengkap.',
    en: 'The changed answers and their evidence are not complete.',
  },
  ada_keputusan_bermeterai: {
    id: 'Belum ada berita acara atau SPTJM sah yang memuat keputusan ini.',
    en: 'No valid minutes or statement of responsibility binds this decision.',
  },
  ada_kunjungan: { id: 'Belum ada hasil kunjungan.', en: 'There is no visit yet.' },
  masa_pengumuman: {
    id: 'Masa pengumuman belum selesai.',
    en: 'The list has not been posted long enough.',
  },
  masa_keberatan: {
    id: 'Keluarga belum diberi tahu dengan surat, masih dapat berkeberatan, atau keberatannya belum diputus.',
    en: 'The family was not told by letter, can still object, or its objection is not decided.',
  },
  keberatan_dikabulkan: {
    id: 'Tidak ada keberatan yang dikabulkan.',
    en: 'No objection was upheld.',
  },
  tidak_ditahan: {
    id: 'Ditahan aturan pengaman sampai dilepas kantor di atas dengan alasan.',
    en: 'Held by a safeguard until the office above releases it with a reason.',
  },
  tidak_melewati_garis: {
    id: 'Perubahan ini memindahkan keluarga melewati garis program; bawa ke musyawarah.',
    en: 'This change moves the family over a programme’s line; take it to the meeting.',
  },
  melewati_garis: {
    id: 'Perubahan ini tidak melewati garis program; tidak perlu musyawarah.',
    en: 'This change crosses no line; no meeting is needed.',
  },
  tanpa_benturan: {
    id: 'Data keluarga sudah berubah sejak usulan dibuat; pilih isian mana yang berlaku.',
    en: 'The record has changed since the proposal was made; choose which holds.',
  },
  perlu_asal: {
    id: 'Usulan ini bukan pindah yang perlu persetujuan daerah asal.',
    en: 'This is no move that its place of origin must agree to.',
  },
  asal_setuju: {
    id: 'Daerah asal belum mengonfirmasi pindahnya.',
    en: 'The place of origin has not confirmed the move.',
  },
  meterai_lepas: {
    id: 'Keputusan musyawarah masih sah; tidak perlu musyawarah lagi.',
    en: 'The decision of the meeting still holds; no other meeting is needed.',
  },
  lewat_masa_lurah: { id: 'Masa lurah belum lewat.', en: 'The village head still has time.' },
  lewat_masa_provinsi: { id: 'Masa provinsi belum lewat.', en: 'The province still has time.' },
  lewat_masa_draf: { id: 'Draf belum kedaluwarsa.', en: 'The draft has not expired.' },
  lewat_masa_diam: { id: 'Belum waktunya naik.', en: 'It is not yet time to raise it.' },
  di_luar_sampel: { id: 'Terpilih untuk diperiksa.', en: 'Chosen to be looked at.' },
}
