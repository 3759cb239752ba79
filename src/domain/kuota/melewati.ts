/** Would a change move a family over the line of a programme? Pure. */
import { cakupanOf, inside, type Wilayah } from '#domain/wilayah/kode.ts'

/** A line as a frozen list keeps it: the sort key of the last place, null where there is room for all or none. */
export type GarisProgram = { readonly kelompok: Wilayah; readonly kunci: number | null }

/** The line under which a village stands: that of the smallest region that holds it. */
export const garisDesa = (
  garis: readonly GarisProgram[],
  desa: Wilayah,
): GarisProgram | undefined =>
  garis
    .filter((g) => inside(desa, cakupanOf(g.kelompok)))
    .sort((a, b) => lebar(a.kelompok) - lebar(b.kelompok))[0]

const lebar = (kode: Wilayah): number => {
  const { lo, hi } = cakupanOf(kode)
  return hi - lo
}

/**
 * On one side before and on the other after. The key at the line itself still has its place; without
 * a line nothing is crossed.
 */
export const melewati = (
  garis: GarisProgram | undefined,
  sebelum: number,
  sesudah: number,
): boolean => garis?.kunci != null && sebelum <= garis.kunci !== sesudah <= garis.kunci
