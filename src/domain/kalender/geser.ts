/** Whether a region may set its own instant for a step: earlier freely, later with a reason. Pure. */
import type { Wilayah } from '#domain/wilayah/kode.ts'
import type { LangkahKalender } from './kebijakan.ts'
import { type Periode, periodeSebelum, periodeSesudah } from './periode.ts'
import { type Kalender, tenggatLangkah, tenggatPeriode } from './tenggat.ts'
import type { Instan } from './waktu.ts'

/** Why a shift cannot stand. */
export type HalanganGeser =
  /** The regime has no such step, or it is not for regions to shift. */
  | 'tidak_digeser'
  /** The deadline as it is has passed: what was on time must not become late, nor the reverse. */
  | 'sudah_lewat'
  /** The new instant is not in the future. */
  | 'lampau'
  /** It is the instant that holds already. */
  | 'sama'
  /** It would lie before the step ahead of it, or after the one behind it. */
  | 'urutan'
  /** It would reach the deadline of a neighbouring period. */
  | 'periode_lain'
  /** Later than policy, without a reason. */
  | 'perlu_alasan'

export type UsulGeser = {
  readonly langkah: LangkahKalender
  readonly wilayah: Wilayah
  readonly tenggat: Instan
  readonly alasan: string | null
  /** Role that asks. */
  readonly peran: string
}

/**
 * The first thing in the way of a shift, or null when it may stand.
 * @param pada the server's instant now
 */
export function periksaGeser(
  k: Kalender,
  p: Periode,
  usul: UsulGeser,
  pada: Instan,
): HalanganGeser | null {
  const semua = tenggatPeriode(k, p, usul.wilayah)
  const i = semua.findIndex((t) => t.aturan.kode === usul.langkah)
  const kini = semua[i]
  if (!kini?.aturan.digeser.includes(usul.peran)) return 'tidak_digeser'
  if (kini.instan <= pada) return 'sudah_lewat'
  if (usul.tenggat <= pada) return 'lampau'
  if (usul.tenggat === kini.instan) return 'sama'
  const depan = semua[i - 1]
  const belakang = semua[i + 1]
  if ((depan && usul.tenggat < depan.instan) || (belakang && usul.tenggat > belakang.instan))
    return 'urutan'
  const di = (lain: Periode | null): Instan | null =>
    (lain && tenggatLangkah(k, lain, usul.langkah, usul.wilayah)?.instan) ?? null
  const lalu = di(periodeSebelum(k.rezim, p))
  const berikut = di(periodeSesudah(k.rezim, p))
  if ((lalu !== null && usul.tenggat <= lalu) || (berikut !== null && usul.tenggat >= berikut))
    return 'periode_lain'
  if (usul.tenggat > kini.asal && !usul.alasan) return 'perlu_alasan'
  return null
}
