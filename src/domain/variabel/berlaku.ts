/** Of the answers given, those whose question is asked at all: an answer to a skipped question is no answer. */
import { applies, type Syarat } from './syarat.ts'

type Pertanyaan = { readonly nama: string; readonly bila: Syarat | null }
type Jawaban = Readonly<Record<string, number | string | null>>
type Subjek = { readonly umur: number | null; readonly jenis_kelamin: number | null }

/** Stands for an answer not given yet: no rule lists it, and it is not at least anything. */
const BELUM = Number.NaN

/** Whether what follows from a question waits until that question is answered in this form. */
export type Gerbang = 'tunggu' | 'tanya'

/**
 * The questions that are asked of this subject with these answers. What follows from a question of the
 * same form waits for its answer, unless the form asks only for changes (`tanya`); what hangs on an
 * unknown age or sex is asked, for it could be lost.
 */
export function ditanyakan<P extends Pertanyaan>(
  pertanyaan: readonly P[],
  jawaban: Jawaban,
  subjek: Subjek,
  gerbang: Gerbang = 'tunggu',
): readonly P[] {
  const belum = gerbang === 'tanya' ? [] : pertanyaan.map((p) => [p.nama, BELUM] as const)
  const nilai = { ...Object.fromEntries(belum), ...jawaban }
  return pertanyaan.filter((p) => applies({ bila: p.bila ?? undefined }, { ...subjek, nilai }))
}

/**
 * Leaves out answers to questions that are skipped; leaving one out may skip the next, so it goes on
 * until nothing changes.
 */
export function yangBerlaku(
  pertanyaan: readonly Pertanyaan[],
  jawaban: Jawaban,
  subjek: Subjek,
  gerbang: Gerbang = 'tunggu',
): Jawaban {
  const asked = new Set(ditanyakan(pertanyaan, jawaban, subjek, gerbang).map((p) => p.nama))
  const left = Object.entries(jawaban).filter(([nama]) => asked.has(nama))
  return left.length === Object.keys(jawaban).length
    ? jawaban
    : yangBerlaku(pertanyaan, Object.fromEntries(left), subjek, gerbang)
}
