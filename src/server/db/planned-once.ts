/**
 * Small look-ups by index keep the plan that was made once, for any values. PostgreSQL would otherwise plan them anew
 * for each value under row-level security: 7 ms to plan what runs in 2.
 *
 * Such a plan knows no values, and takes any range for a small part of a table: a range that is not to be looked up by
 * (the area, in `inArea`) must not look like one, or the planner walks through it instead of the index that was meant.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { DB } from './tables.gen.ts'

/** Runs statements that `work` sends at once, on a connection that pipelines in one round trip. */
export async function planOnce<T>(tx: Kysely<DB>, work: () => Promise<T>): Promise<T> {
  const [, value] = await Promise.all([
    sql.raw('set local plan_cache_mode = force_generic_plan').execute(tx),
    work(),
    sql.raw('set local plan_cache_mode = default').execute(tx),
  ])
  return value
}

/** The same condition, but no index is looked up by it. */
export const tested = (condition: RawBuilder<boolean>): RawBuilder<boolean> =>
  sql`(${condition}) is true`
