/** Matches files of any size in several threads over shared memory; the result is the same for any number of them. */
import { availableParallelism } from 'node:os'
import { potongUrut } from '#domain/padanan/blok.ts'
import { lapisanDari } from '#domain/padanan/lapisan.ts'
import { siapkanKunci } from '#domain/padanan/mesin.ts'
import type { ModelPadanan } from '#domain/padanan/model.ts'
import { frekuensiModel, type Padanan, rangkum, taksirDari } from '#domain/padanan/padankan.ts'
import { gabungkan } from '#domain/padanan/susun.ts'
import type { Alokasi, Tabel } from '#domain/padanan/tabel.ts'
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
  readonly kemajuan?: (tahap: string, selesai: number, semua: number) => void
  /** Stops all threads; the promise then fails. */
  readonly batal?: AbortSignal
}

const memoriBersama: Alokasi = (bita) => new SharedArrayBuffer(bita)

/** Parts into which the pairs of a rule are divided: enough that no thread waits long for another. */
const bagianAturan = 8

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
    return ok({ padanan: await padankanTabel(kolam, model, tabel, pisah, pilihan), baris, nama })
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

async function padankanTabel(
  kolam: Kolam,
  model: ModelPadanan,
  tabel: Tabel,
  pisah: number,
  { kemajuan }: PilihanJalan,
): Promise<Padanan> {
  const kunci = siapkanKunci(model, tabel, memoriBersama)
  const frekuensi = frekuensiModel(model, tabel)
  await kolam.semua('bahan', { bahan: { model, tabel, kunci, frekuensi, pisah } })
  const sampel = Promise.all(
    [0, ...lapisanDari(model).kunci.map((_, i) => i + 1)].map((ke) =>
      kolam.kerjakan('sampel', { ke }),
    ),
  )
  const rentang = Array.from({ length: kolam.banyak }, (_, i) => ({
    dari: Math.floor((tabel.banyak * i) / kolam.banyak),
    sampai: Math.floor((tabel.banyak * (i + 1)) / kolam.banyak),
  }))
  const perRentang = await Promise.all(rentang.map((r) => kolam.kerjakan('kunci', r)))
  const banyak = model.blok.map((_, r) => perRentang.reduce((n, p) => n + (p.jawab[r] ?? 0), 0))
  const urut = banyak.map((n) => new Uint32Array(memoriBersama(n * 4)))
  const susunan = await Promise.all(
    urut.map((hasil, aturan) => kolam.kerjakan('urut', { aturan, hasil })),
  )
  const tugas = urut.flatMap((u, aturan) => {
    const milik = u.subarray(0, susunan[aturan]?.jawab.banyak ?? 0)
    return potongUrut(kunci.kunci, milik, bagianAturan).map((bagian) => ({
      aturan,
      urut: milik,
      bagian,
    }))
  })
  let selesai = 0
  const banding = await Promise.all(
    tugas.map(async (t, i) => {
      const hasil = await kolam.kerjakan('banding', { tugas: i, ...t })
      kemajuan?.('membandingkan', ++selesai, tugas.length)
      return hasil
    }),
  )
  kemajuan?.('menaksir bobot', 0, 1)
  const vektor = await kolam.semua('vektor', null)
  const em = taksirDari(
    model,
    tabel.banyak,
    pisah,
    vektor,
    (await sampel).map((s) => s.jawab),
  )
  kemajuan?.('menimbang', 0, 1)
  const ditimbang = await Promise.all(
    banding.map((b, i) => kolam.kerjakan('timbang', { tugas: i, parameter: em }, b.pekerja)),
  )
  return rangkum(model, tabel, em, {
    ditimbang: ditimbang.map((d) => d.jawab),
    calon: banding.map((b) => b.jawab),
    aturan: tugas.map((t) => t.aturan),
    besar: susunan.flatMap((s) => s.jawab.besar ?? []),
  })
}
