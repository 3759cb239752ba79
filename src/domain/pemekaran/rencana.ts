/**
 * From the rows of a decree to a plan: which regions are new or renamed, which codes end, and where
 * each place goes. Pure; the most specific row holds: a family, an RT, a village, a kecamatan.
 */
import { jenisOf } from '#domain/wilayah/jenis.ts'
import {
  cakupanOf,
  inside,
  kabOf,
  type Tingkat,
  tingkat,
  tingkatOf,
  type Wilayah,
  wilayahAt,
} from '#domain/wilayah/kode.ts'
import { foldRegion } from '#domain/wilayah/nama.ts'
import type { BarisPembagian } from './baris.ts'
import type { SalahPembagian } from './salah.ts'

/** A region that holds today. */
export type WilayahKini = {
  readonly kode: Wilayah
  readonly nama: string
  readonly jenis: string
}

export type WilayahBaru = {
  readonly kode: Wilayah
  readonly tingkat: Tingkat
  readonly induk: Wilayah
  readonly nama: string
  /** Folded for search. */
  readonly cari: string
  readonly jenis: string
  /** False: the code was there and gets another name. */
  readonly baru: boolean
}

/** Where a place goes: an RT, or (`rt` null) all of the region without a row of its own. */
export type Tempat = {
  readonly dari: Wilayah
  readonly rt: number | null
  readonly ke: Wilayah
  /** Null: the RT keeps its number. */
  readonly rtKe: number | null
}

export type Rencana = {
  readonly wilayah: readonly WilayahBaru[]
  readonly berakhir: readonly Wilayah[]
  readonly tempat: readonly Tempat[]
  /** Rows that name one family card, in the order of the table. */
  readonly keluarga: readonly BarisPembagian[]
}

export type Tersusun = {
  readonly rencana: Rencana
  /** What stands against a row, by its place in the table. */
  readonly salah: ReadonlyMap<number, SalahPembagian>
}

type Kini = ReadonlyMap<Wilayah, WilayahKini>

const induk: Readonly<Record<Tingkat, Tingkat>> = {
  nasional: 'nasional',
  provinsi: 'nasional',
  kabkota: 'provinsi',
  kecamatan: 'kabkota',
  desa: 'kecamatan',
}
export const indukOf = (kode: Wilayah): Wilayah => wilayahAt(kode, induk[tingkatOf(kode)])

const utuh = (b: BarisPembagian): boolean => b.rt === null && b.nomorKk === null
/** Something leaves the place it names. */
const melepas = (b: BarisPembagian): boolean => b.dari !== null && b.dari !== b.ke
const kunci = (b: BarisPembagian): string => `${b.dari} ${b.rt ?? ''} ${b.nomorKk ?? ''}`

/** What can be said of a row by itself and the regions of today. */
function salahSendiri(b: BarisPembagian, kini: Kini): SalahPembagian | null {
  if (b.dari === null) {
    if (b.rt !== null || b.nomorKk !== null || b.rtKe !== null) return 'rt_hanya_desa'
    return kini.has(b.ke) && b.nama === null ? 'tanpa_perubahan' : null
  }
  if (!kini.has(b.dari)) return 'kode_lama_tidak_ada'
  if (tingkatOf(b.dari) !== tingkatOf(b.ke)) return 'beda_tingkat'
  if (melepas(b)) {
    const atas = tingkat.indexOf(tingkatOf(b.dari)) < tingkat.indexOf('kecamatan')
    if (atas || kabOf(b.dari) !== kabOf(b.ke)) return 'lintas_kabkota'
  }
  if (tingkatOf(b.dari) !== 'desa' && (!utuh(b) || b.rtKe !== null)) return 'rt_hanya_desa'
  if (utuh(b) && b.rtKe !== null) return 'rt_hanya_desa'
  const diam = !melepas(b) && b.nama === null && b.nomorKk === null
  return diam && (b.rtKe === null || b.rtKe === b.rt) ? 'tanpa_perubahan' : null
}

/** Rows that contradict another row. */
function salahBersama(rows: readonly BarisPembagian[], b: BarisPembagian): SalahPembagian | null {
  const sama = rows.find((r) => r.dari !== null && kunci(r) === kunci(b))
  if (b.dari !== null && sama !== b && (sama?.ke !== b.ke || sama?.rtKe !== b.rtKe)) return 'ganda'
  const nama = rows.find((r) => r.ke === b.ke && r.nama !== null)?.nama ?? null
  if (b.nama !== null && nama !== b.nama) return 'nama_berbeda'
  const asal = rows.filter((r) => r.dari === b.ke && (melepas(r) || r.rtKe !== null))
  if (melepas(b)) return asal.length > 0 ? 'bergantian' : null
  // Within the village: the RT that is entered must not be one that is left.
  return b.rtKe !== null && asal.some((r) => r.rt === b.rtKe) ? 'bergantian' : null
}

/** Villages of a kecamatan that has another code keep the digits of their own. */
function turunan(rows: readonly BarisPembagian[], kini: Kini): readonly BarisPembagian[] {
  const sendiri = new Set(rows.filter(utuh).map((b) => b.dari))
  return rows
    .filter((b) => melepas(b) && b.dari !== null && tingkatOf(b.dari) === 'kecamatan')
    .flatMap((b) =>
      [...kini.values()]
        .filter((w) => tingkatOf(w.kode) === 'desa' && inside(w.kode, cakupanOf(b.dari ?? 0)))
        .filter((w) => !sendiri.has(w.kode))
        .map((w) => ({
          ...b,
          dari: w.kode,
          ke: b.ke + (w.kode % 1e4),
          nama: w.nama,
          jenis: w.jenis,
        })),
    )
}

/** New regions and other names, higher regions first. */
function wilayahBaru(rows: readonly BarisPembagian[], kini: Kini): readonly WilayahBaru[] {
  const kode = [...new Set(rows.map((b) => b.ke))].sort((a, b) => a - b)
  return kode.flatMap((k) => {
    const ada = kini.get(k)
    const bernama = rows.find((b) => b.ke === k && b.nama !== null)
    const nama = bernama?.nama ?? null
    const jenis = rows.find((b) => b.ke === k && b.jenis !== null)?.jenis ?? ada?.jenis
    if (nama === null || (ada?.nama === nama && ada.jenis === jenis)) return []
    return [
      {
        kode: k,
        tingkat: tingkatOf(k),
        induk: indukOf(k),
        nama,
        cari: foldRegion(nama),
        jenis: jenis ?? jenisOf(k),
        baru: !ada,
      },
    ]
  })
}

/** Whether the region a row leads to will be there, with a region above it. */
function salahTujuan(
  b: BarisPembagian,
  kini: Kini,
  wilayah: readonly WilayahBaru[],
  berakhir: ReadonlySet<Wilayah>,
): SalahPembagian | null {
  const ada = (k: Wilayah) =>
    !berakhir.has(k) && (kini.has(k) || wilayah.some((w) => w.baru && w.kode === k))
  if (!ada(b.ke)) return 'perlu_nama'
  const atas = indukOf(b.ke)
  return ada(atas) || (kini.has(b.ke) && !berakhir.has(atas)) ? null : 'tanpa_induk'
}

/**
 * @param rows read rows of the table
 * @param kini the regions that hold today, with those above what is touched
 * @param boleh the area in which the reader may change regions
 */
export function susun(
  rows: readonly BarisPembagian[],
  kini: Kini,
  boleh: { readonly lo: number; readonly hi: number },
): Tersusun {
  const salah = new Map<number, SalahPembagian>()
  const catat = (b: BarisPembagian, s: SalahPembagian | null) => {
    if (s && !salah.has(b.baris)) salah.set(b.baris, s)
  }
  for (const b of rows) {
    catat(b, salahSendiri(b, kini))
    catat(b, inside(b.ke, boleh) ? null : 'luar_wilayah')
    catat(b, b.dari === null || inside(b.dari, boleh) ? null : 'kode_lama_tidak_ada')
    catat(b, salahBersama(rows, b))
  }
  const bawah = turunan(rows, kini)
  for (const b of bawah)
    catat(b, kini.has(b.ke) || rows.some((r) => r.ke === b.ke) ? 'kode_terpakai' : null)
  const semua = [...rows, ...bawah]
  const pergi = semua.filter((b) => melepas(b) && utuh(b))
  const berakhir = new Set(pergi.map((b) => b.dari ?? 0))
  const wilayah = wilayahBaru(semua, kini)
  for (const b of rows) catat(b, salahTujuan(b, kini, wilayah, berakhir))
  const tempat = new Map<string, Tempat>()
  for (const b of semua)
    if (b.dari !== null && b.nomorKk === null && (melepas(b) || b.rtKe !== null))
      tempat.set(kunci(b), { dari: b.dari, rt: b.rt, ke: b.ke, rtKe: b.rtKe })
  return {
    rencana: {
      wilayah,
      berakhir: [...berakhir].sort((a, b) => a - b),
      tempat: [...tempat.values()],
      keluarga: rows.filter((b) => b.nomorKk !== null),
    },
    salah,
  }
}
