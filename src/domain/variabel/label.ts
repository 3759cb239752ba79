/** Answers in words: what a stored value of a variable says, for pages, slips and workbooks. */
import { bitsOf } from '#domain/kode/bit.ts'
import { type BukuKode, canonicalList, type DaftarKode } from '#domain/kode/daftar.ts'
import type { Label } from '#domain/label.ts'
import type { Kamus, Variabel } from './kamus.ts'

/** The dictionary with its code lists: all that is needed to read and show answers. */
export type KamusLengkap = { readonly kamus: Kamus; readonly buku: BukuKode }

export const labelKosong: Label = { id: 'belum ditanyakan', en: 'not asked' }

/** The canonical list of a variable that is answered by code, null for numbers, dates and text. */
export function listOfVariable(kamus: KamusLengkap, variabel: Variabel): DaftarKode | null {
  if (variabel.jenis === 'ya_tidak') return canonicalList(kamus.buku, 'ya_tidak')
  return variabel.kode === undefined ? null : canonicalList(kamus.buku, variabel.kode)
}

/** The label of a value: `labelOf(kamus, 'lantai', 8)` is "Tanah"; a code that no list has is shown as it is. */
export function labelOf(
  kamus: KamusLengkap,
  nama: string,
  nilai: number | string | null | undefined,
): Label {
  const variabel = kamus.kamus.variabel.get(nama)
  if (variabel === undefined) throw new Error(`no variable ${nama} in the dictionary`)
  if (nilai === null || nilai === undefined) return labelKosong
  if (typeof nilai === 'string') return { id: nilai, en: nilai }
  const daftar = listOfVariable(kamus, variabel)
  if (daftar === null) return numberLabel(variabel, nilai)
  const parts =
    daftar.jenis === 'jumlah_bit'
      ? bitsOf(daftar, nilai)
      : daftar.pilihan.filter((p) => p.kode === nilai)
  if (parts === null || parts.length === 0) return { id: String(nilai), en: String(nilai) }
  return {
    id: parts.map((p) => p.label.id).join(', '),
    en: parts.map((p) => p.label.en).join(', '),
  }
}

const grouped = (n: number, separator: string): string =>
  String(n).replaceAll(/\B(?=(\d{3})+$)/g, separator)

function numberLabel(variabel: Variabel, nilai: number): Label {
  const { satuan, jenis } = variabel
  const id = grouped(nilai, '.')
  const en = grouped(nilai, ',')
  if (jenis === 'rupiah') return { id: `Rp ${id}`, en: `Rp ${en}` }
  // Months, years and numbers of RT have no unit and are not grouped.
  if (satuan === undefined) return { id: String(nilai), en: String(nilai) }
  return { id: `${id} ${satuan.id}`, en: `${en} ${satuan.en}` }
}
