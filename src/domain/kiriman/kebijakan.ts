/** Whether the centre is outside, how long a letter's number may follow, how many rows a letter binds. */
import { z } from 'zod'
import { labelSchema } from '#domain/label-schema.ts'

const day = z.iso.date()

/** `policy/parameter/pusat.yaml`. */
export const berkasPusatSchema = z.strictObject({
  judul: labelSchema,
  sumber: z.string().min(1),
  berlaku: z.strictObject({ dari: z.string(), sampai: z.string().nullable() }),
  pusat_di_luar: z.boolean(),
  /** Days after the date of a letter by which its number must have come. */
  nomor_menyusul_hari: z.int().min(1).max(60),
  /** Most proposals that one letter binds: its annex must be printed, signed and read. */
  kiriman_terbanyak: z.int().min(100).max(5000),
  contoh: z.array(z.strictObject({ tanggal: day, nomor_paling_lambat: day })).min(3),
})

/** The last day on which the number may come, 'YYYY-MM-DD'. */
export const nomorPalingLambat = (tanggal: string, hari: number): string =>
  new Date(Date.parse(`${tanggal}T00:00:00Z`) + hari * 86_400_000).toISOString().slice(0, 10)
