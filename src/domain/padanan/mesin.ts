/** The steps of matching over one table; each can be done by any thread that has the table. */
import { type Sampel, sampelDari } from './acak.ts'
import { type Pembanding, pembandingDari, type Sandi, sandiDari } from './banding.ts'
import { type BlokBesar, tiapPasang, urutkanAturan } from './blok.ts'
import { bitsDari, bobotVektor, type Parameter } from './bobot.ts'
import {
  type Frekuensi,
  type Kelangkaan,
  kelangkaanDari,
  kolomFrekuensi,
  penyesuaianDari,
  penyesuaianTerbesar,
} from './frekuensi.ts'
import { besar } from './kamus-bita.ts'
import {
  type Bagian,
  type BagianAturan,
  bagianDari,
  type Kunci,
  kunciBersama,
  satuBagian,
  susunanKunci,
  tulisKunci,
} from './kunci.ts'
import { lapisanDari } from './lapisan.ts'
import type { ModelPadanan } from './model.ts'
import { type Alokasi, memoriBiasa, type Tabel } from './tabel.ts'
import { type HitungVektor, KamusVektor } from './vektor.ts'

/** What all threads share: the model, the table, the room for its keys, how common each value is. */
export type Bahan = {
  readonly model: ModelPadanan
  readonly tabel: Tabel
  readonly kunci: Kunci
  /** Per column that levels are adjusted by. */
  readonly frekuensi: ReadonlyMap<string, Frekuensi | null>
  /** Two tables laid end to end: only pairs across this row; 0 for one table. */
  readonly pisah: number
  /** Marks the records that changed: only pairs with one of them; null for all pairs. */
  readonly baru?: Uint8Array | null
  /** The part of each record: only pairs across parts; null for all pairs. */
  readonly bagian?: Int32Array | null
}

/** Pairs with what belongs to them; `a` < `b`. */
export type Pasangan = {
  readonly a: Int32Array
  readonly b: Int32Array
  /** Weight in bits, prior included; positive is more likely one person than not. */
  readonly bobot: Float32Array
  readonly kode: Float64Array
}

/** What weighing found per blocking rule among the pairs that match: by this rule, and by it alone. */
export type Temuan = { readonly oleh: Int32Array; readonly hanya: Int32Array }

type Calon = { readonly a: Int32Array; readonly b: Int32Array; readonly vektor: Int32Array }

/** The room that keys of a model's rules take over a table. */
export function siapkanKunci(
  model: ModelPadanan,
  tabel: Tabel,
  alokasi: Alokasi = memoriBiasa,
): Kunci {
  const { letak, lebar } = susunanKunci(bagianDari(model.blok, tabel))
  return {
    banyak: tabel.banyak,
    lebar,
    kunci: new Uint32Array(alokasi(tabel.banyak * lebar * 4)),
    aturan: letak,
  }
}

export class Mesin {
  readonly #bahan: Bahan
  readonly #sandi: Sandi
  readonly #banding: Pembanding
  readonly #bagian: BagianAturan
  readonly #pemecah: readonly Bagian[]
  readonly #vektor: KamusVektor
  readonly #calon = new Map<number, Calon>()

  /** Throws RangeError where the model asks a column what it cannot answer. */
  constructor(bahan: Bahan) {
    const { model, tabel } = bahan
    this.#bahan = bahan
    this.#sandi = sandiDari(model)
    this.#banding = pembandingDari(model, tabel)
    this.#bagian = bagianDari(model.blok, tabel)
    this.#pemecah = model.pecah.map((p) => satuBagian(p, tabel))
    this.#vektor = new KamusVektor(this.#sandi.banyak)
  }

  /** Writes the keys of records `[dari, sampai)`. @returns how many each rule has there */
  kunci(dari: number, sampai: number): number[] {
    return tulisKunci(this.#bahan.kunci, this.#bagian, dari, sampai)
  }

  /** Sorts the keys of a rule into `hasil`, oversized blocks split. */
  urutkan(aturan: number, hasil: Uint32Array): { banyak: number; besar: BlokBesar | null } {
    const { model, kunci } = this.#bahan
    return urutkanAturan(kunci, aturan, this.#pemecah, model.blok_terbesar, hasil)
  }

  /** Compares the pairs of part of a rule and keeps them under `tugas`. @returns how many */
  bandingkan(
    tugas: number,
    aturan: number,
    urut: Uint32Array,
    bagian: readonly [number, number],
  ): number {
    const banding = this.#banding
    const kamus = this.#vektor
    const { kunci, pisah, baru, bagian: asal } = this.#bahan
    let a = new Int32Array(1 << 12)
    let b = new Int32Array(1 << 12)
    let vektor = new Int32Array(1 << 12)
    let n = 0
    const kerja = (x: number, y: number): void => {
      if (n === a.length) {
        a = besar(a, n + 1)
        b = besar(b, n + 1)
        vektor = besar(vektor, n + 1)
      }
      a[n] = x
      b[n] = y
      vektor[n++] = kamus.catat(banding(x, y))
    }
    tiapPasang(kunci, aturan, urut, bagian, pisah, kerja, baru ?? null, asal ?? null)
    this.#calon.set(tugas, { a: a.slice(0, n), b: b.slice(0, n), vektor: vektor.slice(0, n) })
    return n
  }

  /** The vectors of all pairs that this thread has compared. */
  vektor(): HitungVektor {
    return { kode: this.#vektor.kode(), hitung: this.#vektor.hitung() }
  }

  /** Pairs at random: 0 out of all, otherwise of that layer. */
  sampel(ke: number): Sampel {
    const { model, tabel, pisah } = this.#bahan
    return sampelDari(
      {
        model,
        tabel,
        pisah,
        sandi: this.#sandi,
        lapisan: lapisanDari(model),
        banding: this.#banding,
        langka: this.#langka(),
      },
      ke,
    )
  }

  /** Weighs the pairs kept under `tugas`, which are then forgotten; those from `ambang.periksa` on come back. */
  timbang(tugas: number, p: Parameter): Pasangan & Temuan {
    const { model } = this.#bahan
    const calon = this.#calon.get(tugas)
    if (!calon) throw new RangeError(`no pairs are kept under ${tugas}`)
    this.#calon.delete(tugas)
    const kode = this.#vektor.kode()
    const dasar = Float64Array.from(kode, (k) => bobotVektor(model, this.#sandi, p, k))
    const sesuai = penyesuaianDari(model, this.#sandi, this.#langka(), p)
    const batas = bitsDari(model.ambang.periksa)
    const padan = bitsDari(model.ambang.padan)
    const pasti = batas - penyesuaianTerbesar * model.banding.length
    const temuan = {
      oleh: new Int32Array(model.blok.length),
      hanya: new Int32Array(model.blok.length),
    }
    const tempat: number[] = []
    const bobot: number[] = []
    for (let i = 0; i < calon.a.length; i++) {
      const v = calon.vektor[i] as number
      const w0 = dasar[v] as number
      if (w0 < pasti) continue
      const w = w0 + sesuai(calon.a[i] as number, calon.b[i] as number, kode[v] as number)
      if (w < batas) continue
      if (w >= padan) this.#catatTemuan(calon.a[i] as number, calon.b[i] as number, temuan)
      tempat.push(i)
      bobot.push(w)
    }
    return {
      a: Int32Array.from(tempat, (i) => calon.a[i] as number),
      b: Int32Array.from(tempat, (i) => calon.b[i] as number),
      kode: Float64Array.from(tempat, (i) => kode[calon.vektor[i] as number] as number),
      bobot: Float32Array.from(bobot),
      ...temuan,
    }
  }

  #langka(): (Kelangkaan | null)[] {
    const { model, tabel, frekuensi } = this.#bahan
    return kolomFrekuensi(model).map((kolom) => {
      const f = kolom === null ? null : frekuensi.get(kolom)
      return kolom !== null && f ? kelangkaanDari(tabel, kolom, f) : null
    })
  }

  #catatTemuan(a: number, b: number, { oleh, hanya }: Temuan): void {
    const { kunci, lebar, aturan } = this.#bahan.kunci
    let satu = -1
    for (let r = 0; r < aturan.length; r++) {
      if (kunciBersama(kunci, aturan[r] as Kunci['aturan'][number], a * lebar, b * lebar) === 0)
        continue
      oleh[r] = (oleh[r] as number) + 1
      satu = satu === -1 ? r : -2
    }
    if (satu >= 0) hanya[satu] = (hanya[satu] as number) + 1
  }
}
