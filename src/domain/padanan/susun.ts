/** Builds a table from cells of bytes, and lays the parts that several threads have built together. */
import { type Isian, IsianAngka, IsianKata, IsianKode, IsianNomor, IsianTanggal } from './isian.ts'
import { KamusBita } from './kamus-bita.ts'
import type { AturanKata } from './kamus-kata.ts'
import { KamusUrutan } from './kamus-urutan.ts'
import { gabungKata, gabungNilai, type KataMentah, mentahDari, siapkanKata } from './kata.ts'
import type { ModelPadanan } from './model.ts'
import {
  type Alokasi,
  bekukan,
  type Lajur,
  memoriBiasa,
  type Nilai,
  salinNilai,
  susunanBaris,
  type Tabel,
} from './tabel.ts'

const tanpaAturan: AturanKata = { buang: [], setara: [], ejaan: [] }

/** What stands behind the integers of a column in one part. */
type Isi =
  | { readonly jenis: 'nomor' | 'tanggal' }
  | { readonly jenis: 'kode'; readonly nilai: Nilai }
  | { readonly jenis: 'angka'; readonly nilai: Float64Array }
  | { readonly jenis: 'kata'; readonly kata: KataMentah }

/** Rows read by one thread, with dictionaries of their own; plain data that can be handed over. */
export type Potongan = {
  readonly banyak: number
  readonly sel: Int32Array
  readonly isi: readonly Isi[]
}

/** Takes cells in as bytes, row by row, and gives a part of a table. */
export class PenyusunTabel {
  readonly #model: ModelPadanan
  readonly #isian: Isian[]
  readonly #di: number[]
  readonly #lebar: number
  #sel: Int32Array
  #banyak = 0

  /** `perkiraan`: rows to come, as far as known. */
  constructor(model: ModelPadanan, perkiraan = 1 << 10) {
    this.#model = model
    const { di, lebar } = susunanBaris(model)
    this.#di = di
    this.#lebar = lebar
    this.#sel = new Int32Array(Math.max(1, perkiraan) * lebar)
    this.#isian = model.kolom.map((k) => {
      if (k.jenis === 'nomor') return new IsianNomor(k.panjang ?? 0)
      if (k.jenis === 'tanggal') return new IsianTanggal()
      if (k.jenis === 'angka') return new IsianAngka()
      if (k.jenis === 'kode') return new IsianKode()
      return new IsianKata(model.kamus[k.kamus ?? ''] ?? tanpaAturan)
    })
  }

  get banyak(): number {
    return this.#banyak
  }

  /** Begins the next row. */
  baris(): void {
    this.#banyak++
    if (this.#banyak * this.#lebar > this.#sel.length) {
      const baru = new Int32Array(Math.ceil(this.#sel.length * 1.5) + this.#lebar)
      baru.set(this.#sel)
      this.#sel = baru
    }
  }

  /** One cell of the row begun last. */
  sel(kolom: number, bita: Uint8Array, dari: number, sampai: number): void {
    const di = (this.#banyak - 1) * this.#lebar + (this.#di[kolom] as number)
    ;(this.#isian[kolom] as Isian).isi(this.#sel, di, bita, dari, sampai)
  }

  potongan(): Potongan {
    return {
      banyak: this.#banyak,
      sel: this.#sel.subarray(0, this.#banyak * this.#lebar),
      isi: this.#isian.map(isiDari),
    }
  }

  tabel(): Tabel {
    return gabungkan(this.#model, [this.potongan()], memoriBiasa)
  }
}

function isiDari(isian: Isian): Isi {
  if (isian instanceof IsianKode) return { jenis: 'kode', nilai: bekukan(isian.kamus) }
  if (isian instanceof IsianAngka) return { jenis: 'angka', nilai: Float64Array.from(isian.nilai) }
  if (isian instanceof IsianKata)
    return { jenis: 'kata', kata: mentahDari(isian.kata.baku, isian.urutan) }
  return { jenis: isian instanceof IsianNomor ? 'nomor' : 'tanggal' }
}

/**
 * Lays parts end to end. Values are numbered in the order in which they come, so the table is the
 * same however the rows were divided. The integers of the parts are overwritten.
 */
export function gabungkan(
  model: ModelPadanan,
  potongan: readonly Potongan[],
  alokasi: Alokasi,
): Tabel {
  const { di, lebar } = susunanBaris(model)
  const lajur = new Map<string, Lajur>()
  for (const [k, kolom] of model.kolom.entries())
    lajur.set(kolom.nama, gabungLajur(potongan, k, di[k] as number, lebar, alokasi))
  const banyak = potongan.reduce((n, p) => n + p.banyak, 0)
  const sel = new Int32Array(alokasi(banyak * lebar * 4))
  let di0 = 0
  for (const p of potongan) {
    sel.set(p.sel, di0)
    di0 += p.sel.length
  }
  return { banyak, lebar, sel, lajur }
}

function gabungLajur(
  potongan: readonly Potongan[],
  k: number,
  di: number,
  lebar: number,
  alokasi: Alokasi,
): Lajur {
  const isi = gabungIsi(potongan, k, di, lebar)
  if (isi.jenis === 'kode') return { jenis: 'kode', di, nilai: salinNilai(isi.nilai, alokasi) }
  if (isi.jenis === 'kata') return { jenis: 'kata', di, kata: siapkanKata(isi.kata, alokasi) }
  if (isi.jenis !== 'angka') return { jenis: isi.jenis, di }
  const nilai = new Float64Array(alokasi(isi.nilai.length * 8))
  nilai.set(isi.nilai)
  return { jenis: 'angka', di, nilai }
}

function gabungIsi(potongan: readonly Potongan[], k: number, di: number, lebar: number): Isi {
  const [pertama] = potongan
  const awal = pertama?.isi[k] ?? { jenis: 'nomor' }
  if (awal.jenis === 'nomor' || awal.jenis === 'tanggal' || potongan.length === 1) return awal
  const kamus = new KamusBita(1 << 14)
  const urutan = new KamusUrutan()
  const angka = new IsianAngka()
  for (const p of potongan) {
    const isi = p.isi[k]
    let ke: Int32Array
    if (isi?.jenis === 'kode') ke = gabungNilai(isi.nilai, kamus)
    else if (isi?.jenis === 'angka') ke = gabungAngka(isi.nilai, angka)
    else if (isi?.jenis === 'kata') ke = gabungKata(isi.kata, kamus, urutan)
    else continue
    if (p !== pertama) nomoriUlang(p, di, lebar, ke)
  }
  if (awal.jenis === 'kode') return { jenis: 'kode', nilai: bekukan(kamus) }
  if (awal.jenis === 'kata') return { jenis: 'kata', kata: mentahDari(kamus, urutan) }
  return { jenis: 'angka', nilai: Float64Array.from(angka.nilai) }
}

const gabungAngka = (nilai: Float64Array, angka: IsianAngka): Int32Array =>
  Int32Array.from(nilai, (x, i) => (i === 0 ? 0 : angka.nomor(x)))

/** The first part keeps its numbers: they are those of the whole. */
function nomoriUlang({ sel }: Potongan, di: number, lebar: number, ke: Int32Array): void {
  for (let i = di; i < sel.length; i += lebar) sel[i] = ke[sel[i] as number] as number
}
