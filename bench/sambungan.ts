/**
 * One kept HTTP/1.1 connection for load tests, as light as may be: client and server share the
 * cores, and what the client burns would be counted against the server.
 */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export type Answer = { readonly status: number; readonly body: string }

const end = Buffer.from('\r\n\r\n')

export class Sambungan {
  readonly #socket: Socket
  readonly #host: string
  readonly #headers: string
  #waiting: ((answer: Answer) => void) | null = null
  #failed: ((error: Error) => void) | null = null
  #received: Buffer = Buffer.alloc(0)

  private constructor(socket: Socket, host: string, headers: string) {
    this.#socket = socket
    this.#host = host
    this.#headers = headers
    socket.setNoDelay(true)
    socket.on('data', (piece: Buffer) => this.#take(piece))
    socket.on('error', (error) => this.#failed?.(error))
    socket.on('close', () => this.#failed?.(new Error('the server closed the connection')))
  }

  /** Connects to `http://host:port`; `headers` go with every request. */
  static async open(
    address: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<Sambungan> {
    const { hostname, port, host } = new URL(address)
    const socket = connect({ host: hostname, port: Number(port) })
    await once(socket, 'connect')
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    return new Sambungan(socket, host, lines.join(''))
  }

  get(path: string): Promise<Answer> {
    return this.#send(`GET ${path} HTTP/1.1\r\nhost: ${this.#host}\r\n${this.#headers}\r\n`)
  }

  post(path: string, body: object, headers = ''): Promise<Answer> {
    const text = JSON.stringify(body)
    return this.#send(
      `POST ${path} HTTP/1.1\r\nhost: ${this.#host}\r\n${this.#headers}${headers}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
    )
  }

  close(): void {
    this.#failed = null
    this.#socket.destroy()
  }

  #send(request: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting = resolve
      this.#failed = reject
      this.#socket.write(request)
    })
  }

  /** Answers once the whole body, whose length the server states, is there. */
  #take(piece: Buffer): void {
    this.#received = this.#received.length === 0 ? piece : Buffer.concat([this.#received, piece])
    const head = this.#received.indexOf(end)
    if (head < 0) return
    const header = this.#received.toString('latin1', 0, head)
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(header)?.[1] ?? 0)
    const from = head + end.length
    if (this.#received.length < from + length) return
    const answer = {
      status: Number(header.slice(9, 12)),
      body: this.#received.toString('utf8', from, from + length),
    }
    this.#received = this.#received.subarray(from + length)
    this.#waiting?.(answer)
  }
}
