/**
 * How PostgreSQL plans a statement over a whole area. Right after an import its counts of rows are
 * unknown, and it would then join family by family (7 s instead of 0.1 s for 9,232 families); such
 * statements always join by hashing.
 */
import { type Kysely, sql } from 'kysely'
import type { DB } from '#server/db/tables.gen.ts'

/** Runs whole-area statements; an exception leaves the settings, for it ends the transaction. */
export async function wholeArea<T>(tx: Kysely<DB>, work: () => Promise<T>): Promise<T> {
  await sql
    .raw(
      `set local enable_nestloop = off; set local enable_mergejoin = off; set local jit = off; set local work_mem = '64MB'`,
    )
    .execute(tx)
  const result = await work()
  await sql
    .raw(
      'set local enable_nestloop = default; set local enable_mergejoin = default; set local jit = default; set local work_mem = default',
    )
    .execute(tx)
  return result
}
