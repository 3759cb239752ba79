/** Distinct comparison vectors and how often each occurs. */
import { besar } from './kamus-bita.ts'
import { campur } from './tabel.ts'

/** Codes above this many are looked up by hash, below directly. */
const langsungTerbanyak = 1 << 22

/** Numbers vectors from 0 on, and counts them. */
export class KamusVektor {
  #kode = new Float64Array(1 << 8)
  #hitung = new Float64Array(1 << 8)
  #tabel: Int32Array
  readonly #langsung: boolean
  banyak = 0

  /** `semua`: how many codes there can be. */
  constructor(semua: number) {
    this.#langsung = semua <= langsungTerbanyak
    this.#tabel = new Int32Array(this.#langsung ? semua : 1 << 12)
  }

  /** Counts a vector once. @returns its number */
  catat(kode: number): number {
    const id = this.#langsung ? this.#cariLangsung(kode) : this.#cari(kode)
    this.#hitung[id] = (this.#hitung[id] as number) + 1
    return id
  }

  kode(): Float64Array {
    return this.#kode.slice(0, this.banyak)
  }

  hitung(): Float64Array {
    return this.#hitung.slice(0, this.banyak)
  }

  #cariLangsung(kode: number): number {
    const tahu = this.#tabel[kode] as number
    if (tahu !== 0) return tahu - 1
    this.#tabel[kode] = this.banyak + 1
    return this.#baru(kode)
  }

  #cari(kode: number): number {
    const mask = this.#tabel.length - 1
    let di = acak(kode) & mask
    for (; this.#tabel[di] !== 0; di = (di + 1) & mask) {
      const id = (this.#tabel[di] as number) - 1
      if (this.#kode[id] === kode) return id
    }
    this.#tabel[di] = this.banyak + 1
    const id = this.#baru(kode)
    if (this.banyak * 2 > this.#tabel.length) this.#lebarkan()
    return id
  }

  #baru(kode: number): number {
    const id = this.banyak++
    if (id >= this.#kode.length) {
      this.#kode = besar(this.#kode, id + 1)
      this.#hitung = besar(this.#hitung, id + 1)
    }
    this.#kode[id] = kode
    return id
  }

  #lebarkan(): void {
    const mask = this.#tabel.length * 2 - 1
    this.#tabel = new Int32Array(mask + 1)
    for (let id = 0; id < this.banyak; id++) {
      let di = acak(this.#kode[id] as number) & mask
      while (this.#tabel[di] !== 0) di = (di + 1) & mask
      this.#tabel[di] = id + 1
    }
  }
}

const acak = (kode: number): number => campur(Math.floor(kode / 4294967296), kode | 0)

/** Vectors with their counts, as one thread hands them to another. */
export type HitungVektor = { readonly kode: Float64Array; readonly hitung: Float64Array }

/** Adds up counts; the vectors in the order of their codes, whoever counted them. */
export function jumlahkan(daftar: readonly HitungVektor[]): HitungVektor {
  const semua = new Map<number, number>()
  for (const { kode, hitung } of daftar)
    for (let i = 0; i < kode.length; i++)
      semua.set(kode[i] as number, (semua.get(kode[i] as number) ?? 0) + (hitung[i] as number))
  const urut = [...semua].sort(([a], [b]) => a - b)
  return {
    kode: Float64Array.from(urut, ([k]) => k),
    hitung: Float64Array.from(urut, ([, n]) => n),
  }
}
