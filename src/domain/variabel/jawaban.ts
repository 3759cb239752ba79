/** Are answers such as the dictionary takes them: a known question of this unit, a known code, within its bounds? */
import { bitsOf } from '#domain/kode/bit.ts'
import type { Unit, Variabel } from './kamus.ts'
import { type KamusLengkap, listOfVariable } from './label.ts'

export type Jawaban = Readonly<Record<string, number | string | null>>

/** What a column of the survey can hold at the most. */
const terbesar: Record<Exclude<Variabel['jenis'], 'tanggal' | 'teks'>, number> = {
  kode: 32_767,
  ya_tidak: 32_767,
  jumlah_bit: 32_767,
  bilangan: 32_767,
  luas: 2_147_483_647,
  rupiah: 1_000_000_000_000,
}

function cocok(kamus: KamusLengkap, v: Variabel, nilai: number | string | null): boolean {
  if (nilai === null) return true
  if (v.jenis === 'teks') return typeof nilai === 'string'
  if (v.jenis === 'tanggal') return typeof nilai === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(nilai)
  if (typeof nilai !== 'number' || !Number.isInteger(nilai)) return false
  const { min, maks } = v.batas ?? { min: 0, maks: terbesar[v.jenis] }
  const daftar = listOfVariable(kamus, v)
  if (daftar === null) return nilai >= min && nilai <= maks
  return daftar.jenis === 'jumlah_bit'
    ? bitsOf(daftar, nilai) !== null
    : daftar.pilihan.some((p) => p.kode === nilai)
}

/** The names that are no question of this unit's survey, or whose value the question does not take. */
export const jawabanSalah = (
  kamus: KamusLengkap,
  unit: Unit,
  jawaban: Jawaban,
): readonly string[] =>
  Object.entries(jawaban)
    .filter(([nama, nilai]) => {
      const v = kamus.kamus.variabel.get(nama)
      return !v || v.unit !== unit || v.simpan !== undefined || !cocok(kamus, v, nilai)
    })
    .map(([nama]) => nama)
