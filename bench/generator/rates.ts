/**
 * How often the synthetic files are wrong or silent, per field: the one place to change it.
 * None of these kinds may hold a family back at import; broken rows for tests are in rusak.ts.
 */
export type Rate = {
  /** Field or group of fields, in the words of an officer. */
  readonly kolom: string
  readonly jenis: 'kosong' | 'salah tulis' | 'salah isi' | 'gaya tulis'
  /** Share of the rows (or answers) that are hit. */
  readonly laju: number
  readonly apa: string
}

export const rates = {
  nik_kosong: {
    kolom: 'NIK',
    jenis: 'kosong',
    laju: 0.08,
    apa: 'belum punya atau belum dicatat (balita empat kali lebih sering)',
  },
  nik_beda_lahir: {
    kolom: 'NIK',
    jenis: 'salah isi',
    laju: 0.02,
    apa: 'tanggal lahir di dalam NIK lain dari tanggal lahir sebenarnya',
  },
  nik_ganda: { kolom: 'NIK', jenis: 'salah isi', laju: 0, apa: 'NIK milik orang lain dalam set' },
  nik_rusak_excel: {
    kolom: 'NIK',
    jenis: 'salah isi',
    laju: 0.004,
    apa: 'disimpan Excel sebagai bilangan: “9.97402E+15”',
  },
  nik_kurang_angka: {
    kolom: 'NIK',
    jenis: 'salah tulis',
    laju: 0.003,
    apa: 'satu angka hilang: 15 angka',
  },
  nomor_kk_kosong: {
    kolom: 'Nomor KK (BDT)',
    jenis: 'kosong',
    laju: 0.03,
    apa: 'kartu keluarga tidak dapat ditunjukkan',
  },
  nama_salah_tulis: {
    kolom: 'Nama',
    jenis: 'salah tulis',
    laju: 0.03,
    apa: 'huruf hilang, tertukar, berganda, atau ejaan lama',
  },
  nama_singkat: {
    kolom: 'Nama',
    jenis: 'gaya tulis',
    laju: 0.04,
    apa: '“MUH.” untuk Muhammad, “ABD.” untuk Abdul, gelar di depan',
  },
  krt_beda_tulis: {
    kolom: 'Nama KRT',
    jenis: 'salah tulis',
    laju: 0.01,
    apa: 'nama kepala di kolom rumah tangga tertulis lain dari nama anggotanya',
  },
  jumlah_beda: {
    kolom: 'Jumlah ART',
    jenis: 'salah isi',
    laju: 0.006,
    apa: 'jumlah anggota tertulis satu lebih atau kurang dari barisnya',
  },
  kode_asing: {
    kolom: 'Lantai terluas',
    jenis: 'salah isi',
    laju: 0.002,
    apa: 'kode 13, yang tidak ada pada daftar',
  },
  wilayah_lama: {
    kolom: 'Desa/Kelurahan',
    jenis: 'gaya tulis',
    laju: 0.06,
    apa: 'nama desa disingkat atau disambung (“TJ.”, “API2”), tetap pasti terbaca',
  },
  sls_gaya: {
    kolom: 'Nama SLS',
    jenis: 'gaya tulis',
    laju: 0.3,
    apa: '“RT.07/RW.02”, “RT 7”, “Rt.007” untuk “RT 007”',
  },
  alamat_kosong: { kolom: 'Alamat', jenis: 'kosong', laju: 0.02, apa: 'hanya RT yang diketahui' },
  tanggal_lahir_kira: {
    kolom: 'Tanggal lahir',
    jenis: 'salah isi',
    laju: 0.05,
    apa: 'hanya tahun yang diketahui: ditulis 1 Juli (31 Desember bagi lansia)',
  },
  umur_bulat: {
    kolom: 'Umur',
    jenis: 'salah isi',
    laju: 0.06,
    apa: 'dewasa: dibulatkan ke kelipatan lima terdekat',
  },
  perumahan_kosong: {
    kolom: 'Perumahan dan aset (tiap jawaban)',
    jenis: 'kosong',
    laju: 0.012,
    apa: 'tidak dijawab',
  },
  luas_ekstrem: {
    kolom: 'Luas lantai',
    jenis: 'salah isi',
    laju: 0.004,
    apa: 'luas tanah tertulis sebagai luas lantai (tiga kali lipat)',
  },
  pekerjaan_kosong: {
    kolom: 'Lapangan usaha dan status pekerjaan',
    jenis: 'kosong',
    laju: 0.02,
    apa: 'tidak dijawab oleh yang bekerja',
  },
  pendidikan_kosong: {
    kolom: 'Jenjang, kelas, ijazah',
    jenis: 'kosong',
    laju: 0.015,
    apa: 'tidak dijawab',
  },
  kronis_kosong: { kolom: 'Penyakit kronis', jenis: 'kosong', laju: 0.02, apa: 'tidak dijawab' },
  ibu_kosong: {
    kolom: 'Nama gadis ibu kandung (BDT)',
    jenis: 'kosong',
    laju: 0.12,
    apa: 'tidak diketahui',
  },
  rupiah_gaya: {
    kolom: 'Rupiah (buku kerja SIKS-NG)',
    jenis: 'gaya tulis',
    laju: 0.15,
    apa: '“1,2 jt” atau “Rp 850.000” sebagai ganti bilangan',
  },
} as const satisfies Record<string, Rate>

export type NamaRate = keyof typeof rates
/** Each rate as a number, so that a caller can change one without touching the table. */
export type Laju = Readonly<Record<NamaRate, number>>

/** The stated rates, or the same with some replaced. */
export function lajuDari(ubah: Partial<Laju> = {}): Laju {
  const semua = Object.entries(rates).map(([nama, rate]) => [nama, rate.laju])
  return { ...Object.fromEntries(semua), ...ubah } as Laju
}

/** The table of error rates as Markdown, for docs/bench-data.md. */
export function tabelLaju(): string {
  const kepala = '| Kolom | Jenis | Laju | Apa yang terjadi |\n|---|---|---|---|'
  const baris = Object.values(rates).map(
    (r) => `| ${r.kolom} | ${r.jenis} | ${(r.laju * 100).toFixed(1)} % | ${r.apa} |`,
  )
  return [kepala, ...baris].join('\n')
}
