/** Layers of pairs: those who live together agree by chance on more than strangers do. */
import type { ModelPadanan } from './model.ts'

export type Lapisan = {
  /** The comparison that makes layers; -1 for none. */
  readonly banding: number
  /** Per answer of it the layer; 0 is that of strangers. */
  readonly dari: readonly number[]
  /** Per layer above 0 the key that its pairs share. */
  readonly kunci: readonly (readonly string[])[]
  /** Per answer: which sample tells of it; 0 is pairs taken at random out of all. */
  readonly sampel: readonly number[]
}

/** The layers that a model declares. */
export function lapisanDari(model: ModelPadanan): Lapisan {
  const banding = model.banding.findIndex((b) => b.lapisan)
  const kunci: (readonly string[])[] = []
  const dari: number[] = []
  const sampel: number[] = []
  for (const t of model.banding[banding]?.tingkat ?? []) {
    if (t.contoh) kunci.push(t.contoh)
    dari.push(t.contoh ? kunci.length : t.seperti_atas ? (dari.at(-1) ?? 0) : 0)
    sampel.push(t.contoh ? kunci.length : 0)
  }
  return { banding, dari: [...dari, 0, 0], kunci, sampel: [...sampel, 0, 0] }
}
