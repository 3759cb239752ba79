/** Fellegi–Sunter weights from the data itself: expectation–maximisation over counts of comparison vectors. */
import { banyakJawab } from './banding.ts'
import type { ModelPadanan } from './model.ts'

/** For each comparison, the probability of each answer among true pairs and among others. */
export type Parameter = {
  readonly m: readonly (readonly number[])[]
  readonly u: readonly (readonly number[])[]
  /** Share of true pairs among the candidates. */
  readonly bagian: number
}

export type HasilEm = Parameter & {
  readonly putaran: number
  /** Largest change of a probability in the last round. */
  readonly gerak: number
}

/** How the answers of all comparisons make one number, and back. */
export type Sandi = { readonly kali: readonly number[]; readonly banyak: number }

export function sandiDari(model: ModelPadanan): Sandi {
  const kali: number[] = []
  let banyak = 1
  for (const b of model.banding) {
    kali.push(banyak)
    banyak *= banyakJawab(b)
  }
  return { kali, banyak }
}

export const jawabDari = (sandi: Sandi, model: ModelPadanan, kode: number, ke: number): number =>
  Math.floor(kode / (sandi.kali[ke] as number)) %
  banyakJawab(model.banding[ke] as ModelPadanan['banding'][number])

const terkecil = 1e-7

/** Begins with: the first levels are what true pairs show. */
const mAwal = (model: ModelPadanan): number[][] =>
  model.banding.map((b) => {
    const n = b.tingkat.length
    const mentah = [...b.tingkat.map((_, i) => 2 ** -i), 0.05]
    const jumlah = mentah.reduce((s, x) => s + x, 0)
    return n === 0 ? [] : mentah.map((x) => x / jumlah)
  })

/** What pairs taken at random answer: how often each level holds by chance. Never nought. */
export function uDari(model: ModelPadanan, hitung: readonly (readonly number[])[]): number[][] {
  return model.banding.map((b, k) => {
    const baris = (hitung[k] ?? []).slice(0, b.tingkat.length + 1)
    const jumlah = baris.reduce((s, x) => s + x, 0)
    return baris.map((x) => (x + 0.25) / (jumlah + 0.25 * baris.length))
  })
}

type Vektor = { readonly n: number; readonly jawab: readonly number[] }

/**
 * Estimates m and the share of true pairs from how often each vector occurs among the candidates,
 * u being known from pairs taken at random out of all. An answer "nothing can be said" tells
 * nothing and has no probability of its own.
 * `semua`: number of all pairs there are, compared or not.
 * Source: Fellegi and Sunter 1969; Winkler 1988.
 */
export function taksir(
  model: ModelPadanan,
  sandi: Sandi,
  hitung: ReadonlyMap<number, number>,
  u: readonly (readonly number[])[],
  semua: number,
): HasilEm {
  const vektor = [...hitung].map(([kode, n]) => ({
    n,
    jawab: model.banding.map((_, k) => jawabDari(sandi, model, kode, k)),
  }))
  let kini: Parameter = { m: mAwal(model), u, bagian: model.em.awal / 1e5 }
  let putaran = 0
  let gerak = 1
  while (putaran < model.em.putaran && gerak > 1e-6) {
    const baru = langkah(model, vektor, kini, semua)
    gerak = beda(kini.m, baru.m)
    kini = baru
    putaran++
  }
  return { ...kini, putaran, gerak }
}

function langkah(
  model: ModelPadanan,
  vektor: readonly Vektor[],
  p: Parameter,
  semua: number,
): Parameter {
  const m = model.banding.map((b) => new Float64Array(b.tingkat.length + 1))
  const log = p.m.map((baris, k) =>
    baris.map((x, i) =>
      model.banding[k]?.tingkat[i]?.netral ? 0 : Math.log(x / (p.u[k]?.[i] ?? 1)),
    ),
  )
  const dasar = Math.log(p.bagian / (1 - p.bagian))
  let benar = 0
  for (const { n, jawab } of vektor) {
    let l = dasar
    for (let k = 0; k < jawab.length; k++) l += log[k]?.[jawab[k] as number] ?? 0
    const w = n / (1 + Math.exp(-l))
    benar += w
    for (let k = 0; k < jawab.length; k++) {
      const j = jawab[k] as number
      const mk = m[k] as Float64Array
      if (j < mk.length) mk[j] = (mk[j] as number) + w
    }
  }
  const rapi = (baris: Float64Array): number[] => {
    const jumlah = baris.reduce((s, x) => s + x, 0) || 1
    return [...baris].map((x) => Math.max(terkecil, x / jumlah))
  }
  return { m: m.map(rapi), u: p.u, bagian: Math.min(0.5, Math.max(1e-15, benar / semua)) }
}

const beda = (a: Parameter['m'], b: Parameter['m']): number =>
  Math.max(...a.flatMap((baris, k) => baris.map((x, i) => Math.abs(x - (b[k]?.[i] ?? 0)))))

/** The weight of an answer in bits: how much more often true pairs show it than others. */
export const bobot = (p: Parameter, ke: number, jawab: number, model?: ModelPadanan): number => {
  if (model?.banding[ke]?.tingkat[jawab]?.netral) return 0
  const m = p.m[ke]?.[jawab]
  const u = p.u[ke]?.[jawab]
  return m === undefined || u === undefined ? 0 : Math.log2(m / u)
}

/** The weight of a whole vector with the prior, in bits; the probability is `1 / (1 + 2^-weight)`. */
export function bobotVektor(model: ModelPadanan, sandi: Sandi, p: Parameter, kode: number): number {
  let jumlah = Math.log2(p.bagian / (1 - p.bagian))
  for (let k = 0; k < model.banding.length; k++)
    jumlah += bobot(p, k, jawabDari(sandi, model, kode, k), model)
  return jumlah
}

export const peluangDari = (bits: number): number => 1 / (1 + 2 ** -bits)
