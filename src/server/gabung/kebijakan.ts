/** The policy of merges, read once. */
import { type BerkasGabung, berkasGabungSchema } from '#domain/gabung/putus.ts'
import { readPolicy } from '#server/kebijakan/muat.ts'

export const kebijakanGabung: BerkasGabung = readPolicy(
  'parameter/gabung.yaml',
  berkasGabungSchema,
).nilai
