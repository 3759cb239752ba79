/** The policy of monthly summaries, read once. */
import { berkasRekapSchema } from '#domain/rekap/kebijakan.ts'
import { readPolicy } from '#server/kebijakan/muat.ts'

export const kebijakanRekap = readPolicy('parameter/rekap.yaml', berkasRekapSchema).nilai
