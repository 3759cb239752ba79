/** Setting up one's own means to sign in: authenticator, passkey, recovery codes, password. Carries secrets (`rahasia`). */
import { z } from 'zod'
import { kodeTotp, langkahMasuk, sandi, terbukti, token, webauthn } from './masuk.ts'
import { operation } from './operation.ts'

/** A new secret for an authenticator app; counts only after `akun.totpPasang`. */
export const akunTotpMulai = operation({
  ...terbukti,
  audit: 'tanpa',
  id: 'akun.totpMulai',
  path: '/api/masuk/totp/mulai',
  input: z.object({}),
  /** `uri` (otpauth://) is shown as a QR code, `rahasia` (base32) for typing. */
  output: z.object({ uri: z.string(), rahasia: z.string() }),
  label: { id: 'Mulai pasang autentikator', en: 'Begin setting up an authenticator' },
})

/** The first factor also gives recovery codes, shown this once. */
export const akunTotpPasang = operation({
  ...terbukti,
  id: 'akun.totpPasang',
  path: '/api/masuk/totp/pasang',
  input: z.object({ kode: kodeTotp }),
  output: langkahMasuk.extend({ pemulihan: z.array(z.string()).nullable() }),
  label: { id: 'Pasang autentikator', en: 'Set up an authenticator' },
})

export const akunPasskeyMulai = operation({
  ...terbukti,
  audit: 'tanpa',
  id: 'akun.passkeyMulai',
  path: '/api/masuk/passkey/daftar/mulai',
  input: z.object({}),
  /** `pilihan` goes into `PublicKeyCredential.parseCreationOptionsFromJSON`. */
  output: z.object({ tantangan: z.string(), pilihan: webauthn }),
  label: { id: 'Mulai daftar passkey', en: 'Begin registering a passkey' },
})

export const akunPasskeyPasang = operation({
  ...terbukti,
  id: 'akun.passkeyPasang',
  path: '/api/masuk/passkey/daftar',
  input: z.object({ tantangan: token, jawaban: webauthn, nama: z.string().trim().min(1).max(80) }),
  output: langkahMasuk.extend({ pemulihan: z.array(z.string()).nullable() }),
  label: { id: 'Daftar passkey', en: 'Register a passkey' },
})

/** New recovery codes, shown this once; the old ones are void. */
export const akunPemulihanBaru = operation({
  ...terbukti,
  id: 'akun.pemulihanBaru',
  path: '/api/masuk/pemulihan/baru',
  input: z.object({}),
  output: z.object({ pemulihan: z.array(z.string()) }),
  kukuh: true,
  label: { id: 'Kode pemulihan baru', en: 'New recovery codes' },
})

/** Changes one's own password; every other session of the account ends. */
export const akunGantiSandi = operation({
  ...terbukti,
  id: 'akun.gantiSandi',
  path: '/api/masuk/sandi/ganti',
  input: z.object({ lama: sandi, baru: sandi }),
  output: z.object({}),
  label: { id: 'Ganti kata sandi', en: 'Change the password' },
})
