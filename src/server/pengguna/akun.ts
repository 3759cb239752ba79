/** Makes accounts: an officer, the sign-in that belongs to them, and one dated role. */
import type pg from 'pg'
import type { Peran } from '#contract/peran.ts'
import type { Wilayah } from '#domain/wilayah/kode.ts'
import type { Auth } from './masuk.ts'

export type NewAccount = {
  readonly username: string
  readonly password: string
  readonly nama: string
  readonly peran: Peran
  readonly wilayah: Wilayah
  readonly demo: boolean
  readonly dari: string
}

/** Makes the account unless its username exists. @returns whether it was made */
export async function makeAccount(
  auth: Auth,
  migrator: pg.Pool,
  account: NewAccount,
): Promise<boolean> {
  const known = await migrator.query('select 1 from masuk."user" where username = $1', [
    account.username,
  ])
  if (known.rowCount) return false
  const context = await auth.$context
  const user = await context.internalAdapter.createUser(
    {
      name: account.nama,
      // better-auth wants an address; people here sign in by username, so it is made up and never written to.
      email: `${account.username}@siks.invalid`,
      emailVerified: true,
      username: account.username,
      displayUsername: account.username,
    },
    { method: 'email-password' },
  )
  await context.internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: await context.password.hash(account.password),
  })
  await migrator.query(
    `with orang as (insert into pengguna (masuk_id, nama, demo) values ($1, $2, $3) returning id)
     insert into penugasan (pengguna_id, peran, wilayah, dari, surat_nomor) select id, $4, $5, $6::date, $7 from orang`,
    [
      user.id,
      account.nama,
      account.demo,
      account.peran,
      account.wilayah,
      account.dari,
      account.demo ? 'contoh' : null,
    ],
  )
  return true
}
