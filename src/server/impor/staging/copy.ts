/** Writes lines of COPY text to a table, in large pieces, as fast as the server takes them. */
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

const PIECE = 256 * 1024
const special = /[\\\t\n\r\0]/
const each = /[\\\t\n\r\0]/g
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '',
}

/** A text as COPY wants it; NUL cannot be stored and is dropped. */
export const copyText = (text: string): string =>
  special.test(text) ? text.replace(each, (sign) => escapes[sign] ?? '') : text

/** A value as COPY wants it. */
export function copyValue(value: string | number | null): string {
  if (value === null) return '\\N'
  return typeof value === 'number' ? String(value) : copyText(value)
}

export class CopyWriter {
  private readonly client: PoolClient
  private readonly stream: ReturnType<typeof copyFrom>
  private piece = ''
  private failure: Error | null = null

  constructor(client: PoolClient, table: string) {
    this.client = client
    this.stream = client.query(copyFrom(`copy ${table} from stdin`))
    this.stream.on('error', (error) => {
      this.failure = error
    })
  }

  /** Adds one line (with its newline); true when `drain` must be awaited before more is added. */
  line(text: string): boolean {
    this.piece += text
    return this.piece.length >= PIECE
  }

  /** Hands the piece on and waits while the server is behind. */
  async drain(): Promise<void> {
    if (this.failure) throw this.failure
    if (this.piece === '') return
    const more = this.stream.write(this.piece)
    this.piece = ''
    if (!more) await once(this.stream, 'drain')
  }

  async end(): Promise<void> {
    await this.drain()
    this.stream.end()
    await finished(this.stream)
    this.client.release()
  }

  /** Ends the COPY without its rows and gives the connection up. */
  abort(): void {
    this.stream.destroy()
    this.client.release(true)
  }
}
