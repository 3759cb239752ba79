/** Programmes and known quotas as `policy/parameter` states them. */
import { z } from 'zod'
import { berlakuSchema, tanggalSchema } from '#domain/kebijakan/parameter.ts'
import { labelSchema } from '#domain/label-schema.ts'

export const berkasProgramSchema = z.strictObject({
  judul: labelSchema,
  sumber: z.string().min(1),
  berlaku: berlakuSchema,
  program: z
    .array(
      z.strictObject({
        kode: z.string().regex(/^[a-z][a-z0-9_]{1,29}$/),
        label: labelSchema,
        penjelasan: labelSchema,
        penyelenggara: labelSchema,
        sumber: z.string().min(1),
        berlaku: berlakuSchema,
      }),
    )
    .min(1),
})
export type Program = z.infer<typeof berkasProgramSchema>['program'][number]

export const berkasKuotaSchema = z.strictObject({
  judul: labelSchema,
  sumber: z.string().min(1),
  berlaku: berlakuSchema,
  program: z.string().min(1),
  kuota: z
    .array(
      z.strictObject({
        wilayah: z.int().min(0).max(9_999_999_999),
        dari: tanggalSchema,
        sampai: tanggalSchema.nullable(),
        jumlah: z.int().min(0),
        dasar: z.strictObject({
          nomor: z.string().nullable(),
          tanggal: tanggalSchema.nullable(),
          penerbit: z.string().nullable(),
        }),
        sumber: z.string().min(1),
        catatan: labelSchema.optional(),
      }),
    )
    .min(1),
})
export type BerkasKuota = z.infer<typeof berkasKuotaSchema>
