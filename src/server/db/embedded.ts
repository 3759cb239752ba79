/** The database that comes along: a real PostgreSQL under ./data, started and stopped with the application. */
import pg from 'pg'
import {
  answers,
  ensureCluster,
  learnMajor,
  type Place,
  runningServer,
  startCluster,
  stopCluster,
  urlOf,
} from './embedded/cluster.ts'
import { type Holder, holderOf, isHolder, type Lock, takeLock } from './embedded/lock.ts'
import { dataFolder, embeddedBinaries, prepareData } from './embedded/places.ts'

const DATABASE = 'siks'

/** A database ready for connections. */
export type Embedded = {
  readonly url: string
  /** How we came by it: started by us, found running without an owner, or lent by the application that runs. */
  readonly origin: 'started' | 'adopted' | 'lent'
  readonly note?: string
  /** Let other commands know where this application answers. */
  announce(address: string): void
  /** Stop what we started; a lent server is left alone. */
  stop(): Promise<void>
}

/** The folder is in use by another application, which this error names. */
export class FolderInUse extends Error {
  readonly holder: Holder
  constructor(holder: Holder, folder: string) {
    const where = holder.address ? ` di ${holder.address}` : ''
    super(
      `SIKS-NG sudah berjalan pada folder ini${where} ("${holder.command}", proses ${holder.pid}). ` +
        `Hentikan dahulu yang itu, atau pakai folder data lain dengan SIKS_DATA. Folder: ${folder}`,
    )
    this.name = 'FolderInUse'
    this.holder = holder
  }
}

/**
 * Start the embedded server on the data folder.
 * `share: true` (short commands) uses the server of a running application instead of refusing.
 */
export async function startEmbedded(options: {
  command: string
  share?: boolean
  folder?: string
}): Promise<Embedded> {
  const data = prepareData(options.folder ?? dataFolder())
  const place: Place = {
    folder: data.folder,
    owner: data.owner,
    binaries: embeddedBinaries(),
    mode: 'durable',
  }
  await learnMajor(place)
  const lock = takeLock(place.folder, options.command)
  if (isHolder(lock)) {
    if (options.share) return lentBy(place, lock)
    throw new FolderInUse(lock, data.folder)
  }
  try {
    const { port, origin } = await startOrAdopt(place)
    await ensureDatabase(place, port)
    const watch = keepAlive(place, port)
    return {
      url: urlOf(place, port, DATABASE),
      origin,
      ...(data.note === undefined ? {} : { note: data.note }),
      announce: lock.announce,
      stop: () => {
        clearInterval(watch)
        return stopAll(place, port, lock)
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** A server that outlived its killed application is taken over; one that does not let us in is stopped first. */
async function startOrAdopt(
  place: Place,
): Promise<{ port: number; origin: 'started' | 'adopted' }> {
  await ensureCluster(place)
  const orphan = runningServer(place)
  if (orphan && (await answers(urlOf(place, orphan.port, 'postgres'))))
    return { port: orphan.port, origin: 'adopted' }
  if (orphan) await stopCluster(place)
  return { port: await startCluster(place), origin: 'started' }
}

/** Should the server itself be killed (out of memory), start it again at the same address. */
function keepAlive(place: Place, port: number): NodeJS.Timeout {
  let busy = false
  const watch = setInterval(() => {
    if (busy || runningServer(place)) return
    busy = true
    startCluster(place, port)
      .catch((error) => console.error(String(error)))
      .finally(() => {
        busy = false
      })
  }, 2000)
  return watch.unref()
}

async function ensureDatabase(place: Place, port: number): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(place, port, 'postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [
      DATABASE,
    ])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

/** Wait for the running application's server: it may be starting at this very moment. */
async function lentBy(place: Place, holder: Holder): Promise<Embedded> {
  for (let attempt = 0; attempt < 100 && holderOf(place.folder); attempt++) {
    const running = runningServer(place)
    if (running) {
      const url = urlOf(place, running.port, DATABASE)
      if (await answers(url))
        return { url, origin: 'lent', announce: () => {}, stop: async () => {} }
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new FolderInUse(holder, place.folder)
}

/** Others may have borrowed the server (a long import beside): then it stays, for the next start to adopt. */
async function stopAll(place: Place, port: number, lock: Lock): Promise<void> {
  try {
    if (!(await hasGuests(urlOf(place, port, DATABASE)))) await stopCluster(place)
  } finally {
    lock.release()
  }
}

async function hasGuests(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rowCount } = await client.query(
      "select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    )
    return (rowCount ?? 0) > 0
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
