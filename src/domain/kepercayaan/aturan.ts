/** Rules of belief as policy: per field how much each source weighs, and what a difference puts at stake. */
import { z } from 'zod'
import { berlakuSchema } from '#domain/kebijakan/parameter.ts'
import { labelSchema } from '#domain/label-schema.ts'
import { bidangPercaya, semuaSumber } from './percaya.ts'

const sumber = z.enum(semuaSumber)
const poin = z.int().min(0).max(100)

/** `policy/padanan/kepercayaan.yaml`. */
export const berkasKepercayaanSchema = z.strictObject({
  judul: labelSchema,
  sumber: z.string().min(1),
  berlaku: berlakuSchema,
  susut_per_tahun: poin,
  peluang_taut: z.number().min(0.5).max(1),
  taruhan: z.strictObject({
    menerima: poin,
    tidak_padan: poin,
    desil_rendah: poin,
    desil_sampai: z.int().min(1).max(10),
  }),
  bidang: z.record(
    z.enum(bidangPercaya),
    z.strictObject({
      label: labelSchema,
      /** Whether a difference is put into the queue. */
      antre: z.boolean(),
      /** Whether an officer can see it in the field. */
      lapangan: z.boolean(),
      taruhan: poin,
      bobot: z.record(sumber, poin),
    }),
  ),
  contoh: z
    .array(
      z.strictObject({
        bidang: z.enum(bidangPercaya),
        hari: z.iso.date(),
        calon: z
          .array(
            z.strictObject({
              sumber,
              nilai: z.string(),
              tanggal: z.iso.date(),
              lapangan: z.boolean().default(false),
            }),
          )
          .min(1),
        putusan: sumber.optional(),
        dipercaya: sumber,
        dasar: z.enum(['putusan', 'lapangan', 'bobot']),
      }),
    )
    .min(4),
})

export type AturanKepercayaan = z.infer<typeof berkasKepercayaanSchema>
