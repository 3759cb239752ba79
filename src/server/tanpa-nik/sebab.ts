/** Why somebody has no NIK: the code list, and what stands in the record by code or in words. */
import { canonicalList } from '#domain/kode/daftar.ts'
import type { Label } from '#domain/label.ts'
import { loadCodeLists } from '#server/kebijakan/muat.ts'

const { pilihan } = canonicalList(loadCodeLists(), 'alasan_tanpa_nik')

export const pilihanSebab: readonly { readonly kode: number; readonly label: Label }[] = pilihan
  .filter((p) => p.kosong !== true && p.tambahan !== true)
  .map((p) => ({ kode: Number(p.kode), label: p.label }))

/** Ways in which a cause is written in the record: its code, or its label in Indonesian. */
export const tulisanSebab = (kode: number): readonly string[] =>
  pilihanSebab.filter((p) => p.kode === kode).flatMap((p) => [String(p.kode), p.label.id])

/** The code of what is written; null for words of its own. */
export const kodeSebab = (tertulis: string): number | null =>
  pilihanSebab.find((p) => String(p.kode) === tertulis || p.label.id === tertulis)?.kode ?? null

/** What is written, in words; null where nothing is. */
export function kataSebab(tertulis: string | null): Label | null {
  if (tertulis === null || tertulis === '') return null
  const kode = kodeSebab(tertulis)
  return pilihanSebab.find((p) => p.kode === kode)?.label ?? { id: tertulis, en: tertulis }
}

export const belumDicatat: Label = { id: 'Belum dicatat', en: 'Not recorded' }
export const sebabLain: Label = { id: 'Ditulis sendiri', en: 'In words of its own' }
