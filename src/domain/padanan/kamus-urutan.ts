/** Gives every distinct run of words a number: a whole name or address. */
import { besar, pangkatDua } from './kamus-bita.ts'

/** Numbers begin at 1; 0 is one without words. */
export class KamusUrutan {
  #kata = new Int32Array(1 << 14)
  #isi = 0
  #mulai = new Uint32Array(1 << 12)
  #hash = new Uint32Array(1 << 12)
  #tabel = new Int32Array(1 << 13)
  #banyak = 0

  get banyak(): number {
    return this.#banyak
  }
  get kata(): Int32Array {
    return this.#kata
  }
  get mulai(): Uint32Array {
    return this.#mulai
  }

  nomor(kata: Int32Array, panjang: number): number {
    if (panjang === 0) return 0
    let h = panjang
    for (let i = 0; i < panjang; i++)
      h = Math.imul(h ^ (kata[i] as number), 0x9e3779b1) ^ (h >>> 13)
    h = (h ^ (h >>> 16)) >>> 0
    const mask = this.#tabel.length - 1
    for (let tempat = h & mask; ; tempat = (tempat + 1) & mask) {
      const id = this.#tabel[tempat] as number
      if (id === 0) return this.#tambah(kata, panjang, h, tempat)
      if (this.#hash[id] === h && this.#sama(id, kata, panjang)) return id
    }
  }

  #sama(id: number, kata: Int32Array, panjang: number): boolean {
    const mulai = this.#mulai[id] as number
    if ((this.#mulai[id + 1] as number) - mulai !== panjang) return false
    for (let i = 0; i < panjang; i++) if (this.#kata[mulai + i] !== kata[i]) return false
    return true
  }

  #tambah(kata: Int32Array, panjang: number, h: number, tempat: number): number {
    const id = ++this.#banyak
    if (this.#isi + panjang > this.#kata.length) this.#kata = besar(this.#kata, this.#isi + panjang)
    if (id + 2 > this.#mulai.length) {
      this.#mulai = besar(this.#mulai, id + 2)
      this.#hash = besar(this.#hash, id + 2)
    }
    this.#mulai[id] = this.#isi
    for (let i = 0; i < panjang; i++) this.#kata[this.#isi + i] = kata[i] as number
    this.#isi += panjang
    this.#mulai[id + 1] = this.#isi
    this.#hash[id] = h
    this.#tabel[tempat] = id
    if (id * 2 > this.#tabel.length) this.#lebarkan()
    return id
  }

  #lebarkan(): void {
    const tabel = new Int32Array(pangkatDua(this.#tabel.length * 2))
    const mask = tabel.length - 1
    for (let id = 1; id <= this.#banyak; id++) {
      let tempat = (this.#hash[id] as number) & mask
      while (tabel[tempat] !== 0) tempat = (tempat + 1) & mask
      tabel[tempat] = id
    }
    this.#tabel = tabel
  }
}
