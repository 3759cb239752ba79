/** One person, one record: runs of matching, pairs to review, the bench, merges and their taking back. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { alamatBaru, alamatGabung } from '#web/gabung/alamat.ts'
import { whole } from '#web/saringan.ts'
import { alamatPasangan, alamatTinjauan } from '#web/tinjauan/alamat.ts'
import { di } from './akar.ts'

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
const tinjauan = createRoute({
  getParentRoute: di,
  path: '/tinjauan',
  validateSearch: alamatTinjauan,
  component: lazyRouteComponent(() => import('#web/tinjauan/halaman.tsx'), 'HalamanTinjauan'),
})
const tinjauanSatu = createRoute({
  getParentRoute: di,
  path: '/tinjauan/$kab/$id',
  validateSearch: alamatPasangan,
  component: lazyRouteComponent(() => import('#web/tinjauan/pasangan.tsx'), 'HalamanPasangan'),
})
const bangku = createRoute({
  getParentRoute: di,
  path: '/pemadanan/$id/bangku',
  component: lazyRouteComponent(() => import('#web/tinjauan/bangku.tsx'), 'HalamanBangku'),
})
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

export const rutePadanan = [
  pemadanan,
  pemadananSatu,
  tinjauan,
  tinjauanSatu,
  bangku,
  gabung,
  gabungBaru,
  gabungSatu,
] as const
