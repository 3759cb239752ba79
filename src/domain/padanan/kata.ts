/** Everything about the distinct names or addresses of a column that comparing and blocking ask for, worked out once. */
import { bunyiKata } from './bunyi.ts'
import { besar, hashBita, type KamusBita, pangkatDua } from './kamus-bita.ts'
import { teksDari } from './kamus-kata.ts'
import type { KamusUrutan } from './kamus-urutan.ts'
import { type Alokasi, bekukan, campur, type Nilai, salin32, salinNilai } from './tabel.ts'

/** Per run of words (name, address) and per word; 0 is the empty one. */
export type Kata = {
  readonly banyak: number
  /** The words of run `id`: `isi[mulai[id]..mulai[id + 1])`. */
  readonly isi: Int32Array
  readonly mulai: Uint32Array
  readonly hash: Uint32Array
  /** A hash that is the same for the same words in any order. */
  readonly himpunanHash: Uint32Array
  /**
   * What comparing looks at, side by side: for each run its `himpunan` (the same number for the same
   * words in any order), its `rapat` (the same for the same letters written together), its `bentuk` (how
   * many words and letters, and which letters), and the first words, at `id * lebarRingkas`.
   */
  readonly ringkas: Int32Array
  readonly kata: Nilai
  /** Per word: which letters it has (bit 0 to 25), for a quick no. */
  readonly huruf: Uint32Array
  /** Per word: a hash of its consonants; 0 for none. */
  readonly bunyi: Uint32Array
}

export const lebarRingkas = 8
/** Words that `ringkas` holds; further ones stand in `isi`. */
export const kataRingkas = 5

/** Letters by which a run is compared as one; further ones do not count. */
export const hurufTerbanyak = 32
const macamHuruf = 21

/** Of a `bentuk`: how many words; how many letters; which (some share a bit). */
export const banyakKata = (bentuk: number): number => bentuk & 31
export const banyakHuruf = (bentuk: number): number => (bentuk >>> 5) & 63
export const macamDari = (bentuk: number): number => bentuk >>> 11

/** Works out what is asked of the values of a column of words. */
export function siapkanKata(mentah: KataMentah, alokasi: Alokasi): Kata {
  const n = mentah.banyak
  const kata = salinNilai(mentah.kata, alokasi)
  const isi = new Int32Array(alokasi(mentah.isi.length * 4))
  isi.set(mentah.isi)
  const mulai = salin32(mentah.mulai, alokasi)
  const { hash, himpunanHash, ringkas } = perUrutan(n, isi, mulai, kata, alokasi)
  const { huruf, bunyi } = perKata(kata, alokasi)
  return { banyak: n, isi, mulai, hash, himpunanHash, ringkas, kata, huruf, bunyi }
}

/** What has been gathered in two dictionaries. */
export function mentahDari(kamus: KamusBita, urutan: KamusUrutan): KataMentah {
  const { banyak, kata, mulai } = urutan
  return {
    kata: bekukan(kamus),
    banyak,
    isi: kata.slice(0, mulai[banyak + 1] ?? 0),
    mulai: mulai.slice(0, banyak + 2),
  }
}

function perUrutan(
  n: number,
  isi: Int32Array,
  mulai: Uint32Array,
  kata: Nilai,
  alokasi: Alokasi,
): Pick<Kata, 'hash' | 'himpunanHash' | 'ringkas'> {
  const hash = new Uint32Array(alokasi((n + 1) * 4))
  const himpunanHash = new Uint32Array(alokasi((n + 1) * 4))
  const ringkas = new Int32Array(alokasi((n + 1) * lebarRingkas * 4))
  const nomorHimpunan = new NomorHash(n)
  const nomorRapat = new NomorHash(n)
  for (let id = 1; id <= n; id++) {
    let h = 0x2545f491
    let jumlah = 0
    let jumlah2 = 0
    let x = 0x811c9dc5
    let y = 0
    let letak = 0
    let macam = 0
    const sampai = mulai[id + 1] as number
    for (let i = mulai[id] as number; i < sampai; i++) {
      const w = isi[i] as number
      const hw = kata.hash[w] as number
      h = campur(h, hw)
      jumlah = (jumlah + campur(0x51ed270b, hw)) | 0
      jumlah2 = (jumlah2 + campur(0x3243f6a9, hw)) | 0
      const akhir = kata.mulai[w + 1] as number
      for (let j = kata.mulai[w] as number; j < akhir; j++) {
        const c = kata.bita[j] as number
        x = Math.imul(x ^ c, 0x01000193)
        y = Math.imul(y, 31) + c
        if (letak++ < hurufTerbanyak) macam |= 1 << ((c & 31) % macamHuruf)
      }
    }
    hash[id] = h
    himpunanHash[id] = campur(jumlah, jumlah2)
    const r = id * lebarRingkas
    const dari = mulai[id] as number
    ringkas[r] = nomorHimpunan.nomor(jumlah, jumlah2)
    ringkas[r + 1] = nomorRapat.nomor(x, y | 0)
    ringkas[r + 2] = (sampai - dari) | (Math.min(letak, hurufTerbanyak) << 5) | (macam << 11)
    for (let i = 0; i < kataRingkas && dari + i < sampai; i++)
      ringkas[r + 3 + i] = isi[dari + i] as number
  }
  return { hash, himpunanHash, ringkas }
}

function perKata(kata: Nilai, alokasi: Alokasi): Pick<Kata, 'huruf' | 'bunyi'> {
  const huruf = new Uint32Array(alokasi((kata.banyak + 1) * 4))
  const bunyi = new Uint32Array(alokasi((kata.banyak + 1) * 4))
  const bita = new Uint8Array(8)
  for (let id = 1; id <= kata.banyak; id++) {
    const dari = kata.mulai[id] as number
    const sampai = kata.mulai[id + 1] as number
    let m = 0
    for (let i = dari; i < sampai; i++) m |= 1 << ((kata.bita[i] as number) & 31)
    huruf[id] = m
    const kunci = bunyiKata(teksDari(kata.bita, dari, sampai))
    for (let i = 0; i < kunci.length; i++) bita[i] = kunci.charCodeAt(i)
    bunyi[id] = kunci === '' ? 0 : hashBita(bita, 0, kunci.length) | 1
  }
  return { huruf, bunyi }
}

/** Numbers pairs of hashes: 64 bits together, so that two different values do not meet. */
class NomorHash {
  #a: Int32Array
  #b: Int32Array
  readonly #tabel: Int32Array
  #banyak = 0

  constructor(perkiraan: number) {
    this.#a = new Int32Array(perkiraan + 1)
    this.#b = new Int32Array(perkiraan + 1)
    this.#tabel = new Int32Array(pangkatDua(perkiraan * 2 + 2))
  }

  nomor(a: number, b: number): number {
    const mask = this.#tabel.length - 1
    for (let di = campur(a, b) & mask; ; di = (di + 1) & mask) {
      const id = this.#tabel[di] as number
      if (id === 0) {
        const baru = ++this.#banyak
        if (baru >= this.#a.length) {
          this.#a = besar(this.#a, baru + 1)
          this.#b = besar(this.#b, baru + 1)
        }
        this.#a[baru] = a
        this.#b[baru] = b
        this.#tabel[di] = baru
        return baru
      }
      if (this.#a[id] === a && this.#b[id] === b) return id
    }
  }
}

/** A dictionary as it was built in one thread, to be laid together with those of others. */
export type KataMentah = {
  readonly kata: Nilai
  readonly banyak: number
  readonly isi: Int32Array
  readonly mulai: Uint32Array
}

/** Adds the values of one dictionary to another. @returns for each of its numbers the number there */
export function gabungKata(
  { kata, banyak, isi, mulai }: KataMentah,
  kamus: KamusBita,
  urutan: KamusUrutan,
): Int32Array {
  const keKata = gabungNilai(kata, kamus)
  const ke = new Int32Array(banyak + 1)
  const satu = new Int32Array(64)
  for (let id = 1; id <= banyak; id++) {
    const dari = mulai[id] as number
    const panjang = (mulai[id + 1] as number) - dari
    for (let i = 0; i < panjang; i++) satu[i] = keKata[isi[dari + i] as number] as number
    ke[id] = urutan.nomor(satu, panjang)
  }
  return ke
}

/** The same for a dictionary of bytes. */
export function gabungNilai({ banyak, bita, mulai }: Nilai, kamus: KamusBita): Int32Array {
  const ke = new Int32Array(banyak + 1)
  for (let id = 1; id <= banyak; id++)
    ke[id] = kamus.nomor(bita, mulai[id] as number, mulai[id + 1] as number)
  return ke
}
