/** A table of records as columns of integers: what the matching works on. */
import { besar, KamusBita } from './kamus-bita.ts'
import { type AturanKata, KamusKata, KamusUrutan } from './kata.ts'
import type { ModelPadanan } from './model.ts'

/** Digits: the last nine in `bawah`, those before in `atas`; -1 is empty. */
export type LajurNomor = {
  readonly jenis: 'nomor'
  readonly atas: Int32Array
  readonly bawah: Int32Array
}
/** yyyymmdd; 0 is empty. */
export type LajurTanggal = { readonly jenis: 'tanggal'; readonly nilai: Int32Array }
export type LajurKode = {
  readonly jenis: 'kode'
  readonly nilai: Int32Array
  readonly kamus: KamusBita
}
export type LajurAngka = { readonly jenis: 'angka'; readonly nilai: Float64Array }
/** Whole values and, for each, its words. */
export type LajurKata = {
  readonly jenis: 'kata'
  readonly nilai: Int32Array
  readonly kata: KamusKata
  readonly urutan: KamusUrutan
}
export type Lajur = LajurNomor | LajurTanggal | LajurKode | LajurAngka | LajurKata

export type Tabel = {
  readonly banyak: number
  readonly lajur: ReadonlyMap<string, Lajur>
}

const tanpaAturan: AturanKata = { buang: [], setara: [], ejaan: [] }

/** Takes cells in as bytes, row by row, and gives the table. */
export class PenyusunTabel {
  readonly #lajur: Isian[]
  readonly #nama: string[]
  #banyak = 0

  constructor(model: ModelPadanan, perkiraan = 1 << 16) {
    this.#nama = model.kolom.map((k) => k.nama)
    this.#lajur = model.kolom.map((k) => {
      if (k.jenis === 'nomor') return new IsianNomor(perkiraan, k.panjang ?? 0)
      if (k.jenis === 'tanggal') return new IsianTanggal(perkiraan)
      if (k.jenis === 'angka') return new IsianAngka(perkiraan)
      if (k.jenis === 'kode') return new IsianKode(perkiraan)
      return new IsianKata(perkiraan, model.kamus[k.kamus ?? ''] ?? tanpaAturan)
    })
  }

  get banyak(): number {
    return this.#banyak
  }

  /** Begins the next row. */
  baris(): void {
    const n = this.#banyak++
    for (const lajur of this.#lajur) lajur.ruang(n)
  }

  /** One cell of the row begun last. */
  sel(kolom: number, bita: Uint8Array, dari: number, sampai: number): void {
    ;(this.#lajur[kolom] as Isian).isi(this.#banyak - 1, bita, dari, sampai)
  }

  tabel(): Tabel {
    const lajur = new Map(
      this.#nama.map((nama, i) => [nama, (this.#lajur[i] as Isian).lajur(this.#banyak)] as const),
    )
    return { banyak: this.#banyak, lajur }
  }
}

interface Isian {
  ruang(n: number): void
  isi(n: number, bita: Uint8Array, dari: number, sampai: number): void
  lajur(banyak: number): Lajur
}

class IsianNomor implements Isian {
  #atas: Int32Array
  #bawah: Int32Array
  readonly #panjang: number
  constructor(perkiraan: number, panjang: number) {
    this.#atas = new Int32Array(perkiraan)
    this.#bawah = new Int32Array(perkiraan)
    this.#panjang = panjang
  }
  ruang(n: number): void {
    if (n >= this.#atas.length) {
      this.#atas = besar(this.#atas, n + 1)
      this.#bawah = besar(this.#bawah, n + 1)
    }
    this.#atas[n] = -1
    this.#bawah[n] = -1
  }
  isi(n: number, bita: Uint8Array, dari: number, sampai: number): void {
    let angka = 0
    for (let i = dari; i < sampai; i++) if (isDigit(bita[i] as number)) angka++
    if (angka === 0 || angka > 18 || (this.#panjang > 0 && angka !== this.#panjang)) return
    let atas = 0
    let bawah = 0
    for (let i = dari; i < sampai; i++) {
      const c = bita[i] as number
      if (!isDigit(c)) continue
      if (angka-- > 9) atas = atas * 10 + c - 48
      else bawah = bawah * 10 + c - 48
    }
    this.#atas[n] = atas
    this.#bawah[n] = bawah
  }
  lajur(banyak: number): LajurNomor {
    return {
      jenis: 'nomor',
      atas: this.#atas.subarray(0, banyak),
      bawah: this.#bawah.subarray(0, banyak),
    }
  }
}

const isDigit = (c: number): boolean => c >= 48 && c <= 57

class IsianTanggal implements Isian {
  #nilai: Int32Array
  readonly #bagian = new Int32Array(3)
  readonly #lebar = new Int32Array(3)
  constructor(perkiraan: number) {
    this.#nilai = new Int32Array(perkiraan)
  }
  ruang(n: number): void {
    if (n >= this.#nilai.length) this.#nilai = besar(this.#nilai, n + 1)
    this.#nilai[n] = 0
  }
  /** Year first or last, any sign between; eight digits alone are yyyymmdd; four a year. */
  isi(n: number, bita: Uint8Array, dari: number, sampai: number): void {
    const bagian = this.#bagian
    const lebar = this.#lebar
    let k = 0
    for (let i = dari; i < sampai && k < 3; ) {
      if (!isDigit(bita[i] as number)) {
        i++
        continue
      }
      let nilai = 0
      const awal = i
      while (i < sampai && isDigit(bita[i] as number) && i - awal < 8)
        nilai = nilai * 10 + (bita[i++] as number) - 48
      bagian[k] = nilai
      lebar[k++] = i - awal
    }
    const [a = 0, b = 0, c = 0] = bagian
    if (k === 1 && lebar[0] === 8) this.#nilai[n] = a
    else if (k === 1 && lebar[0] === 4) this.#nilai[n] = a * 10000
    else if (k === 3 && lebar[0] === 4) this.#nilai[n] = a * 10000 + b * 100 + c
    else if (k === 3 && lebar[2] === 4) this.#nilai[n] = c * 10000 + b * 100 + a
  }
  lajur(banyak: number): LajurTanggal {
    return { jenis: 'tanggal', nilai: this.#nilai.subarray(0, banyak) }
  }
}

class IsianAngka implements Isian {
  #nilai: Float64Array
  constructor(perkiraan: number) {
    this.#nilai = new Float64Array(perkiraan)
  }
  ruang(n: number): void {
    if (n >= this.#nilai.length) {
      const baru = new Float64Array(this.#nilai.length * 2)
      baru.set(this.#nilai)
      this.#nilai = baru
    }
    this.#nilai[n] = Number.NaN
  }
  isi(n: number, bita: Uint8Array, dari: number, sampai: number): void {
    if (sampai === dari) return
    let teks = ''
    for (let i = dari; i < sampai; i++) teks += String.fromCharCode(bita[i] as number)
    this.#nilai[n] = Number(teks)
  }
  lajur(banyak: number): LajurAngka {
    return { jenis: 'angka', nilai: this.#nilai.subarray(0, banyak) }
  }
}

class IsianKode implements Isian {
  #nilai: Int32Array
  readonly #kamus = new KamusBita()
  readonly #huruf = new Uint8Array(1 << 10)
  constructor(perkiraan: number) {
    this.#nilai = new Int32Array(perkiraan)
  }
  ruang(n: number): void {
    if (n >= this.#nilai.length) this.#nilai = besar(this.#nilai, n + 1)
    this.#nilai[n] = 0
  }
  isi(n: number, bita: Uint8Array, dari: number, sampai: number): void {
    let panjang = 0
    for (let i = dari; i < sampai && panjang < 1024; i++) {
      const c = bita[i] as number
      if (c > 32) this.#huruf[panjang++] = c >= 97 && c <= 122 ? c - 32 : c
    }
    if (panjang > 0) this.#nilai[n] = this.#kamus.nomor(this.#huruf, 0, panjang)
  }
  lajur(banyak: number): LajurKode {
    return { jenis: 'kode', nilai: this.#nilai.subarray(0, banyak), kamus: this.#kamus }
  }
}

const kataTerbanyak = 16

class IsianKata implements Isian {
  #nilai: Int32Array
  readonly #kata: KamusKata
  readonly #urutan = new KamusUrutan()
  readonly #huruf = new Uint8Array(1 << 10)
  readonly #isi = new Int32Array(kataTerbanyak)
  constructor(perkiraan: number, aturan: AturanKata) {
    this.#nilai = new Int32Array(perkiraan)
    this.#kata = new KamusKata(aturan)
  }
  ruang(n: number): void {
    if (n >= this.#nilai.length) this.#nilai = besar(this.#nilai, n + 1)
    this.#nilai[n] = 0
  }
  /** Letters and digits make words; an apostrophe is dropped, anything else parts them. */
  isi(n: number, bita: Uint8Array, dari: number, sampai: number): void {
    const huruf = this.#huruf
    let banyak = 0
    let panjang = 0
    for (let i = dari; i <= sampai && banyak < kataTerbanyak; i++) {
      const c = i < sampai ? (bita[i] as number) : 32
      if (c >= 65 && c <= 90) huruf[panjang++] = c
      else if (c >= 97 && c <= 122) huruf[panjang++] = c - 32
      else if (c > 127 || isDigit(c)) huruf[panjang++] = c
      else if (c !== 39 && c !== 96) {
        if (panjang > 0) {
          const kata = this.#kata.nomor(huruf, 0, panjang)
          if (kata > 0) this.#isi[banyak++] = kata
        }
        panjang = 0
      }
      if (panjang === 1024) panjang = 1023
    }
    this.#nilai[n] = this.#urutan.nomor(this.#isi, banyak)
  }
  lajur(banyak: number): LajurKata {
    return {
      jenis: 'kata',
      nilai: this.#nilai.subarray(0, banyak),
      kata: this.#kata,
      urutan: this.#urutan,
    }
  }
}
