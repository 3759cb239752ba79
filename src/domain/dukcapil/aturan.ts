/** What each status at Dukcapil means in words, and which occupations a benefit excludes, as policy. */
import { z } from 'zod'
import { berlakuSchema } from '#domain/kebijakan/parameter.ts'
import { labelSchema } from '#domain/label-schema.ts'
import { keadaanDukcapil } from './keadaan.ts'

const keadaan = z.enum(keadaanDukcapil)
const sisi = z.strictObject({
  nama: z.string(),
  tanggal_lahir: z.string().nullable(),
  nomor_kk: z.string().nullable(),
})

/** `policy/parameter/dukcapil.yaml`. */
export const berkasDukcapilSchema = z.strictObject({
  judul: labelSchema,
  sumber: z.string().min(1),
  berlaku: berlakuSchema,
  keadaan: z.record(
    keadaan,
    z.strictObject({
      nada: z.enum(['baik', 'perhatian', 'salah', 'netral']),
      label: labelSchema,
      sebab: labelSchema,
      /** What the citizen must do. */
      warga: labelSchema,
    }),
  ),
  /** Codes of the list of occupations of Dukcapil. */
  pekerjaan_dikecualikan: z.array(z.int().min(1).max(89)),
  contoh: z
    .array(
      z.strictObject({ orang: sisi, jawab: sisi.extend({ keadaan: keadaan.optional() }), keadaan }),
    )
    .min(4),
})
