/** One person, one record: runs of matching; merges of records and their taking back. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { alamatBaru, alamatGabung } from '#web/gabung/alamat.ts'
import { whole } from '#web/saringan.ts'
import { di } from './akar.ts'

const gabung = createRoute({
  getParentRoute: di,
  path: '/gabung',
  validateSearch: alamatGabung,
  component: lazyRouteComponent(() => import('#web/gabung/halaman.tsx'), 'HalamanGabung'),
})
const gabungBaru = createRoute({
  getParentRoute: di,
  path: '/gabung/baru',
  validateSearch: alamatBaru,
  component: lazyRouteComponent(() => import('#web/gabung/baru.tsx'), 'HalamanGabungBaru'),
})
const gabungSatu = createRoute({
  getParentRoute: di,
  path: '/gabung/$kab/$id',
  component: lazyRouteComponent(() => import('#web/gabung/satu.tsx'), 'HalamanSatuGabung'),
})

const pemadanan = createRoute({
  getParentRoute: di,
  path: '/pemadanan',
  component: lazyRouteComponent(() => import('#web/padanan/halaman.tsx'), 'HalamanPadanan'),
})
const pemadananSatu = createRoute({
  getParentRoute: di,
  path: '/pemadanan/$id',
  validateSearch: (s) => whole('nomor', s.nomor),
  component: lazyRouteComponent(() => import('#web/padanan/satu.tsx'), 'HalamanSatuPadanan'),
})

export const rutePadanan = [pemadanan, pemadananSatu, gabung, gabungBaru, gabungSatu] as const
