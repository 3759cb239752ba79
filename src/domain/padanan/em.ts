/** Fellegi–Sunter weights from the data itself: expectation–maximisation over counts of comparison vectors. */
import type { Sampel } from './acak.ts'
import { jawabDari, type Sandi } from './banding.ts'
import type { Parameter } from './bobot.ts'
import { type Lapisan, lapisanDari } from './lapisan.ts'
import type { ModelPadanan } from './model.ts'
import type { HitungVektor } from './vektor.ts'

export type HasilEm = Parameter & {
  readonly putaran: number
  /** Largest change of a probability in the last round. */
  readonly gerak: number
}

/**
 * In the second stage a pair teaches about a comparison only as far as the others believe it without
 * that one: otherwise many namesakes of one year would teach that one person is often born twice.
 */
const keyakinan = 4

const terkecil = 1e-7

/**
 * So many imagined true pairs, as the first guess has them, are counted with those of the data: where nobody is
 * recorded twice, equal numbers and names would otherwise come to speak against one person.
 */
const dugaan = 10

/** Begins with: the first levels are what true pairs show. */
const mAwal = (model: ModelPadanan): number[][] =>
  model.banding.map((b) => {
    const mentah = [...b.tingkat.map((_, i) => 2 ** -i), 0.05]
    const jumlah = mentah.reduce((s, x) => s + x, 0)
    return mentah.map((x) => x / jumlah)
  })

type Vektor = {
  readonly n: number
  readonly mewakili: number
  readonly balik: readonly number[]
  readonly jawab: readonly number[]
  readonly lapis: number
}

function uraikan(sandi: Sandi, lapisan: Lapisan, s: HitungVektor & Partial<Sampel>): Vektor[] {
  return Array.from(s.kode, (satu, i) => {
    const jawab = sandi.kali.map((_, k) => jawabDari(sandi, satu, k))
    return {
      n: s.hitung[i] as number,
      mewakili: s.mewakili?.[i] ?? 0,
      balik: (s.balik ?? []).map((b) => b[i] ?? 0),
      jawab,
      lapis: lapisan.banding < 0 ? 0 : (lapisan.dari[jawab[lapisan.banding] as number] ?? 0),
    }
  })
}

/**
 * Estimates m and the share of true pairs from how often each vector occurs among the candidates, and
 * u from pairs taken at random, less those among them that look like true pairs. Pairs of a layer (who
 * live together, say) have a u of their own, from pairs taken at random within it. An answer "nothing
 * can be said" tells nothing and has no probability of its own.
 * `semua`: number of all pairs there are, compared or not.
 * Source: Fellegi and Sunter 1969; Winkler 1988.
 */
export function taksir(
  model: ModelPadanan,
  sandi: Sandi,
  calon: HitungVektor,
  sampel: readonly Sampel[],
  semua: number,
): HasilEm {
  const lapisan = lapisanDari(model)
  const vektor = uraikan(sandi, lapisan, calon)
  const acak = sampel.flatMap((s) => uraikan(sandi, lapisan, s))
  let kini: Parameter = {
    m: mAwal(model),
    u: hitungU(model, lapisan, acak, null),
    bagian: bagianAwal(model, calon, semua),
    lapisan,
    umum: [],
  }
  let putaran = 0
  let gerak = 1
  for (const pangkat of [0, keyakinan]) {
    gerak = 1
    for (let i = 0; i < model.em.putaran && gerak > 1e-5; i++) {
      const baru = langkah(model, vektor, acak, kini, semua, pangkat)
      gerak = beda(kini.m, baru.m)
      kini = baru
      putaran++
    }
  }
  return { ...kini, umum: umumDari(model, acak, kini), putaran, gerak }
}

/** A stated part of the candidates, as a share of all pairs. */
const bagianAwal = (model: ModelPadanan, { hitung }: HitungVektor, semua: number): number =>
  Math.min(
    0.5,
    (model.em.awal *
      Math.max(
        1,
        hitung.reduce((s, n) => s + n, 0),
      )) /
      semua,
  )

/** Counts of answers per comparison, weighted. */
function hitungJawab(
  model: ModelPadanan,
  vektor: readonly Vektor[],
  berat: (v: Vektor, ke: number) => number,
): Float64Array[] {
  const jumlah = model.banding.map((b) => new Float64Array(b.tingkat.length + 1))
  for (const v of vektor) {
    for (let k = 0; k < v.jawab.length; k++) {
      const w = berat(v, k)
      const j = v.jawab[k] as number
      const baris = jumlah[k] as Float64Array
      if (j < baris.length) baris[j] = (baris[j] as number) + w
    }
  }
  return jumlah
}

/** Pairs of the whole that lend a layer its figures where it has few of its own. */
const pinjaman = 10

/** How often each level holds by chance, per layer; at first a layer is like the whole. Never nought. */
function hitungU(
  model: ModelPadanan,
  lapisan: Lapisan,
  acak: readonly Vektor[],
  p: Parameter | null,
): number[][][] {
  const log = p && logNisbah(model, p)
  const lain = new Map(acak.map((v) => [v, log ? 1 - peluang(log, v) : 1]))
  const mewakili = hitungJawab(model, acak, (v) => v.mewakili * (lain.get(v) ?? 1))
  const umum = mewakili.map((baris, k) => {
    const n = acak.reduce((s, v) => s + ((v.jawab[k] as number) < baris.length ? v.n : 0), 0)
    return rata(baris, n)
  })
  return [0, ...lapisan.kunci.map((_, i) => i + 1)].map((l) => {
    const sini = acak.filter((v) => v.lapis === l)
    const hitung = hitungJawab(model, sini, (v) => (p || l === 0 ? v.n * (lain.get(v) ?? 1) : 0))
    return hitung.map((baris, k) => {
      const asal = umum[k] as number[]
      if (k === lapisan.banding) return asal
      const semua = baris.reduce((s, x) => s + x, 0) + pinjaman
      return [...baris].map((x, i) => {
        const biasa = asal[i] as number
        return Math.max((x + pinjaman * biasa) / semua, Math.min(biasa, 0.25 / semua))
      })
    })
  })
}

/** Shares of a total, with a quarter of a pair added to each. `n`: pairs looked at. */
function rata(baris: Float64Array, n: number): number[] {
  const jumlah = baris.reduce((s, x) => s + x, 0) || 1
  const tambah = 0.25 / Math.max(1, n)
  return [...baris].map((x) => (x / jumlah + tambah) / (1 + tambah * baris.length))
}

type Log = {
  readonly dasar: number
  readonly baris: readonly (readonly (readonly number[])[])[]
}

const logNisbah = (model: ModelPadanan, p: Parameter): Log => ({
  dasar: Math.log(p.bagian / (1 - p.bagian)),
  baris: p.u.map((u) =>
    p.m.map((baris, k) =>
      baris.map((x, i) =>
        model.banding[k]?.tingkat[i]?.netral ? 0 : Math.log(x / (u[k]?.[i] ?? 1)),
      ),
    ),
  ),
})

function peluang({ dasar, baris }: Log, { jawab, lapis }: Vektor, tanpa = -1): number {
  const sini = baris[lapis] ?? []
  let l = dasar
  for (let k = 0; k < jawab.length; k++) if (k !== tanpa) l += sini[k]?.[jawab[k] as number] ?? 0
  return 1 / (1 + Math.exp(-l))
}

function langkah(
  model: ModelPadanan,
  vektor: readonly Vektor[],
  acak: readonly Vektor[],
  p: Parameter,
  semua: number,
  pangkat: number,
): Parameter {
  const log = logNisbah(model, p)
  let benar = 0
  const m = hitungJawab(model, vektor, (v, k) => {
    const semuanya = peluang(log, v)
    if (k === 0) benar += v.n * semuanya
    return pangkat === 0 ? v.n * semuanya : v.n * semuanya * peluang(log, v, k) ** pangkat
  })
  const duga = mAwal(model)
  const rapi = (baris: Float64Array, k: number): number[] => {
    const jumlah = baris.reduce((s, x) => s + x, 0) + dugaan
    return [...baris].map((x, i) => Math.max(terkecil, (x + dugaan * (duga[k]?.[i] ?? 0)) / jumlah))
  }
  return {
    ...p,
    m: m.map(rapi),
    u: hitungU(model, p.lapisan, acak, p),
    bagian: Math.min(0.5, Math.max(1e-15, (benar + dugaan) / semua)),
  }
}

const beda = (a: Parameter['m'], b: Parameter['m']): number =>
  Math.max(...a.flatMap((baris, k) => baris.map((x, i) => Math.abs(x - (b[k]?.[i] ?? 0)))))

/** Fewer pairs than this tell nothing of what is usual. */
const cukup = 10

function umumDari(model: ModelPadanan, acak: readonly Vektor[], p: Parameter): number[][][] {
  const log = logNisbah(model, p)
  const hitung = (vektor: readonly Vektor[]): number[][] =>
    model.banding.map((b, k) => {
      const n = new Float64Array(b.tingkat.length)
      const balik = new Float64Array(b.tingkat.length)
      for (const v of vektor) {
        const j = v.jawab[k] as number
        if (j >= n.length || !v.balik[k]) continue
        const w = 1 - peluang(log, v)
        n[j] = (n[j] as number) + v.n * w
        balik[j] = (balik[j] as number) + (v.balik[k] ?? 0) * w
      }
      return [...n].map((x, j) => (x >= cukup ? x / (balik[j] as number) : 0))
    })
  return p.u.map((_, l) => hitung(acak.filter((v) => v.lapis === l)))
}
