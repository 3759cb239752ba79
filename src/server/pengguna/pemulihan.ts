/** Recovery codes: ten, shown once, each good for one sign-in. */
import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { hashOf } from './kuki.ts'

const letters = 'abcdefghjkmnpqrstvwxyz0123456789'
const howMany = 10

/** 80 random bits in four groups, without letters that look like digits. */
function newCode(): string {
  const bits = randomBytes(16)
  const text = [...bits].map((byte) => letters[byte % 32]).join('')
  return text.replace(/(.{4})(?=.)/g, '$1-')
}

/** As typed: capitals, spaces and dashes do not matter, nor letters for the digits they look like. */
const folded = (kode: string): string =>
  kode
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')

/** Replaces all codes of an account. */
export async function buatPemulihan(db: pg.ClientBase, userId: string): Promise<string[]> {
  const codes = Array.from({ length: howMany }, newCode)
  await db.query('delete from masuk.pemulihan where user_id = $1', [userId])
  await db.query(
    'insert into masuk.pemulihan (user_id, sidik) select $1, s from unnest($2::text[]) s',
    [userId, codes.map((code) => hashOf(folded(code)))],
  )
  return codes
}

/** New codes for an account that has none left; null where it has. */
export async function pemulihanBilaPerlu(
  db: pg.ClientBase,
  userId: string,
): Promise<string[] | null> {
  const { rowCount } = await db.query(
    'select 1 from masuk.pemulihan where user_id = $1 and dipakai_pada is null limit 1',
    [userId],
  )
  return rowCount ? null : buatPemulihan(db, userId)
}

/** Uses a code up. */
export async function pakaiPemulihan(
  db: pg.ClientBase,
  userId: string,
  kode: string,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update masuk.pemulihan set dipakai_pada = now() where user_id = $1 and sidik = $2 and dipakai_pada is null`,
    [userId, hashOf(folded(kode))],
  )
  return rowCount === 1
}
