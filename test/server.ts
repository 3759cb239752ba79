/** A real server on a fresh database, with the people of the tests able to sign in. */
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { hashPassword } from 'better-auth/crypto'
import { inject } from 'vitest'
import { openPools, type Pools } from '#server/db/pools.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { type RunningServer, startServer } from '#server/main.ts'
import { makeAccount } from '#server/pengguna/akun.ts'
import { createAuth } from '#server/pengguna/masuk.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { type Person, password, people, perluKode, rahasiaTotp, signIn } from './people.ts'
import { regionsTemplate, templateWith } from './template.ts'

export type TestServer = {
  readonly address: string
  readonly database: TestDatabase
  readonly folder: string
  as(name: keyof typeof people): Promise<Person>
  /** Starts again at the same address on another day; everybody keeps their session. */
  pindahHari(hariIni: string): Promise<void>
  close(): Promise<void>
}

/** The people of the tests, with the factor that their role demands, and the pledge accepted. */
async function makePeople(pools: Pools, folder: string): Promise<void> {
  const auth = createAuth({
    pool: pools.masuk,
    secret: 'rahasia-uji-rahasia-uji-rahasia-uji',
  })
  const ring = await ringOf(folder)
  const hash = await hashPassword(password)
  for (const person of Object.values(people)) {
    const totp = { rahasia: rahasiaTotp(person.username), ring }
    await makeAccount(auth, pools.migrator, {
      ...person,
      password,
      hash,
      demo: false,
      dari: '2018-01-01',
      pakta: true,
      ...(perluKode(person.username) ? { totp } : {}),
    })
  }
  // They sign in more often than an authenticator changes its code; that no code is taken twice is
  // tested with an account that is not of them.
  await pools.migrator.query(`
    create function lupa_langkah() returns trigger language plpgsql as
      'begin new.langkah_terakhir := 0; return new; end';
    create trigger lupa_langkah before update on masuk.totp for each row
      when (old.dipasang_pada < '2018-01-01') execute function lupa_langkah();
    update masuk.totp set dipasang_pada = '2017-01-01'`)
}

/** Today in the tests, unless one says otherwise. */
export const hariIni = '2018-07-24'

/** A server of the tests starts in office hours: what is sent at night is counted apart. */
const pagi = (hari: string) => `${hari}T10:00`

/** The regions, today, and the people; `inject('folder')` holds the secret that seals their factors. */
const peopleTemplate = async (): Promise<string> =>
  templateWith('orang', await regionsTemplate(), async (url) => {
    const pools = openPools(url)
    try {
      await pools.migrator.query(`insert into pengaturan values ('hari_ini', to_jsonb($1::text))`, [
        pagi(hariIni),
      ])
      await makePeople(pools, inject('folder'))
    } finally {
      await pools.close()
    }
  })

export async function testServer(): Promise<TestServer> {
  const database = await testDatabase({ template: await peopleTemplate() })
  const folder = await mkdtemp(path.join(tmpdir(), 'siks-uji-'))
  await cp(inject('folder'), folder, { recursive: true })
  const mulai = (port: number): Promise<RunningServer> =>
    startServer({
      databaseUrl: database.url,
      dataFolder: folder,
      host: '127.0.0.1',
      port,
      secure: false,
      alone: true,
      logger: process.env.SIKS_UJI_LOG === '1',
    })
  let server = await mulai(0)
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
    pindahHari: async (hari) => {
      const { port } = new URL(server.address)
      await server.stop()
      await database.admin.query(
        `update pengaturan set nilai = to_jsonb($1::text) where kunci = 'hari_ini'`,
        [pagi(hari)],
      )
      server = await mulai(Number(port))
    },
    close: async () => {
      await server.stop()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
