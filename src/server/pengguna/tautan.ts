/** One-time links as they are used: looked at, and used up. */
import type pg from 'pg'
import { hashLink, type JenisTautan } from './undangan.ts'

export type Terbuka = {
  readonly penggunaId: string
  readonly akun: string
  readonly nama: string
  readonly username: string
  readonly jenis: JenisTautan
  readonly dibuatOleh: string | null
  readonly berakhirPada: Date
}

const fields = `p.id as "penggunaId", p.masuk_id as akun, p.nama, u.username, d.jenis, d.dibuat_oleh as "dibuatOleh",
  d.berakhir_pada as "berakhirPada"`
const open = `d.sidik = $1 and d.jenis = any ($2) and d.dipakai_pada is null and d.dibatalkan_pada is null
  and d.berakhir_pada > now() and p.id = d.pengguna_id and p.nonaktif_pada is null and u.id = p.masuk_id`

export const semuaTautan: readonly JenisTautan[] = ['undangan', 'reset', 'perangkat']

/** A link that may still be used; null for any other. */
export async function lihatTautan(
  db: pg.Pool,
  token: string,
  jenis: readonly JenisTautan[] = semuaTautan,
): Promise<Terbuka | null> {
  const { rows } = await db.query<Terbuka>(
    `select ${fields} from undangan d, pengguna p, masuk."user" u where ${open}`,
    [hashLink(token), jenis],
  )
  return rows[0] ?? null
}

/** Uses a link up; of two who come at once, one gets it. */
export async function pakaiTautan(
  db: pg.ClientBase,
  token: string,
  jenis: readonly JenisTautan[],
): Promise<Terbuka | null> {
  const { rows } = await db.query<Terbuka>(
    `update undangan d set dipakai_pada = now() from pengguna p, masuk."user" u where ${open} returning ${fields}`,
    [hashLink(token), jenis],
  )
  return rows[0] ?? null
}
