/** Deadlines of moves between areas. */
import { berkasPindahSchema } from '#domain/pindah/batas.ts'
import { readPolicy } from '#server/kebijakan/muat.ts'

const { masa_asal_hari, masa_pemutus_hari } = readPolicy(
  'parameter/pindah.yaml',
  berkasPindahSchema,
).nilai

const HARI_MS = 86_400_000

const sesudah = (hari: string, n: number): string =>
  new Date(Date.parse(`${hari}T00:00:00Z`) + n * HARI_MS).toISOString().slice(0, 10)

/** Last day ('YYYY-MM-DD') on which the origin answers what was asked today. */
export const batasAsal = (hari: string): string => sesudah(hari, masa_asal_hari)

/** Last day on which the level above both decides what was raised today. */
export const batasPemutus = (hari: string): string => sesudah(hari, masa_pemutus_hari)
