/** Who may decide an objection: not who decided before, not kin; a named fallback where nobody is free. Pure. */
import type { Label } from '#domain/label.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { BerkasKeberatan } from './kebijakan.ts'

export type FaktaPutus = {
  readonly peran: string
  /** Took part in what the objection is against, or entered it. */
  readonly ikut: boolean
  /** Of the family, or of the same house. */
  readonly kerabat: boolean
  /** Persons of the office who may decide and took no part, this one not counted. */
  readonly lain: number
  /** The day by which it was to be decided has passed. */
  readonly terlambat: boolean
}

export const kataTolakPutus = {
  bukan_pemutus: {
    id: 'Peran Anda tidak memutus keberatan ini.',
    en: 'Your role does not decide this objection.',
  },
  ikut: {
    id: 'Anda ikut memutuskan sebelumnya atau menerima keberatan ini; orang lain yang memutus.',
    en: 'You decided before or entered this objection; somebody else decides it.',
  },
  kerabat: {
    id: 'Keluarga ini kerabat Anda; orang lain yang memutus.',
    en: 'This family is kin of yours; somebody else decides it.',
  },
  masih_ada: {
    id: 'Di kantor kabupaten/kota masih ada yang dapat memutus, dan tenggatnya belum lewat.',
    en: 'Somebody at the office of the kab/kota can still decide, and the day has not passed.',
  },
} as const satisfies Record<string, Label>
export type TolakPutus = keyof typeof kataTolakPutus

/** @returns whether it is decided as the fallback, or why not */
export function bolehMemutus(
  f: FaktaPutus,
  kebijakan: Pick<BerkasKeberatan, 'pemutus' | 'cadangan'>,
): Result<{ readonly cadangan: boolean }, TolakPutus> {
  const utama = kebijakan.pemutus.includes(f.peran)
  if (!utama && !kebijakan.cadangan.includes(f.peran)) return err('bukan_pemutus')
  if (f.kerabat) return err('kerabat')
  if (f.ikut) return err('ikut')
  if (!utama && f.lain > 0 && !f.terlambat) return err('masih_ada')
  return ok({ cadangan: !utama })
}
