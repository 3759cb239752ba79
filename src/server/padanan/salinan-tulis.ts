/** Writes pairs into the database by binary COPY. */
import { randomFillSync } from 'node:crypto'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

const potongan = 1 << 18
const smallintOid = 21
const tandaAwal = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')

/** A COPY that is written field by field. */
export class PenulisSalinan {
  readonly #stream: ReturnType<typeof copyFrom>
  #bita = Buffer.allocUnsafe(potongan + (1 << 14))
  #isi = 0
  #gagal: Error | null = null

  constructor(client: PoolClient, table: string) {
    this.#stream = client.query(copyFrom(`copy ${table} from stdin (format binary)`))
    this.#stream.on('error', (error) => {
      this.#gagal = error
    })
    tandaAwal.copy(this.#bita)
    this.#isi = tandaAwal.length
  }

  /** Begins a row of so many fields; true when `kirim` must be awaited first. */
  baris(kolom: number): boolean {
    this.#isi = this.#bita.writeInt16BE(kolom, this.#isi)
    return this.#isi >= potongan
  }

  kosong(): void {
    this.#isi = this.#bita.writeInt32BE(-1, this.#isi)
  }

  kecil(n: number): void {
    this.#isi = this.#bita.writeInt32BE(2, this.#isi)
    this.#isi = this.#bita.writeInt16BE(n, this.#isi)
  }

  besar(n: number): void {
    this.#isi = this.#bita.writeInt32BE(8, this.#isi)
    this.#isi = this.#bita.writeBigInt64BE(BigInt(n), this.#isi)
  }

  pecahan(n: number): void {
    this.#isi = this.#bita.writeInt32BE(4, this.#isi)
    this.#isi = this.#bita.writeFloatBE(n, this.#isi)
  }

  teks(teks: string): void {
    const panjang = Buffer.byteLength(teks)
    this.#isi = this.#bita.writeInt32BE(panjang, this.#isi)
    this.#isi += this.#bita.write(teks, this.#isi)
  }

  /** A UUID of sixteen bytes at `di`. */
  uuid(bita: Uint8Array, di: number): void {
    this.#isi = this.#bita.writeInt32BE(16, this.#isi)
    for (let i = 0; i < 16; i++) this.#bita[this.#isi++] = bita[di + i] as number
  }

  /** An array of smallint. */
  deret(isi: readonly number[]): void {
    this.#isi = this.#bita.writeInt32BE(20 + isi.length * 6, this.#isi)
    for (const kepala of [1, 0, smallintOid, isi.length, 1])
      this.#isi = this.#bita.writeInt32BE(kepala, this.#isi)
    for (const n of isi) this.kecil(n)
  }

  /** Hands on what was written and waits while the server is behind. */
  async kirim(): Promise<void> {
    if (this.#gagal) throw this.#gagal
    const potong = this.#bita.subarray(0, this.#isi)
    this.#bita = Buffer.allocUnsafe(potongan + (1 << 14))
    this.#isi = 0
    if (!this.#stream.write(potong)) await once(this.#stream, 'drain')
  }

  async selesai(): Promise<void> {
    this.#isi = this.#bita.writeInt16BE(-1, this.#isi)
    await this.kirim()
    this.#stream.end()
    await finished(this.#stream)
  }
}

/** Ids in the order in which they are asked for, all of one moment: version 7, time first, then a count, then chance. */
export class PembuatId {
  readonly #bita = new Uint8Array(16)
  readonly #acak = new Uint8Array(1 << 14)
  #di = 1 << 14
  #ke = 0

  constructor(saat: number) {
    for (let i = 0; i < 6; i++) this.#bita[i] = Math.floor(saat / 2 ** (40 - i * 8)) & 255
  }

  /** The next id; the same bytes are used again for the one after. */
  berikut(): Uint8Array {
    const b = this.#bita
    if (this.#di + 5 > this.#acak.length) {
      randomFillSync(this.#acak)
      this.#di = 0
    }
    const n = this.#ke++
    b[6] = 0x70 | ((n >>> 28) & 15)
    b[7] = (n >>> 20) & 255
    b[8] = 0x80 | ((n >>> 14) & 63)
    b[9] = (n >>> 6) & 255
    b[10] = ((n & 63) << 2) | ((this.#acak[this.#di] as number) & 3)
    for (let i = 11; i < 16; i++) b[i] = this.#acak[this.#di++] as number
    return b
  }
}
