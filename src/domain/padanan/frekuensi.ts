/** How rare the thing is that two records agree on: a rare name in common says more than a common one. */
import { jawabDari, type Sandi } from './banding.ts'
import { lapisDari, type Parameter } from './bobot.ts'
import { type Kata, lebarRingkas } from './kata.ts'
import type { ModelPadanan } from './model.ts'
import { lajurDari, type Tabel } from './tabel.ts'

/** The share of records that carry the rarest agreeing value of a pair. */
export type Kelangkaan = (a: number, b: number) => number

/** How often each value of a column occurs, and each word, among so many records. */
export type Frekuensi = {
  readonly banyak: number
  readonly nilai: Int32Array
  readonly kata: Int32Array | null
}

/** The columns by which levels are adjusted, per comparison; null where there is none. */
export const kolomFrekuensi = (model: ModelPadanan): (string | null)[] =>
  model.banding.map((b) => b.tingkat.find((t) => t.frekuensi !== undefined)?.frekuensi ?? null)

/** Counts the values of a column; null for a column of numbers, which are their own. */
export function frekuensiDari(tabel: Tabel, kolom: string): Frekuensi | null {
  const lajur = lajurDari(tabel, kolom)
  if (lajur.jenis === 'nomor' || lajur.jenis === 'tanggal') return null
  const ringkas = lajur.jenis === 'kata' ? lajur.kata.ringkas : null
  const jumlah =
    lajur.jenis === 'angka' ? lajur.nilai.length : (ringkas?.length ?? 0) / lebarRingkas
  const nilai = new Int32Array(
    lajur.jenis === 'kode' ? lajur.nilai.banyak + 1 : Math.max(1, jumlah),
  )
  const kata = lajur.jenis === 'kata' ? new Int32Array(lajur.kata.kata.banyak + 1) : null
  const { sel, lebar } = tabel
  for (let i = lajur.di; i < sel.length; i += lebar) {
    const id = sel[i] as number
    if (id === 0) continue
    tambah(nilai, ringkas ? (ringkas[id * lebarRingkas] as number) : id)
    if (lajur.jenis === 'kata' && kata) {
      const { isi, mulai } = lajur.kata
      for (let j = mulai[id] as number; j < (mulai[id + 1] as number); j++)
        tambah(kata, isi[j] as number)
    }
  }
  return { banyak: tabel.banyak, nilai, kata }
}

const tambah = (hitung: Int32Array, di: number): void => {
  hitung[di] = (hitung[di] as number) + 1
}

/** For a column of words: the whole set where it agrees, otherwise the rarest word in common. */
export function kelangkaanDari(tabel: Tabel, kolom: string, f: Frekuensi): Kelangkaan {
  const { sel, lebar } = tabel
  const lajur = lajurDari(tabel, kolom)
  const { di } = lajur
  if (lajur.jenis === 'kata' && f.kata) return kelangkaanKata(lajur.kata, f, f.kata, tabel, di)
  return (a) => (f.nilai[sel[a * lebar + di] as number] as number) / f.banyak
}

function kelangkaanKata(
  k: Kata,
  { nilai: perSet, banyak }: Frekuensi,
  perKata: Int32Array,
  { sel, lebar }: Tabel,
  di: number,
): Kelangkaan {
  const { ringkas, isi, mulai } = k
  return (a, b) => {
    const x = sel[a * lebar + di] as number
    const y = sel[b * lebar + di] as number
    const set = ringkas[x * lebarRingkas] as number
    if (set === ringkas[y * lebarRingkas]) return (perSet[set] as number) / banyak
    let jarang = banyak
    let ada = false
    let umum = banyak
    for (let i = mulai[x] as number; i < (mulai[x + 1] as number); i++) {
      const n = perKata[isi[i] as number] as number
      if (n < umum) umum = n
      for (let j = mulai[y] as number; j < (mulai[y + 1] as number); j++) {
        if (isi[i] !== isi[j]) continue
        ada = true
        if (n < jarang) jarang = n
      }
    }
    if (ada) return jarang / banyak
    for (let j = mulai[y] as number; j < (mulai[y + 1] as number); j++)
      umum = Math.min(umum, perKata[isi[j] as number] as number)
    return umum / banyak
  }
}

/** Bits that the rarity of one value adds or takes at most. */
export const penyesuaianTerbesar = 6

/** What the rarity of the agreeing value adds to a pair's weight, in bits. */
export type Penyesuaian = (a: number, b: number, kode: number) => number

/** As the weights were estimated: against what is usual in the layer of the pair. */
export function penyesuaianDari(
  model: ModelPadanan,
  sandi: Sandi,
  langka: readonly (Kelangkaan | null)[],
  p: Parameter,
): Penyesuaian {
  const pakai = langka.flatMap((kelangkaan, k) => (kelangkaan ? [{ k, kelangkaan }] : []))
  return (a, b, kode) => {
    const umum = p.umum[lapisDari(p, sandi, kode)]
    let jumlah = 0
    for (const { k, kelangkaan } of pakai) {
      const jawab = jawabDari(sandi, kode, k)
      const biasa = umum?.[k]?.[jawab] ?? 0
      if (biasa === 0 || model.banding[k]?.tingkat[jawab]?.frekuensi === undefined) continue
      const beda = Math.log2(biasa / kelangkaan(a, b))
      jumlah += Math.max(-penyesuaianTerbesar, Math.min(penyesuaianTerbesar, beda))
    }
    return jumlah
  }
}
