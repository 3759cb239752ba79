/** The lines of a COPY, as bytes, one by one. */
import type pg from 'pg'
import { to } from 'pg-copy-streams'

const LINE_END = 10

/** Streams the rows of a query in the text format of COPY; only literals may stand in the query. */
export async function* barisCopy(client: pg.ClientBase, query: string): AsyncGenerator<Buffer> {
  let rest: Buffer | null = null
  for await (const chunk of client.query(to(`copy (${query}) to stdout`))) {
    const bytes: Buffer = rest ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer)
    let from = 0
    for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, from)) {
      yield bytes.subarray(from, end)
      from = end + 1
    }
    rest = from < bytes.length ? bytes.subarray(from) : null
  }
}
