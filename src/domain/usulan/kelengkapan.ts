/** The minimum per step as one table: the shape of the policy file that says which parts a step needs. */
import { z } from 'zod'
import { berlakuSchema } from '#domain/kebijakan/parameter.ts'
import { labelSchema } from '#domain/label-schema.ts'
import { type JenisUsulan, semuaJenis } from './jenis.ts'
import { minimum, semuaButir } from './kurang.ts'

const jenisSchema = z.enum(semuaJenis as [JenisUsulan, ...JenisUsulan[]])

/** `policy/alur/kelengkapan.yaml`. */
export const berkasKelengkapanSchema = z.strictObject({
  judul: labelSchema,
  sumber: z.string().min(1),
  berlaku: berlakuSchema,
  butir: z.record(z.enum(semuaButir), labelSchema),
  minimum: z.record(
    z.enum(minimum),
    z.array(
      z.strictObject({
        /** Kinds that need these parts; absent: all that take the step. */
        jenis: z.array(jenisSchema).optional(),
        butir: z.array(z.enum(semuaButir)).min(1),
      }),
    ),
  ),
  contoh: z
    .array(
      z.strictObject({
        minimum: z.enum(minimum),
        jenis: jenisSchema,
        nama: z.string(),
        rt: z.int().nullable(),
        kunjungan: z.boolean().default(false),
        isi: z.record(z.string(), z.json()),
        kurang: z.array(z.enum(semuaButir)),
      }),
    )
    .min(1),
})
export type BerkasKelengkapan = z.infer<typeof berkasKelengkapanSchema>
