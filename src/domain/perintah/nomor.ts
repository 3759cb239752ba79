/** Command ids: a UUID that tells when it was made (version 7), so that one too old is recognised. */
import { err, ok, type Result } from '#domain/result.ts'

/** A repetition gets the first answer for so long; afterwards it is refused, never carried out again. */
export const hariDisimpan = 90
const day = 86_400_000

/** A clock of the sender may run ahead by so much. */
const ahead = day

/** Where a command is kept: the first day of a month, 'YYYY-MM-DD'. */
export type TempatNomor = {
  readonly bulan: string
  /** The id tells its time, so that the month follows from the id alone. */
  readonly berwaktu: boolean
}

export type MasalahNomor = 'terlalu_lama' | 'mendahului'

/** Milliseconds since 1970 at which a version 7 UUID was made; null for any other. */
export function waktuNomor(id: string): number | null {
  const hex = id.replaceAll('-', '')
  return hex[12] === '7' ? Number.parseInt(hex.slice(0, 12), 16) : null
}

/** First day of the month (UTC) of an instant. */
export const bulanOf = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, 7)}-01`

/**
 * Decides where the command of an id is kept. An id without a time is kept under the month of its
 * arrival; the caller must then look in the other months too.
 */
export function tempatNomor(id: string, kini: number): Result<TempatNomor, MasalahNomor> {
  const made = waktuNomor(id)
  if (made === null) return ok({ bulan: bulanOf(kini), berwaktu: false })
  if (made > kini + ahead) return err('mendahului')
  if (made < kini - hariDisimpan * day) return err('terlalu_lama')
  return ok({ bulan: bulanOf(made), berwaktu: true })
}

/** A version 7 UUID of an instant and sixteen random bytes, of which ten are used. */
export function nomorPerintah(milliseconds: number, random: Uint8Array): string {
  const bytes = random.slice(0, 16)
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(milliseconds / 256 ** (5 - i)) % 256
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
