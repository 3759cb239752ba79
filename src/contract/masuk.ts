/**
 * The steps of signing in and of proving again who one is. They carry secrets or set the cookie, so
 * they run outside the registry's transaction (`rahasia`) and write their own row of the log.
 */
import { z } from 'zod'
import { operation } from './operation.ts'
import { semuaPeran } from './peran.ts'

/** What a person can prove themselves by. */
export const caraMasuk = z.enum(['totp', 'passkey', 'pemulihan', 'perangkat'])
export type CaraMasuk = z.output<typeof caraMasuk>

/**
 * What comes next. `selesai`: signed in; `faktor`: prove the second factor by one of `cara`;
 * `pasang`: the role demands a factor that is not set up yet, set up one of `cara`.
 */
export const langkahMasuk = z.object({
  langkah: z.enum(['selesai', 'faktor', 'pasang']),
  cara: z.array(caraMasuk),
})

/** The rules that a new password must meet, for the page to say before it is typed. */
export const aturanSandi = z.object({
  profil: z.enum(['nist', 'bssn']),
  min: z.number(),
  maks: z.number(),
  /** Upper and lower case, digit and sign are demanded. */
  komposisi: z.boolean(),
  /** Days until it must be changed; null is never. */
  masaHari: z.number().nullable(),
  /** How many former passwords may not be used again. */
  riwayat: z.number(),
})

export const kodeTotp = z.string().trim().max(12)
export const sandi = z.string().min(1).max(1000)
export const token = z.string().min(20).max(200)
/** A WebAuthn message as JSON (PublicKeyCredential.toJSON); judged by the library on the server. */
export const webauthn = z.record(z.string(), z.unknown())
const pin = z.string().regex(/^\d{6}$/)
/** Public part of an ECDSA P-256 key, as exported by WebCrypto (`jwk`). */
const kunciPublik = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().length(43),
  y: z.string().length(43),
})

/** Opens, lifts or ends a session: logged under the person whom it turned out to be. */
const langkah = { method: 'POST', permission: 'umum', audit: 'tulis', rahasia: true } as const
/** Only asks: a challenge, or what a link is for. */
const tanya = { ...langkah, audit: 'tanpa' } as const
/** Of a person with a session: asks for no command id, is allowed before everything else is complete. */
export const terbukti = {
  method: 'POST',
  permission: semuaPeran,
  audit: 'tulis',
  rahasia: true,
  akunSendiri: true,
} as const

/** First step: user name or phone number, and password. */
export const masukSandi = operation({
  ...langkah,
  id: 'masuk.sandi',
  path: '/api/masuk/sandi',
  input: z.object({ nama: z.string().trim().min(1).max(100), sandi }),
  output: langkahMasuk,
  label: { id: 'Masuk dengan kata sandi', en: 'Sign in by password' },
})

/** Second step: the code of the authenticator app. Also lifts a session that proved less. */
export const masukTotp = operation({
  ...langkah,
  id: 'masuk.totp',
  path: '/api/masuk/totp',
  input: z.object({ kode: kodeTotp }),
  output: langkahMasuk,
  label: { id: 'Masuk: kode autentikator', en: 'Sign in: authenticator code' },
})

/** Second step without the phone: one of the recovery codes, which is then used up. */
export const masukPemulihan = operation({
  ...langkah,
  id: 'masuk.pemulihan',
  path: '/api/masuk/pemulihan',
  input: z.object({ kode: z.string().trim().max(40) }),
  output: langkahMasuk,
  label: { id: 'Masuk: kode pemulihan', en: 'Sign in: recovery code' },
})

/** A challenge for a passkey: alone it signs in, after a password it is the second step. */
export const masukPasskeyMulai = operation({
  ...tanya,
  id: 'masuk.passkeyMulai',
  path: '/api/masuk/passkey/mulai',
  input: z.object({}),
  /** `pilihan` goes into `PublicKeyCredential.parseRequestOptionsFromJSON`. */
  output: z.object({ tantangan: z.string(), pilihan: webauthn }),
  label: { id: 'Masuk: tantangan passkey', en: 'Sign in: passkey challenge' },
})

export const masukPasskey = operation({
  ...langkah,
  id: 'masuk.passkey',
  path: '/api/masuk/passkey',
  input: z.object({ tantangan: token, jawaban: webauthn }),
  output: langkahMasuk,
  label: { id: 'Masuk dengan passkey', en: 'Sign in by passkey' },
})

/** A challenge for a paired device, to be signed by its key. */
export const masukPerangkatMulai = operation({
  ...tanya,
  id: 'masuk.perangkatMulai',
  path: '/api/masuk/perangkat/mulai',
  input: z.object({ perangkat: z.uuid() }),
  output: z.object({ tantangan: z.string() }),
  label: { id: 'Masuk: tantangan perangkat', en: 'Sign in: device challenge' },
})

/**
 * A paired device signs in: `tanda` is the ECDSA P-256/SHA-256 signature (64 bytes r‖s, base64url)
 * over the UTF-8 text `siks-perangkat:<perangkat>:<tantangan>`.
 */
export const masukPerangkat = operation({
  ...langkah,
  id: 'masuk.perangkat',
  path: '/api/masuk/perangkat',
  input: z.object({ perangkat: z.uuid(), tantangan: token, tanda: z.string().max(200), pin }),
  output: langkahMasuk,
  label: { id: 'Masuk dengan perangkat dan PIN', en: 'Sign in by device and PIN' },
})

export const masukKeluar = operation({
  ...langkah,
  id: 'masuk.keluar',
  path: '/api/masuk/keluar',
  input: z.object({}),
  output: z.object({}),
  label: { id: 'Keluar', en: 'Sign out' },
})

/** What a one-time link is for; also shows the rules of the password to be chosen. */
export const undanganLihat = operation({
  ...tanya,
  id: 'undangan.lihat',
  path: '/api/masuk/undangan/lihat',
  input: z.object({ token }),
  output: z.object({
    jenis: z.enum(['undangan', 'reset', 'perangkat']),
    nama: z.string(),
    username: z.string(),
    /** What the role demands after this: nothing more, a strong factor, or a device. */
    faktor: z.enum(['kuat', 'perangkat', 'sandi']),
    sandi: aturanSandi,
    berakhirPada: z.string(),
  }),
  label: { id: 'Lihat undangan', en: 'Look at an invitation' },
})

/** An invited officer, or one whose reset was started, chooses a password; the link is then used up. */
export const undanganTerima = operation({
  ...langkah,
  id: 'undangan.terima',
  path: '/api/masuk/undangan/terima',
  input: z.object({ token, sandi }),
  output: langkahMasuk,
  label: { id: 'Terima undangan', en: 'Accept an invitation' },
})

/** The phone that opened the QR code hands in its public key and the PIN; it is then signed in. */
export const perangkatPasang = operation({
  ...langkah,
  id: 'perangkat.pasang',
  path: '/api/masuk/perangkat/pasang',
  input: z.object({ token, kunci: kunciPublik, pin, nama: z.string().trim().min(1).max(80) }),
  output: langkahMasuk.extend({ perangkat: z.uuid() }),
  label: { id: 'Pasangkan perangkat', en: 'Pair a device' },
})

/** Proves again who one is; holds for ten minutes. A session that has a second factor needs it here. */
export const sesiKukuhkan = operation({
  ...terbukti,
  id: 'sesi.kukuhkan',
  path: '/api/masuk/kukuhkan',
  input: z.discriminatedUnion('cara', [
    z.object({ cara: z.literal('sandi'), sandi, kode: kodeTotp.optional() }),
    z.object({ cara: z.literal('passkey'), tantangan: token, jawaban: webauthn }),
    z.object({
      cara: z.literal('perangkat'),
      perangkat: z.uuid(),
      tantangan: token,
      tanda: z.string().max(200),
      pin,
    }),
  ]),
  output: z.object({ sampai: z.string() }),
  label: { id: 'Buktikan lagi bahwa ini Anda', en: 'Prove again that it is you' },
})
