/** Makes accounts of the installation itself: an officer, the sign-in that belongs to them, and one dated role. */
import type pg from 'pg'
import type { Peran } from '#contract/peran.ts'
import { cakupanOf, type Wilayah } from '#domain/wilayah/kode.ts'
import { kyselyOn } from '#server/db/client-kysely.ts'
import { scopeStatements } from '#server/http/transaction.ts'
import type { KeyRing } from '#server/kripto/segel.ts'
import { type Auth, usernamePattern } from './masuk.ts'
import { pakta } from './pakta.ts'
import { simpanIdentitas } from './petugas/identitas.ts'
import { sealTotp } from './totp.ts'

export type NewAccount = {
  readonly username: string
  readonly password: string
  readonly nama: string
  readonly peran: Peran
  readonly wilayah: Wilayah
  readonly rt?: readonly number[]
  readonly demo: boolean
  readonly dari: string
  readonly telepon?: string
  /** Secret of an authenticator that is set up at once. */
  readonly totp?: { readonly rahasia: string; readonly ring: KeyRing }
  /** Own NIK and family-card number, sealed. */
  readonly identitas?: { readonly nik: string; readonly nomorKk: string; readonly ring: KeyRing }
  /** The pledge counts as accepted. */
  readonly pakta?: true
  /** Hash of the password where it is known already. */
  readonly hash?: string
}

/** Makes the account unless its username exists. @returns whether it was made */
export async function makeAccount(
  auth: Auth,
  migrator: pg.Pool,
  account: NewAccount,
): Promise<boolean> {
  if (!usernamePattern.test(account.username)) throw new Error('not a username')
  const { password } = await auth.$context
  const hash = account.hash ?? (await password.hash(account.password))
  const client = await migrator.connect()
  try {
    // As the application would: the login itself may own the tables without passing their policies.
    await client.query(
      `BEGIN; SET LOCAL ROLE siks_app; ${scopeStatements(cakupanOf(account.wilayah))}`,
    )
    const made = await client.query<{ akun: string | null }>(
      'select akun_buat($1, $2, $3) as akun',
      [account.nama, account.username, account.telepon ?? null],
    )
    const akun = made.rows[0]?.akun ?? null
    if (akun) await makeOfficer(client, akun, account)
    await client.query('SET LOCAL ROLE siks_masuk')
    if (akun) await makeCredentials(client, akun, hash, account)
    await client.query('COMMIT')
    return akun !== null
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

async function makeOfficer(db: pg.PoolClient, akun: string, account: NewAccount): Promise<void> {
  const { rows } = await db.query<{ id: string }>(
    'insert into pengguna (masuk_id, nama, demo) values ($1, $2, $3) returning id',
    [akun, account.nama, account.demo],
  )
  const id = rows[0]?.id
  await db.query(
    `insert into penugasan (pengguna_id, peran, wilayah, rt, dari, surat_nomor) values ($1, $2, $3, $4, $5::date, $6)`,
    [
      id,
      account.peran,
      account.wilayah,
      account.rt ?? null,
      account.dari,
      account.demo ? 'contoh' : null,
    ],
  )
  if (id && account.identitas) {
    const { ring, ...identitas } = account.identitas
    await simpanIdentitas(kyselyOn(db), ring, [{ penggunaId: id, ...identitas }], null)
  }
  if (account.pakta)
    await db.query(`insert into pakta (pengguna_id, sidik, versi, sesi) values ($1, $2, $3, '')`, [
      id,
      pakta.hash,
      pakta.nilai.versi,
    ])
}

async function makeCredentials(
  db: pg.ClientBase,
  akun: string,
  hash: string,
  { totp }: NewAccount,
): Promise<void> {
  await db.query(
    `update masuk."account" set "password" = $2 where "userId" = $1 and "providerId" = 'credential'`,
    [akun, hash],
  )
  await db.query('update masuk."user" set sandi_pada = now() where id = $1', [akun])
  if (totp)
    await db.query(
      'insert into masuk.totp (user_id, rahasia, dipasang_pada) values ($1, $2, now())',
      [akun, sealTotp(totp.ring, akun, totp.rahasia)],
    )
}
