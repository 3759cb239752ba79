/** Sign-in by better-auth: username and password, opaque sessions, no sign-up. */
import { betterAuth } from 'better-auth'
import { username } from 'better-auth/plugins/username'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { hashedSessions } from './sesi-tersandi.ts'

/** A day at the counter; a laptop left open overnight asks again. */
const sessionSeconds = 12 * 60 * 60

export type AuthOptions = {
  /** Role siks_masuk. */
  readonly pool: pg.Pool
  readonly secret: string
  /** Cookies only over TLS; off on localhost. */
  readonly secure: boolean
}

export function createAuth(options: AuthOptions) {
  const db = new Kysely<Record<string, never>>({
    dialect: new PostgresDialect({ pool: options.pool }),
  }).withSchema('masuk')
  return betterAuth({
    appName: 'SIKS-NG',
    basePath: '/api/masuk',
    secret: options.secret,
    database: hashedSessions(db),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 8,
      maxPasswordLength: 128,
    },
    plugins: [
      username({
        minUsernameLength: 3,
        maxUsernameLength: 50,
        usernameValidator: (name) => /^[a-z0-9._-]+$/i.test(name),
      }),
    ],
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      customRules: { '/sign-in/username': { window: 60, max: 20 } },
    },
    advanced: {
      cookiePrefix: 'siks',
      useSecureCookies: options.secure,
      ipAddress: { ipAddressHeaders: ['x-siks-alamat'] },
    },
    trustedOrigins: (request) => {
      const host = request?.headers.get('host')
      return host ? [`http://${host}`, `https://${host}`] : []
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

export type Auth = ReturnType<typeof createAuth>
