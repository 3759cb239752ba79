/** The proposals that a command means, held until the end of the transaction. */
import { sql } from 'kysely'
import type { z } from 'zod'
import { type Problem, problem } from '#contract/problems.ts'
import type { pilihanUsulan } from '#contract/usulan.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { narrowed } from '#domain/wilayah/cakupan.ts'
import type { Context } from '#server/http/context.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import {
  type BarisBermeterai,
  type BarisUsulan,
  dariUsulan,
  denganMeterai,
  kolomUsulan,
  milikPembaca,
} from './baris.ts'

export type PilihanUsulan = z.output<typeof pilihanUsulan>

/** A row with the version that the sender saw; null where all of a state were meant. */
export type Terpilih = BarisBermeterai & { readonly dilihat: number | null }

const terpilih = (
  rows: readonly BarisBermeterai[],
  dilihat?: ReadonlyMap<string, number>,
): readonly Terpilih[] => rows.map((row) => ({ ...row, dilihat: dilihat?.get(row.id) ?? null }))

/**
 * Loads what was chosen, in the order of the numbers; `kunci` holds the rows against others.
 * Refuses a choice of which something is not in the area, or whose number is no longer as previewed.
 */
export async function muatPilihan(
  ctx: Context,
  pilihan: PilihanUsulan,
  kunci: boolean,
): Promise<Result<readonly Terpilih[], Problem>> {
  const hold = kunci ? sql`for update of u` : sql``
  if ('usulan' in pilihan) {
    const dilihat = new Map(pilihan.usulan.map((u) => [u.id, u.versi]))
    const found = await sql<BarisUsulan>`select ${kolomUsulan} from ${dariUsulan}
      where (u.kab, u.id) in (select * from unnest(${pilihan.usulan.map((u) => u.kab)}::smallint[], ${[...pilihan.usulan.map((u) => u.id)]}::uuid[]))
        and ${milikPembaca(ctx)} order by u.id ${hold}`.execute(ctx.tx)
    return found.rows.length === dilihat.size
      ? ok(terpilih(await denganMeterai(ctx, found.rows), dilihat))
      : err(problem('tidak.ada'))
  }
  const { jalur, status, wilayah, periode, jumlah } = pilihan.semua
  const found = await sql<BarisUsulan>`select ${kolomUsulan} from ${dariUsulan}
    where u.status = ${status} and u.jalur = ${jalur} and (u.status <> 'draf' or u.pengusul_id = ${ctx.pengguna.id}) and ${milikPembaca(ctx)} and ${inArea(narrowed(ctx.cakupan, wilayah), 'u')}
      and (${periode ?? null}::text is null or u.periode = ${periode ?? null}) order by u.id limit ${jumlah + 1} ${hold}`.execute(
    ctx.tx,
  )
  return found.rows.length === jumlah
    ? ok(terpilih(await denganMeterai(ctx, found.rows)))
    : err(problem('usulan.jumlah_berubah'))
}
