/** Reads the bytes of a cell into integers, each kind of column in its way. */
import { besar, KamusBita } from './kamus-bita.ts'
import { type AturanKata, KamusKata } from './kamus-kata.ts'
import { KamusUrutan } from './kamus-urutan.ts'

/** Writes the integers of a cell at `sel[di]`; leaves 0 where it holds nothing. */
export interface Isian {
  isi(sel: Int32Array, di: number, bita: Uint8Array, dari: number, sampai: number): void
}

const isDigit = (c: number): boolean => c >= 48 && c <= 57

export class IsianNomor implements Isian {
  readonly #panjang: number
  constructor(panjang: number) {
    this.#panjang = panjang
  }
  isi(sel: Int32Array, di: number, bita: Uint8Array, dari: number, sampai: number): void {
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
    sel[di] = bawah + 1
    sel[di + 1] = atas
  }
}

export class IsianTanggal implements Isian {
  readonly #bagian = new Int32Array(3)
  readonly #lebar = new Int32Array(3)

  /** Year first or last, any sign between; eight digits alone are yyyymmdd; four a year. */
  isi(sel: Int32Array, di: number, bita: Uint8Array, dari: number, sampai: number): void {
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
    if (k === 1 && lebar[0] === 8) sel[di] = a
    else if (k === 1 && lebar[0] === 4) sel[di] = a * 10000
    else if (k === 3 && lebar[0] === 4) sel[di] = a * 10000 + (b % 100) * 100 + (c % 100)
    else if (k === 3 && lebar[2] === 4) sel[di] = c * 10000 + (b % 100) * 100 + (a % 100)
  }
}

/** Numbers, each distinct one once. */
export class IsianAngka implements Isian {
  readonly #nomor = new Map<number, number>()
  readonly nilai: number[] = [Number.NaN]
  isi(sel: Int32Array, di: number, bita: Uint8Array, dari: number, sampai: number): void {
    if (sampai === dari) return
    let teks = ''
    for (let i = dari; i < sampai; i++) teks += String.fromCharCode(bita[i] as number)
    const angka = Number(teks.trim().replace(',', '.'))
    if (teks.trim() !== '' && !Number.isNaN(angka)) sel[di] = this.nomor(angka)
  }
  nomor(angka: number): number {
    const tahu = this.#nomor.get(angka)
    if (tahu !== undefined) return tahu
    this.nilai.push(angka)
    this.#nomor.set(angka, this.nilai.length - 1)
    return this.nilai.length - 1
  }
}

/** Codes: capitals, without spaces. */
export class IsianKode implements Isian {
  readonly kamus = new KamusBita()
  readonly #huruf = new Uint8Array(1 << 10)
  isi(sel: Int32Array, di: number, bita: Uint8Array, dari: number, sampai: number): void {
    let panjang = 0
    for (let i = dari; i < sampai && panjang < 1024; i++) {
      const c = bita[i] as number
      if (c > 32) this.#huruf[panjang++] = c >= 97 && c <= 122 ? c - 32 : c
    }
    if (panjang > 0) sel[di] = this.kamus.nomor(this.#huruf, 0, panjang)
  }
}

const kataTerbanyak = 16

/** Words; a cell seen before, byte by byte, is not taken apart again. */
export class IsianKata implements Isian {
  readonly #sel = new KamusBita(1 << 14)
  #keUrutan = new Int32Array(1 << 14)
  readonly kata: KamusKata
  readonly urutan = new KamusUrutan()
  readonly #huruf = new Uint8Array(1 << 10)
  readonly #isi = new Int32Array(kataTerbanyak)

  constructor(aturan: AturanKata) {
    this.kata = new KamusKata(aturan)
  }

  isi(sel: Int32Array, di: number, bita: Uint8Array, dari: number, sampai: number): void {
    if (sampai === dari) return
    const tahu = this.#sel.banyak
    const satu = this.#sel.nomor(bita, dari, sampai)
    if (satu > tahu) {
      if (satu >= this.#keUrutan.length) this.#keUrutan = besar(this.#keUrutan, satu + 1)
      this.#keUrutan[satu] = this.#urai(bita, dari, sampai)
    }
    sel[di] = this.#keUrutan[satu] as number
  }

  /** Letters and digits make words; an apostrophe is dropped, anything else parts them. */
  #urai(bita: Uint8Array, dari: number, sampai: number): number {
    const huruf = this.#huruf
    let banyak = 0
    let panjang = 0
    for (let i = dari; i <= sampai && banyak < kataTerbanyak; i++) {
      const c = i < sampai ? (bita[i] as number) : 32
      if (c >= 97 && c <= 122) huruf[panjang++] = c - 32
      else if (c > 127 || (c >= 65 && c <= 90) || isDigit(c)) huruf[panjang++] = c
      else if (c !== 39 && c !== 96) {
        if (panjang > 0) {
          const kata = this.kata.nomor(huruf, 0, panjang)
          if (kata > 0) this.#isi[banyak++] = kata
        }
        panjang = 0
      }
      if (panjang === 1024) panjang = 1023
    }
    return this.urutan.nomor(this.#isi, banyak)
  }
}
