/** What the judge of a sheet is given, and which fields are the household's. */
import { type BukuKode, listOf } from '../kode/daftar.ts'
import { compileDecoder } from '../kode/decode.ts'
import type { Kamus, Variabel } from '../variabel/kamus.ts'
import type { Cakupan } from '../wilayah/kode.ts'
import type { Bidang } from './peta.ts'
import type { AlatBidang } from './sel.ts'
import type { Pengetahuan } from './silang.ts'
import type { UrutanTanggal } from './tanggal.ts'
import type { Wadah } from './wadah.ts'
import type { PetaWilayah } from './wilayah-peta.ts'

export type AlatPenilai = {
  readonly kamus: Kamus
  readonly buku: BukuKode
  readonly wilayah: PetaWilayah
  readonly cakupan: Cakupan
  readonly hariIni: string
  readonly urutanTanggal: UrutanTanggal | null
  readonly pengetahuan: Pengetahuan
}

/** Fields of the household where a row tells of household and member at once. */
export const rumahBidang = new Set<Bidang>([
  'kunci_ruta',
  'kode_wilayah',
  'provinsi',
  'kabkota',
  'kecamatan',
  'desa',
  'bps_provinsi',
  'bps_kabkota',
  'bps_kecamatan',
  'bps_desa',
  'sls',
  'rt',
  'rw',
  'alamat',
  'nama_kepala',
  'jumlah_anggota',
  'jumlah_keluarga',
  'lintang',
  'bujur',
  'persentil',
])

/** The tools of the readers, with answers put into the vessel of their unit. */
export function toolsOf(perangkat: string, rumah: Wadah, anggota: Wadah, alat: AlatPenilai) {
  const decoder: AlatBidang['decoder'] = (daftar) =>
    compileDecoder(listOf(alat.buku, `${perangkat}/${daftar}`), daftar)
  return {
    rumah,
    anggota,
    hariIni: alat.hariIni,
    urutanTanggal: alat.urutanTanggal,
    decoder,
    kamus: alat.kamus,
    buku: alat.buku,
    perangkat,
    wadah: (unit: Variabel['unit']) => (unit === 'individu' ? anggota : rumah),
  }
}
