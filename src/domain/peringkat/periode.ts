/** Periods of a ranking: a quarter, written `2026-T4`, said "Pemeringkatan Triwulan IV 2026". */
import { z } from 'zod'
import type { Label } from '#domain/label.ts'

export const periodeSchema = z.string().regex(/^20\d{2}-T[1-4]$/)

const romawi = ['I', 'II', 'III', 'IV']

/** The title of a ranking of that period. */
export function judulPeriode(periode: string): Label {
  const [tahun, triwulan] = periode.split('-T')
  const number = romawi[Number(triwulan) - 1] ?? triwulan
  return {
    id: `Pemeringkatan Triwulan ${number} ${tahun}`,
    en: `Ranking of quarter ${number}, ${tahun}`,
  }
}

/** The quarter in which a day lies. */
export function periodeOf(tanggal: string): string {
  return `${tanggal.slice(0, 4)}-T${Math.ceil(Number(tanggal.slice(5, 7)) / 3)}`
}
