/** Matches a table that lies in memory which threads share, each step by all of them. */
import { potongUrut } from '#domain/padanan/blok.ts'
import { siapkanKunci } from '#domain/padanan/mesin.ts'
import type { ModelPadanan } from '#domain/padanan/model.ts'
import {
  type Diketahui,
  frekuensiModel,
  type Padanan,
  rangkum,
  sampelModel,
  saringan,
  taksirDari,
} from '#domain/padanan/padankan.ts'
import type { Alokasi, Tabel } from '#domain/padanan/tabel.ts'
import type { Kolam } from './kolam.ts'

/** Hears how far it is: a stage, units done, units in all. */
export type Kemajuan = (tahap: string, selesai: number, semua: number) => void

export const memoriBersama: Alokasi = (bita) => new SharedArrayBuffer(bita)

/** Parts into which the pairs of a rule are divided: enough that no thread waits long for another. */
const bagianAturan = 8

/** Matches a table in shared memory. `tahu`: weights, changes and decisions known before. */
export async function padankanTabel(
  kolam: Kolam,
  model: ModelPadanan,
  tabel: Tabel,
  pisah: number,
  kemajuan: Kemajuan | undefined,
  tahu: Diketahui = {},
): Promise<Padanan> {
  const kunci = siapkanKunci(model, tabel, memoriBersama)
  const frekuensi = tahu.frekuensi ?? frekuensiModel(model, tabel)
  const bahan = { model, tabel, kunci, frekuensi, pisah, ...saringan(tahu) }
  await kolam.semua('bahan', { bahan })
  const sampel = Promise.all(
    tahu.parameter ? [] : sampelModel(model).map((ke) => kolam.kerjakan('sampel', { ke })),
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
    return potongUrut(milik, bagianAturan).map((bagian) => ({
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
  const em =
    tahu.parameter ??
    taksirDari(
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
    putusan: tahu.putusan ?? [],
  })
}
