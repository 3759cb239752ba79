/** Column tests that look at digits: numbers with slips, dates, amounts. Each answers all its conditions as bits. */
import type { Lajur } from './tabel.ts'

/** A condition asked of a column, and the bit by which it answers. */
export type Ditanya = {
  readonly nama: string
  readonly batas: number
  readonly bit: number
}

/** The bits that hold for two rows, given where they begin; 0 when either has no value. Bit 0: both have one. */
export type UjiLajur = (x: number, y: number) => number

/** The bits of all conditions of a name together. */
export const bitDari = (ditanya: readonly Ditanya[], nama: string): number =>
  ditanya.reduce((m, d) => (d.nama === nama ? m | d.bit : m), 0)

/** `sama`; `satu_salah`: a digit differs or two neighbours are swapped. */
export function ujiNomor(sel: Int32Array, di: number, ditanya: readonly Ditanya[]): UjiLajur {
  const sama = bitDari(ditanya, 'sama') | 1
  const salah = bitDari(ditanya, 'satu_salah') | 1
  const perlu = salah !== 1
  return (x, y) => {
    const p = sel[x + di] as number
    const q = sel[y + di] as number
    if (p === 0 || q === 0) return 0
    const a = sel[x + di + 1] as number
    const b = sel[y + di + 1] as number
    if (p === q) {
      if (a === b) return sama
      return perlu && satuAngka(a, b) ? salah : 1
    }
    if (!perlu) return 1
    return (a === b ? satuAngka(p - 1, q - 1) : tukarTengah(a, p - 1, b, q - 1)) ? salah : 1
  }
}

/** The two digits where the halves meet are swapped. */
const tukarTengah = (atasA: number, bawahA: number, atasB: number, bawahB: number): boolean =>
  bawahA % 1e8 === bawahB % 1e8 &&
  Math.floor(atasA / 10) === Math.floor(atasB / 10) &&
  atasA % 10 === Math.floor(bawahB / 1e8) &&
  atasB % 10 === Math.floor(bawahA / 1e8)

/** One digit differs, or two neighbours are swapped. */
export function satuAngka(x: number, y: number): boolean {
  let selisih = x > y ? x - y : y - x
  if (selisih === 0) return false
  let pangkat = 1
  while (selisih % 10 === 0) {
    selisih = (selisih / 10) | 0
    pangkat *= 10
  }
  // Such a difference is d or 9d, with noughts after it.
  if (selisih > 81 || (selisih > 9 && selisih % 9 !== 0)) return false
  const a = Math.floor(x / pangkat)
  const b = Math.floor(y / pangkat)
  if (selisih <= 9 && Math.floor(a / 10) === Math.floor(b / 10)) return true
  if (selisih % 9 !== 0 || Math.floor(a / 100) !== Math.floor(b / 100)) return false
  return a % 10 === Math.floor(b / 10) % 10 && b % 10 === Math.floor(a / 10) % 10
}

const hari = (t: number): number => t % 100
const bulan = (t: number): number => ((t / 100) | 0) % 100
const tahun = (t: number): number => (t / 10000) | 0

/** Day and month that mean "unknown": none at all, or the first of January. */
const awalTahun = (t: number): boolean => t % 10000 === 101 || t % 10000 === 0
const takTentu = (t: number): boolean =>
  awalTahun(t) || t % 10000 === 701 || t % 10000 === 1231 || t % 100 === 0

/** What can be true of two dates; several at once. */
const syaratTanggal: Readonly<Record<string, (x: number, y: number, batas: number) => boolean>> = {
  sama: (x, y) => x === y,
  tertukar: (x, y) => tahun(x) === tahun(y) && hari(x) === bulan(y) && bulan(x) === hari(y),
  awal_tahun: (x, y) => tahun(x) === tahun(y) && (awalTahun(x) || awalTahun(y)),
  tak_tentu: (x, y) => tahun(x) === tahun(y) && (takTentu(x) || takTentu(y)),
  satu_salah: satuAngka,
  dua_bagian: (x, y) =>
    (tahun(x) === tahun(y) ? 1 : 0) +
      (bulan(x) === bulan(y) ? 1 : 0) +
      (hari(x) === hari(y) ? 1 : 0) >=
    2,
  tahun_dekat: (x, y) => x % 10000 === y % 10000 && Math.abs(tahun(x) - tahun(y)) <= 1,
  tahun: (x, y) => tahun(x) === tahun(y),
  selisih_tahun: (x, y, batas) => Math.abs(tahun(x) - tahun(y)) <= batas,
}

export const tanggalTahu = (nama: string): boolean => nama in syaratTanggal

/** Dates: the tests run only when the dates differ but share something. */
export function ujiTanggal(sel: Int32Array, di: number, ditanya: readonly Ditanya[]): UjiLajur {
  const uji = ditanya.map((d) => ({ ...d, uji: syaratTanggal[d.nama] ?? (() => false) }))
  // Same day or another: what holds of a date with itself depends on the date, so it is asked.
  const daftar = uji.map((u) => u.uji)
  const bit = uji.map((u) => u.bit)
  const batas = uji.map((u) => u.batas)
  const jauh = uji.some((u) => u.nama === 'selisih_tahun' || u.nama === 'satu_salah')
  return (x, y) => {
    const p = sel[x + di] as number
    const q = sel[y + di] as number
    if (p === 0 || q === 0) return 0
    if (!jauh && tahun(p) !== tahun(q) && p % 10000 !== q % 10000) return 1
    let m = 1
    for (let i = 0; i < daftar.length; i++)
      if ((daftar[i] as (typeof daftar)[number])(p, q, batas[i] as number)) m |= bit[i] as number
    return m
  }
}

/** `sama`; `selisih n`; `nisbah n`: the smaller is at least that part of the greater. */
export function ujiAngka(
  sel: Int32Array,
  { di, nilai }: Extract<Lajur, { jenis: 'angka' }>,
  ditanya: readonly Ditanya[],
): UjiLajur {
  return (x, y) => {
    const p = sel[x + di] as number
    const q = sel[y + di] as number
    if (p === 0 || q === 0) return 0
    const a = nilai[p] as number
    const b = nilai[q] as number
    let m = 1
    for (const { nama, batas, bit } of ditanya) {
      if (
        nama === 'sama'
          ? p === q
          : nama === 'selisih'
            ? Math.abs(a - b) <= batas
            : p === q || nisbah(a, b) >= batas
      )
        m |= bit
    }
    return m
  }
}

const nisbah = (a: number, b: number): number =>
  a * b <= 0 ? 0 : Math.min(Math.abs(a), Math.abs(b)) / Math.max(Math.abs(a), Math.abs(b))
