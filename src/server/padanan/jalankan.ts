/** Matches files of any size in several threads over shared memory; the result is the same for any number of them. */
import { availableParallelism } from 'node:os'
import type { ModelPadanan } from '#domain/padanan/model.ts'
import type { Padanan } from '#domain/padanan/padankan.ts'
import { gabungkan } from '#domain/padanan/susun.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { NamaRekaman } from './berkas.ts'
import {
  type BagianBerkas,
  bacaJudul,
  bagiBerkas,
  type Judul,
  type MasalahBerkas,
  tandaKutip,
} from './berkas.ts'
import { Kolam } from './kolam.ts'
import { type Kemajuan, memoriBersama, padankanTabel } from './tabel.ts'

export type HasilBerkas = {
  readonly padanan: Padanan
  /** Rows of each file, in the order given. */
  readonly baris: readonly number[]
  /** Names of the records, part after part; null where the row number is the name. */
  readonly nama: readonly { readonly banyak: number; readonly id: NamaRekaman }[]
}

export type PilihanJalan = {
  /** Threads; the processors there are. */
  readonly pekerja?: number
  readonly kemajuan?: Kemajuan
  /** Stops all threads; the promise then fails. */
  readonly batal?: AbortSignal
}

/** One file: which of its records are one person. Two: which record of the first is which of the second. */
export async function padankanBerkas(
  model: ModelPadanan,
  berkas: readonly string[],
  pilihan: PilihanJalan = {},
): Promise<Result<HasilBerkas, MasalahBerkas>> {
  const judul: Judul[] = []
  for (const path of berkas) {
    const satu = bacaJudul(model, path)
    if (!satu.ok) return satu
    judul.push(satu.value)
  }
  const kolam = new Kolam(pilihan.pekerja ?? availableParallelism())
  const hentikan = (): void => void kolam.tutup(new Error('stopped'))
  pilihan.batal?.addEventListener('abort', hentikan, { once: true })
  try {
    const dibaca = await bacaSemua(kolam, model, judul, pilihan)
    if (!dibaca.ok) return dibaca
    const bagian = dibaca.value
    const baris = judul.map((_, i) =>
      bagian.filter((b) => b.berkas === i).reduce((n, b) => n + b.potongan.banyak, 0),
    )
    const nama = bagian.map((b) => ({ banyak: b.potongan.banyak, id: b.id }))
    const tabel = gabungkan(
      model,
      bagian.map((b) => b.potongan),
      memoriBersama,
    )
    const pisah = berkas.length > 1 ? (baris[0] ?? 0) : 0
    return ok({
      padanan: await padankanTabel(kolam, model, tabel, pisah, pilihan.kemajuan),
      baris,
      nama,
    })
  } finally {
    pilihan.batal?.removeEventListener('abort', hentikan)
    await kolam.tutup()
  }
}

type BagianDibaca = BagianBerkas & { readonly berkas: number }

async function bacaSemua(
  kolam: Kolam,
  model: ModelPadanan,
  judul: readonly Judul[],
  { kemajuan }: PilihanJalan,
): Promise<Result<BagianDibaca[], MasalahBerkas>> {
  const semua = judul.reduce((n, j) => n + j.panjang, 0)
  let bita = 0
  kolam.maju = (n) => {
    bita += n
    kemajuan?.('membaca', bita, semua)
  }
  const baca = (j: Judul, rentang: readonly [number, number]) =>
    kolam.kerjakan('baca', { model, judul: j, rentang })
  const tugas = judul.map((j) => bagiBerkas(j, kolam.banyak).map((rentang) => baca(j, rentang)))
  const hasil: BagianDibaca[] = []
  for (const [i, satu] of tugas.entries()) {
    const j = judul[i] as Judul
    let bagian = (await Promise.all(satu)).map((b) => b.jawab)
    // A quote may hold an end of line: then the file is read in one piece.
    if (bagian.length > 1 && bagian.some((b) => !b.utuh))
      bagian = [(await baca(j, [j.mulai, j.panjang])).jawab]
    if (bagian.some((b) => !b.utuh)) return err({ berkas: j.path, sebab: tandaKutip })
    hasil.push(...bagian.map((b) => ({ ...b, berkas: i })))
  }
  return ok(hasil)
}
