/** The policies of the monthly cycle: regimes by date, the minimum per step; read once. */
import { type BerkasKelengkapan, berkasKelengkapanSchema } from '#domain/usulan/kelengkapan.ts'
import type { Aturan } from '#domain/usulan/putuskan.ts'
import { berkasRezimSchema, type Rezim, rezimPada } from '#domain/usulan/rezim.ts'
import { listPolicies, readPolicy } from '#server/kebijakan/muat.ts'

const kelengkapanPath = 'alur/kelengkapan.yaml'

export const kelengkapan: BerkasKelengkapan = readPolicy(
  kelengkapanPath,
  berkasKelengkapanSchema,
).nilai

export const rezim: readonly Rezim[] = listPolicies('alur')
  .filter((path) => path !== kelengkapanPath)
  .map((path) => readPolicy(path, berkasRezimSchema))
  .map(({ kode, nilai }) => ({ kode, nilai }))

/** The rules in force on a day ('YYYY-MM-DD'). */
export const aturanPada = (hari: string): Aturan => ({ rezim: rezimPada(rezim, hari), kelengkapan })
