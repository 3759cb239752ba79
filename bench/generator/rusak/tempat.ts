/** The kinds of broken rows that concern where a row belongs: regions, keys, tables, the row itself. */
import type { Jenis, Kasus } from './jenis.ts'
import type { Rekam } from './medan.ts'

const isPbdt = (k: Kasus): boolean => k.medan.kunciRuta?.startsWith('ID rumah') ?? false
const pertama = (k: Kasus): Rekam[] => k.rumah.slice(0, 1)

/** Puts the household elsewhere, in the way of its format. */
function pindahkan(k: Kasus, pbdt: Record<string, string>, bdt: Record<string, string>): Rekam[] {
  for (const r of k.rumah) Object.assign(r.sel, isPbdt(k) ? pbdt : bdt)
  return pertama(k)
}

const wilayah: readonly Jenis[] = [
  {
    jenis: 'wilayah-asing',
    kode: 'wilayah_belum_dikenal',
    medan: 'desa',
    rusak: (k) =>
      pindahkan(
        k,
        { 'Desa/Kelurahan (9)': 'ANTAH BERANTAH', 'Kode Desa/Kelurahan (10)': '999' },
        { kodewilayah: '6474019999', KDDESA: '999', KDGabungan4: '6474010999' },
      ),
  },
  {
    jenis: 'wilayah-kab-lain',
    kode: 'wilayah_di_luar_cakupan',
    medan: 'desa',
    rusak: (k) =>
      pindahkan(
        k,
        {
          'Kab/Kota (5)': 'KABUPATEN KUTAI TIMUR',
          'Kode Kab/Kota (6)': '08',
          'Kecamatan (7)': 'SANGATTA UTARA',
          'Desa/Kelurahan (9)': 'SINGA GEMBARA',
        },
        { kodewilayah: '6408042011', KDKAB: '08', KDGabungan4: '6408040004' },
      ),
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
      const dua: Rekam = { lembar: satu.lembar, sel: { ...satu.sel, Nama_KRT: 'ORANG LAIN' } }
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
