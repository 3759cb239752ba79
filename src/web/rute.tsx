/** Every address of the app; each page is loaded when it is opened. Filters live in typed search params. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { semuaKeadaanPemberitahuan } from '#domain/keberatan/keadaan.ts'
import { Loading } from '#ui/state.tsx'
import { masaLog, saringanLog } from '#web/jejak/alamat.ts'
import { saringanKeluarga } from '#web/keluarga/alamat-saringan.ts'
import { alamatKunjungan } from '#web/kunjungan/alamat.ts'
import { alamatSimulasi } from '#web/kuota/alamat.ts'
import { alamatDaftar, alamatRapat } from '#web/musyawarah/alamat.ts'
import { saringanPetugas } from '#web/pengguna/petugas/alamat.ts'
import { alamatRonde } from '#web/peringkat/alamat.ts'
import { jenisBerform } from '#web/peristiwa/isian.ts'
import { alamatMasuk, alamatPindah } from '#web/pindah/alamat.ts'
import { flag, oneOf, whole, word } from '#web/saringan.ts'
import { Gerbang } from '#web/shell/gerbang.tsx'
import { HalamanRusak, TidakDitemukan } from '#web/shell/tidak-ditemukan.tsx'
import { saringanUsulan } from '#web/usulan/alamat.ts'
import { alamatIsian } from '#web/usulan/alamat-isian.ts'

const akar = createRootRoute({ component: Gerbang, notFoundComponent: TidakDitemukan })
const di = () => akar

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
    ...oneOf('lihat', s.lihat, ['rumah', 'peringkat', 'bukti', 'riwayat', 'log']),
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
const kop = createRoute({
  getParentRoute: di,
  path: '/kop',
  component: lazyRouteComponent(() => import('#web/dokumen/kop.tsx'), 'HalamanKop'),
})
const usulan = createRoute({
  getParentRoute: di,
  path: '/usulan',
  validateSearch: saringanUsulan,
  component: lazyRouteComponent(() => import('#web/usulan/daftar.tsx'), 'HalamanUsulan'),
})
const usulanIsian = createRoute({
  getParentRoute: di,
  path: '/usulan/isian',
  validateSearch: alamatIsian,
  component: lazyRouteComponent(() => import('#web/usulan/isian.tsx'), 'HalamanIsian'),
})
const usulanCek = createRoute({
  getParentRoute: di,
  path: '/usulan/cek',
  component: lazyRouteComponent(() => import('#web/usulan/cek.tsx'), 'HalamanCek'),
})
const usulanSatu = createRoute({
  getParentRoute: di,
  path: '/usulan/$kab/$id',
  component: lazyRouteComponent(() => import('#web/usulan/satu.tsx'), 'HalamanSatuUsulan'),
})
const tandaTerima = createRoute({
  getParentRoute: di,
  path: '/usulan/$kab/$id/tanda-terima',
  component: lazyRouteComponent(() => import('#web/usulan/tanda-terima.tsx'), 'HalamanTandaTerima'),
})
const musyawarah = createRoute({
  getParentRoute: di,
  path: '/musyawarah',
  validateSearch: alamatDaftar,
  component: lazyRouteComponent(() => import('#web/musyawarah/daftar.tsx'), 'HalamanMusyawarah'),
})
const musyawarahSatu = createRoute({
  getParentRoute: di,
  path: '/musyawarah/$kab/$id',
  validateSearch: alamatRapat,
  component: lazyRouteComponent(() => import('#web/musyawarah/satu.tsx'), 'HalamanSatuMusyawarah'),
})
const musyawarahLayar = createRoute({
  getParentRoute: di,
  path: '/musyawarah/$kab/$id/layar',
  staticData: { penuh: true },
  component: lazyRouteComponent(() => import('#web/musyawarah/layar.tsx'), 'HalamanLayar'),
})
const wilayah = createRoute({
  getParentRoute: di,
  path: '/wilayah',
  validateSearch: (s) => ({ ...whole('kode', s.kode) }),
  component: lazyRouteComponent(() => import('#web/wilayah/halaman.tsx'), 'HalamanWilayah'),
})

const impor = createRoute({
  getParentRoute: di,
  path: '/impor',
  component: lazyRouteComponent(() => import('#web/impor/halaman.tsx'), 'HalamanImpor'),
})
const imporSatu = createRoute({
  getParentRoute: di,
  path: '/impor/$id',
  validateSearch: (s) => ({
    ...oneOf('lihat', s.lihat, ['temuan', 'pertanyaan', 'perbaiki']),
    ...oneOf('tingkat', s.tingkat, ['salah', 'perlu_dicek', 'catatan']),
    ...word('kode', s.kode),
    ...flag('sudah', s.sudah),
  }),
  component: lazyRouteComponent(() => import('#web/impor/satu.tsx'), 'HalamanSatuImpor'),
})
const peringkat = createRoute({
  getParentRoute: di,
  path: '/peringkat',
  component: lazyRouteComponent(() => import('#web/peringkat/halaman.tsx'), 'HalamanPeringkat'),
})
const peringkatSatu = createRoute({
  getParentRoute: di,
  path: '/peringkat/$id',
  validateSearch: alamatRonde,
  component: lazyRouteComponent(() => import('#web/peringkat/satu.tsx'), 'HalamanSatuPeringkat'),
})
const banding = createRoute({
  getParentRoute: di,
  path: '/peringkat/$id/banding/$lawan',
  validateSearch: (s) => ({ ...oneOf('arah', s.arah, ['naik', 'turun', 'baru', 'hilang']) }),
  component: lazyRouteComponent(() => import('#web/peringkat/banding.tsx'), 'HalamanBanding'),
})
const kuota = createRoute({
  getParentRoute: di,
  path: '/kuota',
  component: lazyRouteComponent(() => import('#web/kuota/halaman.tsx'), 'HalamanKuota'),
})

const kuotaSimulasi = createRoute({
  getParentRoute: di,
  path: '/kuota/$id',
  validateSearch: alamatSimulasi,
  component: lazyRouteComponent(() => import('#web/kuota/simulasi.tsx'), 'HalamanSimulasi'),
})
const daftarBeku = createRoute({
  getParentRoute: di,
  path: '/daftar/$id',
  validateSearch: (s) => oneOf('keputusan', s.keputusan, ['masuk', 'tetap', 'keluar', 'menunggu']),
  component: lazyRouteComponent(() => import('#web/kuota/daftar-beku.tsx'), 'HalamanDaftarBeku'),
})

const pemberitahuan = createRoute({
  getParentRoute: di,
  path: '/pemberitahuan',
  validateSearch: (s) => ({
    ...oneOf('keadaan', s.keadaan, semuaKeadaanPemberitahuan),
    ...word('daftar', s.daftar),
    ...word('keluarga', s.keluarga),
  }),
  component: lazyRouteComponent(() => import('#web/keberatan/halaman.tsx'), 'HalamanPemberitahuan'),
})

const triwulan = createRoute({
  getParentRoute: di,
  path: '/triwulan',
  component: lazyRouteComponent(() => import('#web/triwulan/halaman.tsx'), 'HalamanTriwulan'),
})
const rekap = createRoute({
  getParentRoute: di,
  path: '/rekap',
  validateSearch: (s) => word('periode', s.periode),
  component: lazyRouteComponent(() => import('#web/rekap/halaman.tsx'), 'HalamanRekap'),
})
const pengumuman = createRoute({
  getParentRoute: di,
  path: '/pengumuman',
  component: lazyRouteComponent(() => import('#web/pengumuman/halaman.tsx'), 'HalamanPengumuman'),
})
const pengumumanSatu = createRoute({
  getParentRoute: di,
  path: '/pengumuman/$jenis/$wilayah',
  validateSearch: (s) => word('daftar', s.daftar),
  component: lazyRouteComponent(
    () => import('#web/pengumuman/halaman.tsx'),
    'HalamanSatuPengumuman',
  ),
})

const kalender = createRoute({
  getParentRoute: di,
  path: '/kalender',
  validateSearch: (s) => ({ ...whole('tahun', s.tahun), ...word('program', s.program) }),
  component: lazyRouteComponent(() => import('#web/kalender/halaman.tsx'), 'HalamanKalender'),
})

const kiriman = createRoute({
  getParentRoute: di,
  path: '/kiriman',
  component: lazyRouteComponent(() => import('#web/kiriman/halaman.tsx'), 'HalamanKiriman'),
})
const kirimanSatu = createRoute({
  getParentRoute: di,
  path: '/kiriman/$kab/$id',
  component: lazyRouteComponent(() => import('#web/kiriman/satu.tsx'), 'HalamanSatuKiriman'),
})
const perubahan = createRoute({
  getParentRoute: di,
  path: '/perubahan',
  component: lazyRouteComponent(() => import('#web/kiriman/perubahan.tsx'), 'HalamanPerubahan'),
})

const pengaman = createRoute({
  getParentRoute: di,
  path: '/pengaman',
  component: lazyRouteComponent(() => import('#web/pengaman/halaman.tsx'), 'HalamanPengaman'),
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

const pengguna = createRoute({
  getParentRoute: di,
  path: '/pengguna',
  validateSearch: saringanPetugas,
  component: lazyRouteComponent(
    () => import('#web/pengguna/petugas/daftar.tsx'),
    'HalamanPengguna',
  ),
})
const undang = createRoute({
  getParentRoute: di,
  path: '/pengguna/undang',
  component: lazyRouteComponent(() => import('#web/pengguna/petugas/undang.tsx'), 'HalamanUndang'),
})
const imporPetugas = createRoute({
  getParentRoute: di,
  path: '/pengguna/impor',
  component: lazyRouteComponent(
    () => import('#web/pengguna/petugas/impor.tsx'),
    'HalamanImporPetugas',
  ),
})
const usulanAdministrator = createRoute({
  getParentRoute: di,
  path: '/pengguna/usulan',
  validateSearch: (s) => ({ ...flag('semua', s.semua) }),
  component: lazyRouteComponent(() => import('#web/pengguna/petugas/usulan.tsx'), 'HalamanUsulan'),
})
const penggunaSatu = createRoute({
  getParentRoute: di,
  path: '/pengguna/$id',
  component: lazyRouteComponent(
    () => import('#web/pengguna/petugas/satu.tsx'),
    'HalamanSatuPengguna',
  ),
})
const beriTugas = createRoute({
  getParentRoute: di,
  path: '/pengguna/$id/tugas',
  component: lazyRouteComponent(
    () => import('#web/pengguna/petugas/beri-tugas.tsx'),
    'HalamanBeriTugas',
  ),
})
const tautanSekali = createRoute({
  getParentRoute: di,
  path: '/pengguna/$id/tautan',
  component: lazyRouteComponent(
    () => import('#web/pengguna/petugas/tautan-sekali.tsx'),
    'HalamanTautan',
  ),
})
const akhiriAkun = createRoute({
  getParentRoute: di,
  path: '/pengguna/$id/akhiri',
  component: lazyRouteComponent(
    () => import('#web/pengguna/petugas/akhiri-akun.tsx'),
    'HalamanAkhiriAkun',
  ),
})
const serahkan = createRoute({
  getParentRoute: di,
  path: '/pengguna/$id/serahkan',
  component: lazyRouteComponent(
    () => import('#web/pengguna/petugas/serahkan.tsx'),
    'HalamanSerahkan',
  ),
})
const serahTerima = createRoute({
  getParentRoute: di,
  path: '/serah-terima',
  validateSearch: (s) => oneOf('lingkup', s.lingkup, ['saya', 'wilayah']),
  component: lazyRouteComponent(
    () => import('#web/pengguna/petugas/serah-terima.tsx'),
    'HalamanSerahTerima',
  ),
})

const akun = createRoute({
  getParentRoute: di,
  path: '/akun',
  component: lazyRouteComponent(() => import('#web/pengguna/akun.tsx'), 'HalamanAkun'),
})
const perangkat = createRoute({
  getParentRoute: di,
  path: '/perangkat',
  component: lazyRouteComponent(() => import('#web/pengguna/perangkat.tsx'), 'HalamanPerangkat'),
})
// Opened from one-time links, by whoever holds them: outside the gate.
const undangan = createRoute({
  getParentRoute: di,
  path: '/undangan/$token',
  staticData: { tamu: true },
  component: lazyRouteComponent(() => import('#web/pengguna/undangan.tsx'), 'HalamanUndangan'),
})
const pasang = createRoute({
  getParentRoute: di,
  path: '/pasang/$token',
  staticData: { tamu: true },
  component: lazyRouteComponent(
    () => import('#web/pengguna/pasang-perangkat.tsx'),
    'HalamanPasang',
  ),
})

const log = createRoute({
  getParentRoute: di,
  path: '/log',
  validateSearch: saringanLog,
  component: lazyRouteComponent(() => import('#web/jejak/log.tsx'), 'HalamanLog'),
})
const logPetugas = createRoute({
  getParentRoute: di,
  path: '/log/petugas/$id',
  component: lazyRouteComponent(() => import('#web/jejak/petugas.tsx'), 'HalamanLogPetugas'),
})

const pohon = akar.addChildren([
  beranda,
  keluarga,
  keluargaSatu,
  peristiwa,
  lembar,
  dilihat,
  loket,
  kunjungan,
  kunjunganIsi,
  kunjunganLiga,
  kop,
  usulan,
  usulanIsian,
  usulanCek,
  usulanSatu,
  tandaTerima,
  musyawarah,
  musyawarahSatu,
  musyawarahLayar,
  wilayah,
  impor,
  imporSatu,
  peringkat,
  peringkatSatu,
  banding,
  kuota,
  kuotaSimulasi,
  daftarBeku,
  kalender,
  triwulan,
  pemberitahuan,
  rekap,
  pengumuman,
  pengumumanSatu,
  kiriman,
  kirimanSatu,
  perubahan,
  pengaman,
  pindah,
  tarikMasuk,
  pindahSatu,
  tanpaNik,
  keadaanKhusus,
  keadaanKhususSatu,
  pengguna,
  undang,
  imporPetugas,
  usulanAdministrator,
  penggunaSatu,
  beriTugas,
  tautanSekali,
  akhiriAkun,
  serahkan,
  serahTerima,
  log,
  logPetugas,
  akun,
  perangkat,
  undangan,
  pasang,
])

export const router = createRouter({
  routeTree: pohon,
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultErrorComponent: HalamanRusak,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface StaticDataRouteOption {
    /** Shown to whoever opens it, signed in or not. */
    tamu?: boolean
    /** Without menu and header: for a whole hall to look at. */
    penuh?: boolean
  }
  interface HistoryState {
    /** Puts the cursor into the search field of the page. */
    fokusCari?: boolean
    /** What was searched: kept in the history entry, never in the address (it may be a NIK). */
    cari?: string
  }
}
