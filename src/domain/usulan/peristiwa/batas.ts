/** Limits of events as policy. */
import { z } from 'zod'
import { berlakuSchema, tanggalSchema } from '#domain/kebijakan/parameter.ts'
import { labelSchema } from '#domain/label-schema.ts'

/** `policy/parameter/peristiwa.yaml`. */
export const berkasPeristiwaSchema = z.strictObject({
  judul: labelSchema,
  sumber: z.string().min(1),
  berlaku: berlakuSchema,
  /** Full years from which somebody may hold a family's card. */
  usia_dewasa: z.int().min(15).max(25),
  contoh: z
    .array(
      z.strictObject({ tanggal_lahir: tanggalSchema, hari: tanggalSchema, dewasa: z.boolean() }),
    )
    .min(2),
})
