/** Makes what signing in stands on, from the pools and the installation's own secret. */
import type { Pools } from '#server/db/pools.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { cookieOf } from './kuki.ts'
import { createAuth } from './masuk.ts'
import type { Mesin } from './mesin.ts'
import { loadSecret } from './rahasia.ts'
import { loadProfil } from './sandi.ts'
import { bySession } from './siapa.ts'

export async function siapkanMesin(
  pools: Pick<Pools, 'masuk' | 'migrator'>,
  options: {
    readonly dataFolder: string
    readonly secure: boolean
    readonly today: () => string
  },
): Promise<Mesin> {
  const secret = await loadSecret(options.dataFolder)
  const { secure, today } = options
  return {
    auth: createAuth({ pool: pools.masuk, secret }),
    pool: pools.masuk,
    ring: await ringOf(options.dataFolder),
    secure,
    today,
    profil: await loadProfil(pools.migrator),
    domainPasskey: process.env.SIKS_DOMAIN ?? 'localhost',
    siapa: async (request) => {
      const token = cookieOf('sesi', request.headers.cookie)
      return token ? bySession(pools.masuk, token, today()) : null
    },
  }
}
