/** The kinds of broken rows: what is done to a sound household, and the cause that must be found. */
import type { KodeTemuan } from '#domain/impor/temuan.ts'
import type { Sel } from '../kolom.ts'
import type { Medan, PetaMedan, Rekam, Rumpun } from './medan.ts'

/** A sound household of one family, before it is broken. */
export type Kasus = {
  readonly rumpun: Rumpun
  readonly medan: PetaMedan
  readonly xlsx: boolean
  /** The rows that carry the household's columns: all members in PBDT, the RT row in BDT. */
  readonly rumah: Rekam[]
  /** Head, wife, then children. */
  readonly anggota: Rekam[]
}

export type Jenis = {
  readonly jenis: string
  /** The finding that the import must make; null where the row is legal or is no data. */
  readonly kode: KodeTemuan | null
  /** Formats in which the same writing is legal. */
  readonly sahDi?: readonly Rumpun[]
  /** Returns the rows on which it must be found, and under which question; null does not apply. */
  readonly rusak: (k: Kasus) => readonly Rekam[] | null
  readonly medan: Medan | null
}

/** Sets a question on some rows; null where the format does not ask it. */
function isi(
  k: Kasus,
  rekam: readonly (Rekam | undefined)[],
  medan: Medan,
  nilai: Sel | ((lama: Sel) => Sel),
): Rekam[] | null {
  const judul = k.medan[medan]
  if (judul === undefined) return null
  const ada = rekam.filter((r) => r !== undefined)
  for (const r of ada) {
    r.sel[judul] = typeof nilai === 'function' ? nilai(r.sel[judul] ?? null) : nilai
  }
  return ada
}

type Nilai = Sel | ((lama: Sel) => Sel)
type Letak = 'rumah' | 'kepala' | 'istri' | 'anak'

const baris = (k: Kasus, letak: Letak): readonly (Rekam | undefined)[] =>
  letak === 'rumah' ? k.rumah : [k.anggota[letak === 'kepala' ? 0 : letak === 'istri' ? 1 : 2]]

/** The commonest kind: one question, one wrong value. */
const satu = (
  jenis: string,
  kode: KodeTemuan | null,
  letak: Letak,
  medan: Medan,
  nilai: Nilai,
): Jenis => ({
  jenis,
  kode,
  medan,
  rusak: (k) => isi(k, baris(k, letak), medan, nilai)?.slice(0, 1) ?? null,
})

/** A number of sixteen digits as Excel spoils it: a numeric cell, or the exponent a CSV then holds. */
function rusakExcel(k: Kasus, lama: Sel): Sel {
  const angka = String(lama).padEnd(16, '1')
  return k.xlsx ? Number(`${angka.slice(0, 15)}0`) : `${angka[0]},${angka.slice(1, 6)}E+15`
}

const balikHari = (nik: Sel): Sel => {
  const teks = String(nik)
  const hari = Number(teks.slice(6, 8))
  const lain = hari > 40 ? hari - 40 : hari + 40
  return teks.slice(0, 6) + String(lain).padStart(2, '0') + teks.slice(8)
}

const nomor: readonly Jenis[] = [
  {
    jenis: 'nik-excel',
    kode: 'nik_rusak_excel',
    medan: 'nik',
    rusak: (k) => isi(k, baris(k, 'kepala'), 'nik', (lama) => rusakExcel(k, lama)),
  },
  satu('nik-15', 'nik_bukan_16_angka', 'kepala', 'nik', (n) => String(n).slice(0, 15)),
  satu('nik-huruf', 'nik_bukan_16_angka', 'kepala', 'nik', (n) => `99A4O1${String(n).slice(6)}`),
  satu('nik-beda-kelamin', 'nik_beda_jenis_kelamin', 'istri', 'nik', balikHari),
  {
    jenis: 'nik-ganda',
    kode: 'nik_ganda_dalam_berkas',
    medan: 'nik',
    rusak: (k) => {
      const judul = k.medan.nik ?? ''
      return isi(k, k.anggota.slice(0, 2), 'nik', k.anggota[0]?.sel[judul] ?? null)
    },
  },
  {
    jenis: 'kk-excel',
    kode: 'kk_rusak_excel',
    medan: 'kk',
    rusak: (k) => isi(k, baris(k, 'kepala'), 'kk', (lama) => rusakExcel(k, lama)),
  },
  satu('kk-14', 'kk_bukan_16_angka', 'kepala', 'kk', (n) => String(n).slice(0, 14)),
]

const keluarga: readonly Jenis[] = [
  satu('nama-kosong', 'nama_kosong', 'anak', 'nama', ''),
  satu('nama-angka', 'nama_berisi_angka', 'anak', 'nama', 'S1TI RAHM4'),
  satu('nama-alm', 'nama_almarhum', 'anak', 'nama', 'ALM. SUPARMAN'),
  satu('hubungan-asing', 'kode_tidak_dikenal', 'anak', 'hubungan', 12),
  satu('dua-kepala', 'kepala_lebih_dari_satu', 'istri', 'hubungan', 1),
  satu('tanpa-kepala', 'kepala_tidak_ada', 'kepala', 'hubungan', 8),
  satu('kepala-beda', 'nama_kepala_berbeda', 'rumah', 'namaKrt', 'ZULKARNAEN HUTABARAT'),
  satu('kepala-kosong', 'nama_kepala_kosong', 'rumah', 'namaKrt', ''),
  satu('jumlah-beda', 'jumlah_anggota_berbeda', 'rumah', 'jumlah', (n) => Number(n) + 3),
  satu('urut-kosong', 'kunci_kosong', 'anak', 'urut', ''),
  {
    jenis: 'urut-ganda',
    kode: 'kunci_ganda_dalam_berkas',
    medan: 'urut',
    rusak: (k) => {
      const judul = k.medan.urut ?? ''
      return isi(k, baris(k, 'anak'), 'urut', k.anggota[1]?.sel[judul] ?? null)
    },
  },
]

const umur: readonly Jenis[] = [
  satu('umur-250', 'umur_di_luar_batas', 'anak', 'umur', 250),
  satu('umur-teks', 'angka_tidak_terbaca', 'anak', 'umur', 'tiga puluh'),
  {
    jenis: 'kepala-anak',
    kode: 'kepala_di_bawah_umur',
    medan: 'umur',
    rusak: (k) => muda(k, 'kepala', 7),
  },
  {
    jenis: 'anak-kawin',
    kode: 'kawin_di_bawah_umur',
    medan: 'kawin',
    rusak: (k) => {
      muda(k, 'anak', 6)
      return isi(k, baris(k, 'anak'), 'kawin', 2)
    },
  },
  {
    jenis: 'anak-lebih-tua',
    kode: 'anak_lebih_tua',
    medan: 'umur',
    rusak: (k) => muda(k, 'anak', 88),
  },
  satu('tanggal-31-pebruari', 'tanggal_tidak_ada', 'anak', 'lahir', '31 Pebruari 1980'),
  {
    jenis: 'tanggal-dua-arti',
    kode: 'tanggal_dua_arti',
    // Our own workbook writes the day first everywhere, which settles the doubt.
    sahDi: ['siks'],
    medan: 'lahir',
    rusak: (k) => {
      isi(k, baris(k, 'istri'), 'nik', '')
      isi(k, baris(k, 'istri'), 'umur', 38)
      return isi(k, baris(k, 'istri'), 'lahir', '03/04/1980')
    },
  },
  satu('tanggal-abad', 'abad_ditafsirkan', 'istri', 'lahir', '01-07-60'),
  satu('tanggal-depan', 'tanggal_di_masa_depan', 'anak', 'lahir', '2031-05-17'),
  satu('tanggal-teks', 'tanggal_tidak_terbaca', 'anak', 'lahir', 'sebelum puasa'),
  satu('nik-beda-lahir', 'nik_beda_tanggal_lahir', 'istri', 'lahir', '1969-09-23'),
  {
    jenis: 'umur-beda',
    kode: 'umur_beda_tanggal_lahir',
    medan: 'umur',
    rusak: (k) =>
      k.medan.lahir === undefined
        ? null
        : isi(k, baris(k, 'kepala'), 'umur', (n) => Number(n) + 12),
  },
]

/** Makes a member the given age, by whatever the format records of it. */
function muda(k: Kasus, letak: 'kepala' | 'anak', umur: number): Rekam[] | null {
  isi(k, baris(k, letak), 'lahir', `${2018 - umur}-02-03`)
  isi(k, baris(k, letak), 'nik', '')
  return isi(k, baris(k, letak), 'umur', umur) ?? isi(k, baris(k, letak), 'lahir', (lama) => lama)
}

const jawaban: readonly Jenis[] = [
  satu('kelamin-x', 'kode_tidak_dikenal', 'anak', 'kelamin', 'X'),
  satu('kode-luar-daftar', 'kode_tidak_dikenal', 'rumah', 'lantai', 13),
  satu('kode-sisi-salah', 'kode_sisi_salah', 'rumah', 'kulkas', 2),
  satu('luas-negatif', 'angka_di_luar_batas', 'rumah', 'luas', -36),
  satu('luas-teks', 'angka_tidak_terbaca', 'rumah', 'luas', 'luas sekali'),
  satu('luas-m2', null, 'rumah', 'luas', '36 m2'),
  satu('rupiah-jt', null, 'rumah', 'belanja', '1,2jt'),
  satu('rupiah-titik', null, 'rumah', 'belanja', 'Rp 850.000,-'),
  satu('rupiah-teks', 'angka_tidak_terbaca', 'rumah', 'belanja', 'pas-pasan'),
  satu('persentil-140', 'persentil_di_luar_batas', 'rumah', 'persentil', 140),
  satu('rt-gaya', null, 'rumah', 'sls', 'RT.07/RW.02'),
  satu('jam-200', 'angka_di_luar_batas', 'kepala', 'jam', 200),
  satu('bit-mustahil', 'bit_tidak_mungkin', 'kepala', 'kartu', 32),
  satu('pria-hamil', 'hamil_pada_laki_laki', 'kepala', 'hamil', 1),
  {
    jenis: 'hamil-tua',
    kode: 'hamil_di_luar_umur',
    medan: 'hamil',
    rusak: (k) => {
      isi(k, baris(k, 'istri'), 'umur', 67)
      isi(k, baris(k, 'istri'), 'lahir', '1951-02-03')
      return isi(k, baris(k, 'istri'), 'hamil', 1)
    },
  },
  {
    jenis: 'koordinat-jauh',
    kode: 'koordinat_di_luar_wilayah',
    medan: 'lintang',
    rusak: (k) => {
      isi(k, k.rumah, 'bujur', '4,9')
      return isi(k, k.rumah, 'lintang', '52,37')
    },
  },
]

export const jenisSel: readonly Jenis[] = [...nomor, ...keluarga, ...umur, ...jawaban]
