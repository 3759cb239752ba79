/** Joins what the columns of one row say about the same variable. */
import type { Decoded } from './decode.ts'

export type Terisi = { nilai: number; kandidat: readonly number[] | null }
/** Variable -> value with its candidates (null where the value is certain). */
export type BarisTerbaca = Map<string, Terisi>

/**
 * Adds a decoded cell to its row. A certain value replaces an uncertain one (the power column tells
 * whether a house on PLN has a meter); an uncertain one never replaces anything. Returns the
 * variable on which two certain columns contradict each other, the first of them standing.
 */
export function mergeDecoded(row: BarisTerbaca, decoded: Decoded): string | null {
  let conflict: string | null = null
  for (const { variabel, nilai, kandidat } of decoded.nilai) {
    const present = row.get(variabel)
    if (present === undefined || (present.kandidat !== null && kandidat === undefined)) {
      row.set(variabel, { nilai, kandidat: kandidat ?? null })
    } else if (present.nilai !== nilai && present.kandidat === null && kandidat === undefined) {
      conflict = variabel
    }
  }
  return conflict
}
