/** Sensitive periods around elections: from so many days before to so many after. Pure. */
import { cakupanOf, inside, type Wilayah } from '#domain/wilayah/kode.ts'
import type { BerkasRawan } from './kebijakan.ts'
import { tambahHari } from './waktu.ts'

/** An election of an area, as recorded. */
export type Pemilihan = {
  readonly wilayah: Wilayah
  readonly jenis: string
  /** Election day. */
  readonly hari: string
}

export type MasaRawan = {
  readonly jenis: BerkasRawan['jenis'][number]
  readonly hari: string
  /** First and last day; both belong to it. */
  readonly dari: string
  readonly sampai: string
}

/** The period around one election; null where policy does not know the kind. */
export function masaRawan(berkas: BerkasRawan, p: Omit<Pemilihan, 'wilayah'>): MasaRawan | null {
  const jenis = berkas.jenis.find((j) => j.kode === p.jenis)
  if (!jenis) return null
  return {
    jenis,
    hari: p.hari,
    dari: tambahHari(p.hari, -jenis.sebelum),
    sampai: tambahHari(p.hari, jenis.sesudah),
  }
}

/** The sensitive periods in which a region is on a day: its own elections and those of areas above it. */
export function rawanPada(
  berkas: BerkasRawan,
  pemilihan: readonly Pemilihan[],
  wilayah: Wilayah,
  tanggal: string,
): readonly MasaRawan[] {
  return pemilihan
    .filter((p) => inside(wilayah, cakupanOf(p.wilayah)))
    .map((p) => masaRawan(berkas, p))
    .filter((m): m is MasaRawan => m !== null && tanggal >= m.dari && tanggal <= m.sampai)
}
