/** What agreement and disagreement weigh, in bits, once the probabilities are known. */
import { jawabDari, type Sandi } from './banding.ts'
import type { Lapisan } from './lapisan.ts'
import type { ModelPadanan } from './model.ts'

/** For each comparison, the probability of each answer among true pairs (m) and, per layer, among others (u). */
export type Parameter = {
  readonly m: readonly (readonly number[])[]
  readonly u: readonly (readonly (readonly number[])[])[]
  /** Share of true pairs among all pairs there are, compared or not. */
  readonly bagian: number
  readonly lapisan: Lapisan
  /** Per layer, comparison and level: the usual frequency of the value agreed on by chance; 0 is unknown. */
  readonly umum: readonly (readonly (readonly number[])[])[]
}

/** The layer of a vector. */
export const lapisDari = ({ lapisan }: Parameter, sandi: Sandi, kode: number): number =>
  lapisan.banding < 0 ? 0 : (lapisan.dari[jawabDari(sandi, kode, lapisan.banding)] ?? 0)

/** The weight of an answer in bits: how much more often true pairs show it than others of the layer. */
export const bobot = (
  model: ModelPadanan,
  p: Parameter,
  ke: number,
  jawab: number,
  lapis = 0,
): number => {
  if (model.banding[ke]?.tingkat[jawab]?.netral) return 0
  const m = p.m[ke]?.[jawab]
  const u = p.u[lapis]?.[ke]?.[jawab]
  return m === undefined || u === undefined ? 0 : Math.log2(m / u)
}

/** The weight of a whole vector with the prior, in bits; the probability is `1 / (1 + 2^-weight)`. */
export function bobotVektor(model: ModelPadanan, sandi: Sandi, p: Parameter, kode: number): number {
  const lapis = lapisDari(p, sandi, kode)
  let jumlah = Math.log2(p.bagian / (1 - p.bagian))
  for (let k = 0; k < model.banding.length; k++)
    jumlah += bobot(model, p, k, jawabDari(sandi, kode, k), lapis)
  return jumlah
}

export const peluangDari = (bits: number): number => 1 / (1 + 2 ** -bits)

/** The bits of a probability. */
export const bitsDari = (peluang: number): number => Math.log2(peluang / (1 - peluang))
