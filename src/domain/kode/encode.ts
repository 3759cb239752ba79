/** Writes a canonical value in the codes of another list: the way back, where there is one. */
import type { DaftarKode } from './daftar.ts'

/** Canonical value -> code of the list as text; null where the list cannot say it. */
export type Encoder = (nilai: number) => string | null

/**
 * Compiles the encoder of a column that is fed by `variabel`. Of several codes that decode to the
 * same value a certain one is preferred, then the first of the list.
 */
export function compileEncoder(daftar: DaftarKode, variabel: string): Encoder {
  const back = new Map<number, string>()
  const likely = new Map<number, string>()
  for (const p of daftar.pilihan) {
    if (p.kosong === true || p.tidak_terpetakan !== undefined) continue
    const kanonik = p.kanonik ?? p.kode
    const nilai = typeof kanonik === 'number' ? kanonik : kanonik[variabel]
    if (nilai === undefined) continue
    if (p.tidak_pasti === undefined && !back.has(nilai)) back.set(nilai, String(p.kode))
    for (const one of p.tidak_pasti?.kandidat ?? []) {
      if (!likely.has(one)) likely.set(one, String(p.kode))
    }
  }
  if (daftar.jenis === 'jumlah_bit') return (nilai) => encodeBits(daftar, nilai)
  return (nilai) => back.get(nilai) ?? likely.get(nilai) ?? null
}

function encodeBits(daftar: DaftarKode, nilai: number): string | null {
  const alone = daftar.pilihan.find((p) => p.tunggal === true && (p.kanonik ?? p.kode) === nilai)
  if (alone !== undefined) return String(alone.kode)
  let sum = 0
  let rest = nilai
  for (const p of daftar.pilihan) {
    const bit = typeof p.kanonik === 'number' ? p.kanonik : p.kode
    if (p.tunggal === true || (nilai & bit) === 0) continue
    sum += p.kode
    rest -= bit
  }
  return rest === 0 && sum > 0 ? String(sum) : null
}
