/** Shifts of deadlines: the version in force, writing the next, and two people at one deadline. */
import { type Kysely, sql } from 'kysely'
import { type Problem, versiBerubah } from '#contract/problems.ts'
import type { LangkahKalender } from '#domain/kalender/kebijakan.ts'
import { type Instan, tenggatDi } from '#domain/kalender/waktu.ts'
import type { Zona } from '#domain/kalender/zona.ts'
import type { Label } from '#domain/label.ts'
import { type Cakupan, cakupanOf, type Wilayah } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { pengubahOf } from '#server/versi/pengubah.ts'
import type { GeserTercatat } from './tenggat.ts'

export type GeserBaru = {
  readonly wilayah: Wilayah
  readonly program: string
  readonly periode: string
  readonly langkah: LangkahKalender
  readonly tenggat: Instan
  /** What policy says now. */
  readonly asal: Instan
  readonly alasan: string | null
  readonly versi: number
  readonly penggunaId: string
  readonly peran: string
  readonly pada: Date
}

/** Waits for a twin that shifts in the same kab/kota, so that the order of the steps is kept. */
export const holdCalendar = (tx: Kysely<DB>, wilayah: Wilayah) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`kalender:${Math.floor(wilayah / 1e6)}`}, 0))`.execute(
    tx,
  )

/** Writes a shift as the next version of its area, calendar, period and step. */
export async function insertShift(
  tx: Kysely<DB>,
  g: GeserBaru,
): Promise<{ id: string; versi: number }> {
  const { lo, hi } = cakupanOf(g.wilayah)
  const made = await sql<{ id: string; versi: number }>`
    insert into kalender_geser (wilayah, lo, hi, program, periode, langkah, tenggat, asal, alasan, versi, pengguna_id, peran, dibuat_pada)
    values (${g.wilayah}, ${lo}, ${hi}, ${g.program}, ${g.periode}, ${g.langkah}, ${new Date(g.tenggat)}, ${new Date(g.asal)},
      ${g.alasan}, ${g.versi}, ${g.penggunaId}, ${g.peran}, ${g.pada}) returning id, versi`.execute(
    tx,
  )
  const [row] = made.rows
  if (!row) throw new Error('The shift was not written')
  return row
}

/** "2026-08-17 24:00 WIB". */
export const bacaTenggat = (instan: Instan, zona: Zona): string => {
  const { hari, jam } = tenggatDi(instan, zona.menit)
  return `${hari} ${jam} ${zona.kode}`
}

/** The deadline was shifted by somebody else meanwhile: both instants and reasons. */
export async function shiftConflict(
  tx: Kysely<DB>,
  pembaca: Cakupan,
  dikirim: { readonly tenggat: Instan; readonly alasan: string | null },
  kini: GeserTercatat | null,
  { judul, zona }: { readonly judul: Label; readonly zona: Zona },
): Promise<Problem> {
  const nobody = { pengguna_id: null, peran: null, pada: null }
  return versiBerubah({
    id: kini?.id ?? '',
    judul,
    versi: kini?.versi ?? 0,
    oleh: await pengubahOf(tx, pembaca, kini ?? nobody),
    bidang: [
      {
        kolom: 'tenggat',
        label: { id: 'Tenggat', en: 'Deadline' },
        dikirim: bacaTenggat(dikirim.tenggat, zona),
        kini: kini && bacaTenggat(kini.tenggat, zona),
      },
      {
        kolom: 'alasan',
        label: { id: 'Alasan', en: 'Reason' },
        dikirim: dikirim.alasan,
        kini: kini?.alasan ?? null,
      },
    ],
  })
}
