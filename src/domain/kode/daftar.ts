/** A code list of `policy/kode`: its codes, their labels, and what each means in the canonical set. */
import { z } from 'zod'
import { labelSchema } from '#domain/label-schema.ts'

/** Either a value of the column's own variable, or values of several named variables. */
const kanonikSchema = z.union([z.int(), z.record(z.string(), z.int())])

export const pilihanSchema = z
  .strictObject({
    kode: z.int().min(0),
    label: labelSchema,
    kanonik: kanonikSchema.optional(),
    /** The source's code covers several canonical ones: the value is the likeliest, openly so. */
    tidak_pasti: z
      .strictObject({ kandidat: z.array(z.int()).min(2), alasan: labelSchema })
      .optional(),
    /** A legal code that no canonical value expresses; it stays in the source row. */
    tidak_terpetakan: labelSchema.optional(),
    /** The code says that the question was not answered. */
    kosong: z.boolean().optional(),
    /** In a bit sum: a value that stands alone and is never added. */
    tunggal: z.boolean().optional(),
    /** Added by us to hold what another list distinguishes; not offered on the form. */
    tambahan: z.boolean().optional(),
    alias: z.array(z.string()).optional(),
  })
  .refine((p) => p.tidak_pasti === undefined || typeof p.kanonik === 'number', {
    error: 'an uncertain code names the likeliest value of its own variable',
  })

export const daftarKodeSchema = z.strictObject({
  judul: labelSchema,
  sumber: z.string().min(1),
  berlaku: z.strictObject({ dari: z.string(), sampai: z.string().nullable() }),
  jenis: z.enum(['kode', 'jumlah_bit']),
  pilihan: z.array(pilihanSchema).min(2),
})

export type DaftarKode = z.infer<typeof daftarKodeSchema>
export type Pilihan = z.infer<typeof pilihanSchema>

/** The set whose codes are stored in the registry; every other set has a crosswalk to it. */
export const SET_KANONIK = 'regsosek22'

/** All lists by `set/list`, as in the path of their file: `pbdt15/lantai`. */
export type BukuKode = ReadonlyMap<string, DaftarKode>

/** The canonical list of that name; a dictionary that names a missing list is a fault of the policy. */
export function canonicalList(buku: BukuKode, nama: string): DaftarKode {
  return listOf(buku, `${SET_KANONIK}/${nama}`)
}

export function listOf(buku: BukuKode, jalur: string): DaftarKode {
  const daftar = buku.get(jalur)
  if (daftar === undefined) throw new Error(`no code list ${jalur} in policy/kode`)
  return daftar
}
