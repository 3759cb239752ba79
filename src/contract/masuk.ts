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

const kodeTotp = z.string().trim().max(12)
const sandi = z.string().min(1).max(1000)
const token = z.string().min(20).max(200)
/** A WebAuthn message as JSON (PublicKeyCredential.toJSON); judged by the library on the server. */
const webauthn = z.record(z.string(), z.unknown())
const pin = z.string().regex(/^\d{6}$/)
/** Public part of an ECDSA P-256 key, as exported by WebCrypto (`jwk`). */
const kunciPublik = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().length(43),
  y: z.string().length(43),
})

const langkah = { method: 'POST', permission: 'umum', audit: 'tanpa', rahasia: true } as const
const terbukti = {
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
  ...langkah,
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
  ...langkah,
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
  ...langkah,
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

/** A new secret for an authenticator app; counts only after `akun.totpPasang`. */
export const akunTotpMulai = operation({
  ...terbukti,
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
