/** Pairs taken at random: what records agree on by chance. The same pairs in whatever order the rows come. */
import { jawabDari, type Pembanding, type Sandi } from './banding.ts'
import type { Kelangkaan } from './frekuensi.ts'
import { satuBagian } from './kunci.ts'
import type { Lapisan } from './lapisan.ts'
import type { ModelPadanan } from './model.ts'
import { campur, type Lajur, type Tabel } from './tabel.ts'
import { letakKunci, tiapBlok, urutkan } from './urut-blok.ts'
import { KamusVektor } from './vektor.ts'

const rekamanTerbanyak = 16_384
const pasangTerbanyak = 700_000
const pasangPerLapisan = 200_000
const blokBesar = 2000
const blokBesarTerbanyak = 48

/** Distinct vectors of a sample. */
export type Sampel = {
  readonly kode: Float64Array
  /** How many pairs show each, and how many of all pairs they stand for. */
  readonly hitung: Float64Array
  readonly mewakili: Float64Array
  /** Per comparison: the sum of 1 / frequency of the value agreed on. */
  readonly balik: readonly Float64Array[]
}

/** What a sample is taken of. `pisah` as in `tiapPasang`. */
export type Asal = {
  readonly model: ModelPadanan
  readonly tabel: Tabel
  readonly sandi: Sandi
  readonly lapisan: Lapisan
  readonly banding: Pembanding
  readonly langka: readonly (Kelangkaan | null)[]
  readonly pisah: number
}

/** Sample 0 is of all pairs; sample `ke` of those that share the key of layer `ke`. */
export function sampelDari(asal: Asal, ke: number): Sampel {
  const kumpul = new Kumpulan(asal, ke)
  if (ke === 0) tiapPasangAcak(asal.tabel, asal.pisah, kumpul.catat)
  else {
    const kunci = asal.lapisan.kunci[ke - 1] ?? []
    tiapPasangBlok(asal.tabel, kunci, asal.pisah, kumpul.catat)
  }
  return kumpul.hasil()
}

class Kumpulan {
  readonly #asal: Asal
  readonly #ke: number
  readonly #kamus: KamusVektor
  readonly #mewakili: number[] = []
  readonly #balik: number[][]

  constructor(asal: Asal, ke: number) {
    this.#asal = asal
    this.#ke = ke
    this.#kamus = new KamusVektor(asal.sandi.banyak)
    this.#balik = asal.langka.map(() => [])
  }

  readonly catat = (a: number, b: number, mewakili: number): void => {
    const { sandi, lapisan, langka, model, banding } = this.#asal
    const kode = banding(a, b)
    const lapis =
      lapisan.banding < 0 ? 0 : (lapisan.sampel[jawabDari(sandi, kode, lapisan.banding)] ?? 0)
    if (lapis !== this.#ke) return
    const id = this.#kamus.catat(kode)
    this.#mewakili[id] = (this.#mewakili[id] ?? 0) + mewakili
    for (let k = 0; k < langka.length; k++) {
      const kelangkaan = langka[k]
      if (!kelangkaan) continue
      const j = jawabDari(sandi, kode, k)
      if (model.banding[k]?.tingkat[j]?.frekuensi === undefined) continue
      const baris = this.#balik[k] as number[]
      baris[id] = (baris[id] ?? 0) + 1 / kelangkaan(a, b)
    }
  }

  hasil(): Sampel {
    const n = this.#kamus.banyak
    const isi = (baris: readonly number[]): Float64Array =>
      Float64Array.from({ length: n }, (_, i) => baris[i] ?? 0)
    return {
      kode: this.#kamus.kode(),
      hitung: this.#kamus.hitung(),
      mewakili: isi(this.#mewakili),
      balik: this.#balik.map(isi),
    }
  }
}

type Kerja = (a: number, b: number, mewakili: number) => void

function tiapPasangAcak(tabel: Tabel, pisah: number, kerja: Kerja): void {
  const dua = pisah > 0
  const kiri = pilih(tabel, 0, dua ? pisah : tabel.banyak)
  const kanan = dua ? pilih(tabel, pisah, tabel.banyak) : kiri
  const n = kiri.length
  const m = kanan.length
  if (m === 0 || n === 0) return
  const semua = dua ? pisah * (tabel.banyak - pisah) : (tabel.banyak * (tabel.banyak - 1)) / 2
  // Steps apart on a circle: each pair comes once.
  const jarak = dua ? m : Math.ceil(m / 2) - 1
  const langkah = Math.min(jarak, Math.ceil(pasangTerbanyak / n))
  const separuh = !dua && langkah === jarak && n % 2 === 0 ? n / 2 : 0
  const mewakili = semua / (langkah * n + separuh)
  const awal = dua ? 0 : 1
  for (let k = 0; k < langkah; k++) {
    const jauh = awal + Math.floor((k * jarak) / langkah)
    for (let i = 0; i < n; i++) kerja(kiri[i] as number, kanan[(i + jauh) % m] as number, mewakili)
  }
  for (let i = 0; i < separuh; i++) kerja(kiri[i] as number, kanan[i + n / 2] as number, mewakili)
}

/** Records of `[dari, sampai)` with the smallest hashes of their contents, in the order of these. */
function pilih(tabel: Tabel, dari: number, sampai: number): number[] {
  const banyak = sampai - dari
  const batas = banyak <= rekamanTerbanyak ? 2 ** 32 : (rekamanTerbanyak / banyak) * 2 ** 32
  const isi = isiRekaman(tabel)
  const terpilih: [number, number][] = []
  for (let n = dari; n < sampai; n++) {
    const h = isi(n)
    if (h < batas) terpilih.push([h, n])
  }
  return terpilih.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, n]) => n)
}

/** Pairs that share a key: whole small blocks, and pairs out of large ones. */
function tiapPasangBlok(
  tabel: Tabel,
  bagian: readonly string[],
  pisah: number,
  kerja: Kerja,
): void {
  const nilai = bagian.map((b) => satuBagian(b, tabel))
  const kunci = new Uint32Array(tabel.banyak)
  for (let n = 0; n < tabel.banyak; n++) {
    let h = 0x51ed270b
    for (let i = 0; i < nilai.length && h !== 0; i++) {
      const v = (nilai[i] as (typeof nilai)[number]).nilai(n, 0)
      h = v === 0 ? 0 : campur(h, v) || 1
    }
    kunci[n] = h
  }
  const urut = new Uint32Array(tabel.banyak)
  const satu = { banyak: tabel.banyak, lebar: 1, kunci, aturan: [{ di: 0, lebar: 1 }] }
  const banyak = urutkan(satu, 0, urut)
  const blok: { kunci: number; isi: Uint32Array; pasang: number }[] = []
  tiapBlok(urut, 0, banyak, (dari, sampai) => {
    const isi = urut.subarray(dari, sampai)
    isi[0] = letakKunci(isi[0] as number)
    const pasang = banyakPasang(isi, pisah)
    if (pasang > 0) blok.push({ kunci: kunci[isi[0] as number] as number, isi, pasang })
  })
  const laju = Math.min(1, pasangPerLapisan / blok.reduce((s, b) => s + b.pasang, 0))
  const besar = blok.filter((b) => b.pasang > blokBesar).length
  const lajuBesar = Math.min(1, blokBesarTerbanyak / besar)
  const isi = isiRekaman(tabel)
  for (const b of blok) {
    const undi = (campur(b.kunci, 0x6a09e667) >>> 0) / 2 ** 32
    if (b.pasang <= blokBesar) {
      if (undi < laju) semuaPasang(b.isi, pisah, (x, y) => kerja(x, y, 1 / laju))
    } else if (undi < lajuBesar) {
      const ambil = Math.ceil((b.pasang * laju) / lajuBesar)
      const terurut = [...b.isi]
        .map((n) => [isi(n), n] as const)
        .sort((p, q) => p[0] - q[0] || p[1] - q[1])
      const mewakili = b.pasang / ambil / lajuBesar
      sebagian(
        terurut.map(([, n]) => n),
        pisah,
        ambil,
        b.kunci,
        (x, y) => kerja(x, y, mewakili),
      )
    }
  }
}

function banyakPasang(isi: Uint32Array, pisah: number): number {
  if (pisah === 0) return (isi.length * (isi.length - 1)) / 2
  let kiri = 0
  for (const n of isi) if (n < pisah) kiri++
  return kiri * (isi.length - kiri)
}

function semuaPasang(isi: Uint32Array, pisah: number, kerja: (a: number, b: number) => void): void {
  for (let i = 0; i < isi.length; i++)
    for (let j = i + 1; j < isi.length; j++) {
      const x = isi[i] as number
      const y = isi[j] as number
      if (pisah === 0 || x < pisah !== y < pisah) kerja(x, y)
    }
}

function sebagian(
  isi: readonly number[],
  pisah: number,
  banyak: number,
  benih: number,
  kerja: (a: number, b: number) => void,
): void {
  const kiri = pisah > 0 ? isi.filter((n) => n < pisah) : isi
  const kanan = pisah > 0 ? isi.filter((n) => n >= pisah) : isi
  let keadaan = benih
  const berikut = (n: number): number => {
    keadaan = (keadaan + 0x9e3779b9) | 0
    return (campur(keadaan, 0x85ebca6b) >>> 0) % n
  }
  for (let i = 0; i < banyak; i++) {
    const x = kiri[berikut(kiri.length)] as number
    const y = kanan[berikut(kanan.length)] as number
    if (x !== y) kerja(x, y)
  }
}

/** A hash of what a record holds, whatever numbers its values bear; below 2^32. */
function isiRekaman({ sel, lebar, lajur }: Tabel): (n: number) => number {
  const isi = [...lajur.values()].map(hashLajur)
  return (n) => {
    let h = 0x2545f491
    for (let i = 0; i < isi.length; i++)
      h = campur(h, (isi[i] as (typeof isi)[number])(sel, n * lebar))
    return h >>> 0
  }
}

function hashLajur(lajur: Lajur): (sel: Int32Array, x: number) => number {
  const { di } = lajur
  if (lajur.jenis === 'nomor')
    return (sel, x) => campur(sel[x + di] as number, sel[x + di + 1] as number)
  if (lajur.jenis === 'tanggal') return (sel, x) => sel[x + di] as number
  if (lajur.jenis === 'angka')
    return (sel, x) => Math.round((lajur.nilai[sel[x + di] as number] || 0) * 1000) | 0
  const hash = lajur.jenis === 'kode' ? lajur.nilai.hash : lajur.kata.hash
  return (sel, x) => hash[sel[x + di] as number] as number
}
