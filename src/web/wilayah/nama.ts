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
