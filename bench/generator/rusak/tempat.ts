/** The kinds of broken rows that concern where a row belongs: regions, keys, tables, the row itself. */
import type { Jenis, Kasus } from './jenis.ts'
import type { Rekam, Rumpun } from './medan.ts'

const isPbdt = (k: Kasus): boolean => k.rumpun === 'pbdt'
const pertama = (k: Kasus): Rekam[] => k.rumah.slice(0, 1)

/** Puts the household elsewhere, in the way of its format. */
function pindahkan(k: Kasus, isi: Readonly<Record<Rumpun, Record<string, string>>>): Rekam[] {
  for (const r of k.rumah) {
    for (const [kolom, nilai] of Object.entries(isi[k.rumpun])) {
      // Headers of our own workbook are named by the code that they end with.
      const judul = Object.keys(r.sel).find((j) => j === kolom || j.endsWith(`[${kolom}]`))
      if (judul !== undefined) r.sel[judul] = nilai
    }
  }
  return pertama(k)
}

const wilayah: readonly Jenis[] = [
  {
    jenis: 'wilayah-asing',
    kode: 'wilayah_belum_dikenal',
    medan: 'desa',
    rusak: (k) =>
      pindahkan(k, {
        pbdt: { 'Desa/Kelurahan (9)': 'ANTAH BERANTAH', 'Kode Desa/Kelurahan (10)': '999' },
        bdt: { kodewilayah: '6474019999', KDDESA: '999', KDGabungan4: '6474010999' },
        siks: { kode_wilayah: '', desa: 'ANTAH BERANTAH' },
      }),
  },
  {
    jenis: 'wilayah-kab-lain',
    kode: 'wilayah_di_luar_cakupan',
    medan: 'desa',
    rusak: (k) =>
      pindahkan(k, {
        pbdt: {
          'Kab/Kota (5)': 'KABUPATEN KUTAI TIMUR',
          'Kode Kab/Kota (6)': '08',
          'Kecamatan (7)': 'SANGATTA UTARA',
          'Desa/Kelurahan (9)': 'SINGA GEMBARA',
        },
        bdt: { kodewilayah: '6408042011', KDKAB: '08', KDGabungan4: '6408040004' },
        siks: { kode_wilayah: '6408042011', kecamatan: 'SANGATTA UTARA', desa: 'SINGA GEMBARA' },
      }),
  },
]

const kunci: readonly Jenis[] = [
  {
    jenis: 'kunci-kosong',
    kode: 'kunci_kosong',
    medan: 'kunciRuta',
    rusak: (k) => {
      const judul = k.medan.kunciRuta ?? ''
      for (const r of new Set([...k.rumah, ...k.anggota])) r.sel[judul] = ''
      return pertama(k)
    },
  },
  {
    jenis: 'art-tanpa-ruta',
    kode: 'ruta_tidak_ada',
    medan: 'kunciRuta',
    rusak: (k) => {
      if (isPbdt(k)) return null
      k.rumah.length = 0
      return [...k.anggota]
    },
  },
  {
    jenis: 'ruta-tanpa-art',
    kode: 'ruta_tanpa_anggota',
    medan: null,
    rusak: (k) => {
      if (isPbdt(k)) return null
      k.anggota.length = 0
      return pertama(k)
    },
  },
  {
    jenis: 'ruta-ganda',
    kode: 'kunci_ganda_dalam_berkas',
    medan: 'kunciRuta',
    rusak: (k) => {
      const satu = k.rumah[0]
      if (isPbdt(k) || !satu) return null
      const nama = k.medan.namaKrt ?? ''
      const dua: Rekam = { lembar: satu.lembar, sel: { ...satu.sel, [nama]: 'ORANG LAIN' } }
      k.rumah.push(dua)
      return [dua]
    },
  },
]

const bentuk: readonly Jenis[] = [
  {
    jenis: 'kolom-kurang',
    kode: 'jumlah_kolom_berbeda',
    medan: null,
    rusak: (k) => {
      const anak = k.anggota[2]
      if (k.xlsx || !anak) return null
      anak.potong = isPbdt(k) ? 85 : 30
      return [anak]
    },
  },
  {
    // An address with a comma and without quotes.
    jenis: 'kolom-lebih',
    kode: 'jumlah_kolom_berbeda',
    medan: null,
    rusak: (k) => {
      const kepala = k.anggota[0]
      if (k.xlsx || !isPbdt(k) || !kepala) return null
      kepala.koma = 'Alamat (12)'
      return [kepala]
    },
  },
  {
    jenis: 'baris-tersembunyi',
    kode: null,
    medan: null,
    rusak: (k) => {
      const anak = k.anggota[2]
      if (!k.xlsx || !anak) return null
      anak.sembunyi = true
      return [anak]
    },
  },
]

export const jenisTempat: readonly Jenis[] = [...wilayah, ...kunci, ...bentuk]
