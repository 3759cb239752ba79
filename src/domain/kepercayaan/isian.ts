/** The fields of one person with what each source says of them, and how the queue of differences follows. */
import {
  type AturanTaruhan,
  type BidangPercaya,
  bidangPercaya,
  type Calon,
  type Percaya,
  percaya,
  type Sumber,
  samaNilai,
  semuaSumber,
  taruhanOf,
} from './percaya.ts'

/** What one row of a source, or the registry, says of a person; null where it says nothing. */
export type Isian = Readonly<Record<BidangPercaya, string | null>>

export type BarisSumber = {
  readonly sumber: Sumber
  readonly isian: Isian
  /** Day the row speaks of. */
  readonly tanggal: string
  readonly desil: number | null
}

export type Putusan = {
  readonly id: string
  readonly bidang: BidangPercaya
  readonly status: 'antre' | 'diputus'
  /** Source that was decided for; null while it waits. */
  readonly putusan: Sumber | null
  readonly dipercaya: Sumber
  readonly taruhan: number
  /** Each source with its value when it was found or decided. */
  readonly nilai: Readonly<Partial<Record<Sumber, { nilai: string; tanggal: string }>>>
}

export type OrangBersumber = {
  readonly registri: Isian
  /** Day of each field of the registry: of its last change, else of the data it came with. */
  readonly registriTanggal: Readonly<Record<BidangPercaya, string>>
  /** Day of the last visit that met the person. */
  readonly lapangan: string | null
  readonly sumber: readonly BarisSumber[]
  readonly putusan: readonly Putusan[]
  readonly menerima: boolean
  readonly tidakPadan: boolean
}

type AturanSemua = {
  readonly susut_per_tahun: number
  readonly taruhan: AturanTaruhan
  readonly bidang: Readonly<
    Record<
      BidangPercaya,
      {
        readonly antre: boolean
        readonly lapangan: boolean
        readonly taruhan: number
        readonly bobot: Readonly<Record<Sumber, number>>
      }
    >
  >
}

/** What is said of one field: at most one value per source, its newest. */
function calonOf(o: OrangBersumber, bidang: BidangPercaya): Calon[] {
  const own = o.registri[bidang]
  const since = o.registriTanggal[bidang]
  const seen = o.lapangan !== null && o.lapangan >= since
  const registri: Calon[] =
    own === null
      ? []
      : [
          {
            sumber: 'registri',
            nilai: own,
            tanggal: seen && o.lapangan !== null ? o.lapangan : since,
            lapangan: seen,
          },
        ]
  const rest = semuaSumber.flatMap((sumber): Calon[] => {
    const [row] = o.sumber
      .filter((r) => r.sumber === sumber && r.isian[bidang] !== null)
      .sort((a, b) => (a.tanggal < b.tanggal ? 1 : -1))
    const nilai = row?.isian[bidang]
    return row && nilai ? [{ sumber, nilai, tanggal: row.tanggal, lapangan: false }] : []
  })
  return [...registri, ...rest]
}

export type BidangBersumber = Percaya & { readonly bidang: BidangPercaya }

/** Every field of which anything is known, with the believed source. */
export function bidangBersumber(
  o: OrangBersumber,
  aturan: AturanSemua,
  hari: string,
): readonly BidangBersumber[] {
  return bidangPercaya.flatMap((bidang) => {
    const [first, ...rest] = calonOf(o, bidang)
    if (!first) return []
    const decided = o.putusan.find((p) => p.bidang === bidang && p.putusan !== null)
    const told = decided?.putusan ? decided.nilai[decided.putusan] : undefined
    const putusan = decided?.putusan && told ? { sumber: decided.putusan, nilai: told.nilai } : null
    const rule = { ...aturan.bidang[bidang], susut_per_tahun: aturan.susut_per_tahun }
    return [{ bidang, ...percaya(bidang, rule, [first, ...rest], hari, putusan) }]
  })
}

export type Antrean = {
  readonly bidang: BidangPercaya
  readonly dipercaya: Sumber
  readonly nilai: string
  readonly semua: Partial<Record<Sumber, { nilai: string; tanggal: string }>>
  readonly taruhan: number
}

export type UbahAntrean = {
  /** Rows that no difference stands behind any more, or whose decided value is no longer told. */
  readonly gugur: readonly string[]
  readonly baru: readonly Antrean[]
  readonly ubah: readonly (Antrean & { readonly id: string })[]
}

/**
 * How the queue of one person must change to say what the sources say today. A decision stays.
 * @param seluruh every row of the sources about the person is seen; else what names an unseen one stays
 */
export function antrean(
  o: OrangBersumber,
  aturan: AturanSemua,
  hari: string,
  seluruh = true,
): UbahAntrean {
  const desil = o.sumber.reduce<number | null>(
    (low, r) => (r.desil === null ? low : Math.min(low ?? r.desil, r.desil)),
    null,
  )
  const stake = { menerima: o.menerima, tidakPadan: o.tidakPadan, desil }
  const wanted = new Map<BidangPercaya, Antrean>()
  const held = new Set<BidangPercaya>()
  const told = new Map<BidangPercaya, readonly string[]>()
  for (const f of bidangBersumber(o, aturan, hari)) {
    const rule = aturan.bidang[f.bidang]
    told.set(
      f.bidang,
      f.urutan.map((c) => c.sumber),
    )
    if (f.dasar === 'putusan') held.add(f.bidang)
    else if (rule.antre && f.berbeda)
      wanted.set(f.bidang, {
        bidang: f.bidang,
        dipercaya: f.calon.sumber,
        nilai: f.calon.nilai,
        semua: Object.fromEntries(
          f.urutan.map(({ sumber, nilai, tanggal }) => [sumber, { nilai, tanggal }]),
        ),
        taruhan: taruhanOf(rule.taruhan, aturan.taruhan, stake),
      })
  }
  const gugur: string[] = []
  const ubah: (Antrean & { id: string })[] = []
  for (const row of o.putusan) {
    if (held.has(row.bidang) && row.status === 'diputus') continue
    const seen = told.get(row.bidang) ?? []
    if (!seluruh && Object.keys(row.nilai).some((s) => !seen.includes(s))) {
      wanted.delete(row.bidang)
      continue
    }
    const found = wanted.get(row.bidang)
    // A decile that is not seen still weighs.
    const now =
      found && !seluruh ? { ...found, taruhan: Math.max(found.taruhan, row.taruhan) } : found
    if (!now || row.status === 'diputus') {
      gugur.push(row.id)
      continue
    }
    wanted.delete(row.bidang)
    if (!unchanged(row, now)) ubah.push({ ...now, id: row.id })
  }
  return { gugur, baru: [...wanted.values()], ubah }
}

function unchanged(row: Putusan, now: Antrean): boolean {
  const [before, after] = [Object.entries(row.nilai), now.semua]
  return (
    row.dipercaya === now.dipercaya &&
    row.taruhan === now.taruhan &&
    before.length === Object.keys(after).length &&
    before.every(([sumber, told]) => {
      const other = after[sumber as Sumber]
      return other !== undefined && samaNilai(row.bidang, told.nilai, other.nilai)
    })
  )
}
