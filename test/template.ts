/** Databases that test files copy: each is made once in a run, by the file that first needs it. */
import pg from 'pg'
import { inject } from 'vitest'
import { openPools } from '#server/db/pools.ts'
import { loadRegions } from '#server/wilayah/muat.ts'
import { copyDatabase, dropDatabase, exists, renameDatabase } from './database-server.ts'

/**
 * The name of a database that was copied from `from` and then filled. Other files that ask for it
 * meanwhile wait, and find it done. `fill` leaves nobody connected, or it could not be copied.
 */
export async function templateWith(
  what: string,
  from: string,
  fill: (url: string) => Promise<void>,
): Promise<string> {
  const server = inject('server')
  const name = `${inject('template')}_${what}`
  const holder = new pg.Client({ connectionString: server })
  holder.on('error', () => {})
  await holder.connect()
  try {
    await holder.query('select pg_advisory_lock(hashtextextended($1, 0))', [name])
    if (await exists(holder, name)) return name
    const half = `${name}_setengah`
    await dropDatabase(server, half)
    await fill(await copyDatabase(server, from, half))
    await renameDatabase(server, half, name)
    return name
  } finally {
    await holder.end()
  }
}

/** The migrated database with all regions of the country. */
export const regionsTemplate = (): Promise<string> =>
  templateWith('wilayah', inject('template'), async (url) => {
    const pools = openPools(url)
    try {
      await loadRegions(pools.migrator)
    } finally {
      await pools.close()
    }
  })
