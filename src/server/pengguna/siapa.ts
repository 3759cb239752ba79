/** Who sends a request: the session, the person behind it, the role worn, and what is still missing, in one statement. */
import type { FastifyRequest } from 'fastify'
import type pg from 'pg'
import { type Peran, peran } from '#contract/peran.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { kurang, type Terpasang } from '#domain/pengguna/faktor.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Penanya, Pengguna } from '#server/http/context.ts'
import { cookieOf, hashOf } from './kuki.ts'
import { pakta } from './pakta.ts'

type Row = {
  sesi: string
  akun: string
  id: string | null
  nama: string
  demo: boolean
  penugasan: string | null
  peran: string | null
  jenis: Pengguna['jenis']
  wilayah: number
  rt: number[] | null
  keluarga: string[] | null
  ruta: string[] | null
  faktor: string
  dikukuhkan_pada: Date | null
  ganti_sandi: boolean
  pakta: boolean
} & Terpasang

const isPeran = (name: string | null): name is Peran => name !== null && name in peran

/**
 * The session, its person, and the assignment worn: the one chosen, otherwise the one that began
 * last; a chosen one that has ended gives none. The factors are looked up only where the session
 * itself has not shown a strong one.
 */
export const sessionStatement = `select s.id as sesi, s."userId" as akun, s.faktor, s.dikukuhkan_pada, s.ganti_sandi,
    p.id, p.nama, p.demo, t.id as penugasan, t.peran, t.jenis, t.wilayah, t.rt, t.keluarga, t.ruta,
    case when s.faktor in ('sandi', 'perangkat') then exists (select from masuk.totp f where f.user_id = s."userId" and f.dipasang_pada is not null) end as totp,
    case when s.faktor in ('sandi', 'perangkat') then exists (select from masuk.passkey f where f.user_id = s."userId") end as passkey,
    case when s.faktor = 'sandi' then exists (select from masuk.perangkat f where f.user_id = s."userId" and f.dicabut_pada is null) end as perangkat,
    exists (select from pakta k where k.pengguna_id = p.id and k.sidik = '${pakta.hash}') as pakta
  from masuk.session s
  join pengguna p on p.masuk_id = s."userId" and p.nonaktif_pada is null
  left join penugasan t on t.pengguna_id = p.id and t.dari <= $2::date and (t.sampai is null or t.sampai > $2::date)
    and (s.penugasan_id is null or t.id = s.penugasan_id)
  where s.token = $1 and s."expiresAt" > now() order by t.dari desc nulls last, t.id limit 1`

/**
 * Reads the session and the assignment that holds today: an ended session, account or role is out
 * at once, because nothing of it is remembered between requests.
 */
export function whoIs(pool: pg.Pool, today: () => string) {
  return async (request: FastifyRequest): Promise<Result<Penanya, Problem>> => {
    const token = cookieOf('sesi', request.headers.cookie)
    const found = token ? await bySession(pool, token, today()) : null
    return found ? ok(found) : err(problem('masuk.perlu'))
  }
}

/** The session of a token, whatever it lacks; null when it has ended. */
export async function bySession(
  db: pg.Pool | pg.ClientBase,
  token: string,
  today: string,
): Promise<Penanya | null> {
  const found = await db.query<Row>(sessionStatement, [hashOf(token), today])
  const row = found.rows[0]
  if (!row || row.id === null) return null
  const { totp, passkey, perangkat, dikukuhkan_pada, ganti_sandi, pakta: diterima, ...rest } = row
  const worn = isPeran(row.peran) ? row.peran : null
  const wajib = worn ? peran[worn].faktor : null
  const punya = { totp, passkey, perangkat }
  return {
    ...rest,
    id: row.id,
    // Without a role nothing but one's own account is open, and the area is empty.
    penugasan: worn ? (row.penugasan ?? '') : '',
    peran: worn ?? 'operator_desa',
    jenis: row.jenis ?? 'definitif',
    wilayah: worn ? row.wilayah : -1,
    dikukuhkanPada: dikukuhkan_pada,
    gerbang: {
      wajib,
      punya,
      kurang: kurang(row.faktor, wajib, punya),
      gantiSandi: ganti_sandi,
      pakta: diterima,
    },
  }
}
