/** The same question under the header of each format, so that one broken row serves them all. */
import type { FormatBerkas } from '../berkas.ts'
import type { Sel } from '../kolom.ts'

/** A row to be written, with its sheet; a hidden or cut-off row says so. */
export type Rekam = {
  readonly lembar: number
  readonly sel: Record<string, Sel>
  sembunyi?: boolean
  /** Number of cells after which the row breaks off. */
  potong?: number
}

export type Medan =
  | 'kunciRuta'
  | 'desa'
  | 'namaKrt'
  | 'jumlah'
  | 'sls'
  | 'lantai'
  | 'kulkas'
  | 'luas'
  | 'persentil'
  | 'lintang'
  | 'bujur'
  | 'kkRuta'
  | 'urut'
  | 'nama'
  | 'nik'
  | 'kk'
  | 'hubungan'
  | 'kelamin'
  | 'umur'
  | 'lahir'
  | 'kawin'
  | 'hamil'
  | 'kartu'
  | 'jam'

export type PetaMedan = Readonly<Partial<Record<Medan, string>>>

const pbdt: PetaMedan = {
  kunciRuta: 'ID rumah tangga (2)',
  desa: 'Desa/Kelurahan (9)',
  namaKrt: 'Nama KRT (13)',
  jumlah: 'Jumlah ART (14)',
  sls: 'Nama SLS (11)',
  lantai: 'Lantai terluas (19)',
  kulkas: 'Kepemilikan lemari es (34)',
  luas: 'Luas lantai (18)',
  persentil: 'percentile',
  urut: 'Nomor urut ART',
  nama: 'Nama ART',
  nik: 'NIK',
  hubungan: 'Hubungan dengan kepala keluarga',
  kelamin: 'jenis kelamin',
  umur: 'Umur anggota rumah tangga (tahun)',
  kawin: 'Status perkawinan',
  hamil: 'Status kehamilan',
  kartu: 'Kepemilikan kartu identitas',
  jam: 'Jumlah jam kerja',
}

const bdt: PetaMedan = {
  kunciRuta: 'IDBDT',
  desa: 'kodewilayah',
  namaKrt: 'Nama_KRT',
  jumlah: 'Jumlah_ART',
  sls: 'Nama_SLS',
  lantai: 'lantai',
  kulkas: 'ada_lemari_es',
  luas: 'luas_lantai',
  persentil: 'percentile',
  lintang: 'lat',
  bujur: 'long',
  kkRuta: 'NOKK',
  urut: 'IDARTBDT',
  nama: 'Nama',
  nik: 'NIK',
  kk: 'NoKK',
  hubungan: 'Hubkel',
  kelamin: 'JnsKel',
  umur: 'Umur',
  lahir: 'TglLahir',
  kawin: 'Sta_kawin',
  hamil: 'Sta_hamil',
  kartu: 'Ada_kartu_identitas',
  jam: 'Jumlah_jamkerja',
}

/** The headers of a format by question; a question that it does not ask is absent. */
export const medanFormat = (format: FormatBerkas): PetaMedan =>
  format.startsWith('pbdt') ? pbdt : bdt
