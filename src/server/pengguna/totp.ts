/** Codes of an authenticator app (RFC 6238): made, checked, never accepted twice. */
import { randomBytes } from 'node:crypto'
import { createOTP } from '@better-auth/utils/otp'
import type pg from 'pg'
import type { KeyRing } from '#server/kripto/segel.ts'
import type { Mesin } from './mesin.ts'

const period = 30
const placeOf = (userId: string) => ({ table: 'masuk.totp', column: 'rahasia', row: userId })

/** 120 random bits as text; apps are given its base32. */
export const newTotpSecret = (): string => randomBytes(15).toString('base64url')

export const sealTotp = (ring: KeyRing, userId: string, secret: string): string =>
  ring.sealFor(placeOf(userId), secret)

/** `otpauth://…` for the QR code, and its base32 for typing. */
export function totpUri(secret: string, account: string): { uri: string; rahasia: string } {
  const uri = createOTP(secret, { digits: 6, period }).url('SIKS-NG', account)
  return { uri, rahasia: new URL(uri).searchParams.get('secret') ?? '' }
}

const stepOf = (ms: number): number => Math.floor(ms / 1000 / period)

/** The code of now, and for how many seconds it holds; for demo accounts and tests. */
export async function codeNow(secret: string, kini = Date.now()) {
  const kode = await createOTP(secret, { digits: 6 }).hotp(stepOf(kini))
  return { kode, sisaDetik: period - (Math.floor(kini / 1000) % period) }
}

/** The time step that a code belongs to, one step of drift allowed either way; null for none. */
async function stepOfCode(secret: string, kode: string): Promise<number | null> {
  const typed = kode.replace(/\s/g, '')
  const now = stepOf(Date.now())
  const otp = createOTP(secret, { digits: 6 })
  let found: number | null = null
  for (const step of [now - 1, now, now + 1]) if ((await otp.hotp(step)) === typed) found = step
  return found
}

type Row = { rahasia: string | null; rahasia_baru: string | null; demo: boolean }

/**
 * Checks a code against the secret in use (or the one shown but not confirmed), and uses it up. On a
 * demo account, whose code anybody may see, it may be used by several visitors at once.
 */
export async function periksaTotp(
  db: pg.Pool | pg.ClientBase,
  { ring }: Pick<Mesin, 'ring'>,
  userId: string,
  kode: string,
  yang: 'rahasia' | 'rahasia_baru' = 'rahasia',
): Promise<boolean> {
  const { rows } = await db.query<Row>(
    `select t.rahasia, t.rahasia_baru, coalesce(p.demo, false) as demo from masuk.totp t
     left join pengguna p on p.masuk_id = t.user_id where t.user_id = $1`,
    [userId],
  )
  const sealed = rows[0]?.[yang]
  if (!sealed) return false
  const step = await stepOfCode(ring.openFor(placeOf(userId), sealed), kode)
  if (step === null) return false
  const used = await db.query(
    `update masuk.totp set langkah_terakhir = $2 where user_id = $1 and (langkah_terakhir < $2 or $3)`,
    [userId, step, rows[0]?.demo],
  )
  return used.rowCount === 1
}
