/** From a file to a list by decree: imports, ranking, quota, notice and posting. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { semuaKeadaanPemberitahuan } from '#domain/keberatan/keadaan.ts'
import { alamatSimulasi } from '#web/kuota/alamat.ts'
import { alamatRonde } from '#web/peringkat/alamat.ts'
import { flag, oneOf, whole, word } from '#web/saringan.ts'
import { di } from './akar.ts'

const wilayah = createRoute({
  getParentRoute: di,
  path: '/wilayah',
  validateSearch: (s) => ({ ...whole('kode', s.kode) }),
  component: lazyRouteComponent(() => import('#web/wilayah/halaman.tsx'), 'HalamanWilayah'),
})
const pemekaran = createRoute({
  getParentRoute: di,
  path: '/pemekaran',
  component: lazyRouteComponent(() => import('#web/pemekaran/halaman.tsx'), 'HalamanPemekaran'),
})
const pemekaranBaru = createRoute({
  getParentRoute: di,
  path: '/pemekaran/baru',
  component: lazyRouteComponent(() => import('#web/pemekaran/baru.tsx'), 'HalamanRancang'),
})
const pemekaranSatu = createRoute({
  getParentRoute: di,
  path: '/pemekaran/$id',
  component: lazyRouteComponent(() => import('#web/pemekaran/satu.tsx'), 'HalamanSatuPemekaran'),
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
  validateSearch: (s) =>
    oneOf('keputusan', s.keputusan, ['masuk', 'tetap', 'keluar', 'menunggu', 'luar']),
  component: lazyRouteComponent(() => import('#web/kuota/daftar-beku.tsx'), 'HalamanDaftarBeku'),
})
const triwulan = createRoute({
  getParentRoute: di,
  path: '/triwulan',
  component: lazyRouteComponent(() => import('#web/triwulan/halaman.tsx'), 'HalamanTriwulan'),
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

export const rutePenetapan = [
  wilayah,
  pemekaran,
  pemekaranBaru,
  pemekaranSatu,
  impor,
  imporSatu,
  peringkat,
  peringkatSatu,
  banding,
  kuota,
  kuotaSimulasi,
  daftarBeku,
  triwulan,
  pemberitahuan,
  pengumuman,
  pengumumanSatu,
] as const
