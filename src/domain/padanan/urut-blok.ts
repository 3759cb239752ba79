/** Sorts keys into blocks: the places of records that share one lie together, those of a key that occurs once are left out. */
import type { Kunci } from './kunci.ts'

/** Room for sorting, kept from one rule to the next. */
let ruangan: [Uint32Array, Uint32Array, Uint32Array, Uint32Array] | null = null
function ruang(n: number): [Uint32Array, Uint32Array, Uint32Array, Uint32Array] {
  if (!ruangan || ruangan[0].length < n)
    ruangan = [new Uint32Array(n), new Uint32Array(n), new Uint32Array(n), new Uint32Array(n)]
  return ruangan
}

/** Marks the first place of a block; places are below it. */
export const awalBlok = 0x80000000

/** The place without the mark. */
export const letakKunci = (tanda: number): number => tanda & 0x7fffffff

/**
 * Radix sort of keys with their places, 11 bits a pass. Keys that occur once are left out, the first place of each
 * other is marked: whoever reads the order need not look at the keys again. `dekat`: blocks come about in the order
 * of their first records and not of their keys, so that records read one after another lie near in memory.
 */
export function urutkan(
  { kunci, lebar, banyak, aturan }: Kunci,
  ke: number,
  hasil: Uint32Array,
  dekat = false,
): number {
  const { di, lebar: milik } = aturan[ke] as Kunci['aturan'][number]
  let [kunciA, kunciB, letakA, letakB] = ruang(hasil.length)
  const hitung = new Uint32Array(3 * 2048)
  let n = 0
  for (let baris = 0; baris < banyak; baris++) {
    const x = baris * lebar + di
    for (let i = x; i < x + milik; i++) {
      const v = kunci[i] as number
      if (v === 0) continue
      kunciA[n] = v
      letakA[n++] = i
      tambah(hitung, v & 2047)
      tambah(hitung, 2048 + ((v >>> 11) & 2047))
      tambah(hitung, 4096 + (v >>> 22))
    }
  }
  for (let putaran = 0; putaran < 3; putaran++) {
    const geser = putaran * 11
    const dari = putaran * 2048
    let jumlah = 0
    for (let i = dari; i < dari + 2048; i++) {
      const c = hitung[i] as number
      hitung[i] = jumlah
      jumlah += c
    }
    for (let i = 0; i < n; i++) {
      const v = kunciA[i] as number
      const ember = dari + ((v >>> geser) & 2047)
      const tempat = hitung[ember] as number
      hitung[ember] = tempat + 1
      kunciB[tempat] = v
      letakB[tempat] = letakA[i] as number
    }
    const tukarKunci = kunciA
    kunciA = kunciB
    kunciB = tukarKunci
    const tukarLetak = letakA
    letakA = letakB
    letakB = tukarLetak
  }
  return tulisBlok(kunciA, letakA, n, hasil, dekat ? emberLetak(banyak * lebar) : 31)
}

/** How far a place is moved to give its bucket, of 2048 at most. */
const emberLetak = (letak: number): number => Math.max(0, 32 - Math.clz32(letak) - 11)

/** Writes the blocks, bucket after bucket of their first places. @returns how many places */
function tulisBlok(
  kunci: Uint32Array,
  letak: Uint32Array,
  n: number,
  hasil: Uint32Array,
  geser: number,
): number {
  const tempat = new Uint32Array(2049)
  for (let i = 0; i < n; ) {
    const j = akhirBlok(kunci, i, n)
    if (j - i > 1) {
      const ember = ((letak[i] as number) >>> geser) + 1
      tempat[ember] = (tempat[ember] as number) + j - i
    }
    i = j
  }
  for (let e = 1; e < 2049; e++) tempat[e] = (tempat[e] as number) + (tempat[e - 1] as number)
  for (let i = 0; i < n; ) {
    const j = akhirBlok(kunci, i, n)
    if (j - i > 1) {
      const ember = (letak[i] as number) >>> geser
      let ke = tempat[ember] as number
      tempat[ember] = ke + j - i
      hasil[ke++] = (letak[i] as number) | awalBlok
      for (let x = i + 1; x < j; x++) hasil[ke++] = letak[x] as number
    }
    i = j
  }
  return tempat[2048] as number
}

/** Where the run of the key at `i` ends. */
function akhirBlok(kunci: Uint32Array, i: number, n: number): number {
  const k = kunci[i] as number
  let j = i + 1
  while (j < n && kunci[j] === k) j++
  return j
}

const tambah = (hitung: Uint32Array, di: number): void => {
  hitung[di] = (hitung[di] as number) + 1
}

/** Calls back with each block within `[dari, sampai)`. */
export function tiapBlok(
  urut: Uint32Array,
  dari: number,
  sampai: number,
  kerja: (dari: number, sampai: number) => void,
): void {
  for (let i = dari; i < sampai; ) {
    let j = i + 1
    while (j < sampai && (urut[j] as number) < awalBlok) j++
    kerja(i, j)
    i = j
  }
}
