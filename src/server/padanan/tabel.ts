/** Matches a table that lies in memory which threads share, each step by all of them. */
import { type BlokBesar, potongUrut } from '#domain/padanan/blok.ts'
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
  const dibandingkan = await bandingkanSemua(kolam, model, banyak, kemajuan)
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
    dibandingkan.tugas.map((t) =>
      kolam.kerjakan('timbang', { tugas: t.nomor, parameter: em }, t.pekerja),
    ),
  )
  return rangkum(model, tabel, em, {
    ditimbang: ditimbang.map((d) => d.jawab),
    calon: dibandingkan.tugas.map((t) => t.calon),
    aturan: dibandingkan.tugas.map((t) => t.aturan),
    besar: dibandingkan.besar,
    putusan: tahu.putusan ?? [],
  })
}

/** Pairs compared by one thread, which keeps them under `nomor`. */
type Dibandingkan = {
  readonly nomor: number
  readonly aturan: number
  readonly pekerja: number
  readonly calon: number
}

/**
 * Sorts the keys of each rule and compares its pairs. The orders of few rules are in memory at once: each lane has room
 * for one. `banyak`: keys of each rule.
 */
async function bandingkanSemua(
  kolam: Kolam,
  model: ModelPadanan,
  banyak: readonly number[],
  kemajuan: Kemajuan | undefined,
): Promise<{ tugas: Dibandingkan[]; besar: BlokBesar[] }> {
  const aturan = [...banyak.keys()]
  const terurut = aturan.map(() => Promise.withResolvers<BlokBesar | null>())
  const perAturan = new Map<number, Dibandingkan[]>()
  let selesai = 0
  const bandingkan = async (r: number, urut: Uint32Array): Promise<void> => {
    const tugas = potongUrut(urut, bagianAturan).map(async (bagian, i) => {
      const nomor = r * bagianAturan + i
      const minta = { tugas: nomor, aturan: r, urut, bagian }
      const { jawab, pekerja } = await kolam.kerjakan('banding', minta)
      return { nomor, aturan: r, pekerja, calon: jawab }
    })
    perAturan.set(r, await Promise.all(tugas))
    kemajuan?.('membandingkan', ++selesai, model.blok.length)
  }
  const berikut = aturan.values()
  const jalur = async (): Promise<void> => {
    const ruang = memoriBersama(Math.max(0, ...banyak) * 4)
    for (const r of berikut) {
      const hasil = new Uint32Array(ruang, 0, banyak[r])
      const { jawab } = await kolam.kerjakan('urut', { aturan: r, hasil })
      terurut[r]?.resolve(jawab.besar)
      // A pair of an earlier rule is left out here: the keys of those rules must stand as they are split.
      await Promise.all(terurut.slice(0, r).map((t) => t.promise))
      await bandingkan(r, hasil.subarray(0, jawab.banyak))
    }
  }
  await Promise.all(Array.from({ length: kolam.banyak + 1 }, jalur))
  const besar = await Promise.all(terurut.map((t) => t.promise))
  return {
    tugas: aturan.flatMap((r) => perAturan.get(r) ?? []),
    besar: besar.flatMap((b) => b ?? []),
  }
}
