/**
 * Deadlines: the instant of a step in a period for a region, and the period into which something
 * done at an instant falls.
 *
 * The line is half-open. A deadline is the first instant that is too late: what arrives exactly
 * then falls into the next period, one millisecond before it into this one. "Until the 17th, 24:00"
 * therefore holds all of the 17th. Pure: the instant is handed in, there is no clock here.
 */
import { cakupanOf, inside, type Wilayah } from '#domain/wilayah/kode.ts'
import type { AturanLangkah, BerkasZona, LangkahKalender, Rezim } from './kebijakan.ts'
import { type HariLibur, hariGeser } from './libur.ts'
import {
  type Periode,
  periodeBerkode,
  periodeDi,
  periodeSebelum,
  periodeSesudah,
} from './periode.ts'
import { bulanKe, hariDalamBulan, type Instan, instanDari } from './waktu.ts'
import { type Zona, zonaBerkode, zonaWilayah } from './zona.ts'

/** A region's own instant for one step of one period; only the newest of each is given. */
export type Geser = {
  readonly wilayah: Wilayah
  readonly program: string
  readonly periode: string
  readonly langkah: LangkahKalender
  readonly tenggat: Instan
  readonly alasan: string | null
  readonly versi: number
}

export type Kalender = {
  /** By first day, without gap. */
  readonly rezim: readonly Rezim[]
  readonly zona: BerkasZona
  readonly libur: HariLibur
  readonly geser: readonly Geser[]
}

export type Tenggat = {
  readonly aturan: AturanLangkah
  /** The first instant that is too late. */
  readonly instan: Instan
  /** What policy says, before a region's shift. */
  readonly asal: Instan
  /** The shift that holds here; null where policy does. */
  readonly geser: Geser | null
  /** Whose clock the rule is written in. */
  readonly zona: Zona
}

const zonaAturan = (k: Kalender, aturan: AturanLangkah, wilayah: Wilayah): Zona =>
  aturan.tenggat.zona === 'wilayah'
    ? zonaWilayah(k.zona, wilayah)
    : zonaBerkode(k.zona, aturan.tenggat.zona)

/** The instants of policy, in the order of the steps: none lies after that of the step behind it. */
function instanKebijakan(k: Kalender, p: Periode, wilayah: Wilayah): Instan[] {
  let sesudah = Number.POSITIVE_INFINITY
  return p.kalender.langkah
    .map((aturan) => {
      const { bulan, tanggal, jam } = aturan.tenggat
      const hari = hariDalamBulan(bulanKe(p.mulai) + bulan - 1, tanggal)
      const { menit } = zonaAturan(k, aturan, wilayah)
      return instanDari(hariGeser(hari, aturan.libur, k.libur), jam, menit)
    })
    .reverse()
    .map((instan) => {
      sesudah = Math.min(sesudah, instan)
      return sesudah
    })
    .reverse()
}

/** The shift for a step of a period: that of the smallest area which holds the region. */
export function geserBerlaku(
  k: Kalender,
  p: Pick<Periode, 'program' | 'kode'>,
  langkah: LangkahKalender,
  wilayah: Wilayah,
): Geser | null {
  let kini: Geser | null = null
  for (const g of k.geser) {
    const kena =
      g.program === p.program &&
      g.periode === p.kode &&
      g.langkah === langkah &&
      inside(wilayah, cakupanOf(g.wilayah))
    if (kena && (kini === null || lebar(g.wilayah) < lebar(kini.wilayah))) kini = g
  }
  return kini
}

const lebar = (wilayah: Wilayah): number => cakupanOf(wilayah).hi - cakupanOf(wilayah).lo

/** All steps of a period for a region, in their order. */
export function tenggatPeriode(k: Kalender, p: Periode, wilayah: Wilayah): readonly Tenggat[] {
  const asal = instanKebijakan(k, p, wilayah)
  return p.kalender.langkah.map((aturan, i) => {
    const geser = geserBerlaku(k, p, aturan.kode, wilayah)
    const policy = asal[i] ?? 0
    return {
      aturan,
      instan: geser?.tenggat ?? policy,
      asal: policy,
      geser,
      zona: zonaAturan(k, aturan, wilayah),
    }
  })
}

/** The deadline of one step; null where the regime of the period has no such step. */
export const tenggatLangkah = (
  k: Kalender,
  p: Periode,
  langkah: LangkahKalender,
  wilayah: Wilayah,
): Tenggat | null => tenggatPeriode(k, p, wilayah).find((t) => t.aturan.kode === langkah) ?? null

export type Jatuh = { readonly periode: Periode; readonly tenggat: Tenggat }

/** Steps ahead that a search may take before it says there is none: longer than any period of months. */
const terjauh = 24

/**
 * The period into which a step done at an instant falls: the first whose deadline has not come.
 * What is done before the first period falls into it. Null where no later period has this step.
 */
export function periodeUntuk(
  k: Kalender,
  { program, langkah, wilayah }: Sasaran,
  pada: Instan,
): Jatuh | null {
  const hari = new Date(pada).toISOString().slice(0, 10)
  const kini = periodeDi(k.rezim, program, hari)
  if (!kini) return null
  // A region may have moved the deadline of an earlier period beyond its end.
  const awal = k.geser
    .filter((g) => g.program === program && g.langkah === langkah && g.tenggat > pada)
    .map((g) => periodeBerkode(k.rezim, program, g.periode))
    .filter((p): p is Periode => p !== null)
    .concat(periodeSebelum(k.rezim, kini) ?? kini)
    .sort((a, b) => (a.mulai < b.mulai ? -1 : 1))
  let p: Periode | null = awal[0] ?? kini
  for (let n = 0; p && (p.mulai <= kini.mulai || n < terjauh); ) {
    const tenggat = tenggatLangkah(k, p, langkah, wilayah)
    if (tenggat && pada < tenggat.instan) return { periode: p, tenggat }
    if (p.mulai > kini.mulai) n++
    p = periodeSesudah(k.rezim, p)
  }
  return null
}

export type Sasaran = {
  /** `umum`, or a programme; one without a calendar of its own follows the general one. */
  readonly program: string
  readonly langkah: LangkahKalender
  readonly wilayah: Wilayah
}

/**
 * The period just missed: its deadline has passed while the period itself still runs. For the
 * sentence "past the deadline: goes into the next period"; null when nothing was missed.
 */
export function terlewat(k: Kalender, s: Sasaran, pada: Instan): Jatuh | null {
  const jatuh = periodeUntuk(k, s, pada)
  const hari = new Date(pada).toISOString().slice(0, 10)
  const p = periodeDi(k.rezim, s.program, hari)
  if (!jatuh || !p || p.mulai >= jatuh.periode.mulai) return null
  const tenggat = tenggatLangkah(k, p, s.langkah, s.wilayah)
  return tenggat && tenggat.instan <= pada ? { periode: p, tenggat } : null
}
