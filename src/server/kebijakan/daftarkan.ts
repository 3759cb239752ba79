/** Keeps every policy text that decides something, so that an edit cannot unexplain a decision. */
import { sql, type Transaction } from 'kysely'
import type { DB } from '#server/db/tables.gen.ts'
import type { Kebijakan } from './muat.ts'

/** Validity of a policy text, as its `berlaku` says. */
export type Berlaku = { readonly dari: string; readonly sampai: string | null }

/**
 * Stores the text under its hash, once; what decides refers to the hash. `versiMesin` is the version
 * of the interpreter that reads it, for the same text may mean something else to a later one.
 */
export async function registerPolicy(
  tx: Transaction<DB>,
  kebijakan: Kebijakan<unknown>,
  berlaku: Berlaku,
  versiMesin = '1',
): Promise<string> {
  const { hash, jenis, kode, isi } = kebijakan
  await sql`insert into kebijakan (hash, jenis, kode, isi, versi_mesin, berlaku_dari, berlaku_sampai)
    values (${hash}, ${jenis}, ${kode}, ${isi}, ${versiMesin}, ${berlaku.dari}, ${berlaku.sampai})
    on conflict (hash) do nothing`.execute(tx)
  return hash
}
