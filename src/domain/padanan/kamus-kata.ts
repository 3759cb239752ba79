/** Words of names and addresses: which are dropped, which mean the same, how old spellings are read. */
import { besar, KamusBita } from './kamus-bita.ts'

export type AturanKata = {
  /** Words that say nothing of who it is: titles, JL, RT. */
  readonly buang: readonly string[]
  /** Groups of words that are one. */
  readonly setara: readonly (readonly string[])[]
  /** Old and new spelling, replaced in this order within a word. */
  readonly ejaan: readonly (readonly [string, string])[]
}

/** How a word is read: dropped, exchanged for the one that it means, its old spelling made new. */
export class PembakuKata {
  readonly #aturan: AturanKata
  readonly #ganti = new Map<string, string>()
  readonly #buang: ReadonlySet<string>

  constructor(aturan: AturanKata) {
    this.#aturan = aturan
    this.#buang = new Set(aturan.buang)
    for (const [utama, ...lain] of aturan.setara)
      for (const satu of lain) this.#ganti.set(satu, utama ?? satu)
  }

  /** A word in capitals as it is compared; empty where it is dropped. */
  baku(mentah: string): string {
    if (this.#buang.has(mentah)) return ''
    let kata = this.#ganti.get(mentah) ?? mentah
    for (const [lama, baru] of this.#aturan.ejaan) kata = kata.replaceAll(lama, baru)
    kata = this.#ganti.get(kata) ?? kata
    return this.#buang.has(kata) ? '' : kata
  }
}

/** Words as numbers, written any way; a word that is dropped is 0. */
export class KamusKata {
  readonly #mentah = new KamusBita()
  readonly baku = new KamusBita()
  #keBaku = new Int32Array(1 << 13)
  readonly #pembaku: PembakuKata
  readonly #sementara = new Uint8Array(1 << 10)

  constructor(aturan: AturanKata) {
    this.#pembaku = new PembakuKata(aturan)
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
    const kata = this.#pembaku.baku(teksDari(sumber, dari, sampai))
    if (kata === '') return 0
    const panjang = tulis(kata, this.#sementara)
    return this.baku.nomor(this.#sementara, 0, panjang)
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
