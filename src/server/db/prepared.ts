/** Statements are prepared once per connection: planning costs more than most of our look-ups. */
import { createHash } from 'node:crypto'
import pg from 'pg'

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
    const send = client.query.bind(client) as Query
    const plain: Query = (...query) => {
      gather(client)
      return send(...query)
    }
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

/** Statements sent in one turn leave in one packet: a system call costs more than most look-ups. */
function gather(client: pg.ClientBase): void {
  if (!(client instanceof pg.Client)) return
  const { stream } = client.connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}
