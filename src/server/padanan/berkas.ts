/** Reads CSV files for matching: what their header says, how they are divided, and one part of them. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { PemecahCsv } from '#domain/padanan/csv.ts'
import type { ModelPadanan } from '#domain/padanan/model.ts'
import { PenyusunTabel, type Potongan } from '#domain/padanan/susun.ts'
import { err, ok, type Result } from '#domain/result.ts'

/** Why files cannot be matched, in words for the person at the keyboard. */
export type MasalahBerkas = { readonly berkas: string; readonly sebab: string }

/** What the first line of a file tells. */
export type Judul = {
  readonly path: string
  readonly pemisah: number
  /** For each column of the model, which cell of a row holds it. */
  readonly letak: readonly number[]
  /** Which cell names the record; -1 for none. */
  readonly id: number
  /** Bytes of the file, and where its rows begin. */
  readonly panjang: number
  readonly mulai: number
}

/** Names of records, one after another; null where the row number is the name. */
export type NamaRekaman = { readonly bita: Uint8Array; readonly mulai: Uint32Array } | null

/** Part of a file, rows whole. */
export type BagianBerkas = {
  readonly potongan: Potongan
  readonly id: NamaRekaman
  /** False when a quote was open at its end: the file was not divided between rows. */
  readonly utuh: boolean
}

const potonganBaca = 4 << 20
const pemisahDikenal = [',', ';', '\t', '|'] as const

/** Reads the header of a file. */
export function bacaJudul(model: ModelPadanan, path: string): Result<Judul, MasalahBerkas> {
  const gagal = (sebab: string) => err({ berkas: path, sebab })
  let fd: number
  try {
    fd = openSync(path, 'r')
  } catch {
    return gagal('tidak dapat dibuka')
  }
  try {
    const { size } = fstatSync(fd)
    const bita = Buffer.alloc(Math.min(size, 1 << 20))
    readSync(fd, bita, 0, bita.length, 0)
    if (size === 0) return gagal('kosong')
    const awal = bita[0] === 0xef && bita[1] === 0xbb && bita[2] === 0xbf ? 3 : 0
    const baris = bita.indexOf(10)
    const sampai = baris < 0 ? bita.length : baris + 1
    const teks = bita.toString('utf8', awal, sampai)
    const pemisah = [...pemisahDikenal].sort(
      (a, b) => teks.split(b).length - teks.split(a).length,
    )[0] as string
    const judul = selJudul(bita.subarray(awal, sampai), pemisah.charCodeAt(0))
    const letak = model.kolom.map((k) => judul.indexOf(k.judul ?? k.nama))
    const tiada = model.kolom.filter((_, i) => letak[i] === -1)
    if (tiada.length > 0) {
      const perlu = tiada.map((k) => k.judul ?? k.nama).join(', ')
      return gagal(`kolom ${perlu} tidak ada; judul yang ada: ${judul.join(', ')}`)
    }
    const id = model.id === undefined ? -1 : judul.indexOf(model.id)
    return ok({
      path,
      pemisah: pemisah.charCodeAt(0),
      letak,
      id,
      panjang: size,
      mulai: sampai,
    })
  } catch (error) {
    if (error instanceof RangeError) return gagal(tandaKutip)
    throw error
  } finally {
    closeSync(fd)
  }
}

export const tandaKutip = 'tanda kutip yang dibuka tidak pernah ditutup'

function selJudul(bita: Uint8Array, pemisah: number): string[] {
  let judul: string[] = []
  const csv = new PemecahCsv(
    {
      baris: (isi, batas, banyak) => {
        judul = Array.from({ length: banyak }, (_, i) =>
          Buffer.from(isi.subarray(batas[i * 2], batas[i * 2 + 1]))
            .toString()
            .trim(),
        )
      },
    },
    pemisah,
  )
  csv.masukkan(bita)
  csv.selesai()
  return judul
}

/** Divides the rows of a file at ends of lines; whether these lie between rows is seen when they are read. */
export function bagiBerkas(
  { path, panjang, mulai }: Judul,
  bagian: number,
): readonly (readonly [number, number])[] {
  const batas = [mulai]
  const fd = openSync(path, 'r')
  try {
    const bita = Buffer.alloc(64 << 10)
    for (let i = 1; i < bagian; i++) {
      let di = mulai + Math.floor(((panjang - mulai) * i) / bagian)
      for (;;) {
        const n = readSync(fd, bita, 0, bita.length, di)
        const baris = bita.subarray(0, n).indexOf(10)
        if (n === 0 || baris >= 0) {
          di = n === 0 ? panjang : di + baris + 1
          break
        }
        di += n
      }
      if (di > (batas.at(-1) as number) && di < panjang) batas.push(di)
    }
  } finally {
    closeSync(fd)
  }
  return batas.map((dari, i) => [dari, batas[i + 1] ?? panjang])
}

/** Reads rows of a file into a part of the table. `maju` hears how many bytes were read since it was told last. */
export function bacaBagian(
  model: ModelPadanan,
  judul: Judul,
  [dari, sampai]: readonly [number, number],
  maju: (bita: number) => void,
): BagianBerkas {
  const penyusun = new PenyusunTabel(model, Math.ceil((sampai - dari) / 90))
  const nama = judul.id < 0 ? null : new KumpulanNama((sampai - dari) >> 3)
  const csv = new PemecahCsv(penerima(judul, penyusun, nama), judul.pemisah)
  const fd = openSync(judul.path, 'r')
  try {
    const bita = new Uint8Array(Math.min(potonganBaca, sampai - dari))
    for (let di = dari; di < sampai; ) {
      const n = readSync(fd, bita, 0, Math.min(bita.length, sampai - di), di)
      if (n === 0) break
      csv.masukkan(bita.subarray(0, n))
      di += n
      maju(n)
    }
    csv.selesai()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { potongan: penyusun.potongan(), id: null, utuh: false }
  } finally {
    closeSync(fd)
  }
  return { potongan: penyusun.potongan(), id: nama?.hasil() ?? null, utuh: true }
}

const penerima = ({ letak, id }: Judul, penyusun: PenyusunTabel, nama: KumpulanNama | null) => ({
  baris: (bita: Uint8Array, batas: Int32Array, banyak: number): void => {
    penyusun.baris()
    for (let k = 0; k < letak.length; k++) {
      const c = letak[k] as number
      if (c < banyak) penyusun.sel(k, bita, batas[c * 2] as number, batas[c * 2 + 1] as number)
    }
    if (!nama) return
    if (id < banyak) nama.tambah(bita, batas[id * 2] as number, batas[id * 2 + 1] as number)
    else nama.tambah(bita, 0, 0)
  },
})

/** Names of records as bytes. */
class KumpulanNama {
  #bita: Uint8Array
  #mulai: Uint32Array
  #isi = 0
  #banyak = 0

  constructor(perkiraan: number) {
    this.#bita = new Uint8Array(perkiraan + 64)
    this.#mulai = new Uint32Array((perkiraan >> 3) + 64)
  }

  tambah(asal: Uint8Array, dari: number, sampai: number): void {
    if (this.#isi + sampai - dari > this.#bita.length)
      this.#bita = lebih(this.#bita, this.#isi + sampai - dari)
    if (this.#banyak + 2 > this.#mulai.length) this.#mulai = lebih(this.#mulai, this.#banyak + 2)
    for (let i = dari; i < sampai; i++) this.#bita[this.#isi++] = asal[i] as number
    this.#mulai[++this.#banyak] = this.#isi
  }

  hasil(): NamaRekaman {
    return {
      bita: this.#bita.slice(0, this.#isi),
      mulai: this.#mulai.slice(0, this.#banyak + 1),
    }
  }
}

function lebih<T extends Uint8Array | Uint32Array>(lama: T, perlu: number): T {
  const baru = new (lama.constructor as new (n: number) => T)(Math.max(perlu, lama.length * 2))
  baru.set(lama)
  return baru
}
