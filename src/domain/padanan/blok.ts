/** Which pairs are compared at all: records that share a key of a rule, each pair once. */
import { awalan, lajurDari } from './banding.ts'
import { tanpaUrutan } from './banding-kata.ts'
import type { LajurKata, Tabel } from './tabel.ts'

/** The keys of one rule: `lebar` per record, 0 where there is none. */
export type KunciAturan = { readonly kunci: Uint32Array; readonly lebar: number }

/** A rule that made too large blocks, and what became of them. */
export type BlokBesar = {
  readonly aturan: number
  readonly dipecah: number
  readonly ditinggal: number
}

const kataTerbanyak = 4
const campur = (h: number, v: number): number => {
  let x = Math.imul(h ^ v, 0x9e3779b1)
  x ^= x >>> 15
  x = Math.imul(x, 0x85ebca6b)
  return x ^ (x >>> 13)
}

/** One part of a key: its value per record (0 is none), or several. */
type Bagian = { readonly lebar: number; readonly nilai: (n: number, ke: number) => number }

function bagianDari(teks: string, tabel: Tabel): Bagian {
  const [nama = '', ambil = 'utuh'] = teks.split(':')
  const [cara = '', angka] = ambil.split(' ')
  const lajur = lajurDari(tabel, nama)
  const satu = (nilai: (n: number) => number): Bagian => ({ lebar: 1, nilai })
  if (lajur.jenis === 'nomor') {
    const { atas, bawah } = lajur
    if (cara === 'utuh')
      return satu((n) => (bawah[n] === -1 ? 0 : campur(atas[n] as number, bawah[n] as number) | 1))
    if (cara === 'awal') return satu((n) => (bawah[n] === -1 ? 0 : (atas[n] as number) + 1))
    if (cara === 'akhir') return satu((n) => (bawah[n] === -1 ? 0 : (bawah[n] as number) + 1))
  }
  if (lajur.jenis === 'tanggal') {
    const { nilai } = lajur
    if (cara === 'utuh') return satu((n) => nilai[n] as number)
    if (cara === 'tahun') return satu((n) => Math.floor((nilai[n] as number) / 10000))
    if (cara === 'hari_bulan') return satu((n) => (nilai[n] as number) % 10000)
    if (cara === 'bulan') return satu((n) => Math.floor((nilai[n] as number) / 100))
  }
  if (lajur.jenis === 'kode') {
    const { nilai, kamus } = lajur
    if (cara === 'utuh') return satu((n) => nilai[n] as number)
    if (cara === 'awal') {
      const awal = awalan(kamus, Number(angka))
      return satu((n) => awal[nilai[n] as number] as number)
    }
  }
  if (lajur.jenis === 'angka' && cara === 'utuh') {
    const { nilai } = lajur
    return satu((n) => (Number.isNaN(nilai[n]) ? 0 : (nilai[n] as number) + 1))
  }
  if (lajur.jenis === 'kata') return bagianKata(lajur, cara, teks)
  throw new RangeError(`a block cannot be made of "${teks}"`)
}

function bagianKata(lajur: LajurKata, cara: string, teks: string): Bagian {
  const { nilai, urutan } = lajur
  const { kata, mulai } = urutan
  if (cara === 'utuh') return { lebar: 1, nilai: (n) => nilai[n] as number }
  if (cara === 'urutan') {
    const kunci = tanpaUrutan(lajur)
    return { lebar: 1, nilai: (n) => kunci[nilai[n] as number] as number }
  }
  const peta = cara === 'bunyi' ? bunyi(lajur) : cara === 'kata' ? null : undefined
  if (peta === undefined) throw new RangeError(`a block cannot be made of "${teks}"`)
  return {
    lebar: kataTerbanyak,
    nilai: (n, ke) => {
      const id = nilai[n] as number
      const di = (mulai[id] as number) + ke
      if (id === 0 || di >= (mulai[id + 1] as number)) return 0
      const satu = kata[di] as number
      return peta ? (peta[satu] as number) : satu
    },
  }
}

/** For each word the number of its consonants: vowels, doubling and look-alike letters do not count. */
function bunyi({ kata }: LajurKata): Int32Array {
  const hasil = new Int32Array(kata.baku.banyak + 1)
  const nomor = new Map<string, number>()
  for (let id = 1; id <= kata.baku.banyak; id++) {
    const kunci = bunyiKata(kata.teks(id))
    const tahu = nomor.get(kunci) ?? nomor.size + 1
    nomor.set(kunci, tahu)
    hasil[id] = kunci === '' ? 0 : tahu
  }
  return hasil
}

/** `SYARIFUDDIN` gives `SRFDN`: what is left of a word when it is written by ear. */
export function bunyiKata(kata: string): string {
  const dasar = kata
    .replace(/SY|SJ|SH/g, 'S')
    .replace(/DJ|DZ|Z/g, 'J')
    .replace(/TJ/g, 'C')
    .replace(/[KGCH]H/g, 'H')
    .replace(/PH|V/g, 'F')
    .replace(/[QX]/g, 'K')
    .replace(/Y/g, 'I')
  const awal = dasar.slice(0, 1)
  return (awal + dasar.slice(1).replace(/[AEIOUHW]/g, '')).replace(/(.)\1+/g, '$1').slice(0, 5)
}

/** The keys of all rules, oversized blocks already split. */
export function kunciBlok(
  aturan: readonly (readonly string[])[],
  pecah: readonly string[],
  terbesar: number,
  tabel: Tabel,
): { kunci: KunciAturan[]; urut: Uint32Array[]; besar: BlokBesar[] } {
  const pemecah = pecah.map((p) => bagianDari(p, tabel))
  const kunci: KunciAturan[] = []
  const urut: Uint32Array[] = []
  const besar: BlokBesar[] = []
  for (const [i, bagian] of aturan.entries()) {
    const satu = kunciSatu(
      bagian.map((b) => bagianDari(b, tabel)),
      tabel.banyak,
    )
    let susunan = urutkan(satu.kunci)
    let dipecah = 0
    for (const p of pemecah) {
      const n = pecahkan(satu, susunan, terbesar, p)
      dipecah += n
      if (n === 0) break
      susunan = urutkan(satu.kunci)
    }
    const ditinggal = tinggalkan(satu, susunan, terbesar)
    if (ditinggal > 0) susunan = urutkan(satu.kunci)
    if (dipecah > 0 || ditinggal > 0) besar.push({ aturan: i, dipecah, ditinggal })
    kunci.push(satu)
    urut.push(susunan)
  }
  return { kunci, urut, besar }
}

function kunciSatu(bagian: readonly Bagian[], banyak: number): KunciAturan {
  const lebar = Math.max(...bagian.map((b) => b.lebar))
  const kunci = new Uint32Array(banyak * lebar)
  for (let n = 0; n < banyak; n++) {
    for (let ke = 0; ke < lebar; ke++) {
      let h = 0x2545f491
      let ada = true
      for (const b of bagian) {
        const v = b.nilai(n, b.lebar === 1 ? 0 : ke)
        if (v === 0) {
          ada = false
          break
        }
        h = campur(h, v)
      }
      if (ada) kunci[n * lebar + ke] = h | 1
    }
  }
  return { kunci, lebar }
}

/** Positions of the keys in their order, those without a key left out: radix, 11 bits a pass. */
export function urutkan(kunci: Uint32Array): Uint32Array {
  let banyak = 0
  for (let i = 0; i < kunci.length; i++) if (kunci[i] !== 0) banyak++
  let a = new Uint32Array(banyak)
  let b = new Uint32Array(banyak)
  for (let i = 0, j = 0; i < kunci.length; i++) if (kunci[i] !== 0) a[j++] = i
  const hitung = new Uint32Array(2049)
  for (const geser of [0, 11, 22]) {
    hitung.fill(0)
    for (let i = 0; i < banyak; i++) {
      const ember = (((kunci[a[i] as number] as number) >>> geser) & 2047) + 1
      hitung[ember] = (hitung[ember] as number) + 1
    }
    for (let i = 0; i < 2048; i++) hitung[i + 1] = (hitung[i + 1] as number) + (hitung[i] as number)
    for (let i = 0; i < banyak; i++) {
      const di = a[i] as number
      const ember = ((kunci[di] as number) >>> geser) & 2047
      const ke = hitung[ember] as number
      hitung[ember] = ke + 1
      b[ke] = di
    }
    const tukar = a
    a = b
    b = tukar
  }
  return a
}

/** Calls back with each run of equal keys. */
function tiapBlok(
  kunci: Uint32Array,
  urut: Uint32Array,
  kerja: (dari: number, sampai: number) => void,
): void {
  for (let dari = 0; dari < urut.length; ) {
    const k = kunci[urut[dari] as number]
    let sampai = dari + 1
    while (sampai < urut.length && kunci[urut[sampai] as number] === k) sampai++
    if (sampai - dari > 1) kerja(dari, sampai)
    dari = sampai
  }
}

function pecahkan(
  { kunci, lebar }: KunciAturan,
  urut: Uint32Array,
  terbesar: number,
  oleh: Bagian,
): number {
  let dipecah = 0
  const baru: [number, number][] = []
  tiapBlok(kunci, urut, (dari, sampai) => {
    if (sampai - dari <= terbesar) return
    dipecah++
    for (let i = dari; i < sampai; i++) {
      const di = urut[i] as number
      const v = oleh.nilai(Math.floor(di / lebar), 0)
      baru.push([di, v === 0 ? 0 : campur(kunci[di] as number, v) | 1])
    }
  })
  for (const [di, k] of baru) kunci[di] = k
  return dipecah
}

/** Blocks that nothing makes smaller are left; the report says how many records. */
function tinggalkan({ kunci }: KunciAturan, urut: Uint32Array, terbesar: number): number {
  let ditinggal = 0
  const lepas: number[] = []
  tiapBlok(kunci, urut, (dari, sampai) => {
    if (sampai - dari <= terbesar) return
    ditinggal += sampai - dari
    for (let i = dari; i < sampai; i++) lepas.push(urut[i] as number)
  })
  for (const di of lepas) kunci[di] = 0
  return ditinggal
}

/**
 * Every pair that shares a key of rule `aturan` and of no earlier one, once, smaller number first.
 * `pisah`: only pairs of a record below it with one from it on (two tables laid end to end).
 */
export function tiapPasang(
  semua: readonly KunciAturan[],
  aturan: number,
  urut: Uint32Array,
  pisah: number,
  kerja: (a: number, b: number) => void,
): void {
  const { kunci, lebar } = semua[aturan] as KunciAturan
  const lebih = semua.slice(0, aturan)
  tiapBlok(kunci, urut, (dari, sampai) => {
    const k = kunci[urut[dari] as number] as number
    for (let i = dari; i < sampai; i++) {
      const x = Math.floor((urut[i] as number) / lebar)
      for (let j = i + 1; j < sampai; j++) {
        const y = Math.floor((urut[j] as number) / lebar)
        if (x === y || (pisah > 0 && x < pisah === y < pisah)) continue
        if (lebar > 1 && kunciBersama(kunci, lebar, x, y) !== k) continue
        if (sudah(lebih, x, y)) continue
        if (x < y) kerja(x, y)
        else kerja(y, x)
      }
    }
  })
}

/** The smallest key that two records share in a rule; 0 for none. */
function kunciBersama(kunci: Uint32Array, lebar: number, x: number, y: number): number {
  if (lebar === 1) {
    const k = kunci[x] as number
    return k !== 0 && k === kunci[y] ? k : 0
  }
  let terkecil = 0
  for (let i = x * lebar; i < (x + 1) * lebar; i++) {
    const k = kunci[i] as number
    if (k === 0 || (terkecil !== 0 && k >= terkecil)) continue
    for (let j = y * lebar; j < (y + 1) * lebar; j++)
      if (kunci[j] === k) {
        terkecil = k
        break
      }
  }
  return terkecil
}

function sudah(lebih: readonly KunciAturan[], x: number, y: number): boolean {
  for (const { kunci, lebar } of lebih) if (kunciBersama(kunci, lebar, x, y) !== 0) return true
  return false
}
