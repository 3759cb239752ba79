/** Kinds of disaster and the limits of a special state. */
import { berkasKeadaanKhususSchema } from '#domain/keadaan-khusus/kebijakan.ts'
import { readPolicy } from '#server/kebijakan/muat.ts'

export const kebijakanKhusus = readPolicy(
  'parameter/keadaan-khusus.yaml',
  berkasKeadaanKhususSchema,
).nilai

const HARI_MS = 86_400_000

/** Days from one day to another ('YYYY-MM-DD'), both counted. */
export const lamaHari = (dari: string, sampai: string): number =>
  Math.round((Date.parse(sampai) - Date.parse(dari)) / HARI_MS) + 1

/** Day by which a number that follows must have come. */
export const tenggatNomor = (hari: string): string =>
  new Date(Date.parse(`${hari}T00:00:00Z`) + kebijakanKhusus.nomor_menyusul_hari * HARI_MS)
    .toISOString()
    .slice(0, 10)
