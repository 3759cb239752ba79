/** Names of regions as people say them: "Kelurahan Loktuan", "Kota Bontang". */
import { type Terjemah, useTeks } from '#ui/bahasa.ts'
import { teksWilayah } from '#web/wilayah/teks.ts'

type Bernama = { nama: string; jenis: string }
const berjenis = ['provinsi', 'kecamatan', 'kelurahan', 'desa'] as const

/** The full name; kab/kota already carry their kind. */
export function namaLengkap(t: Terjemah<(typeof berjenis)[number]>, w: Bernama): string {
  const jenis = berjenis.find((j) => w.jenis.startsWith(j))
  return jenis ? t(jenis, { nama: w.nama }) : w.nama
}

export function useNamaWilayah(): (w: Bernama) => string {
  const t = useTeks(teksWilayah)
  return (w) => namaLengkap(t, w)
}

/** Whether one region holds another: codes padded with zeros are half-open ranges. */
export function memuat(atas: number, bawah: number): boolean {
  if (atas === 0) return true
  const lebar = atas % 1e8 === 0 ? 1e8 : atas % 1e6 === 0 ? 1e6 : atas % 1e4 === 0 ? 1e4 : 1
  return bawah >= atas && bawah < atas + lebar
}
