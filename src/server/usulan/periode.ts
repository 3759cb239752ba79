/** Into which period a step falls, village by village; what was said before finalising is what is written. */
import { umum } from '#domain/kalender/kebijakan.ts'
import { type Jatuh, type Kalender, periodeUntuk, terlewat } from '#domain/kalender/tenggat.ts'
import type { Langkah } from '#domain/usulan/alur.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import { readCalendar } from '#server/kalender/tenggat.ts'
import type { Kerja } from './kerja.ts'

type Maju = {
  readonly row: { readonly wilayah: number; readonly periode: string | null }
  readonly langkah: Langkah
}

const nasional: Pick<Cakupan, 'lo' | 'hi'> = { lo: 0, hi: 1e10 }

const jatuhOf = (k: Kalender, m: Maju, now: Date): Jatuh | null =>
  m.langkah.tenggat
    ? periodeUntuk(
        k,
        { program: umum, langkah: m.langkah.tenggat, wilayah: m.row.wilayah },
        now.getTime(),
      )
    : null

/** Whether any of these steps stands under a deadline. */
const bertenggat = (maju: readonly Maju[]): boolean => maju.some((m) => m.langkah.tenggat)

/**
 * The period of each proposal after its step, in their order: the later of the one it had and the
 * one into which the step falls; a step without a deadline leaves it.
 */
export async function periodeSesudah(
  ctx: Kerja,
  maju: readonly Maju[],
): Promise<readonly (string | null)[]> {
  if (!bertenggat(maju)) return maju.map((m) => m.row.periode)
  const kalender = await readCalendar(ctx.tx, nasional)
  // A batch may hold proposals of several tracks: only some of them stand under a deadline.
  const perDesa = new Map<string, string | null>()
  return maju.map((m) => {
    const kunci = `${m.langkah.tenggat ?? ''} ${m.row.wilayah}`
    if (!perDesa.has(kunci)) perDesa.set(kunci, jatuhOf(kalender, m, ctx.now)?.periode.kode ?? null)
    const jatuh = perDesa.get(kunci) ?? null
    return jatuh === null || (m.row.periode !== null && m.row.periode > jatuh)
      ? m.row.periode
      : jatuh
  })
}

export type PeriodeRingkas = {
  readonly kode: string
  readonly tenggat: string
  /** The deadline of the period that still runs has passed: this goes into the next one. */
  readonly terlewat: boolean
  readonly jumlah: number
}

/** How many of the proposals fall into which period, for the preview; empty where the step has no deadline. */
export async function ringkasPeriode(
  ctx: Kerja,
  maju: readonly Maju[],
): Promise<readonly PeriodeRingkas[]> {
  if (!bertenggat(maju)) return []
  const kalender = await readCalendar(ctx.tx, nasional)
  const found = new Map<string, PeriodeRingkas>()
  for (const m of maju) {
    const jatuh = jatuhOf(kalender, m, ctx.now)
    if (!jatuh || !m.langkah.tenggat) continue
    const { kode } = jatuh.periode
    const sasaran = { program: umum, langkah: m.langkah.tenggat, wilayah: m.row.wilayah }
    const before = found.get(kode)
    found.set(kode, {
      kode,
      tenggat: new Date(jatuh.tenggat.instan).toISOString(),
      terlewat:
        (before?.terlewat ?? false) || terlewat(kalender, sasaran, ctx.now.getTime()) !== null,
      jumlah: (before?.jumlah ?? 0) + 1,
    })
  }
  return [...found.values()].sort((a, b) => (a.kode < b.kode ? -1 : 1))
}
