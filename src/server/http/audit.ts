/** The log row of an operation, written in its own transaction. */
import { CompiledQuery, type Kysely } from 'kysely'
import type { DB } from '#server/db/tables.gen.ts'
import type { Pengguna, Subjek } from './context.ts'
import type { Statement } from './transaction.ts'

export type LogEntry = {
  readonly pengguna: Pengguna
  readonly operasi: string
  readonly perintahId: string | null
  readonly subjek: readonly Subjek[]
  readonly perubahan: object | null
}

/** The statement that appends one row to `jejak`: who, in which role and area, did or saw what. */
export const logStatement = (e: LogEntry): Statement => ({
  text: `insert into jejak (pengguna_id, peran, wilayah, sesi, operasi, perintah_id, subjek, jumlah, perubahan)
    values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9::jsonb)`,
  values: [
    e.pengguna.id,
    e.pengguna.peran,
    e.pengguna.wilayah,
    e.pengguna.sesi,
    e.operasi,
    e.perintahId,
    JSON.stringify(e.subjek),
    e.subjek.length,
    e.perubahan ? JSON.stringify(e.perubahan) : null,
  ],
})

/** Appends that row now, outside a request. */
export async function writeLog(tx: Kysely<DB>, e: LogEntry): Promise<void> {
  const { text, values } = logStatement(e)
  await tx.executeQuery(CompiledQuery.raw(text, [...values]))
}
