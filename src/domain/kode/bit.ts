/** Bit sums: an answer that adds the codes of all that apply (5 = birth certificate 1 + identity card 4). */
import type { DaftarKode, Pilihan } from './daftar.ts'

/** The parts of a sum, or null where the list cannot make it up; a lone value stands for itself. */
export function bitsOf(daftar: DaftarKode, jumlah: number): readonly Pilihan[] | null {
  const alone = daftar.pilihan.find((p) => p.tunggal === true && p.kode === jumlah)
  if (alone !== undefined) return [alone]
  const parts: Pilihan[] = []
  let rest = jumlah
  for (const pilihan of daftar.pilihan) {
    if (pilihan.tunggal === true || (rest & pilihan.kode) === 0) continue
    parts.push(pilihan)
    rest -= pilihan.kode
  }
  return rest === 0 && parts.length > 0 ? parts : null
}
