/** Which of several sources is believed for one field of a person: a decision, the field, then weight and freshness. */
import { namaSama } from '../dukcapil/keadaan.ts'
import { foldName } from '../individu/nama-cari.ts'

export const semuaSumber = ['registri', 'dukcapil', 'regsosek', 'p3ke', 'kks', 'pbi'] as const
export type Sumber = (typeof semuaSumber)[number]

export const bidangPercaya = [
  'nama',
  'nik',
  'nomor_kk',
  'tanggal_lahir',
  'jenis_kelamin',
  'hubungan',
  'tempat_lahir',
  'nama_ibu',
  'alamat',
] as const
export type BidangPercaya = (typeof bidangPercaya)[number]

/** What one source says of a field, and of which day. */
export type Calon = {
  readonly sumber: Sumber
  readonly nilai: string
  readonly tanggal: string
  /** An officer saw it at the family's. */
  readonly lapangan: boolean
}

export type AturanBidang = {
  readonly susut_per_tahun: number
  readonly lapangan: boolean
  readonly bobot: Readonly<Record<Sumber, number>>
}

export type Dasar = 'putusan' | 'lapangan' | 'bobot'

export type Percaya = {
  readonly calon: Calon
  readonly dasar: Dasar
  /** Each source with its points, the believed one first. */
  readonly urutan: readonly (Calon & { readonly poin: number })[]
  /** Two of the sources do not mean the same. */
  readonly berbeda: boolean
}

/** Full years from one day to another; none where the first is later. */
const tahunPenuh = (dari: string, sampai: string): number => {
  const years = Number(sampai.slice(0, 4)) - Number(dari.slice(0, 4))
  return Math.max(0, sampai.slice(5) < dari.slice(5) ? years - 1 : years)
}

const namaBidang: readonly BidangPercaya[] = ['nama', 'nama_ibu', 'tempat_lahir', 'alamat']

/** Whether two values of a field mean the same: names by their words, numbers and days as they are. */
export const samaNilai = (bidang: BidangPercaya, a: string, b: string): boolean =>
  namaBidang.includes(bidang) ? namaSama(foldName(a), foldName(b)) : a === b

/** The points of a source: its weight, less what its age takes; below nothing it goes on falling. */
export const poinOf = (aturan: AturanBidang, c: Calon, hari: string): number =>
  aturan.bobot[c.sumber] - aturan.susut_per_tahun * tahunPenuh(c.tanggal, hari)

/**
 * The believed one among what the sources say. A decision of a person stands while the value it was
 * for stands; what was seen in the field beats every paper; then weight by source and freshness;
 * equals by the newer day, then by the order of sources. The order of `calon` changes nothing.
 * @param calon at least one; at most one per source
 */
export function percaya(
  bidang: BidangPercaya,
  aturan: AturanBidang,
  calon: readonly [Calon, ...Calon[]],
  hari: string,
  putusan: { readonly sumber: Sumber; readonly nilai: string } | null = null,
): Percaya {
  const field = (c: Calon) => (aturan.lapangan && c.lapangan ? 1 : 0)
  const decided = (c: Calon) =>
    putusan !== null && c.sumber === putusan.sumber && samaNilai(bidang, c.nilai, putusan.nilai)
      ? 1
      : 0
  const urutan = calon
    .map((c) => ({ ...c, poin: poinOf(aturan, c, hari) }))
    .sort(
      (a, b) =>
        decided(b) - decided(a) ||
        field(b) - field(a) ||
        (field(a) === 1 ? newer(a, b) : 0) ||
        b.poin - a.poin ||
        newer(a, b) ||
        semuaSumber.indexOf(a.sumber) - semuaSumber.indexOf(b.sumber),
    )
  const [first = { ...calon[0], poin: 0 }] = urutan
  const { poin: _, ...menang } = first
  return {
    calon: menang,
    dasar: decided(first) ? 'putusan' : field(first) ? 'lapangan' : 'bobot',
    urutan,
    berbeda: urutan.some((c) => !samaNilai(bidang, c.nilai, first.nilai)),
  }
}

const newer = (a: Calon, b: Calon): number =>
  a.tanggal === b.tanggal ? 0 : a.tanggal > b.tanggal ? -1 : 1

/** What a family has at stake in a difference. */
export type Pertaruhan = {
  readonly menerima: boolean
  readonly tidakPadan: boolean
  readonly desil: number | null
}

export type AturanTaruhan = {
  readonly menerima: number
  readonly tidak_padan: number
  readonly desil_rendah: number
  readonly desil_sampai: number
}

/** Points of a difference in the queue: what the field weighs, and what the family may lose by it. */
export const taruhanOf = (bidang: number, aturan: AturanTaruhan, p: Pertaruhan): number =>
  bidang +
  (p.menerima ? aturan.menerima : 0) +
  (p.tidakPadan ? aturan.tidak_padan : 0) +
  (p.desil !== null && p.desil <= aturan.desil_sampai ? aturan.desil_rendah : 0)
