/** The text of a batch of which the hash is taken: what the letter binds, in one fixed order. Pure. */

/** A proposal as a batch binds it. */
export type BarisKiriman = {
  /** Number on the receipt. */
  readonly nomor: string
  readonly jenis: string
  readonly wilayah: number
  readonly rt: number | null
  readonly nama: string
}

export type KepalaKiriman = {
  readonly nomor: string
  readonly wilayah: number
  readonly periode: string
}

/** Tabs and line ends separate; within a field they are spaces. */
const bidang = (isi: string | number | null): string => String(isi ?? '').replace(/[\t\r\n]+/g, ' ')

/**
 * UTF-8 text whose SHA-256 is the batch's hash: a first line of batch number, region and period, then
 * a line per proposal by its number. The order in which rows are given does not matter.
 */
export function teksKiriman(kepala: KepalaKiriman, baris: readonly BarisKiriman[]): string {
  const lines = baris
    .map((b) => [b.nomor, b.jenis, b.wilayah, b.rt, b.nama].map(bidang).join('\t'))
    .sort()
  return [[kepala.nomor, kepala.wilayah, kepala.periode].map(bidang).join('\t'), ...lines, ''].join(
    '\n',
  )
}
