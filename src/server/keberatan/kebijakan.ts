/** The policy of notices and objections, read once. */
import { tambahHari } from '#domain/kalender/waktu.ts'
import { type BerkasKeberatan, berkasKeberatanSchema } from '#domain/keberatan/kebijakan.ts'
import { readPolicy } from '#server/kebijakan/muat.ts'

export const kebijakanKeberatan: BerkasKeberatan = readPolicy(
  'parameter/keberatan.yaml',
  berkasKeberatanSchema,
).nilai

/** Last day to object to a letter of that day, and the day from which the loss holds. */
export function hariKeberatan(tanggal: string): { keberatanSampai: string; berlaku: string } {
  const keberatanSampai = tambahHari(tanggal, kebijakanKeberatan.keberatan_hari)
  return { keberatanSampai, berlaku: tambahHari(keberatanSampai, 1) }
}

/** Day by which an objection of that day is to be decided. */
export const tenggatPutus = (tanggal: string): string =>
  tambahHari(tanggal, kebijakanKeberatan.putus_hari)
