/** A table of records as one array of integers, row after row: what the matching works on. */
import type { KamusBita } from './kamus-bita.ts'
import type { Kata } from './kata.ts'
import type { ModelPadanan } from './model.ts'

/** Distinct values: value `id` is `bita[mulai[id]..mulai[id + 1])`, with a hash of its bytes. */
export type Nilai = {
  readonly banyak: number
  readonly bita: Uint8Array
  readonly mulai: Uint32Array
  readonly hash: Uint32Array
}

/**
 * Where a column stands in a row (`di`) and what its integers mean; 0 is always "empty".
 * `nomor`: the last nine digits plus 1, and after it the digits before. `tanggal`: yyyymmdd.
 * `kode`, `angka`, `kata`: the number of a distinct value.
 */
export type Lajur =
  | { readonly jenis: 'nomor'; readonly di: number }
  | { readonly jenis: 'tanggal'; readonly di: number }
  | { readonly jenis: 'kode'; readonly di: number; readonly nilai: Nilai }
  | { readonly jenis: 'angka'; readonly di: number; readonly nilai: Float64Array }
  | { readonly jenis: 'kata'; readonly di: number; readonly kata: Kata }

export type LajurKata = Extract<Lajur, { jenis: 'kata' }>
export type LajurKode = Extract<Lajur, { jenis: 'kode' }>

export type Tabel = {
  readonly banyak: number
  /** Integers in a row. */
  readonly lebar: number
  readonly sel: Int32Array
  readonly lajur: ReadonlyMap<string, Lajur>
}

/** Where memory comes from: shared memory when several threads work on it. */
export type Alokasi = (bita: number) => ArrayBufferLike
export const memoriBiasa: Alokasi = (bita) => new ArrayBuffer(bita)

/** Integers that a column takes in a row. */
const lebarKolom = (jenis: ModelPadanan['kolom'][number]['jenis']): number =>
  jenis === 'nomor' ? 2 : 1

/** Where each column of a model begins in a row, and how long a row is. */
export function susunanBaris(model: ModelPadanan): { di: number[]; lebar: number } {
  let lebar = 0
  const di = model.kolom.map((k) => {
    const sini = lebar
    lebar += lebarKolom(k.jenis)
    return sini
  })
  return { di, lebar }
}

export function lajurDari(tabel: Tabel, nama: string): Lajur {
  const lajur = tabel.lajur.get(nama)
  if (!lajur) throw new RangeError(`the model names a column that it does not declare: ${nama}`)
  return lajur
}

/** The values of a dictionary as they stand. */
export const bekukan = (kamus: KamusBita): Nilai => ({
  banyak: kamus.banyak,
  bita: kamus.bita.slice(0, kamus.mulai[kamus.banyak + 1] ?? 0),
  mulai: kamus.mulai.slice(0, kamus.banyak + 2),
  hash: kamus.hash.slice(0, kamus.banyak + 1),
})

/** The same values in memory of the kind asked for. */
export function salinNilai(nilai: Nilai, alokasi: Alokasi): Nilai {
  const bita = new Uint8Array(alokasi(nilai.bita.length))
  bita.set(nilai.bita)
  return {
    banyak: nilai.banyak,
    bita,
    mulai: salin32(nilai.mulai, alokasi),
    hash: salin32(nilai.hash, alokasi),
  }
}

export function salin32(dari: Uint32Array, alokasi: Alokasi): Uint32Array {
  const ke = new Uint32Array(alokasi(dari.length * 4))
  ke.set(dari)
  return ke
}

/** A mixing step of a hash; good enough that neighbours fall far apart. */
export const campur = (h: number, v: number): number => {
  let x = Math.imul(h ^ v, 0x9e3779b1)
  x ^= x >>> 15
  x = Math.imul(x, 0x85ebca6b)
  return x ^ (x >>> 13)
}

/** For each value the number of its first `n` bytes. */
export function salinAwalan(nilai: Nilai, n: number): Int32Array {
  const hasil = new Int32Array(nilai.banyak + 1)
  const nomor = new Map<string, number>()
  for (let id = 1; id <= nilai.banyak; id++) {
    const dari = nilai.mulai[id] as number
    const sampai = Math.min(dari + n, nilai.mulai[id + 1] as number)
    const teks = String.fromCharCode(...nilai.bita.subarray(dari, sampai))
    const tahu = nomor.get(teks) ?? nomor.size + 1
    nomor.set(teks, tahu)
    hasil[id] = tahu
  }
  return hasil
}
