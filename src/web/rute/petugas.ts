/** Officers, their devices and links, and the log of what they did. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { saringanLog } from '#web/jejak/alamat.ts'
import { saringanPetugas } from '#web/pengguna/petugas/alamat.ts'
import { flag, oneOf } from '#web/saringan.ts'
import { di } from './akar.ts'

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

export const rutePetugas = [
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
  akun,
  perangkat,
  undangan,
  pasang,
  log,
  logPetugas,
] as const
