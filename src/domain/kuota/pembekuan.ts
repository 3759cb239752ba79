/** Up to how many families a list is frozen while one waits. */
import { z } from 'zod'
import { labelSchema } from '#domain/label-schema.ts'

/** `policy/parameter/pembekuan.yaml`. */
export const berkasPembekuanSchema = z.strictObject({
  judul: labelSchema,
  sumber: z.string().min(1),
  berlaku: z.strictObject({ dari: z.string(), sampai: z.string().nullable() }),
  seketika_terbanyak: z.int().min(0).max(1_000_000),
  contoh: z.array(z.strictObject({ keluarga: z.int(), pekerjaan: z.boolean() })).min(3),
})

export const sebagaiPekerjaan = (keluarga: number, seketikaTerbanyak: number): boolean =>
  keluarga > seketikaTerbanyak
