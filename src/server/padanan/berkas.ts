/** Reads CSV files into the table that the matching works on, laid end to end; memory holds integers, not texts. */
import { type FileHandle, open } from 'node:fs/promises'
import { PemecahCsv } from '#domain/padanan/csv.ts'
import type { ModelPadanan } from '#domain/padanan/model.ts'
import { PenyusunTabel, type Tabel } from '#domain/padanan/tabel.ts'
import { err, ok, type Result } from '#domain/result.ts'

export type BerkasTerbaca = {
  readonly tabel: Tabel
  /** Name of each record: its `id` column, otherwise its row number. */
  readonly id: readonly string[]
  /** Rows of each file, in the order given. */
  readonly baris: readonly number[]
}

/** Why files cannot be matched, in words for the person at the keyboard. */
export type MasalahBerkas = { readonly berkas: string; readonly sebab: string }

const potongan = 8 << 20
const pemisahDikenal = [',', ';', '\t', '|'] as const

/** Reads the files one after another. `kemajuan` hears how many bytes are done. */
export async function bacaCsv(
  model: ModelPadanan,
  berkas: readonly string[],
  kemajuan: (bita: number, dari: number) => void = () => {},
): Promise<Result<BerkasTerbaca, MasalahBerkas>> {
  const penyusun = new PenyusunTabel(model)
  const id: string[] = []
  const baris: number[] = []
  for (const path of berkas) {
    const sebelum = penyusun.banyak
    const sebab = await bacaSatu(model, path, penyusun, id, kemajuan)
    if (sebab !== null) return err({ berkas: path, sebab })
    baris.push(penyusun.banyak - sebelum)
  }
  return ok({ tabel: penyusun.tabel(), id, baris })
}

async function bacaSatu(
  model: ModelPadanan,
  path: string,
  penyusun: PenyusunTabel,
  id: string[],
  kemajuan: (bita: number, dari: number) => void,
): Promise<string | null> {
  const handle = await open(path).catch(() => null)
  if (!handle) return 'tidak dapat dibuka'
  try {
    const { size } = await handle.stat()
    const penerima = new Penerima(model, penyusun, id)
    const csv = new PemecahCsv(penerima, await pemisahDari(handle))
    const bita = Buffer.alloc(Math.min(potongan, Math.max(1, size)))
    let posisi = 0
    for (;;) {
      const { bytesRead } = await handle.read(bita, 0, bita.length, posisi)
      if (bytesRead === 0) break
      const awal = posisi === 0 && bita[0] === 0xef && bita[1] === 0xbb && bita[2] === 0xbf ? 3 : 0
      csv.masukkan(bita.subarray(awal, bytesRead))
      posisi += bytesRead
      kemajuan(posisi, size)
      if (penerima.kurang) return penerima.kurang
    }
    csv.selesai()
    return penerima.kurang ?? (posisi === 0 ? 'kosong' : null)
  } catch (error) {
    if (error instanceof RangeError) return 'tanda kutip yang dibuka tidak pernah ditutup'
    throw error
  } finally {
    await handle.close()
  }
}

/** The sign that stands most often in the first line. */
async function pemisahDari(handle: FileHandle): Promise<number> {
  const bita = Buffer.alloc(64 << 10)
  const { bytesRead } = await handle.read(bita, 0, bita.length, 0)
  const baris = bita.toString('latin1', 0, bytesRead).split('\n', 1)[0] ?? ''
  const terbanyak = [...pemisahDikenal].sort(
    (a, b) => baris.split(b).length - baris.split(a).length,
  )[0]
  return (terbanyak ?? ',').charCodeAt(0)
}

/** Takes the header first, then every row into the columns of the model. */
class Penerima {
  readonly #model: ModelPadanan
  readonly #penyusun: PenyusunTabel
  readonly #id: string[]
  #letak: number[] | null = null
  #letakId = -1
  #nomor = 0
  kurang: string | null = null

  constructor(model: ModelPadanan, penyusun: PenyusunTabel, id: string[]) {
    this.#model = model
    this.#penyusun = penyusun
    this.#id = id
  }

  baris(bita: Uint8Array, batas: Int32Array, banyak: number): void {
    if (!this.#letak) {
      this.#judul(bita, batas, banyak)
      return
    }
    if (this.kurang) return
    this.#nomor++
    this.#penyusun.baris()
    for (let k = 0; k < this.#letak.length; k++) {
      const c = this.#letak[k] as number
      if (c < banyak)
        this.#penyusun.sel(k, bita, batas[c * 2] as number, batas[c * 2 + 1] as number)
    }
    const c = this.#letakId
    this.#id.push(
      c >= 0 && c < banyak
        ? Buffer.from(
            bita.buffer,
            bita.byteOffset + (batas[c * 2] as number),
            (batas[c * 2 + 1] as number) - (batas[c * 2] as number),
          ).toString()
        : String(this.#nomor),
    )
  }

  #judul(bita: Uint8Array, batas: Int32Array, banyak: number): void {
    const judul = Array.from({ length: banyak }, (_, i) =>
      Buffer.from(bita.subarray(batas[i * 2], batas[i * 2 + 1]))
        .toString()
        .trim(),
    )
    this.#letak = this.#model.kolom.map((k) => judul.indexOf(k.judul ?? k.nama))
    const tiada = this.#model.kolom.filter((_, i) => this.#letak?.[i] === -1)
    if (tiada.length > 0) {
      const perlu = tiada.map((k) => k.judul ?? k.nama).join(', ')
      this.kurang = `kolom ${perlu} tidak ada; judul yang ada: ${judul.join(', ')}`
    }
    this.#letakId = this.#model.id === undefined ? -1 : judul.indexOf(this.#model.id)
  }
}
