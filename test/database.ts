/** A fresh, migrated database for a test file. */
import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { openPools, type Pools } from '#server/db/pools.ts'
import { copyDatabase, databaseOn, dropDatabase, makeTemplate } from './database-server.ts'
import { regionsTemplate } from './template.ts'

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

/**
 * Copy the migrated template. Close it in afterAll.
 * `regions` gives one with the regions of the country, `empty` one without anything, `template` a
 * copy of that database.
 */
export async function testDatabase(
  options: { empty?: boolean; regions?: boolean; template?: string } = {},
): Promise<TestDatabase> {
  const server = inject('server')
  const name = `uji_${process.pid}_${randomBytes(6).toString('hex')}`
  if (options.empty) await makeTemplate(server, name)
  else await copyDatabase(server, await templateOf(options), name)
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

async function templateOf(options: { regions?: boolean; template?: string }): Promise<string> {
  if (options.template) return options.template
  return options.regions ? await regionsTemplate() : inject('template')
}
