/** Deadlines of moves between areas as policy. */
import { z } from 'zod'
import { berlakuSchema } from '#domain/kebijakan/parameter.ts'
import { labelSchema } from '#domain/label-schema.ts'
import { semuaPemutus } from './pemutus.ts'

/** `policy/parameter/pindah.yaml`. */
export const berkasPindahSchema = z.strictObject({
  judul: labelSchema,
  sumber: z.string().min(1),
  berlaku: berlakuSchema,
  /** Days in which the origin answers; then the lowest level above both decides. */
  masa_asal_hari: z.int().min(1).max(60),
  /** Days in which that level decides; then the next one does. */
  masa_pemutus_hari: z.int().min(1).max(60),
  contoh: z
    .array(z.strictObject({ asal: z.int(), tujuan: z.int(), pemutus: z.enum(semuaPemutus) }))
    .min(3),
})
