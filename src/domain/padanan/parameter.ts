/** `policy/parameter/pemadanan.yaml`: how large a part of a run may be, and what is assumed across parts. */
import { z } from 'zod'
import { labelSchema } from '#domain/label-schema.ts'
import type { Parameter } from './bobot.ts'

export const berkasPemadananSchema = z.strictObject({
  judul: labelSchema,
  sumber: z.string().min(1),
  berlaku: z.strictObject({ dari: z.string(), sampai: z.string().nullable() }),
  bagian_terbesar: z.int().min(1000),
  taksir_tersedikit: z.int().min(0),
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

const pasang = (n: number): number => (n * (n - 1)) / 2

/**
 * The weights of a part, for pairs across parts: these are many more, and few of them are one person.
 * `n`: records of the part that the weights come from; `rekaman`: of every part.
 */
export function parameterLintas<P extends Parameter>(
  p: P,
  { bagian_lintas }: Pick<Pemadanan, 'bagian_lintas'>,
  n: number,
  rekaman: readonly number[],
): P {
  const semua = rekaman.reduce((s, x) => s + x, 0)
  const lintas = pasang(semua) - rekaman.reduce((s, x) => s + pasang(x), 0)
  const benar = p.bagian * pasang(n) * (semua / Math.max(1, n)) * bagian_lintas
  return { ...p, bagian: Math.min(0.5, Math.max(1e-15, benar / Math.max(1, lintas))) }
}
