/** One transaction bound to one area: the statement that opens it also sets the scope of the policies. */
import { type Kysely, sql } from 'kysely'
import type { Cakupan } from '#domain/wilayah/kode.ts'

const code = (n: number): string => {
  if (!Number.isSafeInteger(n) || n < 0) throw new Error('A region code must be a whole number')
  return String(n)
}

/** The statements that set the area, all literals checked; for `BEGIN; …` in one round trip. */
export function scopeStatements(c: Cakupan): string {
  const rt = c.rt ? c.rt.map(code).join(',') : ''
  return `SET LOCAL app.lo = '${code(c.lo)}'; SET LOCAL app.hi = '${code(c.hi)}'; SET LOCAL app.rt = '${rt}'`
}

/**
 * Runs `work` in one transaction with the area set. A returned value commits, unless `keep` says
 * no; an exception rolls back.
 */
export function inScope<DB, T>(
  db: Kysely<DB>,
  cakupan: Cakupan,
  work: (tx: Kysely<DB>) => Promise<T>,
  keep: (value: T) => boolean = () => true,
): Promise<T> {
  return db.connection().execute(async (tx) => {
    await sql.raw(`BEGIN; ${scopeStatements(cakupan)}`).execute(tx)
    try {
      const value = await work(tx)
      await sql.raw(keep(value) ? 'COMMIT' : 'ROLLBACK').execute(tx)
      return value
    } catch (error) {
      await sql.raw('ROLLBACK').execute(tx)
      throw error
    }
  })
}
