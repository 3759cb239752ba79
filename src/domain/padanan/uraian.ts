/** Why a pair weighs what it weighs: the prior, then each comparison with the level that held, then rarity. */
import type { Label } from '#domain/label.ts'
import { jawabDari, type Sandi } from './banding.ts'
import { bobot, type Parameter, peluangDari } from './bobot.ts'
import type { ModelPadanan } from './model.ts'

export type Langkah = {
  readonly nama: string
  readonly label: Label
  readonly jawaban: Label
  /** The level, from 0; after the last: none of them; one more: nothing can be said. */
  readonly tingkat: number
  /** Bits; positive speaks for one person. */
  readonly bobot: number
}

export type Uraian = {
  /** Bits of two records taken at random. */
  readonly bitAwal: number
  readonly langkah: readonly Langkah[]
  /** Bits that the rarity of agreeing values adds or takes. */
  readonly kelangkaan: number
  readonly bobot: number
  readonly peluang: number
}

const tidakAda: Label = { id: 'berbeda', en: 'different' }
const tidakDapat: Label = { id: 'tidak dapat dibandingkan', en: 'nothing can be compared' }

/** The levels of a comparison vector, in the order of the model's comparisons. */
export const tingkatDari = (sandi: Sandi, kode: number): number[] =>
  sandi.kali.map((_, k) => jawabDari(sandi, kode, k))

/** What the answer of a comparison is called. */
export function kataJawaban(model: ModelPadanan, ke: number, tingkat: number): Label {
  const daftar = model.banding[ke]?.tingkat ?? []
  return daftar[tingkat]?.label ?? (tingkat === daftar.length ? tidakAda : tidakDapat)
}

/**
 * The weight of a pair step by step; the steps, the prior and the rarity add up to `jumlah`, the weight
 * that the kernel gave.
 */
export function uraikanBobot(
  model: ModelPadanan,
  p: Parameter,
  tingkat: readonly number[],
  jumlah: number,
): Uraian {
  const { banding, dari } = p.lapisan
  const lapis = banding < 0 ? 0 : (dari[tingkat[banding] ?? -1] ?? 0)
  const langkah = model.banding.map((b, k) => {
    const ini = tingkat[k] ?? b.tingkat.length + 1
    return {
      nama: b.nama,
      label: b.label,
      jawaban: kataJawaban(model, k, ini),
      tingkat: ini,
      bobot: bobot(model, p, k, ini, lapis),
    }
  })
  const bitAwal = Math.log2(p.bagian / (1 - p.bagian))
  const kelangkaan = jumlah - langkah.reduce((s, l) => s + l.bobot, bitAwal)
  return {
    bitAwal,
    langkah,
    // What single precision leaves of nothing is nothing.
    kelangkaan: Math.abs(kelangkaan) < 1e-3 ? 0 : kelangkaan,
    bobot: jumlah,
    peluang: peluangDari(jumlah),
  }
}
