/** Officers of the benchmarks, signed in: a session row as sign-in leaves it, without its forms. */
import { randomBytes } from 'node:crypto'
import type { Peran } from '#contract/peran.ts'
import { hashOf } from '#server/pengguna/kuki.ts'
import { pakta } from '#server/pengguna/pakta.ts'
import type { BenchDatabase } from './database.ts'

export type Officer = { readonly username: string; readonly peran: Peran; readonly wilayah: number }

/** The headers of a signed-in request, and the session's token as stored. */
export type SignedIn = { readonly cookie: string; readonly stored: string }

/** Makes officers with one session each, in one statement; the second factor counts as given. */
export async function signedIn(
  database: BenchDatabase,
  officers: readonly Officer[],
): Promise<readonly SignedIn[]> {
  const sessions = officers.map(({ username, peran, wilayah }) => {
    const token = randomBytes(24).toString('base64url')
    return { username, peran, wilayah, token, stored: hashOf(token) }
  })
  await database.pools.migrator.query(
    `with isi as (select * from jsonb_to_recordset($1::jsonb) as x (username text, peran text, wilayah bigint, stored text)),
      akun as (insert into masuk."user" (id, name, email, username) select username, username, username || '@siks.invalid', username from isi),
      orang as (insert into pengguna (masuk_id, nama) select username, username from isi returning id, masuk_id),
      tugas as (insert into penugasan (pengguna_id, peran, wilayah, dari)
        select o.id, i.peran, i.wilayah, '2018-01-01' from orang o join isi i on i.username = o.masuk_id),
      janji as (insert into pakta (pengguna_id, sidik, versi, sesi) select id, '${pakta.hash}', '1', '' from orang)
    insert into masuk."session" (id, token, "userId", "expiresAt", faktor)
      select 'sesi-' || username, stored, username, now() + interval '1 day', 'totp' from isi`,
    [JSON.stringify(sessions)],
  )
  return sessions.map(({ token, stored }) => ({ cookie: `siks.sesi=${token}`, stored }))
}
