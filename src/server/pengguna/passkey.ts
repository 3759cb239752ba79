/** Passkeys (WebAuthn) by @simplewebauthn/server: the person is always verified by the authenticator. */
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransportFuture,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Asal, Mesin } from './mesin.ts'
import { ambilTantangan, buatTantangan } from './tantangan.ts'

type Kunci = {
  id: string
  user_id: string
  kunci: Buffer
  penghitung: number
  angkutan: AuthenticatorTransportFuture[]
}

const keysOf = async (mesin: Mesin, userId: string): Promise<Kunci[]> =>
  (
    await mesin.pool.query<Kunci>(
      'select id, user_id, kunci, penghitung, angkutan from masuk.passkey where user_id = $1',
      [userId],
    )
  ).rows

/** Options for registering a key of an account, and the ticket of their challenge. */
export async function mulaiDaftar(mesin: Mesin, akun: { id: string; nama: string }) {
  const pilihan = await generateRegistrationOptions({
    rpName: 'SIKS-NG',
    rpID: mesin.domainPasskey,
    userName: akun.nama,
    userDisplayName: akun.nama,
    attestationType: 'none',
    excludeCredentials: (await keysOf(mesin, akun.id)).map((k) => ({
      id: k.id,
      transports: k.angkutan,
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  const tantangan = await buatTantangan(mesin, 'daftar', pilihan.challenge, akun.id)
  return { tantangan, pilihan: { ...pilihan } }
}

/** A registered key, if the answer matches its challenge; null otherwise. */
export async function bacaDaftar(
  mesin: Mesin,
  asal: Asal,
  userId: string,
  tantangan: string,
  jawaban: unknown,
) {
  const asked = await ambilTantangan(mesin, 'daftar', tantangan)
  if (asked?.userId !== userId) return null
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: jawaban as RegistrationResponseJSON,
      expectedChallenge: asked.isi,
      expectedOrigin: asal.origin,
      expectedRPID: mesin.domainPasskey,
      requireUserVerification: true,
    })
    return verified ? registrationInfo.credential : null
  } catch {
    // Whatever is wrong with a hostile or foreign answer, it proves nothing.
    return null
  }
}

/** Options for signing in: any key of this domain, or those of the account that is half signed in. */
export async function mulaiMasuk(mesin: Mesin, userId: string | null) {
  const keys = userId ? await keysOf(mesin, userId) : []
  const pilihan = await generateAuthenticationOptions({
    rpID: mesin.domainPasskey,
    userVerification: 'required',
    allowCredentials: keys.map((k) => ({ id: k.id, transports: k.angkutan })),
  })
  const tantangan = await buatTantangan(mesin, 'masuk', pilihan.challenge, userId)
  return { tantangan, pilihan: { ...pilihan } }
}

/** The account whose key answered the challenge; null when it does not hold. */
export async function bacaMasuk(
  mesin: Mesin,
  asal: Asal,
  tantangan: string,
  jawaban: Readonly<Record<string, unknown>>,
): Promise<string | null> {
  const asked = await ambilTantangan(mesin, 'masuk', tantangan)
  if (!asked) return null
  const { rows } = await mesin.pool.query<Kunci>(
    'select id, user_id, kunci, penghitung, angkutan from masuk.passkey where id = $1',
    [String(jawaban.id ?? '')],
  )
  const key = rows[0]
  if (!key || (asked.userId && asked.userId !== key.user_id)) return null
  const counter = await verified(mesin, asal, asked.isi, key, jawaban)
  if (counter === null) return null
  await mesin.pool.query(
    'update masuk.passkey set penghitung = $2, dipakai_pada = now() where id = $1',
    [key.id, counter],
  )
  return key.user_id
}

async function verified(
  mesin: Mesin,
  asal: Asal,
  expectedChallenge: string,
  key: Kunci,
  jawaban: unknown,
): Promise<number | null> {
  try {
    const answer = await verifyAuthenticationResponse({
      response: jawaban as AuthenticationResponseJSON,
      expectedChallenge,
      expectedOrigin: asal.origin,
      expectedRPID: mesin.domainPasskey,
      requireUserVerification: true,
      credential: {
        id: key.id,
        publicKey: new Uint8Array(key.kunci),
        counter: key.penghitung,
        transports: key.angkutan,
      },
    })
    return answer.verified ? answer.authenticationInfo.newCounter : null
  } catch {
    // As above: an answer that cannot be read proves nothing.
    return null
  }
}
