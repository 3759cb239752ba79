/** Connection pools, one per database role, all from one address. */
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { prepareStatements } from './prepared.ts'
import type { DB } from './tables.gen.ts'

/** `migrator` is the login itself; the others are bound by row-level security and their grants. */
export type Pools = {
  readonly migrator: pg.Pool
  readonly app: pg.Pool
  readonly job: pg.Pool
  readonly masuk: pg.Pool
  close(): Promise<void>
}

const ROLES = { app: 'siks_app', job: 'siks_job', masuk: 'siks_masuk' } as const

/** Open the pools. Connections are made when first needed, so this cannot fail. */
export function openPools(url: string, options: { max?: number } = {}): Pools {
  const max = options.max ?? 10
  const migrator = poolOf(url, { max: 4 })
  const app = prepareStatements(poolOf(url, { role: ROLES.app, max, pipeline: true }))
  const job = poolOf(url, { role: ROLES.job, max })
  const masuk = prepareStatements(poolOf(url, { role: ROLES.masuk, max }))
  const all = [migrator, app, job, masuk]
  return {
    migrator,
    app,
    job,
    masuk,
    close: async () => {
      await Promise.all(all.map((pool) => pool.end()))
    },
  }
}

/** One pool. The role is a start-up option: RESET ROLE returns to it, never to the login. */
export function poolOf(
  url: string,
  options: { role?: string; max?: number; pipeline?: boolean } = {},
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    pipeline: options.pipeline ?? false,
    application_name: options.role ?? 'siks',
    types: { getTypeParser },
    ...(options.role === undefined ? {} : { options: `-c role=${options.role}` }),
  })
  // An idle connection may die (the server restarts); the next query opens a new one.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Kysely over a pool, typed by the tables as migrated. Destroying it ends the pool. */
export const kyselyOf = (pool: pg.Pool): Kysely<DB> =>
  new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })

/** An int8 that JavaScript holds exactly; region codes and rupiah do, anything else is a bug. */
function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 di luar jangkauan aman: ${text}`)
  return value
}

const asIs = (text: string) => text
const { INT8, DATE, NUMERIC } = pg.types.builtins
const ARRAY = { TEXT: 1009, INT8: 1016, DATE: 1182, NUMERIC: 1231 }

const readTexts: (text: string) => (string | null)[] = pg.types.getTypeParser(ARRAY.TEXT)

/** An array is read as texts first, then element by element like single values. */
const arrayOf =
  <T>(parse: (text: string) => T) =>
  (text: string): (T | null)[] =>
    readTexts(text).map((element) => (element === null ? null : parse(element)))

const parsers = new Map<number, (text: string) => unknown>([
  [INT8, safeInteger],
  [DATE, asIs],
  [NUMERIC, Number],
  [ARRAY.INT8, arrayOf(safeInteger)],
  [ARRAY.DATE, arrayOf(asIs)],
  [ARRAY.NUMERIC, arrayOf(Number)],
])

/** int8 and numeric as numbers, dates as 'YYYY-MM-DD'; all else as pg has it (timestamptz as Date). */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  const own = format === 'binary' ? undefined : parsers.get(oid)
  return own ?? pg.types.getTypeParser(oid, format)
}
