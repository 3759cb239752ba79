/** Kinds of disaster, how long a special state may last, and how long its number may follow: as policy. */
import { z } from 'zod'
import { berlakuSchema, tanggalSchema } from '#domain/kebijakan/parameter.ts'
import { labelSchema } from '#domain/label-schema.ts'

/** `policy/parameter/keadaan-khusus.yaml`. */
export const berkasKeadaanKhususSchema = z.strictObject({
  judul: labelSchema,
  sumber: z.string().min(1),
  berlaku: berlakuSchema,
  lama_terpanjang_hari: z.int().min(1).max(730),
  nomor_menyusul_hari: z.int().min(1).max(90),
  jenis: z
    .array(z.strictObject({ kode: z.string().regex(/^[a-z_]{3,30}$/), label: labelSchema }))
    .min(1),
  contoh: z
    .array(
      z.strictObject({
        dari: tanggalSchema,
        sampai: tanggalSchema,
        nomor: z.boolean(),
        tenggat: tanggalSchema.nullable(),
        hari: tanggalSchema,
        berlaku: z.boolean(),
        melepas: z.boolean(),
      }),
    )
    .min(3),
})
