/** What a visit finds: its result, how the interview ended, whether each member was there. */
import type { Label } from '#domain/label.ts'

export const hasilKunjungan = [
  'layak',
  'layak_intervensi',
  'tidak_layak',
  'tidak_ditemukan',
] as const
export type HasilKunjungan = (typeof hasilKunjungan)[number]

export const labelHasil: Readonly<Record<HasilKunjungan, Label>> = {
  layak: { id: 'Layak', en: 'Eligible' },
  layak_intervensi: { id: 'Layak dengan intervensi', en: 'Eligible with intervention' },
  tidak_layak: { id: 'Tidak layak', en: 'Not eligible' },
  tidak_ditemukan: { id: 'Tidak ditemukan', en: 'Not found' },
}

/** One code with its words. */
export type Kode = { readonly kode: number; readonly label: Label }

/** Presence of a member, as the survey of 2015 (PBDT) codes it. */
export const kodeKehadiran: readonly Kode[] = [
  { kode: 1, label: { id: 'Tinggal di rumah tangga', en: 'Lives in the household' } },
  { kode: 2, label: { id: 'Meninggal', en: 'Died' } },
  { kode: 3, label: { id: 'Tidak tinggal di sini/pindah', en: 'Does not live here/moved' } },
  { kode: 4, label: { id: 'Anggota baru', en: 'New member' } },
  { kode: 5, label: { id: 'Kesalahan prelist', en: 'Mistake of the prelist' } },
  { kode: 6, label: { id: 'Tidak ditemukan', en: 'Not found' } },
]

/** How the interview ended: Regsosek 2022, question 205. */
export const kodeWawancara: readonly Kode[] = [
  { kode: 1, label: { id: 'Terisi lengkap', en: 'Complete' } },
  { kode: 2, label: { id: 'Terisi tidak lengkap', en: 'Incomplete' } },
  { kode: 3, label: { id: 'Tidak ada responden sampai akhir', en: 'No respondent until the end' } },
  { kode: 4, label: { id: 'Menolak', en: 'Refused' } },
  { kode: 5, label: { id: 'Pindah/bangunan tidak ada', en: 'Moved/no such building' } },
]

/** Why a visit does not count yet. */
export const sebabTidak = ['kerabat', 'menunggu_petugas_kedua'] as const
export type SebabTidak = (typeof sebabTidak)[number]

export const labelSebabTidak: Readonly<Record<SebabTidak, Label>> = {
  kerabat: {
    id: 'Tidak dihitung: petugas satu KK atau serumah dengan keluarga ini',
    en: 'Does not count: the officer is of this family or house',
  },
  menunggu_petugas_kedua: {
    id: 'Belum dihitung: menunggu petugas kedua',
    en: 'Does not count yet: a second officer has to confirm',
  },
}
