/** Who sends a request: the session, the person behind it, and the role worn, in one statement. */
import type { FastifyRequest } from 'fastify'
import type pg from 'pg'
import { type Peran, peran } from '#contract/peran.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Pengguna } from '#server/http/context.ts'
import { hashToken } from './sesi-tersandi.ts'

type Row = {
  sesi: string
  id: string | null
  nama: string
  demo: boolean
  penugasan: string
  peran: string | null
  jenis: Pengguna['jenis']
  wilayah: number
  rt: number[] | null
  keluarga: string[] | null
  ruta: string[] | null
  faktor: string
  dikukuhkan_pada: Date | null
}

const isPeran = (name: string | null): name is Peran => name !== null && name in peran

/** Web headers of a request, with the address that Fastify trusts. */
export function webHeaders(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string') headers.set(name, value)
    else if (value) for (const one of value) headers.append(name, one)
  }
  headers.set('x-siks-alamat', request.ip)
  return headers
}

const cookiePattern = /(?:^|;\s*)(?:__Secure-)?siks\.session_token=([^;]+)/

/**
 * The opaque session token of the cookie. better-auth also signs it; 256 random bits that are
 * looked up by their hash need no second proof.
 */
export function sessionToken(cookie: string | undefined): string | null {
  const value = cookiePattern.exec(cookie ?? '')?.[1]
  if (!value) return null
  try {
    return decodeURIComponent(value).split('.')[0] || null
  } catch {
    return null
  }
}

/**
 * The session, its person, and the assignment worn: the one chosen, otherwise the one that began
 * last; a chosen one that has ended gives none.
 */
export const sessionStatement = `select s.id as sesi, s.faktor, s.dikukuhkan_pada, p.id, p.nama, p.demo,
    t.id as penugasan, t.peran, t.jenis, t.wilayah, t.rt, t.keluarga, t.ruta from masuk.session s
  left join pengguna p on p.masuk_id = s."userId" and p.nonaktif_pada is null
  left join penugasan t on t.pengguna_id = p.id and t.dari <= $2::date and (t.sampai is null or t.sampai > $2::date)
    and (s.penugasan_id is null or t.id = s.penugasan_id)
  where s.token = $1 and s."expiresAt" > now() order by t.dari desc, t.id limit 1`

/**
 * Reads the session and the assignment that holds today: an ended session, account or role is out
 * at once, because nothing of it is remembered between requests.
 */
export function whoIs(pool: pg.Pool, today: () => string) {
  return async (request: FastifyRequest): Promise<Result<Pengguna, Problem>> => {
    const token = sessionToken(request.headers.cookie)
    if (!token) return err(problem('masuk.perlu'))
    const found = await pool.query<Row>(sessionStatement, [hashToken(token), today()])
    const row = found.rows[0]
    if (!row) return err(problem('masuk.perlu'))
    if (row.id === null || !isPeran(row.peran)) return err(problem('izin.tanpa_peran'))
    const { dikukuhkan_pada: dikukuhkanPada, ...rest } = row
    return ok({ ...rest, id: row.id, peran: row.peran, dikukuhkanPada })
  }
}
