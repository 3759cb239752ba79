/**
 * Records which statements the server sends for a request, so that the bare peer sends the very same:
 * texts as they are, parameters that belong to the request as names.
 */
import pg from 'pg'

/** What a request is about, by name; the same names stand in the recorded parameters. */
export type Isian = Readonly<Record<string, string | number>>

export type Parameter = { readonly nama: string } | { readonly nilai: unknown }

export type Rekaman = {
  readonly text: string
  readonly parameters: readonly Parameter[]
}

/** The recorded statements of each kind of request, in their order; BEGIN and COMMIT are left out. */
export type Naskah = Readonly<Record<string, readonly Rekaman[]>>

type Sent = { readonly text: string; readonly values: readonly unknown[] }

const roles = new Set(['siks_app', 'siks_masuk'])
const frame = /^(begin|commit|rollback)\b/i
const logRow = /^insert into jejak\b/i

/** Runs `work` and answers all statements that the application's roles sent meanwhile. */
async function listening(work: () => Promise<void>, heard: Sent[]): Promise<readonly Sent[]> {
  heard.length = 0
  await work()
  return [...heard]
}

/**
 * Hears all statements of connections opened from now on.
 * @returns the list that fills, and a way to stop
 */
function tap(): { heard: Sent[]; stop: () => void } {
  const heard: Sent[] = []
  const plain = pg.Client.prototype.query
  const query = function (this: pg.Client, ...args: unknown[]): unknown {
    const [first, second] = args
    const sent =
      typeof first === 'string'
        ? { text: first, values: Array.isArray(second) ? second : [] }
        : (first as Sent)
    const role = Reflect.get(this, 'connectionParameters')?.application_name
    if (roles.has(role)) heard.push({ text: sent.text, values: sent.values ?? [] })
    return Reflect.apply(plain, this, args)
  }
  Object.assign(pg.Client.prototype, { query })
  return { heard, stop: () => Object.assign(pg.Client.prototype, { query: plain }) }
}

const named = (isian: Isian) => {
  const one = (value: unknown): Parameter => {
    const found = Object.entries(isian).find(([, v]) => v === value)
    return found ? { nama: found[0] } : { nilai: value }
  }
  return ({ text, values }: Sent): Rekaman => ({ text, parameters: values.map(one) })
}

/**
 * Records every kind of request once.
 * @param serve starts the server and gives a function that sends one request of a kind
 */
export async function rekam(
  kinds: readonly string[],
  isian: Isian,
  serve: () => Promise<{ send: (kind: string) => Promise<void>; stop: () => Promise<void> }>,
): Promise<Naskah> {
  const { heard, stop } = tap()
  try {
    const server = await serve()
    const script: Record<string, readonly Rekaman[]> = {}
    for (const kind of kinds) {
      const sent = await listening(() => server.send(kind), heard)
      script[kind] = sent
        .filter(({ text }) => !frame.test(text) && !logRow.test(text))
        .map(named(isian))
    }
    await server.stop()
    return script
  } finally {
    stop()
  }
}
