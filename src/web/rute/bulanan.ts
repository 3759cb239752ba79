/** The month: proposals, meetings, and what goes up and comes back. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { alamatDaftar, alamatRapat } from '#web/musyawarah/alamat.ts'
import { whole, word } from '#web/saringan.ts'
import { saringanUsulan } from '#web/usulan/alamat.ts'
import { alamatIsian } from '#web/usulan/alamat-isian.ts'
import { di } from './akar.ts'

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
const kalender = createRoute({
  getParentRoute: di,
  path: '/kalender',
  validateSearch: (s) => ({ ...whole('tahun', s.tahun), ...word('program', s.program) }),
  component: lazyRouteComponent(() => import('#web/kalender/halaman.tsx'), 'HalamanKalender'),
})
const rekap = createRoute({
  getParentRoute: di,
  path: '/rekap',
  validateSearch: (s) => word('periode', s.periode),
  component: lazyRouteComponent(() => import('#web/rekap/halaman.tsx'), 'HalamanRekap'),
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

export const ruteBulanan = [
  usulan,
  usulanIsian,
  usulanCek,
  usulanSatu,
  tandaTerima,
  musyawarah,
  musyawarahSatu,
  musyawarahLayar,
  kalender,
  rekap,
  kiriman,
  kirimanSatu,
  perubahan,
  pengaman,
] as const
