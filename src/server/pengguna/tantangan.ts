/** Challenges: random, short-lived, answered at most once. */
import { hashOf, randomToken } from './kuki.ts'
import type { Mesin } from './mesin.ts'

type Jenis = 'daftar' | 'masuk' | 'perangkat' | 'oidc'

const minutes = 5

/** Keeps what an answer must match. @returns the ticket by which the answer names it */
export async function buatTantangan(
  { pool }: Pick<Mesin, 'pool'>,
  jenis: Jenis,
  isi: string,
  userId: string | null = null,
): Promise<string> {
  const token = randomToken()
  await pool.query(
    // Anybody may ask for one: what nobody answered is swept on the way.
    `with lama as (delete from masuk.tantangan where berakhir_pada < now())
     insert into masuk.tantangan (sidik, jenis, user_id, isi, berakhir_pada)
     values ($1, $2, $3, $4, now() + make_interval(mins => $5))`,
    [hashOf(token), jenis, userId, isi, minutes],
  )
  return token
}

/** Takes a challenge out; a second answer to the same one finds nothing. */
export async function ambilTantangan(
  { pool }: Pick<Mesin, 'pool'>,
  jenis: Jenis,
  token: string,
): Promise<{ isi: string; userId: string | null } | null> {
  const { rows } = await pool.query<{ isi: string; user_id: string | null }>(
    `delete from masuk.tantangan where sidik = $1 and jenis = $2 and berakhir_pada > now() returning isi, user_id`,
    [hashOf(token), jenis],
  )
  const row = rows[0]
  return row ? { isi: row.isi, userId: row.user_id } : null
}
