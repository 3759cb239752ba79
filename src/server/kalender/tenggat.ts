/**
 * The deadlines of the office app: policy and the shifts of regions, in one value.
 *
 * For one region, into which period something done now falls and until when:
 *   const jatuh = await deadlineFor(ctx.tx, { langkah: 'finalisasi', wilayah: desa }, ctx.now)
 *   jatuh?.periode.kode          '2026-08', to be kept with the batch
 *   jatuh?.tenggat.instan        milliseconds since 1970 UTC: the first instant that is too late
 * It is null where no later period has such a step (the province after 2020).
 *
 * For many regions at once, one query and then pure functions of #domain/kalender/tenggat.ts:
 *   const kalender = await readCalendar(ctx.tx, ctx.cakupan)
 *   for (const desa of semua) periodeUntuk(kalender, { program: umum, langkah, wilayah: desa }, +ctx.now)
 *
 * `program` is `umum`, or a programme; one without a calendar of its own follows the general one.
 * Exactly at the deadline is late.
 */
import { type Kysely, sql } from 'kysely'
import { type LangkahKalender, umum } from '#domain/kalender/kebijakan.ts'
import { type Geser, type Jatuh, type Kalender, periodeUntuk } from '#domain/kalender/tenggat.ts'
import { type Cakupan, cakupanOf, type Wilayah } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { kalenderKebijakan } from './kebijakan.ts'

/** A shift with who made it. */
export type GeserTercatat = Geser & {
  readonly id: string
  readonly pengguna_id: string
  readonly peran: string
  readonly pada: Date
}

type Baris = Omit<GeserTercatat, 'tenggat'> & { readonly tenggat: Date }

/** The shifts in force that touch an area: the newest of each area, calendar, period and step. */
export async function readShifts(
  tx: Kysely<DB>,
  { lo, hi }: Pick<Cakupan, 'lo' | 'hi'>,
): Promise<readonly GeserTercatat[]> {
  const found = await sql<Baris>`
    select distinct on (wilayah, program, periode, langkah)
      id, wilayah, program, periode, langkah, tenggat, alasan, versi, pengguna_id, peran, dibuat_pada as pada
    from kalender_geser where lo < ${hi} and hi > ${lo}
    order by wilayah, program, periode, langkah, versi desc`.execute(tx)
  return found.rows.map((row) => ({ ...row, tenggat: row.tenggat.getTime() }))
}

/** The calendar of an area, shifts included. The transaction's own area bounds what is seen. */
export async function readCalendar(
  tx: Kysely<DB>,
  area: Pick<Cakupan, 'lo' | 'hi'>,
): Promise<Kalender> {
  return { ...kalenderKebijakan(), geser: await readShifts(tx, area) }
}

/** The period into which a step done at `pada` falls in a region, with its deadline; see the head of this file. */
export async function deadlineFor(
  tx: Kysely<DB>,
  untuk: {
    readonly langkah: LangkahKalender
    readonly wilayah: Wilayah
    readonly program?: string
  },
  pada: Date,
): Promise<Jatuh | null> {
  const kalender = await readCalendar(tx, cakupanOf(untuk.wilayah))
  return periodeUntuk(kalender, { program: umum, ...untuk }, pada.getTime())
}
