/** The shape of a skip rule in a policy file. */
import { z } from 'zod'
import type { Syarat } from './syarat.ts'

export const syaratSchema: z.ZodType<Syarat> = z.lazy(() =>
  z.union([
    z.strictObject({ variabel: z.string(), dalam: z.array(z.int()).min(1) }),
    z.strictObject({ variabel: z.string(), minimal: z.int() }),
    z.strictObject({
      umur: z.strictObject({ min: z.int().optional(), maks: z.int().optional() }),
    }),
    z.strictObject({ jenis_kelamin: z.union([z.literal(1), z.literal(2)]) }),
    z.strictObject({ semua: z.array(syaratSchema).min(1) }),
    z.strictObject({ salah_satu: z.array(syaratSchema).min(1) }),
  ]),
)
