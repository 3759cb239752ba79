/** A matching model as declared data: columns, comparisons with their levels, blocking rules, thresholds. */
import { z } from 'zod'
import { labelSchema } from '#domain/label-schema.ts'

export const jenisKolom = ['nomor', 'tanggal', 'kode', 'kata', 'angka'] as const

const kolom = z.strictObject({
  nama: z.string().min(1),
  /** Header in the file, when it differs from the name. */
  judul: z.string().optional(),
  jenis: z.enum(jenisKolom),
  /** `nomor`: other lengths than this are taken as empty. */
  panjang: z.number().int().min(1).max(18).optional(),
  /** `kata`: which words are dropped or are one, by the name of a list in `kamus`. */
  kamus: z.string().optional(),
})

const kamus = z.strictObject({
  buang: z.array(z.string()).default([]),
  setara: z.array(z.array(z.string()).min(2)).default([]),
  ejaan: z.array(z.tuple([z.string(), z.string()])).default([]),
})

/** `kolom uji [batas]`: `nik sama`, `nama mirip`, `umur selisih 2`; a level holds when all hold. */
const syarat = z.string().regex(/^\S+ [a-z_]+( -?[0-9.]+)?$/)

/** `kolom` or `kolom:bagian [n]`: `nama:kata`, `tanggal_lahir:tahun`, `wilayah:awal 6`. */
const bagianBlok = z.string().regex(/^[^\s:]+(:[a-z_]+( [0-9]+)?)?$/)

const tingkat = z.strictObject({
  label: labelSchema,
  syarat: z.union([syarat, z.array(syarat).min(1)]),
  /** Adjust the weight by how rare the agreeing value of this column is. */
  frekuensi: z.string().optional(),
  /** Says nothing, for or against: what it shows is told by another comparison. */
  netral: z.boolean().default(false),
  /** In the comparison that makes layers: a key that all pairs of this level share; it becomes a layer. */
  contoh: z.array(bagianBlok).min(1).optional(),
  /** In the comparison that makes layers: belongs to the layer of the level above. */
  seperti_atas: z.boolean().default(false),
})

const banding = z.strictObject({
  nama: z.string().min(1),
  label: labelSchema,
  /** Columns compared; nothing is said where all of them are empty on either side. */
  kolom: z.array(z.string()).min(1),
  tingkat: z.array(tingkat).min(1).max(12),
  /** What others agree on by chance is counted apart for each layer: who lives together shares more. */
  lapisan: z.boolean().default(false),
})

export const skemaModel = z.strictObject({
  judul: labelSchema,
  sumber: z.string(),
  berlaku: z.strictObject({ dari: z.string(), sampai: z.string().nullable() }),
  /** Header of the column that names a record; without it the row number does. */
  id: z.string().optional(),
  kolom: z.array(kolom).min(1),
  kamus: z.record(z.string(), kamus).default({}),
  banding: z.array(banding).min(1).max(12),
  blok: z.array(z.array(bagianBlok).min(1)).min(1).max(24),
  /** A block of more records is split by these parts, in this order. */
  pecah: z.array(bagianBlok).default([]),
  blok_terbesar: z.number().int().min(2).default(300),
  ambang: z.strictObject({
    /** Probability from which a pair is one person. */
    padan: z.number().min(0).max(1),
    /** Probability from which a person looks at it. */
    periksa: z.number().min(0).max(1),
  }),
  em: z
    .strictObject({
      putaran: z.number().int().min(1).max(200).default(60),
      /** Share of true pairs among all candidates to begin with. */
      awal: z.number().gt(0).lt(1).default(0.2),
    })
    .default({ putaran: 60, awal: 0.2 }),
})

export type ModelPadanan = z.output<typeof skemaModel>
export type Banding = ModelPadanan['banding'][number]
