/** The dictionary: every household, family and person variable once, as `policy/variabel` declares it. */
import { z } from 'zod'
import { labelSchema } from '#domain/label-schema.ts'
import { syaratSchema } from './syarat-skema.ts'

export const unit = ['ruta', 'keluarga', 'individu'] as const
export type Unit = (typeof unit)[number]

export const jenisVariabel = [
  'kode',
  'ya_tidak',
  'jumlah_bit',
  'bilangan',
  'luas',
  'rupiah',
  'tanggal',
  'teks',
] as const
export type JenisVariabel = (typeof jenisVariabel)[number]

/** How grave an empty answer is where the question applies; a missing field never voids a family. */
export const beratKosong = ['salah', 'perlu_dicek', 'catatan'] as const

const columnName = z.string().regex(/^[a-z][a-z0-9_]{1,40}$/)

export const variabelSchema = z
  .strictObject({
    nama: columnName,
    /** The question's number in Regsosek 2022-K; absent where that form does not ask it. */
    nomor: z.string().optional(),
    label: labelSchema,
    tanya: labelSchema,
    definisi: labelSchema,
    jenis: z.enum(jenisVariabel),
    kode: columnName.optional(),
    satuan: labelSchema.optional(),
    batas: z.strictObject({ min: z.int(), maks: z.int() }).optional(),
    bila: syaratSchema.optional(),
    kosong: z.enum(beratKosong),
    /** Where the answer stands when it is not a column of `survei_<unit>`. */
    simpan: z.strictObject({ tabel: columnName, kolom: columnName }).optional(),
    sumber: z.string().optional(),
  })
  .refine((v) => (v.jenis === 'kode' || v.jenis === 'jumlah_bit') === (v.kode !== undefined), {
    error: 'a variable of kind kode or jumlah_bit names its code list, no other does',
  })

export const berkasVariabelSchema = z.strictObject({
  judul: labelSchema,
  unit: z.enum(unit),
  urutan: z.int(),
  sumber: z.string().min(1),
  berlaku: z.strictObject({ dari: z.string(), sampai: z.string().nullable() }),
  variabel: z.array(variabelSchema).min(1),
})
export type BerkasVariabel = z.infer<typeof berkasVariabelSchema>
export type Variabel = z.infer<typeof variabelSchema> & { readonly unit: Unit }

/** A section of the form: a title and its questions in the order they are asked. */
export type Bagian = { judul: BerkasVariabel['judul']; unit: Unit; variabel: readonly Variabel[] }

export type Kamus = {
  readonly bagian: readonly Bagian[]
  readonly variabel: ReadonlyMap<string, Variabel>
}

/** Joins the files of `policy/variabel` to one dictionary; a name used twice is a fault of the policy. */
export function buildKamus(berkas: readonly BerkasVariabel[]): Kamus {
  const variabel = new Map<string, Variabel>()
  const bagian: Bagian[] = []
  for (const file of [...berkas].sort((a, b) => a.urutan - b.urutan)) {
    const own = file.variabel.map((v) => ({ ...v, unit: file.unit }))
    for (const v of own) {
      if (variabel.has(v.nama)) throw new Error(`variable declared twice: ${v.nama}`)
      variabel.set(v.nama, v)
    }
    bagian.push({ judul: file.judul, unit: file.unit, variabel: own })
  }
  return { bagian, variabel }
}

/** The variables that are columns of `survei_<unit>`, in the order of the form. */
export function surveyColumns(kamus: Kamus, of: Unit): readonly Variabel[] {
  return [...kamus.variabel.values()].filter((v) => v.unit === of && v.simpan === undefined)
}
