/** Splits CSV bytes into cells without making texts of them; chunks may end anywhere. */

export type PenerimaBaris = {
  /** Called with the cells of a row: cell `i` is `bita[batas[2i]..batas[2i+1])`. */
  baris(bita: Uint8Array, batas: Int32Array, banyak: number): void
}

export class PemecahCsv {
  readonly #terima: PenerimaBaris
  readonly #pemisah: number
  #sisa: Uint8Array = new Uint8Array(0)
  #batas = new Int32Array(256)
  #akhir = false

  constructor(terima: PenerimaBaris, pemisah: number) {
    this.#terima = terima
    this.#pemisah = pemisah
  }

  masukkan(potongan: Uint8Array): void {
    let bita = potongan
    if (this.#sisa.length > 0) {
      bita = new Uint8Array(this.#sisa.length + potongan.length)
      bita.set(this.#sisa)
      bita.set(potongan, this.#sisa.length)
    }
    const sampai = this.#urai(bita, false)
    // A copy: the caller fills its chunk again.
    this.#sisa = new Uint8Array(bita.subarray(sampai))
  }

  /** The last row may lack its end of line. */
  selesai(): void {
    if (this.#sisa.length > 0) this.#urai(this.#sisa, true)
    this.#sisa = new Uint8Array(0)
  }

  /** Rows up to the last end of line. @returns where the rest begins */
  #urai(bita: Uint8Array, akhir: boolean): number {
    this.#akhir = akhir
    const pemisah = this.#pemisah
    const panjang = bita.length
    let i = 0
    let mulaiBaris = 0
    while (i < panjang) {
      let sel = 0
      this.#ganda.length = 0
      let mulai = i
      for (;;) {
        if (bita[i] === 34 && i === mulai) {
          const batas = this.#kutip(bita, i, sel)
          if (batas < 0) return akhir ? this.#lepas(bita, mulaiBaris) : mulaiBaris
          this.#simpan(sel++, mulai + 1, this.#kutipSampai)
          i = batas
        } else {
          let c = bita[i] as number
          while (i < panjang && c !== pemisah && c !== 10 && c !== 13) c = bita[++i] as number
          this.#simpan(sel++, mulai, i)
        }
        if (i < panjang && bita[i] === pemisah) {
          mulai = ++i
          continue
        }
        break
      }
      if (i >= panjang && !akhir) return mulaiBaris
      if (bita[i] === 13) i++
      if (i >= panjang && !akhir) return mulaiBaris
      if (bita[i] === 10) i++
      if (sel > 1 || (this.#batas[1] as number) > (this.#batas[0] as number)) {
        if (this.#ganda.length > 0) this.#tunggalkan(bita)
        this.#terima.baris(bita, this.#batas, sel)
      }
      mulaiBaris = i
    }
    return i
  }

  #kutipSampai = 0
  /** Cells of the row at hand that hold doubled quotes. */
  #ganda: number[] = []

  /** Reads a quoted cell. @returns where it ends; -1 when the end is missing */
  #kutip(bita: Uint8Array, dari: number, sel: number): number {
    let ganda = false
    for (let i = dari + 1; i < bita.length; i++) {
      if (bita[i] !== 34) continue
      if (i + 1 >= bita.length && !this.#akhir) return -1
      if (bita[i + 1] !== 34) {
        this.#kutipSampai = i
        if (ganda) this.#ganda.push(sel)
        return i + 1
      }
      ganda = true
      i++
    }
    return -1
  }

  /** Undoubles quotes where they stand, once the row is whole: a row cut off is read again. */
  #tunggalkan(bita: Uint8Array): void {
    for (const sel of this.#ganda) {
      const sampai = this.#batas[sel * 2 + 1] as number
      let ke = this.#batas[sel * 2] as number
      for (let i = ke; i < sampai; i++) {
        bita[ke++] = bita[i] as number
        if (bita[i] === 34) i++
      }
      this.#batas[sel * 2 + 1] = ke
    }
  }

  #lepas(bita: Uint8Array, dari: number): number {
    throw new RangeError(
      `a quote that begins after byte ${dari} of the last ${bita.length} never ends`,
    )
  }

  #simpan(sel: number, dari: number, sampai: number): void {
    if (sel * 2 + 1 >= this.#batas.length) {
      const baru = new Int32Array(this.#batas.length * 2)
      baru.set(this.#batas)
      this.#batas = baru
    }
    this.#batas[sel * 2] = dari
    this.#batas[sel * 2 + 1] = sampai
  }
}
