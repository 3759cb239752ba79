/** Column tests that look at words and letters: names in another order, with words missing, nearly the same. */
import { hurufMirip, hurufTermirip } from './huruf-kata.ts'
import { banyakKata, type Kata, kataRingkas, lebarRingkas } from './kata.ts'
import { hitungBit, jaroWinkler, satuSalah, teratur } from './mirip.ts'
import { type LajurKode, type Nilai, salinAwalan } from './tabel.ts'
import { bitDari, type Ditanya, type UjiLajur } from './uji-angka.ts'

/** Words of two names laid against each other. */
type Temu = {
  /** Words of the shorter and of the longer. */
  pendek: number
  panjang: number
  /** Words found in both; words of the rest of the shorter that are nearly one of the other. */
  tepat: number
  hampir: number
}

/** Jaro–Winkler from which two words are nearly one. */
const batasDekat = 0.9

/** One slip apart (four letters and more), alike by Jaro–Winkler, or an initial. */
export function kataDekat({ kata, huruf }: Kata, a: number, b: number): boolean {
  const { bita, mulai } = kata
  const a0 = mulai[a] as number
  const a1 = mulai[a + 1] as number
  const b0 = mulai[b] as number
  const b1 = mulai[b + 1] as number
  const la = a1 - a0
  const lb = b1 - b0
  const pendek = Math.min(la, lb)
  if (pendek === 1) return bita[a0] === bita[b0]
  if (pendek < 3) return false
  // Letters that the other does not have at all find no mate: a bound of what can be reached.
  const ha = huruf[a] as number
  const hb = huruf[b] as number
  const takA = hitungBit(ha & ~hb)
  const takB = hitungBit(hb & ~ha)
  if (pendek >= 4 && takA <= 1 && takB <= 1 && satuSalah(bita, a0, a1, bita, b0, b1)) return true
  const cocok = Math.min(la - takA, lb - takB)
  const jaro = (cocok / la + cocok / lb + 1) / 3
  if (jaro + 0.4 * (1 - jaro) < batasDekat) return false
  return (
    (teratur(bita, a0, a1, b0, b1)
      ? jaroWinkler(bita, a0, a1, bita, b0, b1)
      : jaroWinkler(bita, b0, b1, bita, a0, a1)) >= batasDekat
  )
}

/**
 * Finds for each word of the shorter its mate in the longer: first the same, then one nearly so.
 * `cari`: 0 does not look for these, 1 gives up at the first word that has none, 2 looks at all.
 */
function temukan(k: Kata, x: number, y: number, cari: number, hasil: Temu): void {
  const { ringkas } = k
  const nx = banyakKata(ringkas[x * lebarRingkas + 2] as number)
  const ny = banyakKata(ringkas[y * lebarRingkas + 2] as number)
  const tukar = nx > ny || (nx === ny && (k.hash[x] as number) > (k.hash[y] as number))
  const p = kataDari(k, tukar ? y : x)
  const isiP = asal
  const q = kataDari(k, tukar ? x : y)
  const isiQ = asal
  const np = tukar ? ny : nx
  const nq = tukar ? nx : ny
  let terpakai = 0
  let tepat = 0
  let sisa = 0
  for (let i = 0; i < np; i++) {
    const w = isiP[p + i] as number
    let ada = false
    for (let j = 0; j < nq; j++) {
      if (isiQ[q + j] === w && (terpakai & (1 << j)) === 0) {
        terpakai |= 1 << j
        ada = true
        break
      }
    }
    if (ada) tepat++
    else sisa |= 1 << i
  }
  let hampir = 0
  for (let i = 0; sisa !== 0 && cari > 0 && i < np; i++) {
    if ((sisa & (1 << i)) === 0) continue
    const tadi = hampir
    for (let j = 0; j < nq; j++) {
      if (
        (terpakai & (1 << j)) === 0 &&
        kataDekat(k, isiP[p + i] as number, isiQ[q + j] as number)
      ) {
        terpakai |= 1 << j
        hampir++
        break
      }
    }
    if (hampir === tadi && cari === 1) break
  }
  hasil.pendek = np
  hasil.panjang = nq
  hasil.tepat = tepat
  hasil.hampir = hampir
}

/** The array in which the words of the run asked for last stand. */
let asal: Int32Array = new Int32Array(0)

/** Where the words of a run begin. */
function kataDari({ ringkas, isi, mulai }: Kata, id: number): number {
  const r = id * lebarRingkas
  if (banyakKata(ringkas[r + 2] as number) <= kataRingkas) {
    asal = ringkas
    return r + 3
  }
  asal = isi
  return mulai[id] as number
}

/**
 * `sama`; `urutan`: the same words in any order, or the same letters; `sebagian`: every word of the
 * shorter; `mirip`: every word of it, some nearly; `satu_kata`: at least one; `satu_mirip`: at least
 * one nearly; `bagian_kata n`: that part of the words of the longer; `huruf n`: Jaro–Winkler of all letters.
 */
export function ujiKata(
  sel: Int32Array,
  di: number,
  k: Kata,
  ditanya: readonly Ditanya[],
): UjiLajur {
  const { ringkas } = k
  const bit = (nama: string): number => bitDari(ditanya, nama)
  const urutan = bit('urutan')
  const sebagian = bit('sebagian')
  const mirip = bit('mirip')
  const satu = bit('satu_kata')
  const satuMirip = bit('satu_mirip')
  const bagian = ditanya.filter((d) => d.nama === 'bagian_kata')
  const huruf = ditanya.filter((d) => d.nama === 'huruf')
  // What is as alike as a level asks must not fall below it by rounding.
  const terendah = Math.min(...huruf.map((d) => d.batas)) - 1e-9
  const semua = ditanya.reduce((m, d) => m | d.bit, 1)
  const perluKata = (sebagian | mirip | satu | satuMirip) !== 0 || bagian.length > 0
  const cari = satuMirip !== 0 ? 2 : mirip !== 0 ? 1 : 0
  const temu: Temu = { pendek: 0, panjang: 0, tepat: 0, hampir: 0 }
  return (x, y) => {
    const p = sel[x + di] as number
    const q = sel[y + di] as number
    if (p === 0 || q === 0) return 0
    if (p === q) return semua
    let m = 1
    const rp = p * lebarRingkas
    const rq = q * lebarRingkas
    if (ringkas[rp] === ringkas[rq] || ringkas[rp + 1] === ringkas[rq + 1]) m |= urutan
    if (perluKata) {
      temukan(k, p, q, cari, temu)
      const { pendek, panjang, tepat, hampir } = temu
      if (tepat === pendek) m |= sebagian
      if (tepat + hampir === pendek) m |= mirip
      if (tepat > 0) m |= satu
      if (tepat + hampir > 0) m |= satuMirip
      for (let i = 0; i < bagian.length; i++) {
        const d = bagian[i] as Ditanya
        if (tepat >= d.batas * panjang) m |= d.bit
      }
    }
    if (huruf.length > 0 && hurufTermirip(k, p, q) >= terendah) {
      const nilai = hurufMirip(k, p, q)
      for (const d of huruf) if (nilai >= d.batas) m |= d.bit
    }
    return m
  }
}

/** `sama`; `awal n`: the first characters; `mirip n`: Jaro–Winkler; `satu_salah`: one slip. */
export function ujiKode(
  sel: Int32Array,
  { di, nilai }: LajurKode,
  ditanya: readonly Ditanya[],
): UjiLajur {
  const sama = ditanya.reduce((m, d) => m | d.bit, 1)
  const awal = ditanya
    .filter((d) => d.nama === 'awal')
    .map((d) => ({ bit: d.bit, awalan: salinAwalan(nilai, d.batas) }))
  const mirip = ditanya.filter((d) => d.nama === 'mirip')
  const salah = bitDari(ditanya, 'satu_salah')
  return (x, y) => {
    const p = sel[x + di] as number
    const q = sel[y + di] as number
    if (p === 0 || q === 0) return 0
    if (p === q) return sama
    let m = 1
    for (let i = 0; i < awal.length; i++) {
      const { awalan, bit } = awal[i] as (typeof awal)[number]
      if (awalan[p] === awalan[q]) m |= bit
    }
    if (mirip.length > 0) {
      const sekian = nilaiMirip(nilai, p, q)
      for (const d of mirip) if (sekian >= d.batas) m |= d.bit
    }
    if (salah !== 0 && nilaiSalah(nilai, p, q)) m |= salah
    return m
  }
}

function nilaiMirip({ bita, mulai }: Nilai, p: number, q: number): number {
  const a0 = mulai[p] as number
  const a1 = mulai[p + 1] as number
  const b0 = mulai[q] as number
  const b1 = mulai[q + 1] as number
  return teratur(bita, a0, a1, b0, b1)
    ? jaroWinkler(bita, a0, a1, bita, b0, b1)
    : jaroWinkler(bita, b0, b1, bita, a0, a1)
}

const nilaiSalah = ({ bita, mulai }: Nilai, p: number, q: number): boolean =>
  satuSalah(
    bita,
    mulai[p] as number,
    mulai[p + 1] as number,
    bita,
    mulai[q] as number,
    mulai[q + 1] as number,
  )
