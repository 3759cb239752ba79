/** What a file of evidence is: the word it is kept under, and how people call it. */
import type { Label } from '#domain/label.ts'

export const guna = {
  foto_rumah: { id: 'Foto rumah', en: 'Photo of the house' },
  foto_orang: { id: 'Foto orang', en: 'Photo of a person' },
  foto_kk: { id: 'Foto Kartu Keluarga', en: 'Photo of the family card' },
  foto_ktp: { id: 'Foto KTP', en: 'Photo of the identity card' },
  foto_rapat: { id: 'Foto musyawarah', en: 'Photo of the meeting' },
  surat: { id: 'Surat', en: 'Letter' },
  berita_acara: { id: 'Berita acara', en: 'Minutes of the meeting' },
  daftar_hadir: { id: 'Daftar hadir', en: 'List of attendance' },
  ba_pindaian: { id: 'Berita acara bertanda tangan (pindaian)', en: 'Signed minutes (scan)' },
  tanda_tangan: { id: 'Tanda tangan', en: 'Signature' },
  logo: { id: 'Lambang pada kop surat', en: 'Arms on the letterhead' },
  dokumen: { id: 'Surat yang diterbitkan', en: 'Paper that was issued' },
  lain: { id: 'Lainnya', en: 'Other' },
} as const satisfies Record<string, Label>

export type Guna = keyof typeof guna

/** What people send; papers that the system issues are kept by it alone. */
export const gunaKiriman = (Object.keys(guna) as Guna[]).filter(
  (one): one is Exclude<Guna, 'dokumen'> => one !== 'dokumen',
)

/** Longest side of an image and of its small copy, as kept, pixels. */
export const sisiTerpanjang = 1600
export const sisiKecil = 320
/** Largest image as kept, bytes. */
export const ukuranGambar = 200_000
/** Largest file that is taken, bytes; a PDF is kept as it came. */
export const ukuranKiriman = 8_000_000
