/** Kinds of change by track: identity, events of life, condition, and proposals that need a meeting. */
import type { Label } from '#domain/label.ts'

export const jalur = ['identitas', 'peristiwa', 'keadaan', 'usulan'] as const
export type Jalur = (typeof jalur)[number]

/**
 * What a kind does to the family's aid, for the counters against cheating: it takes away (a family,
 * a person or their rank), adds, moves elsewhere, turns money to another hand, or none of these.
 */
export type Akibat = 'mengurangi' | 'menambah' | 'memindahkan' | 'mengalihkan' | 'netral'

type Rincian = {
  readonly jalur: Jalur
  readonly label: Label
  readonly akibat: Akibat
  /** About a family that is registered, about one of its persons, or about nobody registered yet. */
  readonly subjek: 'keluarga' | 'individu' | 'baru'
}

export const jenisUsulan = {
  perbaikan_identitas: {
    jalur: 'identitas',
    label: { id: 'Perbaikan identitas', en: 'Correction of identity' },
    akibat: 'netral',
    subjek: 'individu',
  },
  perbaikan_keluarga: {
    jalur: 'identitas',
    label: { id: 'Perbaikan nomor KK, RT, alamat', en: 'Correction of KK number, RT, address' },
    akibat: 'netral',
    subjek: 'keluarga',
  },
  lahir: {
    jalur: 'peristiwa',
    label: { id: 'Lahir', en: 'Birth' },
    akibat: 'menambah',
    subjek: 'keluarga',
  },
  meninggal: {
    jalur: 'peristiwa',
    label: { id: 'Meninggal', en: 'Death' },
    akibat: 'mengurangi',
    subjek: 'individu',
  },
  hidup_kembali: {
    jalur: 'peristiwa',
    label: { id: 'Hidup kembali', en: 'Wrongly reported dead' },
    akibat: 'menambah',
    subjek: 'individu',
  },
  kawin: {
    jalur: 'peristiwa',
    label: { id: 'Kawin', en: 'Marriage' },
    akibat: 'memindahkan',
    subjek: 'individu',
  },
  cerai: {
    jalur: 'peristiwa',
    label: { id: 'Cerai', en: 'Divorce' },
    akibat: 'memindahkan',
    subjek: 'individu',
  },
  pecah_kk: {
    jalur: 'peristiwa',
    label: { id: 'Pecah KK', en: 'Family card split' },
    akibat: 'memindahkan',
    subjek: 'keluarga',
  },
  gabung_kk: {
    jalur: 'peristiwa',
    label: { id: 'Gabung KK', en: 'Family cards joined' },
    akibat: 'memindahkan',
    subjek: 'keluarga',
  },
  ganti_kepala: {
    jalur: 'peristiwa',
    label: { id: 'Ganti kepala keluarga', en: 'Change of head' },
    akibat: 'netral',
    subjek: 'keluarga',
  },
  pindah_keluar: {
    jalur: 'peristiwa',
    label: { id: 'Pindah keluar', en: 'Move out' },
    akibat: 'mengurangi',
    subjek: 'keluarga',
  },
  tarik_masuk: {
    jalur: 'peristiwa',
    label: { id: 'Tarik masuk', en: 'Move in' },
    akibat: 'memindahkan',
    subjek: 'baru',
  },
  datang: {
    jalur: 'peristiwa',
    label: { id: 'Datang (domisili)', en: 'Newcomer (residence)' },
    akibat: 'menambah',
    subjek: 'keluarga',
  },
  ganti_pengurus: {
    jalur: 'peristiwa',
    label: { id: 'Ganti pengurus', en: 'Change of card holder' },
    akibat: 'mengalihkan',
    subjek: 'keluarga',
  },
  perubahan_keadaan: {
    jalur: 'keadaan',
    label: { id: 'Perubahan keadaan rumah dan ekonomi', en: 'Change of house and economy' },
    akibat: 'netral',
    subjek: 'keluarga',
  },
  keluarga_baru: {
    jalur: 'usulan',
    label: { id: 'Keluarga baru', en: 'New family' },
    akibat: 'menambah',
    subjek: 'baru',
  },
  tidak_layak: {
    jalur: 'usulan',
    label: { id: 'Usul tidak layak', en: 'Proposed as not eligible' },
    akibat: 'mengurangi',
    subjek: 'keluarga',
  },
  layak_kembali: {
    jalur: 'usulan',
    label: { id: 'Layak kembali', en: 'Eligible again' },
    akibat: 'menambah',
    subjek: 'keluarga',
  },
} as const satisfies Record<string, Rincian>

export type JenisUsulan = keyof typeof jenisUsulan

export const semuaJenis = Object.keys(jenisUsulan) as readonly JenisUsulan[]

export const jalurOf = (jenis: JenisUsulan): Jalur => jenisUsulan[jenis].jalur
