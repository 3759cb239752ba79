/** The policy of batches and of the centre, read once. */
import { berkasPusatSchema } from '#domain/kiriman/kebijakan.ts'
import { readPolicy } from '#server/kebijakan/muat.ts'

export const kebijakanPusat = readPolicy('parameter/pusat.yaml', berkasPusatSchema).nilai
