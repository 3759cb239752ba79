/** How long the social office waits for the district's word on a monthly summary. */
import { z } from 'zod'
import { labelSchema } from '#domain/label-schema.ts'

/** `policy/parameter/rekap.yaml`. */
export const berkasRekapSchema = z.strictObject({
  judul: labelSchema,
  sumber: z.string().min(1),
  berlaku: z.strictObject({ dari: z.string(), sampai: z.string().nullable() }),
  /** From the day of the signature. */
  tunggu_camat_hari: z.int().min(1).max(120),
  contoh: z
    .array(
      z.strictObject({
        keadaan: z.enum(['belum', 'ditandatangani', 'diketahui', 'diterima']),
        hari: z.int(),
        camat: z.boolean(),
        siap: z.boolean(),
      }),
    )
    .min(3),
})
