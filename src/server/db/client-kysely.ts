/** Kysely over one connection that is already held: statements go out as they come, none waits for another's answer. */
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import type { DB } from './tables.gen.ts'

/** The transaction belongs to whoever holds the connection; nothing here begins or ends one. */
const notHere = (): never => {
  throw new Error('The transaction belongs to the holder of the connection')
}

class HeldConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient
  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, rowCount } = await this.#client.query(query.sql, [...query.parameters])
    return { rows: rows as R[], numAffectedRows: BigInt(rowCount ?? 0) }
  }

  streamQuery = notHere
}

class HeldDriver implements Driver {
  readonly #connection: HeldConnection
  constructor(client: pg.PoolClient) {
    this.#connection = new HeldConnection(client)
  }

  init = async () => {}
  acquireConnection = async () => this.#connection
  beginTransaction = notHere
  commitTransaction = notHere
  rollbackTransaction = notHere
  releaseConnection = async () => {}
  destroy = async () => {}
}

const known = new WeakMap<pg.PoolClient, Kysely<DB>>()

/** The Kysely of a connection, made once for it. */
export function kyselyOn(client: pg.PoolClient): Kysely<DB> {
  const before = known.get(client)
  if (before) return before
  const made = new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new HeldDriver(client),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  known.set(client, made)
  return made
}
