/** Which pairs are compared at all: records that share a key of a rule, each pair once. */
import { type Bagian, type Kunci, kunciBersama } from './kunci.ts'
import { campur } from './tabel.ts'

/** What became of a rule's blocks that were too large. */
export type BlokBesar = {
  readonly aturan: number
  /** Blocks split by other columns. */
  readonly dipecah: number
  /** Records left in blocks that nothing makes smaller: they are not compared by this rule. */
  readonly ditinggal: number
}

/**
 * Places of one rule's keys in their order; oversized blocks are split, their keys rewritten.
 * `hasil` has room for all keys of the rule. @returns how many places were written, and the report
 */
export function urutkanAturan(
  k: Kunci,
  aturan: number,
  pemecah: readonly Bagian[],
  terbesar: number,
  hasil: Uint32Array,
): { banyak: number; besar: BlokBesar | null } {
  let banyak = urutkan(k, aturan, hasil)
  let dipecah = 0
  for (const p of pemecah) {
    const n = pecahkan(k, hasil, banyak, terbesar, p)
    dipecah += n
    if (n === 0) break
    banyak = urutkan(k, aturan, hasil)
  }
  const ditinggal = tinggalkan(k, hasil, banyak, terbesar)
  if (ditinggal > 0) banyak = urutkan(k, aturan, hasil)
  const besar = dipecah > 0 || ditinggal > 0 ? { aturan, dipecah, ditinggal } : null
  return { banyak, besar }
}

/** Room for sorting, kept from one rule to the next. */
let ruangan: [Uint32Array, Uint32Array, Uint32Array, Uint32Array] | null = null
function ruang(n: number): [Uint32Array, Uint32Array, Uint32Array, Uint32Array] {
  if (!ruangan || ruangan[0].length < n)
    ruangan = [new Uint32Array(n), new Uint32Array(n), new Uint32Array(n), new Uint32Array(n)]
  return ruangan
}

/** Radix sort of keys with their places, 11 bits a pass. */
export function urutkan(
  { kunci, lebar, banyak, aturan }: Kunci,
  ke: number,
  hasil: Uint32Array,
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
  hasil.set(letakA.subarray(0, n))
  return n
}

const tambah = (hitung: Uint32Array, di: number): void => {
  hitung[di] = (hitung[di] as number) + 1
}

/** Calls back with each run of equal keys within `[dari, sampai)`. */
function tiapBlok(
  kunci: Uint32Array,
  urut: Uint32Array,
  dari: number,
  sampai: number,
  kerja: (dari: number, sampai: number) => void,
): void {
  for (let i = dari; i < sampai; ) {
    const k = kunci[urut[i] as number]
    let j = i + 1
    while (j < sampai && kunci[urut[j] as number] === k) j++
    if (j - i > 1) kerja(i, j)
    i = j
  }
}

function pecahkan(
  { kunci, lebar }: Kunci,
  urut: Uint32Array,
  banyak: number,
  terbesar: number,
  oleh: Bagian,
): number {
  let dipecah = 0
  const baru: [number, number][] = []
  tiapBlok(kunci, urut, 0, banyak, (dari, sampai) => {
    if (sampai - dari <= terbesar) return
    dipecah++
    for (let i = dari; i < sampai; i++) {
      const di = urut[i] as number
      const v = oleh.nilai(Math.floor(di / lebar), 0)
      baru.push([di, v === 0 ? 0 : campur(kunci[di] as number, v) >>> 0 || 1])
    }
  })
  for (const [di, k] of baru) kunci[di] = k
  return dipecah
}

/** Blocks that nothing makes smaller are left; the report says how many records. */
function tinggalkan({ kunci }: Kunci, urut: Uint32Array, banyak: number, terbesar: number): number {
  const lepas: number[] = []
  tiapBlok(kunci, urut, 0, banyak, (dari, sampai) => {
    if (sampai - dari > terbesar) for (let i = dari; i < sampai; i++) lepas.push(urut[i] as number)
  })
  for (const di of lepas) kunci[di] = 0
  return lepas.length
}

/** Cuts a rule's places into about `bagian` parts of like size, none within a block. */
export function potongUrut(
  kunci: Uint32Array,
  urut: Uint32Array,
  bagian: number,
): readonly (readonly [number, number])[] {
  const hasil: (readonly [number, number])[] = []
  let dari = 0
  for (let i = 1; i <= bagian && dari < urut.length; i++) {
    let sampai = Math.max(dari + 1, Math.floor((urut.length * i) / bagian))
    while (
      sampai < urut.length &&
      kunci[urut[sampai] as number] === kunci[urut[sampai - 1] as number]
    )
      sampai++
    hasil.push([dari, sampai])
    dari = sampai
  }
  return hasil
}

/**
 * Every pair that shares a key of rule `aturan` within `[dari, sampai)` of its order and none of an
 * earlier rule, once, smaller number first. `pisah`: only pairs of a record below it with one from it
 * on (two tables laid end to end). `baru`: only pairs with at least one record that it marks;
 * `bagian`: only pairs of records that it tells apart.
 */
export function tiapPasang(
  { kunci, lebar, aturan }: Kunci,
  ke: number,
  urut: Uint32Array,
  [mulai, akhir]: readonly [number, number],
  pisah: number,
  kerja: (a: number, b: number) => void,
  baru: Uint8Array | null = null,
  bagian: Int32Array | null = null,
): void {
  const ini = aturan[ke] as Kunci['aturan'][number]
  tiapBlok(kunci, urut, mulai, akhir, (dari, sampai) => {
    const k = kunci[urut[dari] as number] as number
    for (let i = dari; i < sampai; i++) {
      const x = Math.floor((urut[i] as number) / lebar)
      for (let j = i + 1; j < sampai; j++) {
        const y = Math.floor((urut[j] as number) / lebar)
        if (x === y || (pisah > 0 && x < pisah === y < pisah)) continue
        if (baru !== null && baru[x] === 0 && baru[y] === 0) continue
        if (bagian !== null && bagian[x] === bagian[y]) continue
        const p = x * lebar
        const q = y * lebar
        if (ini.lebar > 1 && kunciBersama(kunci, ini, p, q) !== k) continue
        let sudah = false
        for (let r = 0; r < ke && !sudah; r++)
          sudah = kunciBersama(kunci, aturan[r] as Kunci['aturan'][number], p, q) !== 0
        if (sudah) continue
        if (x < y) kerja(x, y)
        else kerja(y, x)
      }
    }
  })
}
