/** What the steps of signing in stand on: pools, keys, settings; and where a request comes from. */
import type { FastifyRequest } from 'fastify'
import type pg from 'pg'
import type { ProfilSandi } from '#domain/pengguna/sandi.ts'
import type { Result } from '#domain/result.ts'
import { logStatement } from '#server/http/audit.ts'
import type { Penanya } from '#server/http/context.ts'
import type { KeyRing } from '#server/kripto/segel.ts'
import { cookieOf, hashOf } from './kuki.ts'
import type { Auth } from './masuk.ts'

export type Mesin = {
  readonly auth: Auth
  /** Role siks_masuk. */
  readonly pool: pg.Pool
  readonly ring: KeyRing
  /** Behind TLS. */
  readonly secure: boolean
  readonly today: () => string
  readonly profil: { readonly nama: 'nist' | 'bssn'; readonly aturan: ProfilSandi }
  /** Host name to which passkeys are bound. */
  readonly domainPasskey: string
  /** The session of a request, whatever it lacks; null when there is none. */
  readonly siapa: (request: FastifyRequest) => Promise<Penanya | null>
}

/** Where a request comes from. */
export type Asal = {
  readonly jaringan: string
  readonly alamat: string
  readonly peramban: string
  /** Hash of the mark of a known browser. */
  readonly kenal: string | null
  /** Scheme and host that the browser shows. */
  readonly origin: string
}

/** IPv4 as it is; of IPv6 the 64 bits that one line is given. */
export function networkOf(ip: string): string {
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)
  if (v4?.[1]) return v4[1]
  const [front = '', back] = ip.split('%')[0]?.split('::') ?? []
  const head = front.split(':').filter(Boolean)
  const tail = (back ?? '').split(':').filter(Boolean)
  const zeros = back === undefined ? 0 : 8 - head.length - tail.length
  const groups = [...head, ...Array<string>(Math.max(0, zeros)).fill('0'), ...tail]
  return `${groups
    .slice(0, 4)
    .map((g) => g.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}

export function asalOf(request: FastifyRequest): Asal {
  const kenal = cookieOf('kenal', request.headers.cookie)
  return {
    jaringan: networkOf(request.ip),
    alamat: request.ip,
    peramban: (request.headers['user-agent'] ?? '').slice(0, 400),
    kenal: kenal && hashOf(kenal),
    origin:
      request.headers.origin ?? `${request.protocol}://${request.headers.host ?? 'localhost'}`,
  }
}

/**
 * One transaction of the sign-in role, kept when the work succeeds and undone when it is refused.
 * Inside it nothing may ask the pool for a second connection.
 */
export async function bilaBerhasil<T, E>(
  pool: pg.Pool,
  work: (db: pg.PoolClient) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query(result.ok ? 'commit' : 'rollback')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** One row of the log, in the transaction of what it tells of; never a secret. */
export async function catatDalam(
  db: pg.ClientBase,
  operasi: string,
  siapa: Penanya,
  perubahan: object | null = null,
): Promise<void> {
  const { text, values } = logStatement({
    pengguna: siapa,
    operasi,
    perintahId: null,
    subjek: [{ jenis: 'pengguna', id: siapa.id }],
    perubahan,
  })
  await db.query(text, [...values])
}
