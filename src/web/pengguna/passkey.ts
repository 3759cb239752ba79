/** Passkeys in the browser: a proof by one that exists, and registering a new one; loaded when needed. */
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { call } from '#web/api.ts'
import type { InputOf, OutputOf } from '#web/operasi.ts'

/** Whether this browser knows passkeys and the page is served under the name they are bound to. */
export const passkeyBisa = (domain: string | undefined): boolean =>
  typeof globalThis.PublicKeyCredential === 'function' &&
  globalThis.isSecureContext &&
  (domain === undefined || location.hostname === domain || location.hostname.endsWith(`.${domain}`))

// The library on the server made the options, in the shape that this one takes; looked at, not trusted.
const isMinta = (p: object): p is PublicKeyCredentialRequestOptionsJSON =>
  'challenge' in p && typeof p.challenge === 'string'
const isBuat = (p: object): p is PublicKeyCredentialCreationOptionsJSON =>
  isMinta(p) && 'rp' in p && 'user' in p && 'pubKeyCredParams' in p

const alat = () => import('@simplewebauthn/browser')

/** The proof that the person holds the passkey, to be sent on. */
export async function buktiPasskey(): Promise<InputOf<'masuk.passkey'>> {
  const { tantangan, pilihan } = await call('masuk.passkeyMulai', {})
  const { startAuthentication } = await alat()
  if (!isMinta(pilihan)) throw new TypeError('masuk.passkeyMulai')
  const jawaban = await startAuthentication({ optionsJSON: pilihan })
  return { tantangan, jawaban: { ...jawaban } }
}

/** Makes a passkey on this device or key, and registers it under a name. */
export async function daftarPasskey(nama: string): Promise<OutputOf<'akun.passkeyPasang'>> {
  const { tantangan, pilihan } = await call('akun.passkeyMulai', {})
  const { startRegistration } = await alat()
  if (!isBuat(pilihan)) throw new TypeError('akun.passkeyMulai')
  const jawaban = await startRegistration({ optionsJSON: pilihan })
  return call('akun.passkeyPasang', { tantangan, jawaban: { ...jawaban }, nama })
}
