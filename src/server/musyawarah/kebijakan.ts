/** The policies of the meeting, read once: elements by regime, and words that the hall's screen does not show. */
import { berkasLayarSchema } from '#domain/musyawarah/layar.ts'
import { type BerkasUnsur, berkasUnsurSchema, unsurPada } from '#domain/musyawarah/unsur.ts'
import { listPolicies, readPolicy } from '#server/kebijakan/muat.ts'

const unsur = listPolicies('musyawarah').map((path) => readPolicy(path, berkasUnsurSchema).nilai)

/** The elements that a meeting on that day is made of. */
export const unsurHari = (tanggal: string): BerkasUnsur => unsurPada(unsur, tanggal)

export const kataLayar = readPolicy('parameter/layar-musyawarah.yaml', berkasLayarSchema).nilai
