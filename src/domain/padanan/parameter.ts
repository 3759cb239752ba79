/** `policy/parameter/pemadanan.yaml`: how large a part of a run may be, and what is assumed across parts. */
import { z } from 'zod'
import { labelSchema } from '#domain/label-schema.ts'
import type { Parameter } from './bobot.ts'

export const berkasPemadananSchema = z.strictObject({
  judul: labelSchema,
  sumber: z.string().min(1),
  berlaku: z.strictObject({ dari: z.string(), sampai: z.string().nullable() }),
  bagian_terbesar: z.int().min(1000),
  memori: z.strictObject({ dasar: z.number().min(0), per_sejuta: z.number().gt(0) }),
  bagian_lintas: z.number().gt(0).lt(1),
  lazim_terbanyak: z.int().min(1).max(100_000),
  contoh: z
    .array(z.strictObject({ rekaman: z.array(z.int()), bagian: z.int(), memori: z.number() }))
    .min(1),
})

export type Pemadanan = z.output<typeof berkasPemadananSchema>

/** Megabytes that a part of so many records needs. */
export const memoriPerlu = ({ memori }: Pemadanan, rekaman: number): number =>
  Math.round(memori.dasar + (memori.per_sejuta * rekaman) / 1e6)

/**
 * The weights of a part, for pairs across parts: these are many more, and few of them are one person.
 * `dalam`, `lintas`: how many pairs there are inside the part and across all.
 */
export function parameterLintas<P extends Parameter>(
  p: P,
  { bagian_lintas }: Pick<Pemadanan, 'bagian_lintas'>,
  dalam: number,
  lintas: number,
): P {
  const benar = p.bagian * dalam * bagian_lintas
  return { ...p, bagian: Math.min(0.5, Math.max(1e-15, benar / Math.max(1, lintas))) }
}
