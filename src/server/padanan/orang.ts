/** Who the rows of a table are: two readings laid end to end, the registry first. */
import type { Kartu } from './salinan-baca.ts'
import type { PenulisSalinan } from './salinan-tulis.ts'

export class Orang {
  readonly #registri: Kartu
  readonly #sumber: Kartu | null
  readonly banyak: number

  constructor(registri: Kartu, sumber: Kartu | null) {
    this.#registri = registri
    this.#sumber = sumber
    this.banyak = registri.banyak + (sumber?.banyak ?? 0)
  }

  /** Where the source begins; 0 where the registry is matched against itself. */
  get pisah(): number {
    return this.#sumber ? this.#registri.banyak : 0
  }

  kab(n: number): number {
    const [kartu, i] = this.#milik(n)
    return kartu.kab[i] as number
  }

  wilayah(n: number): number {
    const [kartu, i] = this.#milik(n)
    return kartu.wilayah[i] as number
  }

  taruhan(n: number): number {
    const [kartu, i] = this.#milik(n)
    return (kartu.tanda[i] as number) & 1
  }

  jenis(n: number): 'individu' | 'orang_sumber' {
    return n < this.#registri.banyak ? 'individu' : 'orang_sumber'
  }

  id(n: number, ke: PenulisSalinan): void {
    const [kartu, i] = this.#milik(n)
    ke.uuid(kartu.id, i * 16)
  }

  /** The id as text of bytes, to look records up. */
  kunci(n: number): string {
    const [kartu, i] = this.#milik(n)
    return Buffer.from(kartu.id.buffer, i * 16, 16).toString('latin1')
  }

  /** Which of two is left: the registry, or the smaller id; 0 where they are the same. */
  urutan(x: number, y: number): number {
    if (this.jenis(x) !== this.jenis(y)) return x - y
    const [p, i] = this.#milik(x)
    const [q, j] = this.#milik(y)
    for (let k = 0; k < 16; k++) {
      const beda = (p.id[i * 16 + k] as number) - (q.id[j * 16 + k] as number)
      if (beda !== 0) return beda
    }
    return 0
  }

  /** Marks of all rows: who changed. */
  berubah(): Uint8Array {
    return this.#gabung((kartu) =>
      Uint8Array.from(kartu.tanda.subarray(0, kartu.banyak), (t) => t >> 1),
    )
  }

  /** The part of each row. */
  bagian(): Int32Array {
    return this.#gabung((kartu) => kartu.bagian.slice(0, kartu.banyak))
  }

  #milik(n: number): readonly [Kartu, number] {
    const batas = this.#registri.banyak
    return n < batas || !this.#sumber ? [this.#registri, n] : [this.#sumber, n - batas]
  }

  #gabung<T extends Uint8Array | Int32Array>(dari: (kartu: Kartu) => T): T {
    const awal = dari(this.#registri)
    if (!this.#sumber) return awal
    const akhir = dari(this.#sumber)
    const semua = new (awal.constructor as new (b: SharedArrayBuffer) => T)(
      new SharedArrayBuffer(awal.BYTES_PER_ELEMENT * this.banyak),
    )
    semua.set(awal)
    semua.set(akhir, awal.length)
    return semua
  }
}
