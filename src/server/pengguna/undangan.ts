/** One-time links: to accept an invitation, to choose a new password, to pair a phone. Only the hash is kept. */
import { createHash, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { DB } from '#server/db/tables.gen.ts'

/** `undangan`: a new officer; `reset`: one who lost the means to sign in; `perangkat`: a phone to be paired. */
export type JenisTautan = 'undangan' | 'reset' | 'perangkat'

export type Tautan = {
  /** Path to be opened, with the secret in its last part; shown once, kept nowhere. */
  readonly tautan: string
  readonly token: string
  readonly berakhirPada: string
}

const pages: Record<JenisTautan, string> = {
  undangan: '/undangan/',
  reset: '/undangan/',
  perangkat: '/pasang/',
}

/** How long a link may be used: an invitation travels by post, a QR code is scanned at the counter. */
const hours: Record<JenisTautan, number> = { undangan: 7 * 24, reset: 24, perangkat: 0.25 }

export const hashLink = (token: string): string =>
  createHash('sha256').update(token).digest('base64url')

/** Makes the link that invites an officer; a former unused one of the same kind is void. */
export const makeInvitation = (
  tx: Kysely<DB>,
  penggunaId: string,
  oleh: string | null,
): Promise<Tautan> => makeLink(tx, 'undangan', penggunaId, oleh)

/**
 * Starts a reset: the officer's sessions end now, and the link lets them choose a new password and
 * set up their factors again. Until it is used the old means stay as they are.
 */
export async function startReset(
  tx: Kysely<DB>,
  penggunaId: string,
  oleh: string | null,
): Promise<Tautan> {
  await sql`select akhiri_sesi(${penggunaId}::uuid)`.execute(tx)
  return makeLink(tx, 'reset', penggunaId, oleh)
}

/** Makes a one-time link of any kind, in the transaction of its operation (role siks_app). */
export async function makeLink(
  tx: Kysely<DB>,
  jenis: JenisTautan,
  penggunaId: string,
  oleh: string | null,
): Promise<Tautan> {
  const token = randomBytes(24).toString('base64url')
  const berakhir = new Date(Date.now() + hours[jenis] * 3_600_000)
  await sql`update undangan set dibatalkan_pada = now() where pengguna_id = ${penggunaId}
    and jenis = ${jenis} and dipakai_pada is null and dibatalkan_pada is null`.execute(tx)
  await sql`insert into undangan (pengguna_id, jenis, sidik, dibuat_oleh, berakhir_pada)
    values (${penggunaId}, ${jenis}, ${hashLink(token)}, ${oleh}, ${berakhir})`.execute(tx)
  return { tautan: pages[jenis] + token, token, berakhirPada: berakhir.toISOString() }
}
