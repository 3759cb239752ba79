/** The rules of belief and the words of Dukcapil's statuses, read once. */
import { berkasDukcapilSchema } from '#domain/dukcapil/aturan.ts'
import { berkasKepercayaanSchema } from '#domain/kepercayaan/aturan.ts'
import { readPolicy } from '#server/kebijakan/muat.ts'

export const kepercayaan = readPolicy('padanan/kepercayaan.yaml', berkasKepercayaanSchema).nilai
export const dukcapil = readPolicy('parameter/dukcapil.yaml', berkasDukcapilSchema).nilai
