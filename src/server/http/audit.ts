/** The log row of an operation, written in its own transaction. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '#server/db/tables.gen.ts'
import type { Pengguna, Subjek } from './context.ts'

export type LogEntry = {
  readonly pengguna: Pengguna
  readonly operasi: string
  readonly perintahId: string | null
  readonly subjek: readonly Subjek[]
  readonly perubahan: object | null
}

/** Appends one row to `jejak`: who, in which role and area, did or saw what. */
export async function writeLog(tx: Kysely<DB>, e: LogEntry): Promise<void> {
  await sql`insert into jejak (pengguna_id, peran, wilayah, sesi, operasi, perintah_id, subjek, jumlah, perubahan)
    values (${e.pengguna.id}, ${e.pengguna.peran}, ${e.pengguna.wilayah}, ${e.pengguna.sesi}, ${e.operasi},
      ${e.perintahId}, ${JSON.stringify(e.subjek)}::jsonb, ${e.subjek.length},
      ${e.perubahan ? JSON.stringify(e.perubahan) : null}::jsonb)`.execute(tx)
}
