/** Writes pairs and clusters as CSV, byte by byte: a million lines take a moment. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { bitsDari, peluangDari } from '#domain/padanan/bobot.ts'
import type { ModelPadanan } from '#domain/padanan/model.ts'
import type { HasilBerkas } from './jalankan.ts'

const besarBlok = 1 << 20
const jarakAman = 1 << 12

/** A file that is written in large blocks. */
class Penulis {
  readonly #fd: number
  #bita = new Uint8Array(besarBlok + jarakAman)
  #isi = 0

  constructor(path: string, judul: string) {
    this.#fd = openSync(path, 'w')
    this.teks(`${judul}\n`)
  }

  bita(asal: Uint8Array, dari: number, sampai: number): void {
    this.#ruang(sampai - dari)
    for (let i = dari; i < sampai; i++) this.#bita[this.#isi++] = asal[i] as number
  }

  satu(c: number): void {
    this.#ruang(1)
    this.#bita[this.#isi++] = c
  }

  teks(teks: string): void {
    const bita = Buffer.from(teks)
    this.bita(bita, 0, bita.length)
  }

  /** A whole number with its last `desimal` digits behind a point. */
  angka(nilai: number, desimal: number): void {
    this.#ruang(32)
    let sisa = Math.abs(nilai)
    if (nilai < 0) this.#bita[this.#isi++] = 45
    let lebar = 1
    for (let p = 10; p <= sisa; p *= 10) lebar++
    lebar = Math.max(lebar, desimal + 1)
    let di = this.#isi + lebar + (desimal > 0 ? 1 : 0)
    this.#isi = di
    for (let i = 0; i < lebar; i++) {
      if (i === desimal && desimal > 0) this.#bita[--di] = 46
      this.#bita[--di] = 48 + (sisa % 10)
      sisa = Math.floor(sisa / 10)
    }
  }

  tutup(): void {
    this.#kosongkan()
    closeSync(this.#fd)
  }

  #ruang(perlu: number): void {
    if (this.#isi + perlu > this.#bita.length) {
      this.#kosongkan()
      if (perlu > this.#bita.length) this.#bita = new Uint8Array(perlu)
    }
  }

  #kosongkan(): void {
    for (let dari = 0; dari < this.#isi; )
      dari += writeSync(this.#fd, this.#bita, dari, this.#isi - dari)
    this.#isi = 0
  }
}

/** Writes the name of record `n`, quoted where it must be. */
function penulisNama({ nama, baris }: HasilBerkas, ke: Penulis): (n: number) => void {
  const mulai: number[] = []
  const nomor: number[] = []
  let semua = 0
  let berkas = 0
  let dalam = 0
  for (const { banyak } of nama) {
    while (dalam >= (baris[berkas] ?? 0) && berkas < baris.length - 1) {
      berkas++
      dalam = 0
    }
    mulai.push(semua)
    nomor.push(dalam)
    semua += banyak
    dalam += banyak
  }
  return (n) => {
    let p = mulai.length - 1
    while ((mulai[p] as number) > n) p--
    const di = n - (mulai[p] as number)
    const id = nama[p]?.id
    if (!id) {
      ke.angka((nomor[p] as number) + di + 1, 0)
      return
    }
    const dari = id.mulai[di] as number
    const sampai = id.mulai[di + 1] as number
    if (perluKutip(id.bita, dari, sampai)) {
      const teks = Buffer.from(id.bita.subarray(dari, sampai)).toString()
      ke.teks(`"${teks.replaceAll('"', '""')}"`)
    } else ke.bita(id.bita, dari, sampai)
  }
}

function perluKutip(bita: Uint8Array, dari: number, sampai: number): boolean {
  for (let i = dari; i < sampai; i++) {
    const c = bita[i]
    if (c === 44 || c === 34 || c === 10 || c === 13) return true
  }
  return false
}

/** Writes the pairs from the lower threshold on. @returns how many match, and how many want a look */
export function tulisPasang(
  path: string,
  model: ModelPadanan,
  hasil: HasilBerkas,
): { padan: number; periksa: number } {
  const ke = new Penulis(path, 'id_a,id_b,bobot,peluang')
  const nama = penulisNama(hasil, ke)
  const { a, b, bobot } = hasil.padanan.pasangan
  const atas = bitsDari(model.ambang.padan)
  let padan = 0
  for (let i = 0; i < a.length; i++) {
    const w = bobot[i] as number
    if (w >= atas) padan++
    nama(a[i] as number)
    ke.satu(44)
    nama(b[i] as number)
    ke.satu(44)
    ke.angka(Math.round(w * 100), 2)
    ke.satu(44)
    ke.angka(Math.round(peluangDari(w) * 1e6), 6)
    ke.satu(10)
  }
  ke.tutup()
  return { padan, periksa: a.length - padan }
}

/** Writes every record that is not alone with the first record of its cluster. @returns how many clusters */
export function tulisGugus(path: string, hasil: HasilBerkas): number {
  const { gugus } = hasil.padanan
  const banyak = new Int32Array(gugus.length)
  for (const akar of gugus) banyak[akar] = (banyak[akar] as number) + 1
  const ke = new Penulis(path, 'id,gugus')
  const nama = penulisNama(hasil, ke)
  let jumlah = 0
  for (let i = 0; i < gugus.length; i++) {
    const akar = gugus[i] as number
    if ((banyak[akar] as number) < 2) continue
    if (akar === i) jumlah++
    nama(i)
    ke.satu(44)
    nama(akar)
    ke.satu(10)
  }
  ke.tutup()
  return jumlah
}
