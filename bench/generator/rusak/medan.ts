/** The same question under the header of each format, so that one broken row serves them all. */
import type { FormatBerkas } from '../berkas.ts'
import type { Sel } from '../kolom.ts'

/** A row to be written, with its sheet; a hidden, shifted or cut-off row says so. */
export type Rekam = {
  readonly lembar: number
  readonly sel: Record<string, Sel>
  sembunyi?: boolean
  /** Header whose text holds a bare comma, so that all cells after it move on by one. */
  koma?: string
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
  | 'belanja'
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

/** Codes of our own workbook, which stand in brackets at the end of its headers. */
const siks: Readonly<Partial<Record<Medan, string>>> = {
  kunciRuta: 'kunci_ruta',
  desa: 'desa',
  namaKrt: 'nama_kepala',
  jumlah: 'jumlah_anggota',
  sls: 'rt',
  lantai: 'lantai',
  luas: 'luas_lantai',
  belanja: 'belanja_makanan',
  lintang: 'lintang',
  bujur: 'bujur',
  kkRuta: 'nomor_kk',
  urut: 'kunci_anggota',
  nama: 'nama',
  nik: 'nik',
  kk: 'nomor_kk',
  hubungan: 'hubungan',
  kelamin: 'jenis_kelamin',
  umur: 'umur',
  lahir: 'tanggal_lahir',
  kawin: 'status_kawin',
  hamil: 'hamil',
  kartu: 'kartu_identitas',
  jam: 'jam_kerja',
}

export const rumpun = ['pbdt', 'bdt', 'siks'] as const
/** The family of formats: the same columns as CSV and as workbook. */
export type Rumpun = (typeof rumpun)[number]

export function rumpunDari(format: FormatBerkas): Rumpun {
  return rumpun.find((r) => format.startsWith(r)) ?? 'pbdt'
}

/** The headers of a format by question; a question that it does not ask is absent. */
export function medanFormat(asal: Rumpun, judul: readonly string[]): PetaMedan {
  if (asal !== 'siks') return asal === 'pbdt' ? pbdt : bdt
  const peta: Partial<Record<Medan, string>> = {}
  for (const medan of Object.keys(siks) as Medan[]) {
    const cocok = judul.find((j) => j.endsWith(`[${siks[medan]}]`))
    if (cocok !== undefined) peta[medan] = cocok
  }
  return peta
}
