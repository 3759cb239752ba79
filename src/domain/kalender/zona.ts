/** The zone of a region, by its province. Pure. */
import type { Wilayah } from '#domain/wilayah/kode.ts'
import type { BerkasZona, KodeZona } from './kebijakan.ts'

export type Zona = BerkasZona['zona'][number]

export const zonaBerkode = (berkas: BerkasZona, kode: KodeZona): Zona => {
  const zona = berkas.zona.find((z) => z.kode === kode)
  if (!zona) throw new Error(`policy/kalender/zona.yaml has no zone ${kode}`)
  return zona
}

/** The zone a region lives by; the nation, and a province that policy does not list, by that of the capital. */
export function zonaWilayah(berkas: BerkasZona, wilayah: Wilayah): Zona {
  const provinsi = Math.floor(wilayah / 1e8)
  return (
    berkas.zona.find((z) => z.provinsi.includes(provinsi)) ?? zonaBerkode(berkas, berkas.nasional)
  )
}
