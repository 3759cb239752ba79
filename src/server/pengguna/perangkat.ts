/** Paired phones: a signature of the phone's own key over a challenge, and a PIN. */
import { createPublicKey, type JsonWebKey, verify } from 'node:crypto'
import { verifyPassword } from 'better-auth/crypto'
import { type Problem, problem } from '#contract/problems.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Mesin } from './mesin.ts'
import { ambilGiliranPin } from './percobaan.ts'
import { ambilTantangan } from './tantangan.ts'

export type BuktiPerangkat = {
  readonly perangkat: string
  readonly tantangan: string
  readonly tanda: string
  readonly pin: string
}

type Row = { user_id: string; kunci: JsonWebKey; pin: string }

/**
 * The account of a paired phone that proved itself. The signature is checked first and only a phone
 * that signed rightly has its PIN counted: nobody else can use up its attempts.
 */
export async function buktiPerangkat(
  mesin: Mesin,
  bukti: BuktiPerangkat,
): Promise<Result<string, Problem>> {
  const asked = await ambilTantangan(mesin, 'perangkat', bukti.tantangan)
  const { rows } = await mesin.pool.query<Row>(
    'select user_id, kunci, pin from masuk.perangkat where id = $1 and dicabut_pada is null',
    [bukti.perangkat],
  )
  const device = rows[0]
  if (!device || asked?.isi !== bukti.perangkat || !signed(device.kunci, bukti))
    return err(problem('masuk.perangkat_salah'))
  const giliran = await ambilGiliranPin(mesin.pool, bukti.perangkat)
  if (!giliran.ok) return giliran
  if (!(await verifyPassword({ hash: device.pin, password: bukti.pin })))
    return err(problem('masuk.perangkat_salah'))
  await giliran.value.berhasil()
  await mesin.pool.query('update masuk.perangkat set dipakai_pada = now() where id = $1', [
    bukti.perangkat,
  ])
  return ok(device.user_id)
}

function signed(jwk: JsonWebKey, { perangkat, tantangan, tanda }: BuktiPerangkat): boolean {
  const key = keyOf(jwk)
  if (!key) return false
  const said = Buffer.from(`siks-perangkat:${perangkat}:${tantangan}`)
  const signature = Buffer.from(tanda, 'base64url')
  return verify('sha256', said, { key, dsaEncoding: 'ieee-p1363' }, signature)
}

/** A public key, or null when the numbers are no point of the curve. */
export function keyOf(jwk: JsonWebKey) {
  try {
    return createPublicKey({ key: jwk, format: 'jwk' })
  } catch {
    // Sent by a browser: what is no key is refused, not a bug of ours.
    return null
  }
}
