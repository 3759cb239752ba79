/**
 * The shape of a track: a table of steps, each from states to one state, by whom, under which
 * preconditions, with which deadline. Everything that says what may happen is derived from it.
 */
import type { LangkahKalender } from '#domain/kalender/kebijakan.ts'
import type { Label } from '#domain/label.ts'
import type { Jalur } from './jenis.ts'
import type { Keadaan } from './keadaan.ts'

/** Roles that act on proposals; the names are those of the contract. `sistem` is the clock. */
export const pelaku = [
  'ketua_rt',
  'operator_desa',
  'lurah',
  'kecamatan',
  'petugas_kunjungan',
  'pengisi_data',
  'verifikator',
  'kepala_opd',
  'provinsi',
  'pusdatin',
  'sistem',
] as const
export type Pelaku = (typeof pelaku)[number]

/** Steps of all tracks, in the words of their buttons. */
export const aksi = {
  ajukan: { id: 'Ajukan', en: 'Propose' },
  batalkan: { id: 'Batalkan draf', en: 'Discard the draft' },
  kedaluwarsakan: { id: 'Kedaluwarsa', en: 'Expire' },
  tarik_kembali: { id: 'Tarik kembali', en: 'Take back' },
  mohon_buka: { id: 'Mohon dibuka', en: 'Ask for it back' },
  lengkapi: { id: 'Tandai lengkap', en: 'Mark as complete' },
  ketahui: { id: 'Ketahui', en: 'Acknowledge' },
  lewati: { id: 'Lewat tenggat', en: 'Passed by time' },
  setujui: { id: 'Setujui', en: 'Agree' },
  tidak_setujui: { id: 'Tidak setujui', en: 'Do not agree' },
  tunda: { id: 'Tunda', en: 'Put off' },
  tandatangani: { id: 'Tanda tangani', en: 'Sign' },
  umumkan: { id: 'Umumkan', en: 'Post' },
  finalkan: { id: 'Finalkan', en: 'Finalise' },
  konfirmasi: { id: 'Konfirmasi pindah', en: 'Confirm the move' },
  putuskan_pindah: { id: 'Putuskan pindah', en: 'Decide the move' },
  tolak_pindah: { id: 'Tolak pindah', en: 'Refuse the move' },
  pindahkan: { id: 'Pindahkan', en: 'Move' },
  verifikasi: { id: 'Verifikasi', en: 'Verify' },
  musyawarahkan: { id: 'Bawa ke musyawarah', en: 'Take to the meeting' },
  sahkan: { id: 'Sahkan', en: 'Endorse' },
  periksa: { id: 'Periksa', en: 'Check' },
  tarik: { id: 'Tarik', en: 'Pull' },
  terima: { id: 'Terima', en: 'Accept' },
  tolak: { id: 'Tolak', en: 'Reject' },
  kembalikan: { id: 'Kembalikan untuk diperbaiki', en: 'Return for correction' },
  kembalikan_kelayakan: { id: 'Kembalikan ke musyawarah', en: 'Return to the meeting' },
  kirim_ulang: { id: 'Kirim ulang', en: 'Send again' },
  benturkan: { id: 'Data kini sudah lain', en: 'The record has moved on' },
  pakai_usulan: { id: 'Pakai usulan', en: 'Take the proposal' },
  pakai_kini: { id: 'Pertahankan data kini', en: 'Keep the record' },
  kabulkan_keberatan: { id: 'Keberatan dikabulkan', en: 'Objection upheld' },
  naikkan: { id: 'Naik ke kantor di atasnya', en: 'Raised to the office above' },
} as const satisfies Record<string, Label>
export type Aksi = keyof typeof aksi
export const semuaAksi = Object.keys(aksi) as readonly Aksi[]

/** Conditions of a step, each answered by the facts of one proposal (syarat.ts). */
export const syarat = [
  'pengusul_sendiri',
  'bukan_pengusul',
  'bukan_pemverifikasi',
  'bukan_kerabat',
  'belum_dibuka',
  'sudah_dibuka',
  'minimum_rt',
  'minimum_musyawarah',
  'minimum_finalisasi',
  'minimum_pengesahan',
  'minimum_identitas',
  'minimum_peristiwa',
  'minimum_keadaan',
  'ada_keputusan_bermeterai',
  'ada_kunjungan',
  'masa_pengumuman',
  'masa_keberatan',
  'keberatan_dikabulkan',
  'tidak_ditahan',
  'tidak_melewati_garis',
  'melewati_garis',
  'tanpa_benturan',
  'perlu_asal',
  'asal_setuju',
  'meterai_lepas',
  'lewat_masa_lurah',
  'lewat_masa_provinsi',
  'lewat_masa_draf',
  'lewat_masa_diam',
  'di_luar_sampel',
] as const
export type Syarat = (typeof syarat)[number]

/** Parts of a regime that add or remove steps. */
export const pilihanRezim = ['provinsi_memverifikasi', 'sptjm_menggantikan_musyawarah'] as const
export type PilihanRezim = (typeof pilihanRezim)[number]

export type Langkah = {
  readonly aksi: Aksi
  readonly dari: readonly Keadaan[]
  /** `tetap`: the state stays, the step is on record. */
  readonly ke: Keadaan | 'tetap'
  readonly oleh: readonly Pelaku[]
  /** Also these, once the step was raised to the office above because nobody answered. */
  readonly naik?: readonly Pelaku[]
  readonly syarat?: readonly Syarat[]
  /** The person must say why. */
  readonly alasan?: true
  /** Deadline of the calendar under which the step stands: it decides the period. */
  readonly tenggat?: LangkahKalender
  /** Done by a meeting and written down by these people, never by a button of its own. */
  readonly rapat?: true
  /** Decided in another area, whose people do not see this proposal; carried here, never by a button of its own. */
  readonly lintas?: true
  /** Only in a regime that has this part, or that lacks it. */
  readonly bila?: PilihanRezim
  readonly tanpa?: PilihanRezim
}

export type Alur = { readonly jalur: Jalur; readonly langkah: readonly Langkah[] }

/** The steps of a track that exist in a regime. */
export const langkahRezim = (alur: Alur, pilihan: ReadonlySet<PilihanRezim>): readonly Langkah[] =>
  alur.langkah.filter((l) => (!l.bila || pilihan.has(l.bila)) && !(l.tanpa && pilihan.has(l.tanpa)))
