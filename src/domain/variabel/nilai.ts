/** Judges the value of one answer by the dictionary: is it a value that the variable can have? */
import { bitsOf } from '#domain/kode/bit.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Variabel } from './kamus.ts'
import { type KamusLengkap, listOfVariable } from './label.ts'

export type MasalahNilai = 'kode_tidak_dikenal' | 'di_luar_batas' | 'bukan_bilangan_bulat'

/** A number as it is to be stored; dates and texts are judged where they are read. */
export function checkNilai(
  kamus: KamusLengkap,
  variabel: Variabel,
  nilai: number,
): Result<number, MasalahNilai> {
  if (!Number.isSafeInteger(nilai)) return err('bukan_bilangan_bulat')
  const daftar = listOfVariable(kamus, variabel)
  if (daftar !== null) {
    const legal =
      daftar.jenis === 'jumlah_bit'
        ? bitsOf(daftar, nilai) !== null
        : daftar.pilihan.some((p) => p.kode === nilai)
    return legal ? ok(nilai) : err('kode_tidak_dikenal')
  }
  const { batas } = variabel
  if (nilai < (batas?.min ?? 0) || nilai > (batas?.maks ?? Number.MAX_SAFE_INTEGER)) {
    return err('di_luar_batas')
  }
  return ok(nilai)
}
