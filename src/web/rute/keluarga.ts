/** Families and the counter: who they are, what happened to them, and what is asked of them. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { semuaDaftar } from '#domain/integrasi/daftar.ts'
import { bidangPercaya } from '#domain/kepercayaan/percaya.ts'
import { masaLog } from '#web/jejak/alamat.ts'
import { saringanKeluarga } from '#web/keluarga/alamat-saringan.ts'
import { alamatKunjungan } from '#web/kunjungan/alamat.ts'
import { jenisBerform } from '#web/peristiwa/isian.ts'
import { alamatMasuk, alamatPindah } from '#web/pindah/alamat.ts'
import { oneOf, whole, word } from '#web/saringan.ts'
import { di } from './akar.ts'

const beranda = createRoute({
  getParentRoute: di,
  path: '/',
  validateSearch: (s) => ({ ...whole('wilayah', s.wilayah) }),
  component: lazyRouteComponent(() => import('#web/beranda/halaman.tsx'), 'HalamanBeranda'),
})
const keluarga = createRoute({
  getParentRoute: di,
  path: '/keluarga',
  validateSearch: saringanKeluarga,
  component: lazyRouteComponent(() => import('#web/keluarga/daftar.tsx'), 'HalamanKeluarga'),
})
const keluargaSatu = createRoute({
  getParentRoute: di,
  path: '/keluarga/$kab/$id',
  validateSearch: (s) => ({
    ...oneOf('lihat', s.lihat, ['rumah', 'peringkat', 'sumber', 'bukti', 'riwayat', 'log']),
    ...word('ronde', s.ronde),
  }),
  component: lazyRouteComponent(() => import('#web/keluarga/satu.tsx'), 'HalamanSatuKeluarga'),
})
const peristiwa = createRoute({
  getParentRoute: di,
  path: '/keluarga/$kab/$id/peristiwa',
  validateSearch: (s) => ({
    ...oneOf('jenis', s.jenis, jenisBerform),
    ...word('usulan', s.usulan),
  }),
  component: lazyRouteComponent(() => import('#web/peristiwa/halaman.tsx'), 'HalamanPeristiwa'),
})
const lembar = createRoute({
  getParentRoute: di,
  path: '/keluarga/$kab/$id/lembar',
  validateSearch: (s) => ({ ...word('ronde', s.ronde) }),
  component: lazyRouteComponent(() => import('#web/keluarga/lembar.tsx'), 'HalamanLembar'),
})
const dilihat = createRoute({
  getParentRoute: di,
  path: '/keluarga/$kab/$id/dilihat/$orang',
  validateSearch: masaLog,
  component: lazyRouteComponent(() => import('#web/jejak/dilihat.tsx'), 'HalamanDilihat'),
})
const loket = createRoute({
  getParentRoute: di,
  path: '/loket',
  component: lazyRouteComponent(() => import('#web/loket/halaman.tsx'), 'HalamanLoket'),
})
const kop = createRoute({
  getParentRoute: di,
  path: '/kop',
  component: lazyRouteComponent(() => import('#web/dokumen/kop.tsx'), 'HalamanKop'),
})
const kunjungan = createRoute({
  getParentRoute: di,
  path: '/kunjungan',
  validateSearch: alamatKunjungan,
  component: lazyRouteComponent(() => import('#web/kunjungan/halaman.tsx'), 'HalamanKunjungan'),
})
const kunjunganIsi = createRoute({
  getParentRoute: di,
  path: '/kunjungan/isi/$kab/$keluarga',
  component: lazyRouteComponent(() => import('#web/kunjungan/isi.tsx'), 'HalamanIsiKunjungan'),
})
const kunjunganLiga = createRoute({
  getParentRoute: di,
  path: '/kunjungan/liga',
  component: lazyRouteComponent(() => import('#web/kunjungan/liga.tsx'), 'HalamanLiga'),
})
const pindah = createRoute({
  getParentRoute: di,
  path: '/pindah',
  validateSearch: alamatPindah,
  component: lazyRouteComponent(() => import('#web/pindah/halaman.tsx'), 'HalamanPindah'),
})
const tarikMasuk = createRoute({
  getParentRoute: di,
  path: '/pindah/masuk',
  validateSearch: alamatMasuk,
  component: lazyRouteComponent(() => import('#web/pindah/masuk.tsx'), 'HalamanTarikMasuk'),
})
const pindahSatu = createRoute({
  getParentRoute: di,
  path: '/pindah/$kab/$id',
  component: lazyRouteComponent(() => import('#web/pindah/satu.tsx'), 'HalamanSatuPindah'),
})
const tanpaNik = createRoute({
  getParentRoute: di,
  path: '/tanpa-nik',
  component: lazyRouteComponent(() => import('#web/tanpa-nik/halaman.tsx'), 'HalamanTanpaNik'),
})
const beda = createRoute({
  getParentRoute: di,
  path: '/beda',
  validateSearch: (s) => ({
    ...oneOf('bidang', s.bidang, bidangPercaya),
    ...oneOf('status', s.status, ['antre', 'diputus', 'tuntas']),
  }),
  component: lazyRouteComponent(() => import('#web/kepercayaan/halaman.tsx'), 'HalamanBeda'),
})
const integrasi = createRoute({
  getParentRoute: di,
  path: '/integrasi',
  validateSearch: (s) => ({
    ...whole('wilayah', s.wilayah),
    ...oneOf('daftar', s.daftar, semuaDaftar),
  }),
  component: lazyRouteComponent(() => import('#web/integrasi/halaman.tsx'), 'HalamanIntegrasi'),
})
const keadaanKhusus = createRoute({
  getParentRoute: di,
  path: '/keadaan-khusus',
  component: lazyRouteComponent(
    () => import('#web/keadaan-khusus/halaman.tsx'),
    'HalamanKeadaanKhusus',
  ),
})
const keadaanKhususSatu = createRoute({
  getParentRoute: di,
  path: '/keadaan-khusus/$id',
  component: lazyRouteComponent(() => import('#web/keadaan-khusus/satu.tsx'), 'HalamanSatuKhusus'),
})

export const ruteKeluarga = [
  beranda,
  keluarga,
  keluargaSatu,
  peristiwa,
  lembar,
  dilihat,
  loket,
  kop,
  kunjungan,
  kunjunganIsi,
  kunjunganLiga,
  pindah,
  tarikMasuk,
  pindahSatu,
  tanpaNik,
  beda,
  integrasi,
  keadaanKhusus,
  keadaanKhususSatu,
] as const
