/** What sources say of a house and a family beside the registry, question by question. Pure. */
import type { Label } from '../label.ts'
import type { KamusLengkap } from '../variabel/label.ts'
import { labelOf } from '../variabel/label.ts'
import type { Sumber } from './percaya.ts'

/** A family as one source knows it. `orang`: how many members of the registry's family stand in it. */
export type KeluargaSumber = {
  readonly id: string
  readonly sumber: Exclude<Sumber, 'registri'>
  readonly berlaku: string
  readonly desil: number | null
  readonly orang: number
  /** It bears the number of the family card that the registry has. */
  readonly kk: boolean
  readonly jawaban: Readonly<Record<string, number | string>>
}

/** A question with the registry's answer in words; null where it was not asked. */
export type JawabanRegistri = {
  readonly kelompok: string
  readonly variabel: string
  readonly label: Label
  readonly nilai: Label | null
  readonly sumber: string | null
  readonly tanggal: string | null
}

export type JawabanBersumber = JawabanRegistri & {
  readonly lain: readonly { sumber: KeluargaSumber['sumber']; tanggal: string; nilai: Label }[]
  /** Two of those that answered do not say the same. */
  readonly berbeda: boolean
}

/**
 * Of several families of one source, the one that is this family: with its card number, then with most of
 * its members, then of the newest day.
 */
export function keluargaTertaut(semua: readonly KeluargaSumber[]): readonly KeluargaSumber[] {
  const urut = semua.toSorted(
    (a, b) =>
      Number(b.kk) - Number(a.kk) ||
      b.orang - a.orang ||
      (a.berlaku < b.berlaku ? 1 : a.berlaku > b.berlaku ? -1 : a.id < b.id ? -1 : 1),
  )
  const dari = new Map<string, KeluargaSumber>()
  for (const k of urut) if (!dari.has(k.sumber)) dari.set(k.sumber, k)
  return [...dari.values()]
}

/** The questions that a source answered, in the order of `registri`, each in the words of the dictionary. */
export function jawabanBersumber(
  kamus: KamusLengkap,
  registri: readonly JawabanRegistri[],
  keluarga: readonly KeluargaSumber[],
): readonly JawabanBersumber[] {
  return registri.flatMap((r) => {
    const lain = keluarga.flatMap(({ sumber, berlaku, jawaban }) => {
      const nilai = jawaban[r.variabel]
      return nilai === undefined || nilai === null
        ? []
        : [{ sumber, tanggal: berlaku, nilai: labelOf(kamus, r.variabel, nilai) }]
    })
    if (lain.length === 0) return []
    const kata = new Set([...lain.map((l) => l.nilai.id), ...(r.nilai ? [r.nilai.id] : [])])
    return [{ ...r, lain, berbeda: kata.size > 1 }]
  })
}
