/** Every address of the app; each page is loaded when it is opened. Filters live in typed search params. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { Loading } from '#ui/state.tsx'
import { saringanKeluarga } from '#web/keluarga/alamat-saringan.ts'
import { alamatSimulasi } from '#web/kuota/alamat.ts'
import { alamatRonde } from '#web/peringkat/alamat.ts'
import { flag, oneOf, whole, word } from '#web/saringan.ts'
import { Gerbang } from '#web/shell/gerbang.tsx'
import { HalamanRusak, TidakDitemukan } from '#web/shell/tidak-ditemukan.tsx'

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
    ...oneOf('lihat', s.lihat, ['rumah', 'peringkat', 'riwayat']),
    ...word('ronde', s.ronde),
  }),
  component: lazyRouteComponent(() => import('#web/keluarga/satu.tsx'), 'HalamanSatuKeluarga'),
})
const lembar = createRoute({
  getParentRoute: di,
  path: '/keluarga/$kab/$id/lembar',
  validateSearch: (s) => ({ ...word('ronde', s.ronde) }),
  component: lazyRouteComponent(() => import('#web/keluarga/lembar.tsx'), 'HalamanLembar'),
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

const pohon = akar.addChildren([
  beranda,
  keluarga,
  keluargaSatu,
  lembar,
  wilayah,
  impor,
  imporSatu,
  peringkat,
  peringkatSatu,
  banding,
  kuota,
  kuotaSimulasi,
  daftarBeku,
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
  interface HistoryState {
    /** Puts the cursor into the search field of the page. */
    fokusCari?: boolean
    /** What was searched: kept in the history entry, never in the address (it may be a NIK). */
    cari?: string
  }
}
