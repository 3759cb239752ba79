/** Where a family is after a plan: the row that names it, that of its RT, that of its village, or where it was. */
import type { Wilayah } from '#domain/wilayah/kode.ts'
import type { Tempat } from './rencana.ts'

export type Letak = { readonly wilayah: Wilayah; readonly rt: number | null }

/** @param pilihan where the family goes by a row that names it */
export function tujuanOf(
  tempat: readonly Tempat[],
  f: Letak,
  pilihan?: { readonly ke: Wilayah; readonly rtKe: number | null },
): Letak {
  const sini = tempat.filter((t) => t.dari === f.wilayah)
  const t =
    pilihan ??
    sini.find((one) => one.rt !== null && one.rt === f.rt) ??
    sini.find((one) => one.rt === null)
  return t ? { wilayah: t.ke, rt: t.rtKe ?? f.rt } : f
}
