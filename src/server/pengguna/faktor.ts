/** What an account has set up, and whether adding to it needs a fresh proof. */
import type pg from 'pg'
import { type Problem, problem } from '#contract/problems.ts'
import type { Terpasang } from '#domain/pengguna/faktor.ts'
import type { Penanya } from '#server/http/context.ts'
import { kukuhSampai } from '#server/http/gerbang.ts'

export async function terpasang(db: pg.Pool | pg.ClientBase, userId: string): Promise<Terpasang> {
  const { rows } = await db.query<Terpasang>(
    `select exists (select from masuk.totp where user_id = $1 and dipasang_pada is not null) as totp,
       exists (select from masuk.passkey where user_id = $1) as passkey,
       exists (select from masuk.perangkat where user_id = $1 and dicabut_pada is null) as perangkat`,
    [userId],
  )
  return rows[0] ?? { totp: false, passkey: false, perangkat: false }
}

/** A further factor is a further key to the account: whoever has one already proves it again first. */
export async function perluKukuh(pool: pg.Pool, siapa: Penanya): Promise<Problem | null> {
  const punya = await terpasang(pool, siapa.akun)
  const ada = punya.totp || punya.passkey || punya.perangkat
  return ada && !kukuhSampai(siapa.dikukuhkanPada) ? problem('masuk.kukuhkan') : null
}
