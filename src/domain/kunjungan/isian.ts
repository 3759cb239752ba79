/** A visit as it is typed: everything optional, saved as one types; only answers that changed stand in it. */
import { z } from 'zod'
import { hasilKunjungan } from './hasil.ts'

const teks = (maks: number) => z.string().trim().max(maks)
export const jawabanSchema = z.record(
  z.string().max(40),
  z.union([z.int(), z.string().max(300), z.null()]),
)

/** At most so many members on one form. */
export const ANGGOTA_FORMULIR = 40

export const isianKunjunganSchema = z.strictObject({
  tanggal: z.iso.date().optional(),
  /** Officer who stood before the house; left out, whoever enters it. */
  petugas: z.uuid().optional(),
  hasil: z.enum(hasilKunjungan).optional(),
  wawancara: z.int().min(1).max(5).optional(),
  kehadiran: z
    .array(
      z.strictObject({
        individuId: z.uuid().optional(),
        /** Of a new member (code 4). */
        nama: teks(120).optional(),
        kode: z.int().min(1).max(6),
      }),
    )
    .max(ANGGOTA_FORMULIR)
    .optional(),
  jawabanRuta: jawabanSchema.optional(),
  jawabanKeluarga: jawabanSchema.optional(),
  anggota: z
    .array(z.strictObject({ id: z.uuid(), jawaban: jawabanSchema }))
    .max(ANGGOTA_FORMULIR)
    .optional(),
  alasan: teks(1000).optional(),
  catatan: teks(1000).optional(),
  berkas: z.array(z.uuid()).max(20).optional(),
})
export type IsianKunjungan = z.infer<typeof isianKunjunganSchema>
