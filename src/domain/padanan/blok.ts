/** Which pairs are compared at all: records that share a key of a rule, each pair once. */
import { adaBersama, type Bagian, type Kunci, kunciBersama } from './kunci.ts'
import { campur } from './tabel.ts'
import { awalBlok, letakKunci, tiapBlok, urutkan } from './urut-blok.ts'

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
  let banyak = urutkan(k, aturan, hasil, true)
  let dipecah = 0
  for (const p of pemecah) {
    const n = pecahkan(k, hasil, banyak, terbesar, p)
    dipecah += n
    if (n === 0) break
    banyak = urutkan(k, aturan, hasil, true)
  }
  const ditinggal = tinggalkan(k, hasil, banyak, terbesar)
  if (ditinggal > 0) banyak = urutkan(k, aturan, hasil, true)
  const besar = dipecah > 0 || ditinggal > 0 ? { aturan, dipecah, ditinggal } : null
  return { banyak, besar }
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
        // Two records of one person share keys of most rules, those of the first above all.
        if (adaBersama(kunci, sebelum, p, q)) continue
        if (ini.lebar > 1 && kunciBersama(kunci, ini, p, q) !== k) continue
        if (x < y) kerja(x, y)
        else kerja(y, x)
      }
    }
  })
}
