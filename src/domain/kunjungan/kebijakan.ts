/** The schema of policy/parameter/kunjungan.yaml: days of the visit, and the formula of the league. */
import { z } from 'zod'
import { labelSchema } from '#domain/label-schema.ts'

const hari = z.int().min(1).max(730)
/** So many of so many. */
const bagian = z.tuple([z.int().min(0), z.int().min(0)])

const bobotLiga = z
  .strictObject({
    tepat_waktu: z.int().min(0),
    umur_median: z.int().min(0),
    padan: z.int().min(0),
    pengembalian: z.int().min(0),
    sepakat: z.int().min(0),
  })
  .refine((b) => Object.values(b).reduce((s, n) => s + n, 0) === 1000, {
    error: 'the weights add up to 1000',
  })

/** What is counted of a region: shares as [so many, of so many], the median age of its data in days. */
export const angkaLigaSchema = z.strictObject({
  tepat_waktu: bagian,
  umur_median: z.int().min(0).nullable(),
  padan: bagian,
  pengembalian: bagian,
  sepakat: bagian,
})
export type AngkaLiga = z.infer<typeof angkaLigaSchema>

export const berkasKunjunganSchema = z.strictObject({
  judul: labelSchema,
  sumber: z.string().min(1),
  berlaku: z.strictObject({ dari: z.string().nullable(), sampai: z.string().nullable() }),
  segera_hari: hari,
  mundur_hari: hari,
  kukuh_hari: hari,
  keberatan_hari: hari,
  selisih_desil: z.int().min(1).max(9),
  liga: z.strictObject({
    sumber: z.string().min(1),
    ulang_hari: hari,
    bobot: bobotLiga,
    umur_hari: z.strictObject({ penuh: hari, nol: hari }),
    pengembalian_nol: z.int().min(1).max(1000),
  }),
  contoh: z.strictObject({
    liga: z
      .array(z.strictObject({ nama: z.string(), angka: angkaLigaSchema, nilai: z.int() }))
      .min(1),
  }),
})
export type BerkasKunjungan = z.infer<typeof berkasKunjunganSchema>
