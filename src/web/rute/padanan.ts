/** One person, one record: merges of records and their taking back. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { alamatBaru, alamatGabung } from '#web/gabung/alamat.ts'
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

export const rutePadanan = [gabung, gabungBaru, gabungSatu] as const
