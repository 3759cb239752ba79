/** Days to object and to decide, who decides, and how many letters go into one file. */
import { z } from 'zod'
import { labelSchema } from '#domain/label-schema.ts'

const day = z.iso.date()
const hari = z.int().min(1).max(120)
const peran = z.string().min(3)

/** `policy/parameter/keberatan.yaml`. */
export const berkasKeberatanSchema = z.strictObject({
  judul: labelSchema,
  sumber: z.string().min(1),
  berlaku: z.strictObject({ dari: z.string(), sampai: z.string().nullable() }),
  /** From the day of the letter; the loss holds from the day after the last. */
  keberatan_hari: hari,
  /** From the day of the objection. */
  putus_hari: hari,
  pemutus: z.array(peran).min(1),
  /** Who decides where none of them is free, or the day has passed. */
  cadangan: z.array(peran).min(1),
  cetak_terbanyak: z.int().min(20).max(1000),
  contoh: z.strictObject({
    hari: z.array(z.strictObject({ tanggal: day, keberatan_sampai: day, berlaku: day })).min(3),
    putus: z
      .array(
        z.strictObject({
          nama: z.string(),
          peran,
          ikut: z.boolean(),
          kerabat: z.boolean(),
          lain: z.int(),
          terlambat: z.boolean(),
          boleh: z.boolean(),
        }),
      )
      .min(3),
  }),
})

export type BerkasKeberatan = z.output<typeof berkasKeberatanSchema>
