/** The dictionary of a family's facts: one flat row of whole numbers, and where each one comes from. */
import { z } from 'zod'
import {
  type Fakta,
  type Nilai,
  namaSchema,
  nilaiSchema,
  type Syarat,
  syaratSchema,
} from '#domain/kebijakan/bahasa.ts'
import { berlakuSchema } from '#domain/kebijakan/parameter.ts'
import { checkNilai, type Rentang } from '#domain/kebijakan/periksa.ts'
import type { Label } from '#domain/label.ts'
import { labelSchema } from '#domain/label-schema.ts'

/** Where a fact comes from; `kepala` is the head of the household, `hitung` counts members. */
export type AsalFakta =
  | { readonly ruta: string }
  | { readonly keluarga: string }
  | { readonly keluarga_kepala: string }
  | { readonly kepala: string }
  | { readonly hitung: Syarat; readonly dalam: 'keluarga' | 'ruta' }
  | { readonly rumus: Nilai }
  | { readonly status: 'kelayakan' }

const asalSchema: z.ZodType<AsalFakta> = z.union([
  z.strictObject({ ruta: namaSchema }),
  z.strictObject({ keluarga: namaSchema }),
  z.strictObject({ keluarga_kepala: namaSchema }),
  z.strictObject({ kepala: namaSchema }),
  z.strictObject({ hitung: syaratSchema, dalam: z.enum(['keluarga', 'ruta']) }),
  z.strictObject({ rumus: nilaiSchema }),
  z.strictObject({ status: z.literal('kelayakan') }),
])

export const tipeFakta = ['smallint', 'integer', 'bigint'] as const
export type TipeFakta = (typeof tipeFakta)[number]

const faktaSchema = z.strictObject({
  nama: namaSchema,
  tipe: z.enum(tipeFakta).default('smallint'),
  /** Absent where the variable's own label serves. */
  label: labelSchema.optional(),
  satuan: labelSchema.optional(),
  /** Meaning of each code, where no variable's code list says it. */
  kode: z.record(z.string().regex(/^\d+$/), labelSchema).optional(),
  dari: asalSchema,
})
export type FaktaTertulis = z.infer<typeof faktaSchema>

export const berkasFaktaSchema = z.strictObject({
  judul: labelSchema,
  sumber: z.string().min(1),
  berlaku: berlakuSchema,
  fakta: z.array(faktaSchema).min(1),
})
export type BerkasFakta = z.infer<typeof berkasFaktaSchema>

/** How a fact is said in words. */
export type KataFakta = {
  readonly label: Label
  readonly satuan?: Label | undefined
  readonly kode?: Readonly<Record<string, Label>> | undefined
}
export type KamusFakta = Readonly<Record<string, KataFakta>>

const batas: Record<TipeFakta, Rentang> = {
  smallint: { min: 0, maks: 32_767 },
  integer: { min: 0, maks: 2_147_483_647 },
  bigint: { min: 0, maks: 1_000_000_000_000 },
}

/** The largest value a fact may hold; deriving it cuts there. */
export const largestOf = (tipe: TipeFakta): number => batas[tipe].maks

/** The facts with the range of their values; a formula may read only the facts before it. */
export function rangesOf(berkas: BerkasFakta): ReadonlyMap<string, Rentang> {
  const ranges = new Map<string, Rentang>()
  for (const f of berkas.fakta) {
    if (ranges.has(f.nama)) throw new Error(`fact declared twice: ${f.nama}`)
    if ('rumus' in f.dari) checkNilai(f.dari.rumus, { fakta: ranges, parameter: {} })
    ranges.set(f.nama, batas[f.tipe])
  }
  return ranges
}

/** A whole row of facts from the known ones: all others are unknown. */
export function completeFakta(berkas: BerkasFakta, known: Fakta): Fakta {
  const names = new Set(berkas.fakta.map((f) => f.nama))
  for (const nama of Object.keys(known))
    if (!names.has(nama)) throw new Error(`not a fact: ${nama}`)
  return Object.fromEntries(berkas.fakta.map((f) => [f.nama, known[f.nama] ?? null]))
}
