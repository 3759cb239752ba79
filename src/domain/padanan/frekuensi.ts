/** How rare the thing is that two records agree on: a rare name in common says more than a common one. */
import { lajurDari } from './banding.ts'
import { tanpaUrutan } from './banding-kata.ts'
import type { LajurKata, Tabel } from './tabel.ts'

/** The share of records that carry the rarest agreeing value of a pair. */
export type Kelangkaan = (a: number, b: number) => number

/** For a column of words: the whole set where it agrees, otherwise the rarest word in common. */
export function kelangkaanDari(tabel: Tabel, kolom: string): Kelangkaan {
  const lajur = lajurDari(tabel, kolom)
  if (lajur.jenis === 'kata') return kelangkaanKata(lajur, tabel.banyak)
  if (lajur.jenis === 'nomor' || lajur.jenis === 'angka') return () => 1
  const { nilai } = lajur
  let tertinggi = 0
  for (let i = 0; i < nilai.length; i++) tertinggi = Math.max(tertinggi, nilai[i] as number)
  const banyak = new Float64Array(tertinggi + 1)
  for (let i = 0; i < nilai.length; i++) tambah(banyak, nilai[i] as number)
  return (a) => (banyak[nilai[a] as number] as number) / tabel.banyak
}

const tambah = (hitung: Float64Array, di: number): void => {
  hitung[di] = (hitung[di] as number) + 1
}

function kelangkaanKata(lajur: LajurKata, baris: number): Kelangkaan {
  const { nilai, urutan } = lajur
  const { kata, mulai } = urutan
  const kunci = tanpaUrutan(lajur)
  const perSet = new Float64Array(urutan.banyak + 1)
  const perKata = new Float64Array(lajur.kata.baku.banyak + 1)
  for (let n = 0; n < nilai.length; n++) {
    const id = nilai[n] as number
    if (id === 0) continue
    tambah(perSet, kunci[id] as number)
    for (let i = mulai[id] as number; i < (mulai[id + 1] as number); i++)
      tambah(perKata, kata[i] as number)
  }
  return (a, b) => {
    const x = nilai[a] as number
    const y = nilai[b] as number
    if (kunci[x] === kunci[y]) return (perSet[kunci[x] as number] as number) / baris
    let jarang = Number.POSITIVE_INFINITY
    let semua = Number.POSITIVE_INFINITY
    for (let i = mulai[x] as number; i < (mulai[x + 1] as number); i++) {
      const n = perKata[kata[i] as number] as number
      if (n < semua) semua = n
      for (let j = mulai[y] as number; j < (mulai[y + 1] as number); j++)
        if (kata[i] === kata[j] && n < jarang) jarang = n
    }
    return (jarang === Number.POSITIVE_INFINITY ? semua : jarang) / baris
  }
}
