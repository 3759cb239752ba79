/** A fresh, migrated database for a test file. */
import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { openPools, type Pools } from '#server/db/pools.ts'
import { copyDatabase, databaseOn, dropDatabase, makeTemplate } from './database-server.ts'

/** Pools as the application has them; `admin` is the login (owner, not bound by row-level security). */
export type TestDatabase = {
  readonly url: string
  readonly name: string
  readonly admin: Pools['migrator']
  readonly app: Pools['app']
  readonly job: Pools['job']
  readonly masuk: Pools['masuk']
  close(): Promise<void>
}

/** Copy the migrated template (`empty: true` gives a database without anything). Close it in afterAll. */
export async function testDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const server = inject('server')
  const name = `uji_${process.pid}_${randomBytes(6).toString('hex')}`
  if (options.empty) await makeTemplate(server, name)
  else await copyDatabase(server, inject('template'), name)
  const url = databaseOn(server, name)
  const { migrator, app, job, masuk, close } = openPools(url, { max: 6 })
  return {
    url,
    name,
    admin: migrator,
    app,
    job,
    masuk,
    close: async () => {
      await close()
      await dropDatabase(server, name)
    },
  }
}
