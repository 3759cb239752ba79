/** What all operations on officers share: who acts, the way to refuse, and whose own rows are open. */
import { type Kysely, sql } from 'kysely'
import { type Problem, problem } from '#contract/problems.ts'
import type { Alasan } from '#domain/pengguna/beri.ts'
import type { Pelaku } from '#domain/pengguna/tugas.ts'
import { err, type Result } from '#domain/result.ts'
import type { DB } from '#server/db/tables.gen.ts'
import type { Context } from '#server/http/context.ts'

export type Tx = Kysely<DB>

/** The person and role of a request, as the rules of granting see them. */
export const pelakuOf = ({ pengguna }: Context): Pelaku => ({
  id: pengguna.id,
  peran: pengguna.peran,
  wilayah: pengguna.wilayah,
  rt: pengguna.rt,
  keluarga: pengguna.keluarga,
})

/** The refusal of a rule as a problem of the contract; both bear the same name. */
export const tolak = (alasan: Alasan): Result<never, Problem> => err(problem(`pengguna.${alasan}`))

/** Opens the rows that only one person may see to the statements of `work`, and closes them again. */
export async function sebagai<T>(tx: Tx, penggunaId: string, work: () => Promise<T>): Promise<T> {
  const buka = (id: string) => sql`select set_config('app.pengguna', ${id}, true)`.execute(tx)
  await buka(penggunaId)
  try {
    return await work()
  } finally {
    await buka('').catch(() => {})
  }
}

/** As many new ids as asked for, in the order of time; a value can be sealed for its row before it is written. */
export async function idBaru(tx: Tx, banyak: number): Promise<string[]> {
  const made = await sql<{ id: string }>`
    select uuidv7_siks() as id from generate_series(1, ${banyak}::int)`.execute(tx)
  return made.rows.map(({ id }) => id)
}

/** Ends all sessions of these officers, in the transaction of the change. */
export async function akhiriSesi(tx: Tx, penggunaId: readonly string[]): Promise<void> {
  await sql`select akhiri_sesi(id) from unnest(${penggunaId}::uuid[]) id`.execute(tx)
}

/**
 * Voids every open link to an account. Who holds one was judged by the roles that the account had:
 * with a new role, or none, it is no longer theirs to hold.
 */
export async function batalkanTautan(tx: Tx, penggunaId: string): Promise<void> {
  await sql`update undangan set dibatalkan_pada = now() where pengguna_id = ${penggunaId}
    and dipakai_pada is null and dibatalkan_pada is null`.execute(tx)
}
