/**
 * The plan of a set: how many families each village has, who shares a house, how large each family
 * is, how well off each house lives, and which houses receive rastra. It is made before any person,
 * in flat arrays, so that the totals asked for are met exactly and memory stays small.
 */
import { Acak } from './acak.ts'
import type { Kota } from './wilayah.ts'

export type Rencana = {
  readonly jumlahRuta: number
  /** Per household: index of its village, of its first family, and how many families it holds. */
  readonly desa: Uint16Array
  readonly awalKeluarga: Uint32Array
  readonly banyakKeluarga: Uint8Array
  readonly theta: Float32Array
  readonly rastra: Uint8Array
  /** Per family. */
  readonly ukuran: Uint8Array
}

export type Permintaan = {
  readonly seed: number
  readonly keluarga: number
  readonly orang: number
  readonly rastra: number
}

/** Mean family size of the demonstration: 39.876 jiwa in 9.232 KK. */
export const rataUkuran = 39876 / 9232
/** Share of the families that receive rastra there. */
export const rataRastra = 5098 / 9232

const sebaranUkuran: readonly (readonly [number, number])[] = [
  [1, 55],
  [2, 100],
  [3, 165],
  [4, 245],
  [5, 208],
  [6, 120],
  [7, 60],
  [8, 28],
  [9, 12],
  [10, 7],
]
const ukuranTerbesar = 12
const bagianSerumah = 0.06
/** How dim the officer's eyes are, in standard deviations of the level of living. */
const KABUR = 1.3

/** Makes the plan; the totals are exact. Throws RangeError when they cannot be met. */
export function susunRencana(kota: Kota, minta: Permintaan): Rencana {
  const acak = new Acak(minta.seed, 0, 1)
  if (minta.orang < minta.keluarga || minta.orang > minta.keluarga * ukuranTerbesar) {
    throw new RangeError('people per family out of range')
  }
  const perDesa = bagi(
    kota.desa.map((d) => d.bobot),
    minta.keluarga,
  )
  const ukuran = ukuranKeluarga(acak, minta)
  const rumah = susunRumah(acak, perDesa)
  const theta = new Float32Array(rumah.jumlahRuta)
  for (let i = 0; i < rumah.jumlahRuta; i++) {
    const besar = ukuran[rumah.awalKeluarga[i] ?? 0] ?? 4
    const geser = kota.desa[rumah.desa[i] ?? 0]?.geser ?? 0
    theta[i] = 0.95 * acak.normal() - 0.11 * (besar - rataUkuran) + geser
  }
  return { ...rumah, theta, ukuran, rastra: pilihPenerima(acak, theta, minta.rastra) }
}

/** Splits a total by weights, largest remainders first: the parts sum to the total. */
export function bagi(bobot: readonly number[], jumlah: number): number[] {
  const total = bobot.reduce((a, b) => a + b, 0)
  const tepat = bobot.map((b) => (b / total) * jumlah)
  const bulat = tepat.map(Math.floor)
  const sisa = jumlah - bulat.reduce((a, b) => a + b, 0)
  const urutan = tepat.map((t, i) => [t - Math.floor(t), i] as const).sort((a, b) => b[0] - a[0])
  for (const [, i] of urutan.slice(0, sisa)) bulat[i] = (bulat[i] ?? 0) + 1
  return bulat
}

function ukuranKeluarga(acak: Acak, minta: Permintaan): Uint8Array {
  const ukuran = new Uint8Array(minta.keluarga)
  let jumlah = 0
  for (let i = 0; i < ukuran.length; i++) {
    const n = acak.timbang(sebaranUkuran)
    ukuran[i] = n
    jumlah += n
  }
  while (jumlah !== minta.orang) {
    const langkah = jumlah < minta.orang ? 1 : -1
    const i = acak.bulat(0, ukuran.length - 1)
    const baru = (ukuran[i] ?? 0) + langkah
    if (baru < 1 || baru > ukuranTerbesar) continue
    ukuran[i] = baru
    jumlah += langkah
  }
  return ukuran
}

function susunRumah(acak: Acak, perDesa: readonly number[]) {
  const keluarga = perDesa.reduce((a, b) => a + b, 0)
  const desa = new Uint16Array(keluarga)
  const awalKeluarga = new Uint32Array(keluarga)
  const banyakKeluarga = new Uint8Array(keluarga)
  let ruta = 0
  let berikut = 0
  for (const [indeks, banyak] of perDesa.entries()) {
    let sisa = banyak
    while (sisa > 0) {
      const serumah = sisa > 1 && acak.peluang(bagianSerumah) ? 2 : 1
      desa[ruta] = indeks
      awalKeluarga[ruta] = berikut
      banyakKeluarga[ruta] = serumah
      berikut += serumah
      sisa -= serumah
      ruta++
    }
  }
  return {
    jumlahRuta: ruta,
    desa: desa.slice(0, ruta),
    awalKeluarga: awalKeluarga.slice(0, ruta),
    banyakKeluarga: banyakKeluarga.slice(0, ruta),
  }
}

/** The worst-off receive, seen through an officer's eyes: some poor are missed, some able get it. */
function pilihPenerima(acak: Acak, theta: Float32Array, banyak: number): Uint8Array {
  if (banyak < 0 || banyak > theta.length) {
    throw new RangeError('more receivers than households')
  }
  const tampak = Float64Array.from(theta, (t) => t + KABUR * acak.normal())
  const urutan = Uint32Array.from(theta, (_, i) => i)
  urutan.sort((a, b) => (tampak[a] ?? 0) - (tampak[b] ?? 0) || a - b)
  const rastra = new Uint8Array(theta.length)
  for (const i of urutan.subarray(0, banyak)) rastra[i] = 1
  return rastra
}
