/** Periods of a record that is merged: free ones go along, those the other record covers stay and end. */
import { hariBerikut } from '#domain/usulan/peristiwa/keanggotaan.ts'

export type Masa = { readonly dari: string; readonly sampai: string | null }

/** `tinggal`: what is moved nowhere, ended where it was open. `pindah`: as far as nothing is in its way. */
export type NasibMasa =
  | { readonly jadi: 'pindah'; readonly sampai: string | null }
  | { readonly jadi: 'tinggal'; readonly sampai: string | null }

/** The end of an open period on a day; never before its second day. */
export const diakhiri = (m: Masa, hari: string): string =>
  m.sampai ?? (m.dari < hari ? hari : hariBerikut(m.dari))

/**
 * A period of the record that goes, against those of the record that stays.
 * It is moved up to the first day that is taken; where its own first day is taken it stays.
 */
export function nasibMasa(m: Masa, sudah: readonly Masa[], hari: string): NasibMasa {
  if (sudah.some((s) => s.dari <= m.dari && (s.sampai === null || s.sampai > m.dari)))
    return { jadi: 'tinggal', sampai: diakhiri(m, hari) }
  const berikut = sudah
    .map((s) => s.dari)
    .filter((d) => d > m.dari && (m.sampai === null || d < m.sampai))
    .sort()[0]
  return { jadi: 'pindah', sampai: berikut ?? m.sampai }
}
