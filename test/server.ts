/** A real server on a fresh database, with the people of the tests able to sign in. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type RunningServer, startServer } from '#server/main.ts'
import { makeAccount } from '#server/pengguna/akun.ts'
import { createAuth } from '#server/pengguna/masuk.ts'
import { loadRegions } from '#server/wilayah/muat.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { type Person, password, people, signIn } from './people.ts'

export type TestServer = {
  readonly address: string
  readonly database: TestDatabase
  readonly folder: string
  as(name: keyof typeof people): Promise<Person>
  close(): Promise<void>
}

/** Today in the tests, unless one says otherwise. */
export const hariIni = '2018-07-24'

export async function testServer(): Promise<TestServer> {
  const database = await testDatabase()
  const folder = await mkdtemp(path.join(tmpdir(), 'siks-uji-'))
  await loadRegions(database.admin)
  await database.admin.query(`insert into pengaturan values ('hari_ini', to_jsonb($1::text))`, [
    hariIni,
  ])
  const auth = createAuth({
    pool: database.masuk,
    secret: 'rahasia-uji-rahasia-uji-rahasia-uji',
    secure: false,
  })
  for (const person of Object.values(people)) {
    await makeAccount(auth, database.admin, {
      ...person,
      password,
      demo: false,
      dari: '2018-01-01',
    })
  }
  const server: RunningServer = await startServer({
    databaseUrl: database.url,
    dataFolder: folder,
    host: '127.0.0.1',
    port: 0,
    secure: false,
    alone: true,
    logger: process.env.SIKS_UJI_LOG === '1',
  })
  const signed = new Map<string, Promise<Person>>()
  return {
    address: server.address,
    database,
    folder,
    as: (name) => {
      const person = signed.get(name) ?? signIn(server.address, name)
      signed.set(name, person)
      return person
    },
    close: async () => {
      await server.stop()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
