/**
 * How good matching is at each threshold, from labels of a sample stratified by weight (Cochran, Sampling
 * Techniques, ch. 5): every layer of weights speaks for all of its pairs, however many of them were labelled.
 * Pairs that matching did not store are not part of it: recall is among the pairs it found. Pure.
 */
import { z } from 'zod'
import { labelSchema } from '#domain/label-schema.ts'

const lapisSchema = z.strictObject({ jumlah: z.int(), peluang: z.number() })

/** `policy/parameter/bangku-padanan.yaml`. */
export const berkasBangkuSchema = z.strictObject({
  judul: labelSchema,
  sumber: z.string().min(1),
  berlaku: z.strictObject({ dari: z.string(), sampai: z.string().nullable() }),
  sampel: z.int().min(20).max(2000),
  lapis: z.int().min(4).max(60),
  sedikitnya: z.int().min(1).max(50),
  detik: z.int().min(1).max(3600),
  contoh: z.strictObject({
    alokasi: z
      .array(
        z.strictObject({
          nama: z.string(),
          lapis: z.array(lapisSchema),
          sampel: z.int(),
          hasil: z.array(z.int()),
        }),
      )
      .min(1),
  }),
})
export type BerkasBangku = z.output<typeof berkasBangkuSchema>

export type LapisCalon = {
  /** Pairs in it. */
  readonly jumlah: number
  /** Their mean probability by the model. */
  readonly peluang: number
}

/**
 * How many of each layer are labelled: more where there are many and the model is unsure (Neyman), never
 * less than `sedikitnya`, never more than there are.
 */
export function alokasi(
  lapis: readonly LapisCalon[],
  sampel: number,
  sedikitnya: number,
): readonly number[] {
  const hasil = lapis.map((l) => Math.min(l.jumlah, sedikitnya))
  const takPasti = lapis.map(
    (l) => l.jumlah * Math.sqrt(Math.max(0.0025, l.peluang * (1 - l.peluang))),
  )
  // What a full layer leaves goes to the others, until all is given or all is full.
  for (;;) {
    const sisa = sampel - hasil.reduce((s, n) => s + n, 0)
    const terbuka = lapis.flatMap((l, i) => ((hasil[i] ?? 0) < l.jumlah ? [i] : []))
    if (sisa <= 0 || terbuka.length === 0) return hasil
    const berat = terbuka.reduce((s, i) => s + (takPasti[i] ?? 0), 0)
    const bagian = terbuka
      .map((i) => ({ i, hak: (sisa * (takPasti[i] ?? 0)) / berat }))
      .sort((a, b) => b.hak - a.hak)
    let diberi = 0
    for (const { i, hak } of bagian) {
      const n = Math.min(
        Math.max(1, Math.floor(hak)),
        (lapis[i]?.jumlah ?? 0) - (hasil[i] ?? 0),
        sisa - diberi,
      )
      hasil[i] = (hasil[i] ?? 0) + n
      diberi += n
    }
  }
}

export type LapisTerlabel = LapisCalon & {
  /** Weight from which on. */
  readonly batas: number
  /** Labelled as one person or as two; what cannot be told is not counted. */
  readonly dilabeli: number
  readonly sama: number
}

export type Taksiran = { readonly nilai: number; readonly bawah: number; readonly atas: number }
export type TitikBangku = {
  readonly batas: number
  readonly presisi: Taksiran
  readonly kelengkapan: Taksiran
  /** Pairs from the threshold on, and below it. */
  readonly langsung: number
  readonly ditinjau: number
  readonly jam: number
}

type Bagian = { readonly banyak: number; readonly rata: number; readonly ragam: number }

/**
 * The share of true pairs of a layer and how sure it is. A layer without labels is what the model says, and
 * fully unsure; one whose labels all agree is not taken as certain (Jeffreys), unless all of it was labelled.
 */
function bagianOf(l: LapisTerlabel): Bagian {
  if (l.dilabeli === 0) return { banyak: l.jumlah, rata: l.peluang, ragam: 1 / 12 }
  const rata = l.sama / l.dilabeli
  const p = (l.sama + 0.5) / (l.dilabeli + 1)
  const terhingga = l.jumlah > 1 ? (l.jumlah - Math.min(l.jumlah, l.dilabeli)) / (l.jumlah - 1) : 0
  return { banyak: l.jumlah, rata, ragam: ((p * (1 - p)) / (l.dilabeli + 2)) * terhingga }
}

const selang = (nilai: number, ragam: number): Taksiran => {
  const tepi = 1.96 * Math.sqrt(ragam)
  return { nilai, bawah: Math.max(0, nilai - tepi), atas: Math.min(1, nilai + tepi) }
}

/**
 * @param lapis from the lowest weight on
 * @param detik that a clerk needs for one pair
 * @returns one point per layer: its lower edge as the threshold
 */
export function taksirBangku(
  lapis: readonly LapisTerlabel[],
  detik: number,
): readonly TitikBangku[] {
  const bagian = lapis.map(bagianOf)
  const jumlah = (b: readonly Bagian[], nilai: (x: Bagian) => number) =>
    b.reduce((s, x) => s + nilai(x), 0)
  const benar = (b: readonly Bagian[]) => jumlah(b, (x) => x.banyak * x.rata)
  const ragam = (b: readonly Bagian[]) => jumlah(b, (x) => x.banyak ** 2 * x.ragam)
  const semuaBenar = benar(bagian)
  return lapis.map((l, i) => {
    const [bawah, atas] = [bagian.slice(0, i), bagian.slice(i)]
    const langsung = jumlah(atas, (x) => x.banyak)
    const ditinjau = jumlah(bawah, (x) => x.banyak)
    const [tp, fn] = [benar(atas), benar(bawah)]
    const presisi = langsung > 0 ? tp / langsung : 1
    const kelengkapan = semuaBenar > 0 ? tp / semuaBenar : 1
    // The delta method on tp / (tp + fn), the two parts being independent.
    const turunan =
      semuaBenar > 0 ? (fn ** 2 * ragam(atas) + tp ** 2 * ragam(bawah)) / semuaBenar ** 4 : 0
    return {
      batas: l.batas,
      presisi: selang(presisi, langsung > 0 ? ragam(atas) / langsung ** 2 : 0),
      kelengkapan: selang(kelengkapan, turunan),
      langsung,
      ditinjau,
      jam: (ditinjau * detik) / 3600,
    }
  })
}
