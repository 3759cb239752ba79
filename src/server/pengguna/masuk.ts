/** The core of sign-in by better-auth: accounts, credentials, sessions. Its own endpoints stay closed (docs/adr/0014, 0016). */
import { runWithAdapter } from '@better-auth/core/context'
import { betterAuth } from 'better-auth'
import { username } from 'better-auth/plugins/username'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { kyselyOn } from '#server/db/client-kysely.ts'
import { hashedSessions } from './sesi-tersandi.ts'

/** A day at the counter; a laptop left open overnight asks again. */
export const sessionSeconds = 12 * 60 * 60

export type AuthOptions = {
  /** Role siks_masuk. */
  readonly pool: pg.Pool
  readonly secret: string
}

/** Names of accounts: letters, digits, dot, dash, underscore. */
export const usernamePattern = /^[a-z0-9._-]{3,50}$/i

const own = { required: false, input: false } as const

export function createAuth(options: AuthOptions) {
  const db = new Kysely<Record<string, never>>({
    dialect: new PostgresDialect({ pool: options.pool }),
  }).withSchema('masuk')
  return betterAuth({
    appName: 'SIKS-NG',
    basePath: '/api/masuk',
    secret: options.secret,
    database: hashedSessions(db),
    emailAndPassword: { enabled: true, disableSignUp: true, maxPasswordLength: 128 },
    plugins: [
      username({
        minUsernameLength: 3,
        maxUsernameLength: 50,
        usernameValidator: (name) => usernamePattern.test(name),
      }),
    ],
    session: {
      expiresIn: sessionSeconds,
      disableSessionRefresh: true,
      additionalFields: {
        faktor: { type: 'string', ...own },
        dikukuhkan_pada: { type: 'date', ...own },
        ganti_sandi: { type: 'boolean', ...own },
        penugasan_id: { type: 'string', ...own },
      },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

export type Auth = ReturnType<typeof createAuth>

/** Lets better-auth write on a connection that is held, in the transaction that is open there. */
export async function padaKoneksi<T>(
  auth: Auth,
  client: pg.PoolClient,
  work: () => Promise<T>,
): Promise<T> {
  const { options } = await auth.$context
  return runWithAdapter(hashedSessions(kyselyOn(client).withSchema('masuk'))(options), work)
}
