/** What every command shares: the database, the answer on the screen or as JSON, and the ways to fail. */
import type { Command } from 'commander'
import { dataFolder } from '#server/db/embedded/places.ts'
import { type Embedded, startEmbedded } from '#server/db/embedded.ts'
import { migrate } from '#server/db/migrate.ts'
import { openPools, type Pools } from '#server/db/pools.ts'
import { type Progress, progressOn } from './progress.ts'

/** The command was understood but cannot be done; the message is for the person at the keyboard. */
export class Refused extends Error {
  override name = 'Refused'
}

/** How a command speaks: text for people, or one JSON value on standard output. */
export type Terminal = {
  readonly json: boolean
  /** The result: `text` for people, `data` under --json. */
  answer(data: object, text: string): void
  /** A remark on the way (standard error, silent under --json). */
  note(text: string): void
  readonly progress: Progress
}

/** The terminal of a command, from its global option --json. */
export function terminalOf(command: Command): Terminal {
  const json = command.optsWithGlobals().json === true
  return {
    json,
    answer: (data, text) => console.log(json ? JSON.stringify(data) : text),
    note: (text) => {
      if (!json) console.error(text)
    },
    progress: progressOn(process.stderr, json),
  }
}

export type OpenDatabase = {
  readonly url: string
  readonly pools: Pools
  readonly dataFolder: string
  /** Present when we use the server that comes along, not DATABASE_URL. */
  readonly embedded?: Embedded
  close(): Promise<void>
}

type OpenOptions = {
  /** Use the server of a running `siks serve` (the default), or refuse when there is one. */
  readonly share?: boolean
  readonly migrate?: boolean
  readonly onApply?: (name: string) => void
}

/** Open the database: DATABASE_URL, or the embedded server, started for this command if it is not up. */
export async function openDatabase(
  command: string,
  options: OpenOptions = {},
): Promise<OpenDatabase> {
  const given = process.env.DATABASE_URL
  const embedded = given
    ? undefined
    : await startEmbedded({ command, share: options.share ?? true })
  const url = given || embedded?.url || ''
  try {
    const onApply = options.onApply
    if (options.migrate ?? true) await migrate(url, onApply ? { onApply } : {})
  } catch (error) {
    await embedded?.stop()
    throw error
  }
  const pools = openPools(url)
  return {
    url,
    pools,
    dataFolder: dataFolder(),
    ...(embedded ? { embedded } : {}),
    close: async () => {
      await pools.close()
      await embedded?.stop()
    },
  }
}

/** Open the database, work, and close it whatever happens. */
export async function withDatabase<T>(
  command: string,
  work: (database: OpenDatabase) => Promise<T>,
  options: OpenOptions = {},
): Promise<T> {
  const database = await openDatabase(command, options)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
