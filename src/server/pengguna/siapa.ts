/** Who sends a request: the session, the person behind it, and the role worn. */
import type { FastifyRequest } from 'fastify'
import type pg from 'pg'
import { type Peran, peran } from '#contract/peran.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Pengguna } from '#server/http/context.ts'
import type { Auth } from './masuk.ts'

type Row = { id: string; nama: string; demo: boolean; peran: string; wilayah: number }

const isPeran = (name: string): name is Peran => name in peran

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

/** Reads the session and the assignment that holds today; an ended account or role is out at once. */
export function whoIs(auth: Auth, pool: pg.Pool, today: () => string) {
  return async (request: FastifyRequest): Promise<Result<Pengguna, Problem>> => {
    if (!request.headers.cookie) return err(problem('masuk.perlu'))
    const session = await auth.api.getSession({ headers: webHeaders(request) })
    if (!session) return err(problem('masuk.perlu'))
    const found = await pool.query<Row>({
      name: 'siapa',
      text: `select p.id, p.nama, p.demo, t.peran, t.wilayah from pengguna p
        join penugasan t on t.pengguna_id = p.id and t.dari <= $2::date and (t.sampai is null or t.sampai > $2::date)
        where p.masuk_id = $1 and p.nonaktif_pada is null order by t.dari desc, t.id limit 1`,
      values: [session.user.id, today()],
    })
    const row = found.rows[0]
    if (!row || !isPeran(row.peran)) return err(problem('izin.tanpa_peran'))
    return ok({
      id: row.id,
      nama: row.nama,
      demo: row.demo,
      peran: row.peran,
      wilayah: row.wilayah,
      sesi: session.session.id,
    })
  }
}
