/** Gives every distinct run of bytes a small number, so that values are compared and counted as integers. */

/** Numbers begin at 1; 0 stands for an empty value. */
export class KamusBita {
  #bita: Uint8Array
  #isi = 0
  /** Where value `id` begins; value `id` ends where `id + 1` begins. */
  #mulai: Uint32Array
  #hash: Uint32Array
  #tabel: Int32Array
  #banyak = 0

  constructor(perkiraan = 1 << 12) {
    this.#bita = new Uint8Array(perkiraan * 8)
    this.#mulai = new Uint32Array(perkiraan + 2)
    this.#hash = new Uint32Array(perkiraan + 2)
    this.#tabel = new Int32Array(pangkatDua(perkiraan * 2))
  }

  get banyak(): number {
    return this.#banyak
  }

  /** All bytes, and where each value begins: for loops that look at many values. */
  get bita(): Uint8Array {
    return this.#bita
  }

  get mulai(): Uint32Array {
    return this.#mulai
  }

  /** A hash of each value's bytes: the same in every dictionary. */
  get hash(): Uint32Array {
    return this.#hash
  }

  /** The number of the bytes `[dari, sampai)` of `asal`; a new one when they were not seen before. */
  nomor(asal: Uint8Array, dari: number, sampai: number): number {
    const h = hashBita(asal, dari, sampai)
    const mask = this.#tabel.length - 1
    const panjang = sampai - dari
    for (let tempat = h & mask; ; tempat = (tempat + 1) & mask) {
      const id = this.#tabel[tempat] as number
      if (id === 0) return this.#tambah(asal, dari, sampai, h, tempat)
      if (this.#hash[id] === h && this.#sama(id, asal, dari, panjang)) return id
    }
  }

  /** The bytes of a value. */
  nilai(id: number): Uint8Array {
    return this.#bita.subarray(this.#mulai[id], this.#mulai[id + 1])
  }

  #sama(id: number, asal: Uint8Array, dari: number, panjang: number): boolean {
    const mulai = this.#mulai[id] as number
    if ((this.#mulai[id + 1] as number) - mulai !== panjang) return false
    for (let i = 0; i < panjang; i++) if (this.#bita[mulai + i] !== asal[dari + i]) return false
    return true
  }

  #tambah(asal: Uint8Array, dari: number, sampai: number, h: number, tempat: number): number {
    const id = ++this.#banyak
    const panjang = sampai - dari
    if (this.#isi + panjang > this.#bita.length) this.#bita = besar(this.#bita, this.#isi + panjang)
    if (id + 2 > this.#mulai.length) {
      this.#mulai = besar(this.#mulai, id + 2)
      this.#hash = besar(this.#hash, id + 2)
    }
    for (let i = 0; i < panjang; i++) this.#bita[this.#isi + i] = asal[dari + i] as number
    this.#mulai[id] = this.#isi
    this.#isi += panjang
    this.#mulai[id + 1] = this.#isi
    this.#hash[id] = h
    this.#tabel[tempat] = id
    if (id * 2 > this.#tabel.length) this.#lebarkan()
    return id
  }

  #lebarkan(): void {
    const tabel = new Int32Array(this.#tabel.length * 2)
    const mask = tabel.length - 1
    for (let id = 1; id <= this.#banyak; id++) {
      let tempat = (this.#hash[id] as number) & mask
      while (tabel[tempat] !== 0) tempat = (tempat + 1) & mask
      tabel[tempat] = id
    }
    this.#tabel = tabel
  }
}

/** FNV-1a, its halves mixed: below 2^32. */
export function hashBita(asal: Uint8Array, dari: number, sampai: number): number {
  let h = 0x811c9dc5
  for (let i = dari; i < sampai; i++) h = Math.imul(h ^ (asal[i] as number), 0x01000193)
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b)
  return (h ^ (h >>> 13)) >>> 0
}

export const pangkatDua = (n: number): number => 2 ** Math.ceil(Math.log2(Math.max(2, n)))

/** A copy with room for at least `perlu` items. */
export function besar<T extends Uint8Array | Uint32Array | Int32Array | Float64Array>(
  lama: T,
  perlu: number,
): T {
  const baru = new (lama.constructor as new (n: number) => T)(Math.max(perlu, lama.length * 2))
  baru.set(lama)
  return baru
}
