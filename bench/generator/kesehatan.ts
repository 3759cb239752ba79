/** Disability, chronic illness and pregnancy by age and sex, in the codes of PBDT 2015. */
import type { Acak } from './acak.ts'
import type { Jawaban } from './tipe.ts'

const jenisCacat: readonly (readonly [number, number])[] = [
  [1, 36],
  [2, 15],
  [3, 12],
  [4, 6],
  [5, 5],
  [6, 1],
  [7, 0.3],
  [8, 0.4],
  [9, 0.3],
  [10, 10],
  [11, 9],
  [12, 5],
]

const penyakitDewasa: readonly (readonly [number, number])[] = [
  [1, 34],
  [2, 23],
  [3, 9],
  [4, 5],
  [5, 9],
  [6, 3],
  [7, 4],
  [8, 1.5],
  [9, 11.5],
]

/** 0 is none; the share rises from one child in a hundred and fifty to one elder in sixteen. */
export function buatCacat(acak: Acak, umur: number): number {
  const laju = umur < 18 ? 0.007 : umur < 60 ? 0.012 : 0.02 + (umur - 60) * 0.0022
  return acak.peluang(laju) ? acak.timbang(jenisCacat) : 0
}

/** 0 is none. */
export function buatKronis(acak: Acak, umur: number, theta: number): number {
  const laju = umur < 15 ? 0.012 : umur < 40 ? 0.035 : 0.09 + (umur - 40) * 0.0085
  if (!acak.peluang(Math.max(0.005, laju * (1 - 0.08 * theta)))) return 0
  if (umur < 15) return acak.pilih([3, 3, 9])
  return acak.timbang(penyakitDewasa)
}

/** Asked of women of 10 to 49; null for everybody else. */
export function buatHamil(acak: Acak, kelamin: 1 | 2, umur: number, kawin: number): Jawaban {
  if (kelamin === 1 || umur < 10 || umur > 49) return null
  const subur = kawin === 2 && umur >= 17 && umur <= 44
  return subur && acak.peluang(umur < 35 ? 0.085 : 0.03) ? 1 : 2
}
