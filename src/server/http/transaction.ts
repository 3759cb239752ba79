/** One transaction bound to one area: the statement that opens it also sets the scope of the policies. */
import { type Kysely, sql } from 'kysely'
import type pg from 'pg'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import { kyselyOn } from '#server/db/client-kysely.ts'
import type { DB } from '#server/db/tables.gen.ts'

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

/** A statement to be sent without reading its answer. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] }

/** What the work of a request leaves: its value, and what is still to be written; null rolls back. */
export type Outcome<T> = { readonly value: T; readonly last: readonly Statement[] | null }

/**
 * The transaction of a request, in as few waits as may be: the work's first statement goes out
 * behind BEGIN, its last ones together with COMMIT, on a connection that pipelines.
 * @returns the value once the commit is confirmed; throws, with everything rolled back, when any
 * statement failed
 */
export async function inRequest<T>(
  pool: pg.Pool,
  cakupan: Cakupan,
  work: (tx: Kysely<DB>) => Promise<Outcome<T>>,
): Promise<T> {
  const client = await pool.connect()
  let broken = false
  try {
    const begun = client.query(`BEGIN; ${scopeStatements(cakupan)}`)
    // It is awaited below; a failure must not count as unhandled before.
    begun.catch(() => {})
    try {
      const { value, last } = await work(kyselyOn(client))
      await begun
      await (last === null ? client.query('ROLLBACK') : commit(client, last))
      return value
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {
        broken = true
      })
      throw error
    }
  } finally {
    client.release(broken)
  }
}

/** Sends the last statements and COMMIT at once; a transaction that failed is answered by ROLLBACK. */
async function commit(client: pg.PoolClient, last: readonly Statement[]): Promise<void> {
  const sent = last.map(({ text, values }) => client.query(text, [...values]))
  const ended = client.query('COMMIT')
  const answers = await Promise.allSettled([...sent, ended])
  for (const answer of answers) if (answer.status === 'rejected') throw answer.reason
  if ((await ended).command !== 'COMMIT') throw new Error('The transaction was rolled back')
}
