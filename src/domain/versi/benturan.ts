/** Two people changed one record: what one sent beside what stands now, for a person to decide. Pure. */
import type { Label } from '#domain/label.ts'
import { type Cakupan, inside, type Wilayah } from '#domain/wilayah/kode.ts'

/** A value as people read it; null is "nothing". A code comes as its label. */
export type NilaiTampil = string | number | Label | null

export type Bidang = {
  readonly kolom: string
  readonly label: Label
  readonly dikirim: NilaiTampil
  readonly kini: NilaiTampil
}

/** Who made what stands now: the role and the instant; the name only inside the reader's own area. */
export type Pengubah = {
  readonly peran: Label | null
  readonly nama: string | null
  /** ISO instant. */
  readonly pada: string | null
}

export type Benturan = {
  /** Which record, for the one who sent it: the id it was sent under. */
  readonly id: string
  readonly judul: Label
  /** The version that stands now: sent along, it keeps what was sent after all. */
  readonly versi: number | string | null
  readonly oleh: Pengubah
  readonly bidang: readonly Bidang[]
}

/** Whether what the sender saw is no longer what stands. */
export const bergeser = (dilihat: number | string | null, kini: number | string | null): boolean =>
  dilihat !== kini

const sama = (a: NilaiTampil, b: NilaiTampil): boolean =>
  typeof a === 'object' && typeof b === 'object' && a !== null && b !== null
    ? a.id === b.id && a.en === b.en
    : a === b

/** The fields on which the two disagree; all of them when they agree on each (somebody else wrote the same). */
export function bidangBeda(bidang: readonly Bidang[]): readonly Bidang[] {
  const beda = bidang.filter((b) => !sama(b.dikirim, b.kini))
  return beda.length > 0 ? beda : bidang
}

export type Penulis = {
  readonly nama: string
  readonly peran: Label | null
  /** Area of the role in which it was written; null when unknown. */
  readonly wilayah: Wilayah | null
}

/** Shows the writer to a reader: a colleague by name, anybody else by role alone. */
export const pengubahBagi = (
  pembaca: Cakupan,
  penulis: Penulis | null,
  pada: Date | null,
): Pengubah => ({
  peran: penulis?.peran ?? null,
  nama:
    penulis && penulis.wilayah !== null && inside(penulis.wilayah, pembaca) ? penulis.nama : null,
  pada: pada?.toISOString() ?? null,
})
