/** Parameters of a policy: values by date, each with its source. */
import { z } from 'zod'
import { labelSchema } from '#domain/label-schema.ts'
import { type NilaiParameter, namaSchema } from './bahasa.ts'

export const tanggalSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export const berlakuSchema = z.strictObject({
  dari: tanggalSchema.nullable(),
  sampai: tanggalSchema.nullable(),
})
export type Berlaku = z.infer<typeof berlakuSchema>

export const parameterSchema = z.strictObject({
  nama: namaSchema,
  label: labelSchema,
  satuan: labelSchema,
  nilai: z
    .array(
      z.strictObject({
        dari: tanggalSchema.nullable(),
        sampai: tanggalSchema.nullable(),
        nilai: z.int(),
        sumber: z.string().min(1),
      }),
    )
    .min(1),
  /** Values that another source gives, kept visible because the sources disagree. */
  lain: z
    .array(z.strictObject({ nilai: z.int(), sumber: z.string().min(1), alasan: labelSchema }))
    .optional(),
})
export type Parameter = z.infer<typeof parameterSchema>

/** Whether a day lies in a period; ISO dates compare as text, and the end is the first day after. */
export const holdsOn = (berlaku: Berlaku, tanggal: string): boolean =>
  (berlaku.dari === null || tanggal >= berlaku.dari) &&
  (berlaku.sampai === null || tanggal < berlaku.sampai)

/** The values that hold on a day; a parameter without one is a fault of the policy. */
export function parameterOn(parameter: readonly Parameter[], tanggal: string): NilaiParameter {
  return Object.fromEntries(
    parameter.map((p) => {
      const now = p.nilai.filter((n) => holdsOn(n, tanggal))
      const [only] = now
      if (only === undefined || now.length !== 1) {
        throw new Error(`parameter ${p.nama} has ${now.length} values on ${tanggal}`)
      }
      return [p.nama, only.nilai]
    }),
  )
}
