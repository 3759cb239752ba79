/** The rules for passwords and PINs: profiles by policy, one judgment for all of them. */
import { z } from 'zod'
import { err, ok, type Result } from '#domain/result.ts'

const profil = z.strictObject({
  /** With a second factor. */
  min_dengan_faktor: z.number().int(),
  /** Alone. */
  min_sendiri: z.number().int(),
  maks: z.number().int(),
  komposisi: z.boolean(),
  masa_hari: z.number().int().nullable(),
  riwayat: z.number().int(),
})

/** policy/parameter/sandi.yaml */
export const aturanSandiSchema = z.strictObject({
  judul: z.strictObject({ id: z.string(), en: z.string() }),
  sumber: z.record(z.string(), z.string()),
  berlaku: z.strictObject({ dari: z.string(), sampai: z.string().nullable() }),
  profil: z.strictObject({ nist: profil, bssn: profil }),
  /** Words of this system and its offices that no password may be made of. */
  kata_terlarang: z.array(z.string()),
  contoh: z.array(
    z.strictObject({
      profil: z.enum(['nist', 'bssn']),
      sandi: z.string(),
      sendiri: z.boolean(),
      hasil: z.string(),
    }),
  ),
})

export type ProfilSandi = z.output<typeof profil>

export type MasalahSandi = 'sandi.pendek' | 'sandi.panjang' | 'sandi.umum' | 'sandi.komposisi'

export type Penilai = {
  readonly profil: ProfilSandi
  /** No second factor protects the account. */
  readonly sendiri: boolean
  /** Whether a whole password (folded to lower case) is on a list of common ones. */
  readonly umum: (sandi: string) => boolean
  /** Words of the context: user name, parts of the name, the place, the system. */
  readonly kata: readonly string[]
}

/** Characters as a person counts them. */
const panjang = (teks: string): number => [...teks].length

export const minimal = ({ profil: p, sendiri }: Pick<Penilai, 'profil' | 'sendiri'>): number =>
  sendiri ? p.min_sendiri : p.min_dengan_faktor

/** Judges a password that somebody chooses; it is normalised (NFKC) as it is when hashed. */
export function nilaiSandi(dipilih: string, penilai: Penilai): Result<string, MasalahSandi> {
  const sandi = dipilih.normalize('NFKC')
  if (panjang(sandi) > penilai.profil.maks) return err('sandi.panjang')
  if (panjang(sandi) < minimal(penilai)) return err('sandi.pendek')
  if (penilai.profil.komposisi && !lengkap(sandi)) return err('sandi.komposisi')
  if (mudah(sandi.toLowerCase(), penilai)) return err('sandi.umum')
  return ok(sandi)
}

const lengkap = (sandi: string): boolean =>
  [/\p{Lu}/u, /\p{Ll}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].every((jenis) => jenis.test(sandi))

/** Common as a whole, or nothing is left beside words of the context, digits and signs. */
function mudah(sandi: string, { umum, kata }: Penilai): boolean {
  if (umum(sandi) || umum(sandi.replace(/[^\p{L}]+$/u, ''))) return true
  if (new Set(sandi).size < 4 || berulang(sandi) || berurutan(sandi)) return true
  let sisa = sandi
  for (const k of [...kata].sort((a, b) => b.length - a.length))
    if (k.length >= 3) sisa = sisa.replaceAll(k.toLowerCase(), '')
  const huruf = sisa.replace(/[^\p{L}]/gu, '')
  return sisa !== sandi && huruf.length < 4
}

/** The same piece over and over: "abcabcabcabc". */
const berulang = (teks: string): boolean => /^(.{1,6})\1+$/u.test(teks)

/** Each character follows the one before by the same small step: "12345678901", "hgfedcba". */
function berurutan(teks: string): boolean {
  const langkah = new Set<number>()
  for (let i = 1; i < teks.length; i++)
    langkah.add(beda(teks.charCodeAt(i - 1), teks.charCodeAt(i)))
  return langkah.size === 1 && Math.abs([...langkah][0] ?? 9) <= 1
}

const angka = (kode: number): boolean => kode >= 48 && kode <= 57

/** The step from one character to the next; after 9 comes 0. */
const beda = (dari: number, ke: number): number =>
  angka(dari) && angka(ke) ? ((ke - dari + 15) % 10) - 5 : ke - dari

/** A PIN that many choose: sequences, repetitions, a year doubled, a date of this or the last century. */
export function pinMudah(pin: string): boolean {
  if (/^(\d)\1+$/.test(pin) || /^(\d{2})\1+$/.test(pin) || /^(\d{3})\1$/.test(pin)) return true
  if (berurutan(pin) || new Set(pin).size < 3) return true
  return ['123321', '112233', '121212', '789456', '147258', '159753', '123654'].includes(pin)
}
