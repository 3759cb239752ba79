/** Words of names and addresses: which are dropped, which mean the same, how old spellings are read. */
import { besar, KamusBita, pangkatDua } from './kamus-bita.ts'
import { jaroWinkler, satuSalah } from './mirip.ts'

export type AturanKata = {
  /** Words that say nothing of who it is: titles, JL, RT. */
  readonly buang: readonly string[]
  /** Groups of words that are one. */
  readonly setara: readonly (readonly string[])[]
  /** Old and new spelling, replaced in this order within a word. */
  readonly ejaan: readonly (readonly [string, string])[]
}

/** Words as numbers, written any way; a word that is dropped is 0. */
export class KamusKata {
  readonly #mentah = new KamusBita()
  readonly baku = new KamusBita()
  #keBaku = new Int32Array(1 << 13)
  readonly #aturan: AturanKata
  readonly #ganti = new Map<string, string>()
  readonly #buang: ReadonlySet<string>
  readonly #sementara = new Uint8Array(1 << 10)

  constructor(aturan: AturanKata) {
    this.#aturan = aturan
    this.#buang = new Set(aturan.buang)
    for (const [utama, ...lain] of aturan.setara)
      for (const satu of lain) this.#ganti.set(satu, utama ?? satu)
  }

  /** The word in `sumber[dari..sampai)`, already in capitals. */
  nomor(sumber: Uint8Array, dari: number, sampai: number): number {
    const mentah = this.#mentah.nomor(sumber, dari, sampai)
    if (mentah >= this.#keBaku.length) this.#keBaku = besar(this.#keBaku, mentah + 1)
    const tahu = this.#keBaku[mentah] as number
    if (tahu !== 0) return tahu - 1
    const baku = this.#bakukan(sumber, dari, sampai)
    this.#keBaku[mentah] = baku + 1
    return baku
  }

  #bakukan(sumber: Uint8Array, dari: number, sampai: number): number {
    let kata = teksDari(sumber, dari, sampai)
    if (this.#buang.has(kata)) return 0
    kata = this.#ganti.get(kata) ?? kata
    for (const [lama, baru] of this.#aturan.ejaan) kata = kata.replaceAll(lama, baru)
    kata = this.#ganti.get(kata) ?? kata
    if (kata === '' || this.#buang.has(kata)) return 0
    const panjang = tulis(kata, this.#sementara)
    return this.baku.nomor(this.#sementara, 0, panjang)
  }

  /** The word as text. */
  teks(id: number): string {
    const bita = this.baku.nilai(id)
    return teksDari(bita, 0, bita.length)
  }
}

/** Bytes as text without their accents; UTF-8, with anything else read as Latin-1. */
export function teksDari(bita: Uint8Array, dari: number, sampai: number): string {
  let teks = ''
  let lain = false
  for (let i = dari; i < sampai; i++) {
    const b = bita[i] as number
    const c = bita[i + 1] as number
    if (b >= 0xc2 && b < 0xe0 && i + 1 < sampai && (c & 0xc0) === 0x80) {
      teks += String.fromCharCode(((b & 0x1f) << 6) | (c & 0x3f))
      i++
      lain = true
    } else {
      teks += String.fromCharCode(b)
      if (b > 127) lain = true
    }
  }
  return lain
    ? teks
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .toUpperCase()
    : teks
}

function tulis(teks: string, ke: Uint8Array): number {
  const panjang = Math.min(teks.length, ke.length)
  for (let i = 0; i < panjang; i++) ke[i] = Math.min(255, teks.charCodeAt(i))
  return panjang
}

/** Runs of words as numbers: a whole name or address; 0 is one without words. */
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

/** Whether two words are nearly one; each pair of words is worked out once. */
export class Dekat {
  readonly #kamus: KamusBita
  #kunci = new Float64Array(1 << 16)
  #jawab = new Uint8Array(1 << 16)
  #banyak = 0

  constructor(kamus: KamusBita) {
    this.#kamus = kamus
  }

  /** One slip apart (four letters and more), alike by Jaro–Winkler ≥ 0.9, or an initial. */
  dekat(a: number, b: number): boolean {
    const kecil = Math.min(a, b)
    const kunci = kecil * 0x4000000 + Math.max(a, b)
    const mask = this.#kunci.length - 1
    let tempat = (Math.imul(kecil, 0x9e3779b1) ^ Math.imul(Math.max(a, b), 0x85ebca6b)) & mask
    for (; this.#kunci[tempat] !== 0; tempat = (tempat + 1) & mask)
      if (this.#kunci[tempat] === kunci) return this.#jawab[tempat] === 1
    const jawab = this.#hitung(kecil, Math.max(a, b))
    this.#kunci[tempat] = kunci
    this.#jawab[tempat] = jawab ? 1 : 0
    if (++this.#banyak * 2 > this.#kunci.length) this.#lebarkan()
    return jawab
  }

  #hitung(a: number, b: number): boolean {
    const { bita, mulai } = this.#kamus
    const a0 = mulai[a] as number
    const a1 = mulai[a + 1] as number
    const b0 = mulai[b] as number
    const b1 = mulai[b + 1] as number
    const pendek = Math.min(a1 - a0, b1 - b0)
    if (pendek === 1) return bita[a0] === bita[b0]
    if (pendek >= 4 && satuSalah(bita, a0, a1, bita, b0, b1)) return true
    return pendek >= 3 && jaroWinkler(bita, a0, a1, bita, b0, b1) >= 0.9
  }

  #lebarkan(): void {
    const lama = this.#kunci
    const jawab = this.#jawab
    this.#kunci = new Float64Array(lama.length * 2)
    this.#jawab = new Uint8Array(lama.length * 2)
    const mask = this.#kunci.length - 1
    for (let i = 0; i < lama.length; i++) {
      const kunci = lama[i] as number
      if (kunci === 0) continue
      const a = Math.floor(kunci / 0x4000000)
      const b = kunci - a * 0x4000000
      let tempat = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) & mask
      while (this.#kunci[tempat] !== 0) tempat = (tempat + 1) & mask
      this.#kunci[tempat] = kunci
      this.#jawab[tempat] = jawab[i] as number
    }
  }
}
