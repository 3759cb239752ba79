/**
 * Periods: a month, a quarter, a half-year, by regime and programme. A period is named by its
 * first month (`2018-07`); those of successive regimes follow each other without gap. Pure.
 */
import type { Label } from '#domain/label.ts'
import { type KalenderProgram, type Rezim, umum } from './kebijakan.ts'
import { awalBulan, bulanKe } from './waktu.ts'

export type Periode = {
  readonly program: string
  /** 'YYYY-MM' of its first month. */
  readonly kode: string
  /** First day, and first day after it. */
  readonly mulai: string
  readonly selesai: string
  readonly label: Label
  readonly rezim: Rezim
  readonly kalender: KalenderProgram
}

const bulanId = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const
const bulanEn = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
const romawi = ['I', 'II', 'III', 'IV', 'V', 'VI'] as const

/** "Agustus 2026", "Triwulan III 2018", "Semester II 2018", "Tahun 2018". */
function labelPeriode(bulan: number, panjang: number): Label {
  const tahun = Math.floor(bulan / 12)
  const ke = bulan % 12
  if (panjang === 1) return { id: `${bulanId[ke]} ${tahun}`, en: `${bulanEn[ke]} ${tahun}` }
  if (panjang === 12) return { id: `Tahun ${tahun}`, en: `Year ${tahun}` }
  const nomor = romawi[ke / panjang] ?? ''
  const [id, en] =
    panjang === 6
      ? ['Semester', 'Half-year']
      : panjang === 4
        ? ['Caturwulan', 'Third']
        : panjang === 3
          ? ['Triwulan', 'Quarter']
          : ['Dwibulan', 'Two months']
  return { id: `${id} ${nomor} ${tahun}`, en: `${en} ${nomor} ${tahun}` }
}

/** The calendar of a programme in a regime: its own, or the general one. */
const kalenderUntuk = (rezim: Rezim, program: string): KalenderProgram | undefined =>
  rezim.kalender.find((k) => k.program === program) ??
  rezim.kalender.find((k) => k.program === umum)

/** The regime of a day; the first one before all, null after the last. */
export function rezimPada(rezim: readonly Rezim[], hari: string): Rezim | null {
  const [awal] = rezim
  if (awal && hari < awal.berlaku.dari) return awal
  return (
    rezim.find(
      ({ berlaku }) => hari >= berlaku.dari && (berlaku.sampai === null || hari < berlaku.sampai),
    ) ?? null
  )
}

/** The period in which a day lies; the first one of all for a day before it, null after the last regime. */
export function periodeDi(rezim: readonly Rezim[], program: string, hari: string): Periode | null {
  const punya = rezimPada(rezim, hari)
  const kalender = punya && kalenderUntuk(punya, program)
  if (!punya || !kalender) return null
  const bulan = Math.max(bulanKe(hari), bulanKe(punya.berlaku.dari))
  const awal = bulan - (bulan % kalender.periode)
  return {
    program,
    kode: awalBulan(awal).slice(0, 7),
    mulai: awalBulan(awal),
    selesai: awalBulan(awal + kalender.periode),
    label: labelPeriode(awal, kalender.periode),
    rezim: punya,
    kalender,
  }
}

/** The period of that name; null where no period begins then. */
export function periodeBerkode(
  rezim: readonly Rezim[],
  program: string,
  kode: string,
): Periode | null {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(kode)) return null
  const periode = periodeDi(rezim, program, `${kode}-01`)
  return periode?.kode === kode ? periode : null
}

/** The period after one; null after the last. */
export const periodeSesudah = (rezim: readonly Rezim[], p: Periode): Periode | null =>
  periodeDi(rezim, p.program, p.selesai)

/** The period before one; null before the first. */
export function periodeSebelum(rezim: readonly Rezim[], p: Periode): Periode | null {
  const lalu = periodeDi(rezim, p.program, awalBulan(bulanKe(p.mulai) - 1))
  return lalu && lalu.mulai < p.mulai ? lalu : null
}

/** The periods that begin in a year, in order. */
export function periodeTahun(
  rezim: readonly Rezim[],
  program: string,
  tahun: number,
): readonly Periode[] {
  const semua: Periode[] = []
  const sampai = `${tahun + 1}-01-01`
  let p = periodeDi(rezim, program, `${tahun}-01-01`)
  while (p && p.mulai < sampai) {
    if (p.mulai >= `${tahun}-01-01`) semua.push(p)
    p = periodeSesudah(rezim, p)
  }
  return semua
}
