/** Statements are prepared once per connection: planning costs more than most of our look-ups. */
import { createHash } from 'node:crypto'
import type pg from 'pg'

/** More different statements than the application has; beyond it they run unprepared. */
const most = 500

type Query = (text: unknown, values?: unknown, ...rest: unknown[]) => unknown

/**
 * Gives every parametrised statement of a pool a name made from its text, so that PostgreSQL keeps
 * its plan. Statements without parameters (BEGIN, SET LOCAL) stay as they are.
 */
export function prepareStatements(pool: pg.Pool): pg.Pool {
  const names = new Map<string, string>()
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text)
    if (known !== undefined || names.size >= most) return known
    const name = createHash('md5').update(text).digest('hex')
    names.set(text, name)
    return name
  }
  pool.on('connect', (client) => {
    const plain = client.query.bind(client) as Query
    const named: Query = (text, values, ...rest) => {
      if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) {
        return plain(text, values, ...rest)
      }
      const name = nameOf(text)
      return name === undefined
        ? plain(text, values, ...rest)
        : plain({ name, text, values }, ...rest)
    }
    Object.assign(client, { query: named })
  })
  return pool
}
