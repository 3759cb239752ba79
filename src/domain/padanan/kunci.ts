/** Keys of blocks: per record and rule a few hashes of what records must share to be compared. */
import { campur, type Lajur, type LajurKata, lajurDari, type Nilai, type Tabel } from './tabel.ts'

/**
 * Where a rule's keys stand in the row of keys of a record. A rule with a key per word has before them
 * a hash of its other parts: where these differ, no key is shared, and the words need not be looked at.
 */
export type LetakAturan = { readonly di: number; readonly lebar: number }

/** The keys of all rules, record after record: `kunci[n * lebar + aturan.di + ke]`, 0 where there is none. */
export type Kunci = {
  readonly banyak: number
  readonly lebar: number
  readonly kunci: Uint32Array
  readonly aturan: readonly LetakAturan[]
}

/** Words of a name that make keys of their own. */
const kataTerbanyak = 4

/** One part of a key: a hash of its value (0 is none), or of each word. Equal in every run. */
export type Bagian = {
  readonly lebar: number
  readonly nilai: (n: number, ke: number) => number
}

/** All parts that the rules name, each once, and for each rule which of them. */
export type BagianAturan = {
  readonly bagian: readonly Bagian[]
  readonly aturan: readonly (readonly number[])[]
}

/** The parts of a model's rules. Throws RangeError on a part that its column does not know. */
export function bagianDari(aturan: readonly (readonly string[])[], tabel: Tabel): BagianAturan {
  const nama = [...new Set(aturan.flat())]
  return {
    bagian: nama.map((teks) => satuBagian(teks, tabel)),
    aturan: aturan.map((a) => a.map((teks) => nama.indexOf(teks))),
  }
}

export function satuBagian(teks: string, tabel: Tabel): Bagian {
  const [nama = '', ambil = 'utuh'] = teks.split(':')
  const [cara = '', angka] = ambil.split(' ')
  const bagian = bagianLajur(lajurDari(tabel, nama), cara, Number(angka ?? 0), tabel)
  if (!bagian) throw new RangeError(`a block cannot be made of "${teks}"`)
  return bagian
}

function bagianLajur(lajur: Lajur, cara: string, angka: number, tabel: Tabel): Bagian | null {
  const { sel, lebar } = tabel
  const { di } = lajur
  if (lajur.jenis === 'kata') return bagianKata(lajur, cara, tabel)
  const satu = (dari: (v: number, n: number) => number): Bagian => ({
    lebar: 1,
    nilai: (n) => {
      const v = sel[n * lebar + di] as number
      return v === 0 ? 0 : dari(v, n)
    },
  })
  if (lajur.jenis === 'nomor') {
    const atas = (n: number): number => sel[n * lebar + di + 1] as number
    if (cara === 'utuh') return satu((v, n) => campur(campur(0x3243f6a9, atas(n)), v) || 1)
    if (cara === 'awal') return satu((_, n) => atas(n) + 1)
    if (cara === 'akhir') return satu((v) => v)
  }
  if (lajur.jenis === 'tanggal') {
    if (cara === 'utuh') return satu((v) => (v % 10000 === 0 ? 0 : v))
    if (cara === 'tahun') return satu((v) => (v / 10000) | 0)
    if (cara === 'hari_bulan') return satu((v) => v % 10000)
    if (cara === 'bulan') return satu((v) => (v / 100) | 0)
  }
  if (lajur.jenis === 'kode') {
    const hash = cara === 'awal' ? hashAwalan(lajur.nilai, angka) : lajur.nilai.hash
    if (cara === 'utuh' || cara === 'awal') return satu((v) => (hash[v] as number) || 1)
  }
  if (lajur.jenis === 'angka' && cara === 'utuh')
    return satu((v) => campur(0x9e3779b9, Math.round((lajur.nilai[v] as number) * 1000)) || 1)
  return null
}

/** For each value a hash of its first `n` bytes. */
function hashAwalan({ banyak, bita, mulai }: Nilai, n: number): Uint32Array {
  const hasil = new Uint32Array(banyak + 1)
  for (let id = 1; id <= banyak; id++) {
    const dari = mulai[id] as number
    const sampai = Math.min(dari + n, mulai[id + 1] as number)
    let h = 0x811c9dc5
    for (let i = dari; i < sampai; i++) h = campur(h, bita[i] as number)
    hasil[id] = h
  }
  return hasil
}

function bagianKata(lajur: LajurKata, cara: string, { sel, lebar }: Tabel): Bagian | null {
  const { di, kata: k } = lajur
  const utuh = cara === 'utuh' ? k.hash : cara === 'urutan' ? k.himpunanHash : null
  if (utuh) {
    return {
      lebar: 1,
      nilai: (n) => {
        const id = sel[n * lebar + di] as number
        return id === 0 ? 0 : (utuh[id] as number) || 1
      },
    }
  }
  const perKata = cara === 'bunyi' ? k.bunyi : cara === 'kata' ? k.kata.hash : null
  if (!perKata) return null
  const { isi, mulai } = k
  return {
    lebar: kataTerbanyak,
    nilai: (n, ke) => {
      const id = sel[n * lebar + di] as number
      if (id === 0) return 0
      const letak = (mulai[id] as number) + ke
      return letak < (mulai[id + 1] as number) ? (perKata[isi[letak] as number] as number) : 0
    },
  }
}

/** How a row of keys is laid out. */
export function susunanKunci({ bagian, aturan }: BagianAturan): {
  letak: LetakAturan[]
  lebar: number
} {
  let lebar = 0
  const letak = aturan.map((pakai) => {
    const banyak = Math.max(...pakai.map((p) => bagian[p]?.lebar ?? 1))
    const sini = { di: lebar + (banyak > 1 ? 1 : 0), lebar: banyak }
    lebar = sini.di + banyak
    return sini
  })
  return { letak, lebar }
}

/** Writes the keys of records `[dari, sampai)`. @returns how many each rule has there */
export function tulisKunci(
  { kunci, lebar, aturan }: Kunci,
  { bagian, aturan: pakai }: BagianAturan,
  dari: number,
  sampai: number,
): number[] {
  const nilai = new Int32Array(bagian.length * kataTerbanyak)
  const sempit = pakai.map((daftar) => daftar.filter((p) => bagian[p]?.lebar === 1))
  const luas = pakai.map((daftar) => daftar.filter((p) => bagian[p]?.lebar !== 1))
  const jumlah = aturan.map(() => 0)
  for (let n = dari; n < sampai; n++) {
    for (let p = 0; p < bagian.length; p++) {
      const b = bagian[p] as Bagian
      for (let ke = 0; ke < b.lebar; ke++) nilai[p * kataTerbanyak + ke] = b.nilai(n, ke)
    }
    for (let r = 0; r < aturan.length; r++) {
      const { di, lebar: milik } = aturan[r] as LetakAturan
      const x = n * lebar + di
      // Rules differ in their keys, also where they are made of the same values.
      const dasar = gabung(0x2545f491 + r, nilai, sempit[r] as number[], 0)
      if (milik === 1) {
        kunci[x] = dasar
        if (dasar !== 0) jumlah[r] = (jumlah[r] as number) + 1
        continue
      }
      kunci[x - 1] = dasar
      for (let ke = 0; ke < milik; ke++) {
        let h = dasar === 0 ? 0 : gabung(dasar, nilai, luas[r] as number[], ke)
        // A word that comes twice makes one key, or its pairs would come twice.
        for (let i = x; i < x + ke; i++) if (kunci[i] === h) h = 0
        kunci[x + ke] = h
        if (h !== 0) jumlah[r] = (jumlah[r] as number) + 1
      }
    }
  }
  return jumlah
}

/** Mixes the values of parts into a key; 0 where one of them is empty. */
function gabung(awal: number, nilai: Int32Array, pakai: readonly number[], ke: number): number {
  let h = awal
  for (let i = 0; i < pakai.length; i++) {
    const v = nilai[(pakai[i] as number) * kataTerbanyak + ke] as number
    if (v === 0) return 0
    h = campur(h, v)
  }
  return h >>> 0 || 1
}

/** The smallest key that two records share in a rule; 0 for none. `x`, `y`: where their rows of keys begin. */
export function kunciBersama(kunci: Uint32Array, a: LetakAturan, x: number, y: number): number {
  const x0 = x + a.di
  const y0 = y + a.di
  if (a.lebar === 1) {
    const k = kunci[x0] as number
    return k !== 0 && k === kunci[y0] ? k : 0
  }
  if (kunci[x0 - 1] !== kunci[y0 - 1]) return 0
  let terkecil = 0
  for (let i = x0; i < x0 + a.lebar; i++) {
    const k = kunci[i] as number
    if (k === 0 || (terkecil !== 0 && k >= terkecil)) continue
    for (let j = y0; j < y0 + a.lebar; j++) {
      if (kunci[j] === k) {
        terkecil = k
        break
      }
    }
  }
  return terkecil
}

/** Whether two records share a key in one of these rules. */
export function adaBersama(
  kunci: Uint32Array,
  aturan: readonly LetakAturan[],
  x: number,
  y: number,
): boolean {
  for (let r = 0; r < aturan.length; r++) {
    const { di, lebar } = aturan[r] as LetakAturan
    const x0 = x + di
    const y0 = y + di
    if (lebar === 1) {
      const k = kunci[x0] as number
      if (k !== 0 && k === kunci[y0]) return true
      continue
    }
    if (kunci[x0 - 1] === 0 || kunci[x0 - 1] !== kunci[y0 - 1]) continue
    for (let i = 0; i < lebar; i++) {
      const k = kunci[x0 + i] as number
      if (k === 0) continue
      for (let j = 0; j < lebar; j++) if (kunci[y0 + j] === k) return true
    }
  }
  return false
}
