/** Matching from table to clusters in one thread: candidates, vectors, weights estimated from the data, pairs, clusters. */
import type { Sampel } from './acak.ts'
import { pembandingDari, type Sandi, sandiDari } from './banding.ts'
import type { BlokBesar } from './blok.ts'
import { bitsDari, bobotVektor } from './bobot.ts'
import { type HasilEm, taksir } from './em.ts'
import { type Frekuensi, frekuensiDari, kolomFrekuensi } from './frekuensi.ts'
import { gugusDari, type Putusan, terapkanPutusan } from './gugus.ts'
import { lapisanDari } from './lapisan.ts'
import { Mesin, type Pasangan, siapkanKunci, type Temuan } from './mesin.ts'
import type { ModelPadanan } from './model.ts'
import type { Tabel } from './tabel.ts'
import { type HitungVektor, jumlahkan } from './vektor.ts'

export type Padanan = {
  /** Pairs from `ambang.periksa` on, in the order of their records. */
  readonly pasangan: Pasangan
  readonly em: HasilEm
  readonly sandi: Sandi
  readonly besar: readonly BlokBesar[]
  /** Per blocking rule: candidates it added; matching pairs that it finds, and that it alone finds. */
  readonly perAturan: readonly PerAturan[]
  readonly calon: number
  /** For each record the first record of its cluster. */
  readonly gugus: Int32Array
  /** Clusters taken apart where a chain held two persons, and the links cut. */
  readonly putus: { readonly dipecah: number; readonly diputus: number }
}

/** What is known before a table is matched; left out, all pairs are compared and their weights estimated. */
export type Diketahui = {
  /** Weights estimated before. */
  readonly parameter?: HasilEm
  /** How common values are, where the table itself does not show it. */
  readonly frekuensi?: ReadonlyMap<string, Frekuensi | null>
  /** Marks the records that changed: only pairs with one of them. */
  readonly baru?: Uint8Array | null
  /** The part of each record: only pairs across parts. */
  readonly bagian?: Int32Array | null
  /** What people decided of pairs. */
  readonly putusan?: readonly Putusan[]
}

export type PerAturan = { readonly calon: number; readonly oleh: number; readonly hanya: number }

/** Matches a table against itself, or two tables laid end to end against each other. */
export function padankan(
  model: ModelPadanan,
  tabel: Tabel,
  pisah = 0,
  tahu: Diketahui = {},
): Padanan {
  const kunci = siapkanKunci(model, tabel)
  const frekuensi = tahu.frekuensi ?? frekuensiModel(model, tabel)
  const mesin = new Mesin({ model, tabel, kunci, frekuensi, pisah, ...saringan(tahu) })
  const banyak = mesin.kunci(0, tabel.banyak)
  const urut = banyak.map((n) => new Uint32Array(n))
  const susunan = urut.map((u, i) => mesin.urutkan(i, u))
  const calon = urut.map((u, i) =>
    mesin.bandingkan(i, i, u.subarray(0, susunan[i]?.banyak ?? 0), [0, susunan[i]?.banyak ?? 0]),
  )
  const em =
    tahu.parameter ??
    taksirDari(
      model,
      tabel.banyak,
      pisah,
      [mesin.vektor()],
      sampelModel(model).map((l) => mesin.sampel(l)),
    )
  const ditimbang = urut.map((_, i) => mesin.timbang(i, em))
  return rangkum(model, tabel, em, {
    ditimbang,
    calon,
    aturan: urut.map((_, i) => i),
    besar: susunan.flatMap((s) => s.besar ?? []),
    putusan: tahu.putusan ?? [],
  })
}

/** Which pairs of those that share a key are compared at all. */
export const saringan = ({ baru, bagian }: Diketahui) => ({
  baru: baru ?? null,
  bagian: bagian ?? null,
})

/** The samples that a model is estimated from: of all pairs, and of each layer. */
export const sampelModel = (model: ModelPadanan): number[] => [
  0,
  ...lapisanDari(model).kunci.map((_, i) => i + 1),
]

/** How common the values are by which a model adjusts its levels. */
export const frekuensiModel = (
  model: ModelPadanan,
  tabel: Tabel,
): ReadonlyMap<string, Frekuensi | null> =>
  new Map(
    [...new Set(kolomFrekuensi(model))].flatMap((k) =>
      k === null ? [] : [[k, frekuensiDari(tabel, k)] as const],
    ),
  )

/** Weights from what all threads have counted. */
export function taksirDari(
  model: ModelPadanan,
  banyak: number,
  pisah: number,
  vektor: readonly HitungVektor[],
  sampel: readonly Sampel[],
): HasilEm {
  const semua = pisah > 0 ? pisah * (banyak - pisah) : (banyak * (banyak - 1)) / 2
  return taksir(model, sandiDari(model), jumlahkan(vektor), sampel, Math.max(1, semua))
}

export type Bagian = {
  readonly ditimbang: readonly (Pasangan & Temuan)[]
  /** Per task: candidates, and the rule it belonged to. */
  readonly calon: readonly number[]
  readonly aturan: readonly number[]
  readonly besar: readonly BlokBesar[]
  readonly putusan: readonly Putusan[]
}

/** Lays together what the tasks have found, and makes clusters of it. */
export function rangkum(model: ModelPadanan, tabel: Tabel, em: HasilEm, bagian: Bagian): Padanan {
  const pasangan = urutkanPasangan(bagian.ditimbang, tabel.banyak)
  const batas = bitsDari(model.ambang.padan)
  const sandi = sandiDari(model)
  const banding = pembandingDari(model, tabel)
  const diputuskan = terapkanPutusan(tabel.banyak, pasangan, bagian.putusan, (a, b) =>
    bobotVektor(model, sandi, em, banding(a, b)),
  )
  const { gugus, ...putus } = gugusDari(tabel.banyak, diputuskan.pasangan, batas, diputuskan.berat)
  return {
    pasangan,
    em,
    sandi,
    besar: bagian.besar,
    perAturan: model.blok.map((_, r) => perAturan(bagian, r)),
    calon: bagian.calon.reduce((s, n) => s + n, 0),
    gugus,
    putus,
  }
}

function perAturan({ ditimbang, calon, aturan }: Bagian, r: number): PerAturan {
  let jumlah = 0
  let oleh = 0
  let hanya = 0
  for (const [t, satu] of ditimbang.entries()) {
    if (aturan[t] === r) jumlah += calon[t] ?? 0
    oleh += satu.oleh[r] ?? 0
    hanya += satu.hanya[r] ?? 0
  }
  return { calon: jumlah, oleh, hanya }
}

/** All pairs in the order of their first record, then of their second. */
function urutkanPasangan(bagian: readonly Pasangan[], rekaman: number): Pasangan {
  const banyak = bagian.reduce((s, p) => s + p.a.length, 0)
  const mulai = new Int32Array(rekaman + 1)
  for (const { a } of bagian)
    for (let i = 0; i < a.length; i++) {
      const di = (a[i] as number) + 1
      mulai[di] = (mulai[di] as number) + 1
    }
  for (let i = 0; i < rekaman; i++) mulai[i + 1] = (mulai[i + 1] as number) + (mulai[i] as number)
  const letak = mulai.slice()
  const hasil = {
    a: new Int32Array(banyak),
    b: new Int32Array(banyak),
    bobot: new Float32Array(banyak),
    kode: new Float64Array(banyak),
  }
  for (const p of bagian) {
    for (let i = 0; i < p.a.length; i++) {
      const a = p.a[i] as number
      const b = p.b[i] as number
      // Few pairs share their first record: they are put in order as they come.
      let di = letak[a] as number
      letak[a] = di + 1
      for (; di > (mulai[a] as number) && (hasil.b[di - 1] as number) > b; di--)
        pindah(hasil, di - 1, di)
      hasil.a[di] = a
      hasil.b[di] = b
      hasil.bobot[di] = p.bobot[i] as number
      hasil.kode[di] = p.kode[i] as number
    }
  }
  return hasil
}

function pindah(p: Pasangan, dari: number, ke: number): void {
  p.a[ke] = p.a[dari] as number
  p.b[ke] = p.b[dari] as number
  p.bobot[ke] = p.bobot[dari] as number
  p.kode[ke] = p.kode[dari] as number
}
