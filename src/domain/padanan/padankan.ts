/** Matching from table to clusters: candidates, vectors, weights estimated from the data, pairs, clusters. */
import { banyakJawab, type Pembanding, pembandingDari } from './banding.ts'
import { type BlokBesar, kunciBlok, tiapPasang } from './blok.ts'
import { bobotVektor, type HasilEm, jawabDari, type Sandi, sandiDari, taksir, uDari } from './em.ts'
import { type Kelangkaan, kelangkaanDari } from './frekuensi.ts'
import { Gugus } from './gugus.ts'
import { besar } from './kamus-bita.ts'
import type { ModelPadanan } from './model.ts'
import type { Tabel } from './tabel.ts'

/** Candidate pairs with their vectors; `a` < `b`. */
export type Calon = {
  readonly banyak: number
  readonly a: Int32Array
  readonly b: Int32Array
  readonly kode: Int32Array
}

export type Padanan = {
  readonly calon: Calon
  /** Weight of each candidate in bits, prior included; positive is more likely one person than not. */
  readonly bobot: Float32Array
  readonly em: HasilEm
  readonly sandi: Sandi
  readonly besar: readonly BlokBesar[]
  /** Candidates that each blocking rule added. */
  readonly perAturan: readonly number[]
  /** For each record the first record of its cluster. */
  readonly gugus: Int32Array
}

export type PilihanPadan = {
  /** Two tables laid end to end: only pairs across this row. */
  readonly pisah?: number
  readonly kemajuan?: (tahap: string, selesai: number, semua: number) => void
}

const sampel = 1_000_000

/** Matches a table against itself, or two tables laid end to end against each other. */
export function padankan(model: ModelPadanan, tabel: Tabel, pilihan: PilihanPadan = {}): Padanan {
  const pisah = pilihan.pisah ?? 0
  const banding = pembandingDari(model, tabel)
  const sandi = sandiDari(model)
  const {
    kunci,
    urut,
    besar: blokBesar,
  } = kunciBlok(model.blok, model.pecah, model.blok_terbesar, tabel)
  const hitung = new Int32Array(sandi.banyak)
  const kumpul = new Pengumpul()
  const perAturan = model.blok.map((_, i) => {
    pilihan.kemajuan?.('membandingkan', i, model.blok.length)
    const sebelum = kumpul.banyak
    tiapPasang(kunci, i, urut[i] as Uint32Array, pisah, (a, b) => {
      const kode = vektorDari(banding, sandi, a, b)
      hitung[kode] = (hitung[kode] as number) + 1
      kumpul.tambah(a, b, kode)
    })
    return kumpul.banyak - sebelum
  })
  const calon = kumpul.hasil()
  pilihan.kemajuan?.('menaksir bobot', 0, 1)
  const langka = model.banding.map((b) => {
    const kolom = b.tingkat.find((t) => t.frekuensi !== undefined)?.frekuensi
    return kolom === undefined ? null : kelangkaanDari(tabel, kolom)
  })
  const acak = pasangAcak(model, banding, tabel.banyak, pisah, langka)
  const semua = pisah > 0 ? pisah * (tabel.banyak - pisah) : (tabel.banyak * (tabel.banyak - 1)) / 2
  const em = taksir(model, sandi, terisi(hitung), uDari(model, acak.hitung), Math.max(1, semua))
  const bobot = timbang(model, sandi, em, calon, langka, acak.umum)
  const batas = bitsDari(model.ambang.padan)
  const gugus = new Gugus(tabel.banyak)
  for (let i = 0; i < calon.banyak; i++)
    if ((bobot[i] as number) >= batas) gugus.satukan(calon.a[i] as number, calon.b[i] as number)
  const akar = Int32Array.from({ length: tabel.banyak }, (_, i) => gugus.akar(i))
  return { calon, bobot, em, sandi, besar: blokBesar, perAturan, gugus: akar }
}

/** The bits of a probability. */
export const bitsDari = (peluang: number): number => Math.log2(peluang / (1 - peluang))

function vektorDari(banding: readonly Pembanding[], sandi: Sandi, a: number, b: number): number {
  let kode = 0
  for (let k = 0; k < banding.length; k++)
    kode += (banding[k] as Pembanding)(a, b) * (sandi.kali[k] as number)
  return kode
}

class Pengumpul {
  #a = new Int32Array(1 << 12)
  #b = new Int32Array(1 << 12)
  #kode = new Int32Array(1 << 12)
  banyak = 0

  tambah(a: number, b: number, kode: number): void {
    const n = this.banyak++
    if (n === this.#a.length) {
      this.#a = besar(this.#a, n + 1)
      this.#b = besar(this.#b, n + 1)
      this.#kode = besar(this.#kode, n + 1)
    }
    this.#a[n] = a
    this.#b[n] = b
    this.#kode[n] = kode
  }

  hasil(): Calon {
    const n = this.banyak
    return {
      banyak: n,
      a: this.#a.subarray(0, n),
      b: this.#b.subarray(0, n),
      kode: this.#kode.subarray(0, n),
    }
  }
}

function terisi(hitung: Int32Array): Map<number, number> {
  const hasil = new Map<number, number>()
  for (let kode = 0; kode < hitung.length; kode++)
    if (hitung[kode] !== 0) hasil.set(kode, hitung[kode] as number)
  return hasil
}

/** What pairs taken at random answer, and how common the value is on which they agree by chance. */
function pasangAcak(
  model: ModelPadanan,
  banding: readonly Pembanding[],
  banyak: number,
  pisah: number,
  langka: readonly (Kelangkaan | null)[],
): { hitung: number[][]; umum: number[][] } {
  const hitung = model.banding.map((b) => new Array<number>(banyakJawab(b)).fill(0))
  const kebalikan = model.banding.map((b) => new Array<number>(banyakJawab(b)).fill(0))
  let keadaan = 0x2545f491
  const berikut = (n: number): number => {
    keadaan = (keadaan + 0x9e3779b9) | 0
    let x = Math.imul(keadaan ^ (keadaan >>> 16), 0x85ebca6b)
    x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
    return ((x ^ (x >>> 16)) >>> 0) % n
  }
  const pasang = Math.min(sampel, banyak * 50)
  for (let i = 0; banyak > 1 && i < pasang; i++) {
    const a = pisah > 0 ? berikut(pisah) : berikut(banyak)
    const b = pisah > 0 ? pisah + berikut(banyak - pisah) : berikut(banyak)
    if (a === b) continue
    for (let k = 0; k < banding.length; k++) {
      const jawab = (banding[k] as Pembanding)(a, b)
      const baris = hitung[k] as number[]
      baris[jawab] = (baris[jawab] as number) + 1
      const kelangkaan = langka[k]
      if (!kelangkaan || model.banding[k]?.tingkat[jawab]?.frekuensi === undefined) continue
      const balik = kebalikan[k] as number[]
      balik[jawab] = (balik[jawab] as number) + 1 / kelangkaan(a, b)
    }
  }
  return { hitung, umum: kebalikan.map((baris, k) => umumDari(baris, hitung[k] as number[])) }
}

/** The usual frequency per level (harmonic mean); a level seen too seldom takes that of the level before. */
function umumDari(kebalikan: readonly number[], hitung: readonly number[]): number[] {
  const hasil: number[] = []
  for (const [i, n] of hitung.entries()) {
    const balik = kebalikan[i] ?? 0
    hasil.push(balik > 0 && n >= 10 ? n / balik : (hasil[i - 1] ?? 0))
  }
  return hasil
}

const penyesuaianTerbesar = 6

function timbang(
  model: ModelPadanan,
  sandi: Sandi,
  em: HasilEm,
  calon: Calon,
  langka: readonly (Kelangkaan | null)[],
  umum: readonly (readonly number[])[],
): Float32Array {
  const dasar = new Map<number, number>()
  const bobot = new Float32Array(calon.banyak)
  for (let i = 0; i < calon.banyak; i++) {
    const kode = calon.kode[i] as number
    let jumlah = dasar.get(kode)
    if (jumlah === undefined) {
      jumlah = bobotVektor(model, sandi, em, kode)
      dasar.set(kode, jumlah)
    }
    for (let k = 0; k < langka.length; k++) {
      const kelangkaan = langka[k]
      if (!kelangkaan) continue
      const jawab = jawabDari(sandi, model, kode, k)
      const biasa = umum[k]?.[jawab] ?? 0
      if (biasa === 0 || model.banding[k]?.tingkat[jawab]?.frekuensi === undefined) continue
      const beda = Math.log2(biasa / kelangkaan(calon.a[i] as number, calon.b[i] as number))
      jumlah += Math.max(-penyesuaianTerbesar, Math.min(penyesuaianTerbesar, beda))
    }
    bobot[i] = jumlah
  }
  return bobot
}
