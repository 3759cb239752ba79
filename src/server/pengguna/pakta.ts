/** The pledge of integrity in force; its hash is what officers accept. */
import { z } from 'zod'
import { readPolicy } from '#server/kebijakan/muat.ts'

const label = z.strictObject({ id: z.string(), en: z.string() })

const schema = z.strictObject({
  judul: label,
  versi: z.string(),
  sumber: z.string(),
  berlaku: z.strictObject({ dari: z.string(), sampai: z.string().nullable() }),
  isi: z.array(label).min(1),
})

export const pakta = readPolicy('pakta/pakta-integritas.yaml', schema)
