/** Which records are one person: the connected parts of the pairs that match, chains of strangers taken apart. */
import type { Pembanding } from './banding.ts'
import type { Pasangan } from './mesin.ts'

/** For each record the smallest number of its cluster; alone, its own. */
export class Gugus {
  readonly #induk: Int32Array

  constructor(banyak: number) {
    this.#induk = new Int32Array(banyak)
    for (let i = 0; i < banyak; i++) this.#induk[i] = i
  }

  akar(n: number): number {
    const induk = this.#induk
    let x = n
    while (induk[x] !== x) {
      induk[x] = induk[induk[x] as number] as number
      x = induk[x] as number
    }
    return x
  }

  satukan(a: number, b: number): void {
    const x = this.akar(a)
    const y = this.akar(b)
    if (x < y) this.#induk[y] = x
    else if (y < x) this.#induk[x] = y
  }

  hasil(): Int32Array {
    const hasil = new Int32Array(this.#induk.length)
    for (let i = 0; i < hasil.length; i++) hasil[i] = this.akar(i)
    return hasil
  }
}

/** What people decided of two records, by their numbers. */
export type Putusan = { readonly a: number; readonly b: number; readonly sama: boolean }

/** More than any evidence weighs, in bits. */
const pasti = 1e6

/** Pairs and weights as they stand once decisions are heard: one person is linked for sure, two persons never. */
export function terapkanPutusan(
  banyak: number,
  pasangan: Pick<Pasangan, 'a' | 'b' | 'bobot'>,
  putusan: readonly Putusan[],
  berat: Pembanding,
): { pasangan: Pick<Pasangan, 'a' | 'b' | 'bobot'>; berat: Pembanding } {
  if (putusan.length === 0) return { pasangan, berat }
  const nomor = (a: number, b: number): number => Math.min(a, b) * banyak + Math.max(a, b)
  const kata = new Map(putusan.map((p) => [nomor(p.a, p.b), p.sama ? pasti : -pasti]))
  const a = [...pasangan.a]
  const b = [...pasangan.b]
  const bobot = Array.from(pasangan.bobot, (w, i) => {
    const k = nomor(a[i] as number, b[i] as number)
    return kata.get(k) ?? w
  })
  const ada = new Set(a.map((x, i) => nomor(x, b[i] as number)))
  for (const p of putusan) {
    if (!p.sama || ada.has(nomor(p.a, p.b))) continue
    a.push(Math.min(p.a, p.b))
    b.push(Math.max(p.a, p.b))
    bobot.push(pasti)
  }
  return {
    pasangan: {
      a: Int32Array.from(a),
      b: Int32Array.from(b),
      bobot: Float32Array.from(bobot),
    },
    berat: (x, y) => kata.get(nomor(x, y)) ?? berat(x, y),
  }
}

/** Larger clusters are not looked at pair by pair. */
const terbesar = 64

export type HasilGugus = {
  readonly gugus: Int32Array
  /** Clusters that were taken apart, and links that were cut. */
  readonly dipecah: number
  readonly diputus: number
}

/**
 * Clusters of the pairs from `batas` bits on. In a cluster of three and more the links are laid from the
 * strongest to the weakest, and one is cut where the two sides, all their pairs taken together, are more
 * likely two persons: a chain holds people whom nothing but its middle makes alike.
 * `berat`: the weight of any two records.
 */
export function gugusDari(
  banyak: number,
  { a, b, bobot }: Pick<Pasangan, 'a' | 'b' | 'bobot'>,
  batas: number,
  berat: Pembanding,
): HasilGugus {
  const utuh = new Gugus(banyak)
  for (let i = 0; i < a.length; i++)
    if ((bobot[i] as number) >= batas) utuh.satukan(a[i] as number, b[i] as number)
  const akar = utuh.hasil()
  const anggota = new Int32Array(banyak)
  for (const x of akar) anggota[x] = (anggota[x] as number) + 1
  const perGugus = new Map<number, number[]>()
  for (let i = 0; i < a.length; i++) {
    const x = akar[a[i] as number] as number
    const n = anggota[x] as number
    if ((bobot[i] as number) < batas || n < 3 || n > terbesar) continue
    const sini = perGugus.get(x)
    if (sini) sini.push(i)
    else perGugus.set(x, [i])
  }
  let dipecah = 0
  let diputus = 0
  const gugus = akar.slice()
  for (const [x, tautan] of perGugus) {
    const n = anggota[x] as number
    // Every pair is linked: there is no chain.
    if (tautan.length === (n * (n - 1)) / 2) continue
    const potong = pecahkan(tautan, { a, b, bobot }, berat)
    if (potong.bagian.length === 1) continue
    dipecah++
    diputus += potong.diputus
    for (const isi of potong.bagian) {
      const pertama = Math.min(...isi)
      for (const r of isi) gugus[r] = pertama
    }
  }
  return { gugus, dipecah, diputus }
}

function pecahkan(
  tautan: readonly number[],
  { a, b, bobot }: Pick<Pasangan, 'a' | 'b' | 'bobot'>,
  berat: Pembanding,
): { bagian: number[][]; diputus: number } {
  const milik = new Map<number, number[]>()
  const bagian = (r: number): number[] => {
    const tahu = milik.get(r) ?? [r]
    milik.set(r, tahu)
    return tahu
  }
  let diputus = 0
  const urut = tautan.toSorted((p, q) => (bobot[q] as number) - (bobot[p] as number))
  for (const i of urut) {
    const p = bagian(a[i] as number)
    const q = bagian(b[i] as number)
    if (p === q) continue
    let jumlah = 0
    for (const x of p) for (const y of q) jumlah += berat(Math.min(x, y), Math.max(x, y))
    if (jumlah < 0) {
      diputus++
      continue
    }
    const semua = [...p, ...q]
    for (const r of semua) milik.set(r, semua)
  }
  return { bagian: [...new Set(milik.values())], diputus }
}
