/** The policy of visits, read once; and the day by which a family must be visited again. */
import { jatuhTempoVerifikasi } from '#domain/kalender/siklus.ts'
import { type BerkasKunjungan, berkasKunjunganSchema } from '#domain/kunjungan/kebijakan.ts'
import { kalenderKebijakan } from '#server/kalender/kebijakan.ts'
import { readPolicy } from '#server/kebijakan/muat.ts'

export const kebijakanKunjungan: BerkasKunjungan = readPolicy(
  'parameter/kunjungan.yaml',
  berkasKunjunganSchema,
).nilai

/** Once a year, as the regime of that day has it (policy/kalender). */
export const tempoSesudah = (tanggal: string): string | null =>
  jatuhTempoVerifikasi(kalenderKebijakan().rezim, tanggal)
