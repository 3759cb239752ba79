/** Reads the table of a split, merger or renaming: what goes from which code to which. Pure. */
import { kunciJudul } from '#domain/impor/kenali.ts'
import { parseRt } from '#domain/impor/rt.ts'
import { parseNomorKk } from '#domain/individu/nomor-kk.ts'
import { parseKode, type Wilayah } from '#domain/wilayah/kode.ts'
import type { SalahPembagian } from './salah.ts'
import type { SelPembagian } from './sel.ts'

type Kolom = keyof SelPembagian

/** Headings of each column, the first of which is printed. */
export const kolomPembagian = {
  kodeLama: ['Kode lama', 'Kode wilayah lama', 'Kode asal'],
  rt: ['RT', 'RT lama'],
  nomorKk: ['Nomor KK', 'No. KK', 'No KK'],
  kodeBaru: ['Kode baru', 'Kode wilayah baru', 'Kode tujuan'],
  rtBaru: ['RT baru'],
  namaBaru: ['Nama baru', 'Nama wilayah baru'],
  jenisBaru: ['Jenis baru', 'Jenis'],
} as const satisfies Record<Kolom, readonly string[]>

const nama = Object.keys(kolomPembagian) as readonly Kolom[]
const indeks: ReadonlyMap<string, Kolom> = new Map(
  nama.flatMap((k) => kolomPembagian[k].map((j): [string, Kolom] => [kunciJudul(j), k])),
)

/** The header row: the first that has the new code. */
export function kepalaPembagian(
  rows: readonly (readonly string[])[],
): { readonly tempat: ReadonlyMap<Kolom, number>; readonly lewati: number } | null {
  for (const [i, cells] of rows.entries()) {
    const tempat = new Map<Kolom, number>()
    cells.forEach((cell, place) => {
      const k = indeks.get(kunciJudul(cell))
      if (k && !tempat.has(k)) tempat.set(k, place)
    })
    if (tempat.has('kodeBaru')) return { tempat, lewati: i + 1 }
  }
  return null
}

/** The cells of one row of a file. */
export const selOf = (
  cells: readonly string[],
  tempat: ReadonlyMap<Kolom, number>,
): SelPembagian => {
  const sel = (k: Kolom) => (cells[tempat.get(k) ?? -1] ?? '').trim()
  return {
    kodeLama: sel('kodeLama'),
    rt: sel('rt'),
    nomorKk: sel('nomorKk'),
    kodeBaru: sel('kodeBaru'),
    rtBaru: sel('rtBaru'),
    namaBaru: sel('namaBaru'),
    jenisBaru: sel('jenisBaru'),
  }
}

export type BarisPembagian = {
  /** Place in the table, from 1. */
  readonly baris: number
  /** Null: a region that is only made. */
  readonly dari: Wilayah | null
  readonly rt: number | null
  readonly nomorKk: string | null
  readonly ke: Wilayah
  readonly rtKe: number | null
  readonly nama: string | null
  readonly jenis: string | null
}

type Terbaca =
  | { readonly ok: true; readonly value: BarisPembagian }
  | { readonly ok: false; readonly error: SalahPembagian }

const isi = (text: string): string | null => text.trim() || null

/** One row, judged by itself. */
export function bacaBaris(s: SelPembagian, baris: number): Terbaca {
  const salah = (error: SalahPembagian): Terbaca => ({ ok: false, error })
  const dari = isi(s.kodeLama) === null ? null : parseKode(s.kodeLama)
  const ke = parseKode(s.kodeBaru)
  if (ke === null || (dari === null && isi(s.kodeLama) !== null)) return salah('kode_salah')
  const rt = isi(s.rt) === null ? null : parseRt(s.rt).rt
  const rtKe = isi(s.rtBaru) === null ? null : parseRt(s.rtBaru).rt
  if ((rt === null && isi(s.rt) !== null) || (rtKe === null && isi(s.rtBaru) !== null))
    return salah('rt_salah')
  const kk = isi(s.nomorKk) === null ? null : parseNomorKk(s.nomorKk)
  if (kk && !kk.ok) return salah('nomor_kk_salah')
  const nomorKk = kk?.ok ? kk.value.nomor : null
  return {
    ok: true,
    value: {
      baris,
      dari,
      rt,
      nomorKk,
      ke,
      rtKe,
      nama: isi(s.namaBaru)?.slice(0, 120) ?? null,
      jenis: isi(s.jenisBaru)?.toLowerCase().slice(0, 40) ?? null,
    },
  }
}
