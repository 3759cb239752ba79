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

/** Marks the first place of a block; places are below it. */
export const awalBlok = 0x80000000

/** The place without the mark. */
export const letakKunci = (tanda: number): number => tanda & 0x7fffffff

/**
 * Radix sort of keys with their places, 11 bits a pass. Keys that occur once are left out, the first place of each
 * other is marked: whoever reads the order need not look at the keys again.
 */
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
  return tulisBlok(kunciA, letakA, n, hasil)
}

function tulisBlok(kunci: Uint32Array, letak: Uint32Array, n: number, hasil: Uint32Array): number {
  let ke = 0
  for (let i = 0; i < n; ) {
    const k = kunci[i] as number
    let j = i + 1
    while (j < n && kunci[j] === k) j++
    if (j - i > 1) {
      hasil[ke++] = (letak[i] as number) | awalBlok
      for (let x = i + 1; x < j; x++) hasil[ke++] = letak[x] as number
    }
    i = j
  }
  return ke
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

function pecahkan(
  { kunci, lebar }: Kunci,
  urut: Uint32Array,
  banyak: number,
  terbesar: number,
  oleh: Bagian,
): number {
  let dipecah = 0
  const baru: [number, number][] = []
  tiapBlok(urut, 0, banyak, (dari, sampai) => {
    if (sampai - dari <= terbesar) return
    dipecah++
    for (let i = dari; i < sampai; i++) {
      const di = letakKunci(urut[i] as number)
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
  tiapBlok(urut, 0, banyak, (dari, sampai) => {
    if (sampai - dari > terbesar)
      for (let i = dari; i < sampai; i++) lepas.push(letakKunci(urut[i] as number))
  })
  for (const di of lepas) kunci[di] = 0
  return lepas.length
}

/** Cuts a rule's places into about `bagian` parts of like size, none within a block. */
export function potongUrut(
  urut: Uint32Array,
  bagian: number,
): readonly (readonly [number, number])[] {
  const hasil: (readonly [number, number])[] = []
  let dari = 0
  for (let i = 1; i <= bagian && dari < urut.length; i++) {
    let sampai = Math.max(dari + 1, Math.floor((urut.length * i) / bagian))
    while (sampai < urut.length && (urut[sampai] as number) < awalBlok) sampai++
    hasil.push([dari, sampai])
    dari = sampai
  }
  return hasil
}

/** Records of the block at hand. */
let rekaman = new Int32Array(1 << 10)

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
  const sebelum = aturan.slice(0, ke)
  tiapBlok(urut, mulai, akhir, (dari, sampai) => {
    const n = sampai - dari
    const k = kunci[letakKunci(urut[dari] as number)] as number
    if (n > rekaman.length) rekaman = new Int32Array(n * 2)
    for (let i = 0; i < n; i++)
      rekaman[i] = Math.floor(letakKunci(urut[dari + i] as number) / lebar)
    for (let i = 0; i < n; i++) {
      const x = rekaman[i] as number
      const p = x * lebar
      for (let j = i + 1; j < n; j++) {
        const y = rekaman[j] as number
        if (x === y || (pisah > 0 && x < pisah === y < pisah)) continue
        if (baru !== null && baru[x] === 0 && baru[y] === 0) continue
        if (bagian !== null && bagian[x] === bagian[y]) continue
        const q = y * lebar
        if (ini.lebar > 1 && kunciBersama(kunci, ini, p, q) !== k) continue
        let sudah = false
        for (let r = 0; r < sebelum.length && !sudah; r++)
          sudah = kunciBersama(kunci, sebelum[r] as Kunci['aturan'][number], p, q) !== 0
        if (sudah) continue
        if (x < y) kerja(x, y)
        else kerja(y, x)
      }
    }
  })
}
