/** Compares two records level by level, as the model declares: the one function behind kernel, page and test. */
import { ujiKata } from './banding-kata.ts'
import { Dekat } from './kata.ts'
import { jaroWinkler } from './mirip.ts'
import type { Banding, ModelPadanan } from './model.ts'
import type { Lajur, LajurKata, LajurKode, LajurNomor, LajurTanggal, Tabel } from './tabel.ts'

export type Uji = (a: number, b: number) => boolean

/** Answers the level of a pair: 0 is the first declared, `tingkat.length` none of them, one more: nothing can be said. */
export type Pembanding = (a: number, b: number) => number

/** How many answers a comparison has. */
export const banyakJawab = (b: Banding): number => b.tingkat.length + 2

/** The comparisons of a model over a table. Throws on a condition that its column does not know. */
export function pembandingDari(model: ModelPadanan, tabel: Tabel): Pembanding[] {
  const dekat = new Map<string, Dekat>()
  const uji = new Map<string, Uji>()
  const satu = (teks: string): Uji => {
    const tahu = uji.get(teks)
    if (tahu) return tahu
    const baru = ujiDari(teks, tabel, dekat)
    uji.set(teks, baru)
    return baru
  }
  return model.banding.map((b) => {
    const kosong = b.kolom.map((nama) => adaIsi(lajurDari(tabel, nama)))
    const tingkat = b.tingkat.map((t) => {
      const daftar = (typeof t.syarat === 'string' ? [t.syarat] : t.syarat).map(satu)
      return daftar.length === 1 ? (daftar[0] as Uji) : semua(daftar)
    })
    return pembanding(kosong, tingkat)
  })
}

const semua =
  (daftar: readonly Uji[]): Uji =>
  (a, b) => {
    for (const uji of daftar) if (!uji(a, b)) return false
    return true
  }

function pembanding(isi: readonly ((n: number) => boolean)[], tingkat: readonly Uji[]): Pembanding {
  const banyak = tingkat.length
  const [satu] = isi
  const dapat: Uji =
    isi.length === 1 && satu
      ? (a, b) => satu(a) && satu(b)
      : (a, b) => {
          for (const ada of isi) if (ada(a) && ada(b)) return true
          return false
        }
  return (a, b) => {
    if (!dapat(a, b)) return banyak + 1
    for (let i = 0; i < banyak; i++) if ((tingkat[i] as Uji)(a, b)) return i
    return banyak
  }
}

export function lajurDari(tabel: Tabel, nama: string): Lajur {
  const lajur = tabel.lajur.get(nama)
  if (!lajur) throw new RangeError(`the model names a column that it does not declare: ${nama}`)
  return lajur
}

/** Whether a record has a value there. */
function adaIsi(lajur: Lajur): (n: number) => boolean {
  if (lajur.jenis === 'nomor') {
    const { bawah } = lajur
    return (n) => bawah[n] !== -1
  }
  const { nilai } = lajur
  return lajur.jenis === 'angka' ? (n) => !Number.isNaN(nilai[n]) : (n) => nilai[n] !== 0
}

function ujiDari(teks: string, tabel: Tabel, dekat: Map<string, Dekat>): Uji {
  const [kolom = '', nama = '', batas] = teks.split(' ')
  const lajur = lajurDari(tabel, kolom)
  const ada = adaIsi(lajur)
  const uji = pilihUji(lajur, nama, Number(batas ?? 0), () => {
    const tahu = dekat.get(kolom)
    if (tahu) return tahu
    const baru = new Dekat((lajur as LajurKata).kata.baku)
    dekat.set(kolom, baru)
    return baru
  })
  if (!uji)
    throw new RangeError(`a column of kind ${lajur.jenis} cannot be asked "${nama}": ${teks}`)
  return (a, b) => ada(a) && ada(b) && uji(a, b)
}

function pilihUji(lajur: Lajur, nama: string, batas: number, dekat: () => Dekat): Uji | null {
  switch (lajur.jenis) {
    case 'nomor':
      return ujiNomor(lajur, nama)
    case 'tanggal':
      return ujiTanggal(lajur, nama)
    case 'kode':
      return ujiKode(lajur, nama, batas)
    case 'angka':
      return ujiAngka(lajur.nilai, nama, batas)
    case 'kata':
      return ujiKata(lajur, nama, batas, dekat)
  }
}

function ujiNomor({ atas, bawah }: LajurNomor, nama: string): Uji | null {
  if (nama === 'sama') return (a, b) => bawah[a] === bawah[b] && atas[a] === atas[b]
  if (nama !== 'satu_salah') return null
  return (a, b) => {
    const atasA = atas[a] as number
    const atasB = atas[b] as number
    const bawahA = bawah[a] as number
    const bawahB = bawah[b] as number
    if (atasA === atasB) return satuAngka(bawahA, bawahB)
    return bawahA === bawahB ? satuAngka(atasA, atasB) : tukarTengah(atasA, bawahA, atasB, bawahB)
  }
}

/** The two digits where the halves meet are swapped. */
const tukarTengah = (atasA: number, bawahA: number, atasB: number, bawahB: number): boolean =>
  Math.floor(atasA / 10) === Math.floor(atasB / 10) &&
  bawahA % 1e8 === bawahB % 1e8 &&
  atasA % 10 === Math.floor(bawahB / 1e8) &&
  atasB % 10 === Math.floor(bawahA / 1e8)

/** One digit differs, or two neighbours are swapped. */
function satuAngka(x: number, y: number): boolean {
  let a = x
  let b = y
  let beda = 0
  let dulu = -1
  let di = -2
  for (let i = 0; i < 10; i++) {
    const p = a % 10
    const q = b % 10
    if (p !== q) {
      beda++
      if (beda === 1) {
        dulu = p * 10 + q
        di = i
      } else if (beda > 2 || i !== di + 1 || dulu !== q * 10 + p) return false
    }
    a = (a - p) / 10
    b = (b - q) / 10
  }
  return beda >= 1
}

const hari = (t: number): number => t % 100
const bulan = (t: number): number => Math.floor(t / 100) % 100
const tahun = (t: number): number => Math.floor(t / 10000)

function ujiTanggal({ nilai }: LajurTanggal, nama: string): Uji | null {
  const dari =
    (f: (x: number, y: number) => boolean): Uji =>
    (a, b) =>
      f(nilai[a] as number, nilai[b] as number)
  switch (nama) {
    case 'sama':
      return dari((x, y) => x === y)
    case 'tertukar':
      return dari((x, y) => tahun(x) === tahun(y) && hari(x) === bulan(y) && bulan(x) === hari(y))
    case 'awal_tahun':
      return dari(
        (x, y) =>
          tahun(x) === tahun(y) &&
          (x % 10000 === 101 || y % 10000 === 101 || x % 10000 === 0 || y % 10000 === 0),
      )
    case 'dua_bagian':
      return dari(
        (x, y) =>
          (tahun(x) === tahun(y) ? 1 : 0) +
            (bulan(x) === bulan(y) ? 1 : 0) +
            (hari(x) === hari(y) ? 1 : 0) >=
          2,
      )
    case 'tahun_dekat':
      return dari((x, y) => x % 10000 === y % 10000 && Math.abs(tahun(x) - tahun(y)) <= 1)
    case 'tahun':
      return dari((x, y) => tahun(x) === tahun(y))
    default:
      return null
  }
}

function ujiKode({ nilai, kamus }: LajurKode, nama: string, batas: number): Uji | null {
  const { bita, mulai } = kamus
  switch (nama) {
    case 'sama':
      return (a, b) => nilai[a] === nilai[b]
    case 'awal': {
      const awal = awalan(kamus, batas)
      return (a, b) => awal[nilai[a] as number] === awal[nilai[b] as number]
    }
    case 'mirip':
      return (a, b) => {
        const x = Math.min(nilai[a] as number, nilai[b] as number)
        const y = Math.max(nilai[a] as number, nilai[b] as number)
        return (
          x === y ||
          jaroWinkler(
            bita,
            mulai[x] as number,
            mulai[x + 1] as number,
            bita,
            mulai[y] as number,
            mulai[y + 1] as number,
          ) >= batas
        )
      }
    default:
      return null
  }
}

/** For each value of a dictionary, the number of its first `n` bytes. */
export function awalan(kamus: LajurKode['kamus'], n: number): Int32Array {
  const hasil = new Int32Array(kamus.banyak + 1)
  const nomor = new Map<string, number>()
  for (let id = 1; id <= kamus.banyak; id++) {
    const teks = String.fromCharCode(...kamus.nilai(id).subarray(0, n))
    const tahu = nomor.get(teks) ?? nomor.size + 1
    nomor.set(teks, tahu)
    hasil[id] = tahu
  }
  return hasil
}

function ujiAngka(nilai: Float64Array, nama: string, batas: number): Uji | null {
  if (nama === 'sama') return (a, b) => nilai[a] === nilai[b]
  if (nama === 'selisih')
    return (a, b) => Math.abs((nilai[a] as number) - (nilai[b] as number)) <= batas
  return null
}
