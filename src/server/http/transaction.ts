/** One transaction bound to one area: the statement that opens it also sets the scope of the policies. */
import { type Kysely, sql } from 'kysely'
import type pg from 'pg'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import { kyselyOn } from '#server/db/client-kysely.ts'
import type { DB } from '#server/db/tables.gen.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

const code = (n: number): string => {
  if (!Number.isSafeInteger(n) || n < 0) throw new Error('A region code must be a whole number')
  return String(n)
}

const id = (text: string): string => {
  if (!uuid.test(text)) throw new Error('A record is named by a UUID')
  return text.toLowerCase()
}

/** `*` is all; a list names what may be seen, and an empty list names nothing. */
const setting = <T>(list: readonly T[] | undefined, written: (one: T) => string): string =>
  list ? list.map(written).join(',') : '*'

/**
 * The statements that set the area, all literals checked; for `BEGIN; …` in one round trip. The
 * policies (0012-cakupan.sql) give no rows where one of them is missing.
 */
export function scopeStatements(c: Cakupan): string {
  const families = c.keluarga ? `; SET LOCAL app.ruta = '${setting(c.ruta ?? [], id)}'` : ''
  return (
    `SET LOCAL app.lo = '${code(c.lo)}'; SET LOCAL app.hi = '${code(c.hi)}'; ` +
    `SET LOCAL app.rt = '${setting(c.rt, code)}'; SET LOCAL app.keluarga = '${setting(c.keluarga, id)}'${families}`
  )
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

export type Langkah =
  | 'sebelum_mulai'
  | 'setelah_klaim'
  | 'setelah_kerja'
  | 'setelah_jejak'
  | 'sebelum_komit'
  | 'saat_komit'
  | 'setelah_komit'

/**
 * Hears of each step of a write, with what was sent in it. Only the test that kills the server at a
 * step hands one in.
 */
export type PadaLangkah = (langkah: Langkah, sent?: Promise<unknown>) => Promise<void>

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
  pada?: PadaLangkah,
): Promise<T> {
  await pada?.('sebelum_mulai')
  const client = await pool.connect()
  let broken = false
  try {
    const begun = client.query(`BEGIN; ${scopeStatements(cakupan)}`)
    // It is awaited below; a failure must not count as unhandled before.
    begun.catch(() => {})
    try {
      const { value, last } = await work(kyselyOn(client))
      await begun
      await (last === null ? client.query('ROLLBACK') : commit(client, last, pada))
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
async function commit(
  client: pg.PoolClient,
  last: readonly Statement[],
  pada?: PadaLangkah,
): Promise<void> {
  const sent: Promise<pg.QueryResult>[] = []
  for (const { text, values } of last) {
    const answer = client.query(text, [...values])
    sent.push(answer)
    if (pada) await pada(sent.length === 1 ? 'setelah_jejak' : 'sebelum_komit', answer)
  }
  const ended = client.query('COMMIT')
  if (pada) await pada('saat_komit')
  const answers = await Promise.allSettled([...sent, ended])
  for (const answer of answers) if (answer.status === 'rejected') throw answer.reason
  if ((await ended).command !== 'COMMIT') throw new Error('The transaction was rolled back')
  await pada?.('setelah_komit')
}
