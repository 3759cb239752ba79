/** What the papers of a meeting are made of, and words that several of them share. Pure. */
import type { Blok, KopSurat, Penanda, Surat, TandaTangan } from '#domain/dokumen/surat.ts'
import { tanggalSurat } from '#domain/dokumen/tanggal.ts'
import { type JenisUsulan, jenisUsulan } from '#domain/usulan/jenis.ts'
import { type Putusan, putusan } from '../putusan.ts'

export type BarisSurat = {
  readonly urutan: number
  /** Number of the receipt. */
  readonly nomor: string
  readonly nama: string
  readonly rt: number | null
  readonly alamat: string | null
  readonly jiwa: number | null
  /** Of the head or person, masked. */
  readonly nik: string | null
  readonly jenis: JenisUsulan
  readonly alasan: string | null
  /** Fit to be seen by everybody. */
  readonly alasanLayar: string
  readonly putusan: Putusan | null
  readonly alasanPutusan: string | null
  readonly catatan: string | null
}

export type OrangSurat = {
  readonly nama: string
  readonly unsur: string
  readonly jabatan: string | null
  readonly hadir: boolean
}

export type BahanRapat = {
  readonly kop: KopSurat
  /** Place before the date of a letter. */
  readonly tempatSurat: string
  readonly penanda: Penanda
  /** Office as it is called: `Kelurahan Api-api`. */
  readonly kantor: string
  readonly jenis: 'muskel' | 'musdes' | 'musdesus' | 'sptjm'
  readonly tanggal: string
  /** `19:30`. */
  readonly mulai: string | null
  /** `WITA`. */
  readonly zona: string
  readonly tempat: string
  readonly pemimpin: string | null
  readonly notulis: string | null
  readonly notulen: string | null
  readonly orang: readonly OrangSurat[]
  /** Institutions that the village lacks. */
  readonly lembagaTidakAda: readonly string[]
  readonly baris: readonly BarisSurat[]
  /** Photographs as JPEG; only the minutes carry them. */
  readonly foto: readonly Uint8Array[]
  /** Day of printing. */
  readonly hariIni: string
}

/** A paper that is in the register: its number, and the page that proves it. */
export type Terdaftar = { readonly nomor: string; readonly alamat: string }

const namaRapat = {
  muskel: 'Musyawarah Kelurahan',
  musdes: 'Musyawarah Desa',
  musdesus: 'Musyawarah Khusus',
  sptjm: 'Surat Pernyataan Tanggung Jawab Mutlak',
} as const

/** `Musyawarah Kelurahan`. */
export const rapatOf = (b: BahanRapat): string => namaRapat[b.jenis]

/** `Musyawarah Kelurahan Api-api`. */
export const rapatDi = (b: BahanRapat): string =>
  `${b.jenis === 'musdesus' ? 'Musyawarah Khusus' : 'Musyawarah'} ${b.kantor}`

/** Room for a pen where a word is still missing. */
const titik = '.'.repeat(28)
export const atauTitik = (teks: string | null): string => teks?.trim() || titik

const hari = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu']

/** `Selasa, 24 Juli 2018`. */
export const hariTanggal = (iso: string): string =>
  `${hari[new Date(`${iso}T00:00:00Z`).getUTCDay()]}, ${tanggalSurat(iso)}`

/** `pukul 19.30 WITA`. */
export const pukul = (b: BahanRapat): string =>
  `${b.mulai === null ? titik : b.mulai.replace(':', '.')} ${b.zona}`

export const rtSurat = (rt: number | null): string =>
  rt === null ? '' : String(rt).padStart(3, '0')
export const jenisSurat = (jenis: JenisUsulan): string => jenisUsulan[jenis].label.id
export const putusanSurat = (p: Putusan | null): string => (p === null ? '' : putusan[p].label.id)

/** `3 disetujui, 1 tidak disetujui dan 2 ditunda`. */
export function jumlahPutusan(baris: readonly BarisSurat[]): string {
  const n = (p: Putusan) => baris.filter((b) => b.putusan === p).length
  return `${n('setuju')} disetujui, ${n('tidak_setuju')} tidak disetujui, dan ${n('tunda')} ditunda`
}

export const paragraf = (teks: string, menjorok = false): Blok => ({
  blok: 'paragraf',
  teks,
  menjorok,
})

export const subjudul = (teks: string): Blok => ({
  blok: 'paragraf',
  teks,
  tebal: true,
  rata: 'kiri',
})

/** The place of the village head, with the day. */
export const tandaLurah = (b: BahanRapat, tanggal: string): TandaTangan => ({
  tempatTanggal: `${b.tempatSurat}, ${tanggalSurat(tanggal)}`,
  jabatan: b.penanda.jabatan,
  nama: b.penanda.nama || null,
  keterangan: [b.penanda.pangkat, b.penanda.nip ? `NIP ${b.penanda.nip}` : null].filter(
    (one): one is string => one !== null && one !== '',
  ),
})

export const tandaOrang = (jabatan: string, nama: string | null): TandaTangan => ({
  tempatTanggal: null,
  jabatan,
  nama: nama?.trim() || null,
  keterangan: [],
})

export const periksaDi = (alamat: string): { isi: string; teks: string[] } => ({
  isi: alamat,
  teks: ['Periksa keaslian surat ini dengan', 'memindai kode di atas.'],
})

type Bentuk = Pick<Surat, 'judul' | 'kaki' | 'isi'> & { readonly mendatar?: boolean }

/** F4 under the letterhead of the village; no name of a person stands in the title of the file. */
export const kertasRapat = (b: BahanRapat, { judul, kaki, isi, mendatar }: Bentuk): Surat => ({
  kertas: 'F4',
  mendatar: mendatar ?? false,
  judul,
  tanggal: `${b.hariIni}T00:00:00Z`,
  kop: b.kop,
  kaki,
  isi,
})
