/** Reads people out of the database by binary COPY, straight into the integers of a table. */
import { once } from 'node:events'
import type { PoolClient } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { ModelPadanan } from '#domain/padanan/model.ts'
import { PenyusunTabel, type Potongan } from '#domain/padanan/susun.ts'

/** Who the rows are, beside what is compared of them. */
export type Kartu = {
  readonly banyak: number
  /** Sixteen bytes of the id of each. */
  readonly id: Uint8Array
  readonly kab: Int16Array
  readonly wilayah: Float64Array
  /** 1: the family receives a programme now; 2: changed since. */
  readonly tanda: Uint8Array
  /** Number of the part; all 0 where one part is read. */
  readonly bagian: Int32Array
}

export type Terbaca = { readonly kartu: Kartu; readonly potongan: Potongan }

const tandaAwal = 11 + 4 + 4

/** Rows gathered; room grows as they come. */
class Penampung {
  readonly #penyusun: PenyusunTabel
  readonly #kolom: number
  readonly #lintas: boolean
  #id: Uint8Array
  #kab: Int16Array
  #wilayah: Float64Array
  #tanda: Uint8Array
  #bagian: Int32Array
  banyak = 0

  constructor(model: ModelPadanan, perkiraan: number, lintas: boolean) {
    const ruang = Math.max(16, perkiraan)
    this.#penyusun = new PenyusunTabel(model, ruang)
    this.#kolom = model.kolom.length
    this.#lintas = lintas
    this.#id = new Uint8Array(ruang * 16)
    this.#kab = new Int16Array(ruang)
    this.#wilayah = new Float64Array(ruang)
    this.#tanda = new Uint8Array(ruang)
    this.#bagian = new Int32Array(lintas ? ruang : 0)
  }

  /** One row at `di`; where the next begins, -1 where it is not whole yet, -2 at the end. */
  baris(bita: Buffer, di: number): number {
    if (di + 2 > bita.length) return -1
    const n = bita.readInt16BE(di)
    if (n < 0) return -2
    let akhir = di + 2
    for (let i = 0; i < n; i++) {
      if (akhir + 4 > bita.length) return -1
      akhir += 4 + Math.max(0, bita.readInt32BE(akhir))
    }
    if (akhir > bita.length) return -1
    this.#isi(bita, di + 2)
    return akhir
  }

  #isi(bita: Buffer, mulai: number): void {
    if (this.banyak === this.#kab.length) this.#luaskan()
    const ke = this.banyak++
    let x = mulai + 4
    this.#id.set(bita.subarray(x, x + 16), ke * 16)
    x += 16 + 4
    this.#kab[ke] = bita.readInt16BE(x)
    x += 2 + 4
    this.#wilayah[ke] = Number(bita.readBigInt64BE(x))
    x += 8 + 4
    this.#tanda[ke] = bita.readInt16BE(x)
    x += 2
    if (this.#lintas) {
      this.#bagian[ke] = bita.readInt32BE(x + 4)
      x += 8
    }
    this.#penyusun.baris()
    for (let k = 0; k < this.#kolom; k++) {
      const panjang = bita.readInt32BE(x)
      x += 4
      if (panjang < 0) continue
      this.#penyusun.sel(k, bita, x, x + panjang)
      x += panjang
    }
  }

  #luaskan(): void {
    const ruang = Math.ceil(this.#kab.length * 1.5)
    this.#id = lebih(this.#id, ruang * 16)
    this.#kab = lebih(this.#kab, ruang)
    this.#wilayah = lebih(this.#wilayah, ruang)
    this.#tanda = lebih(this.#tanda, ruang)
    if (this.#lintas) this.#bagian = lebih(this.#bagian, ruang)
  }

  hasil(): Terbaca {
    return {
      kartu: {
        banyak: this.banyak,
        id: this.#id,
        kab: this.#kab,
        wilayah: this.#wilayah,
        tanda: this.#tanda,
        bagian: this.#bagian,
      },
      potongan: this.#penyusun.potongan(),
    }
  }
}

function lebih<T extends Uint8Array | Int16Array | Int32Array | Float64Array>(
  lama: T,
  ruang: number,
): T {
  const baru = new (lama.constructor as new (n: number) => T)(ruang)
  baru.set(lama)
  return baru
}

/** Reads the rows of a query of `sql-baca.ts`. `maju` hears how many rows there are so far. */
export async function bacaSalinan(
  client: PoolClient,
  model: ModelPadanan,
  query: string,
  perkiraan: number,
  lintas: boolean,
  maju: (baris: number) => void,
): Promise<Terbaca> {
  const penampung = new Penampung(model, perkiraan, lintas)
  const stream = client.query(copyTo(`copy (${query}) to stdout (format binary)`))
  let sisa: Buffer | null = null
  let awal = true
  stream.on('data', (potong: Buffer) => {
    const bita: Buffer = sisa ? Buffer.concat([sisa, potong]) : potong
    let di = 0
    if (awal) {
      if (bita.length < tandaAwal) {
        sisa = bita
        return
      }
      di = tandaAwal
      awal = false
    }
    for (;;) {
      const berikut = penampung.baris(bita, di)
      if (berikut === -2) return
      if (berikut === -1) break
      di = berikut
    }
    sisa = di < bita.length ? Buffer.from(bita.subarray(di)) : null
    maju(penampung.banyak)
  })
  await once(stream, 'end')
  return penampung.hasil()
}
