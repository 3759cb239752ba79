/**
 * The closed rule language: values are whole numbers or unknown, conditions are true, false or
 * unknown. A rule is plain data (YAML), parsed here to a typed tree; nothing else can be written in it.
 */
import { z } from 'zod'

/** A number, or null where it is unknown. */
export type Nilai =
  | number
  | string
  | { readonly parameter: string }
  | { readonly jumlah: readonly Nilai[] }
  | { readonly selisih: readonly [Nilai, Nilai] }
  | { readonly kali: readonly [Nilai, Nilai] }
  | { readonly bagi: readonly [Nilai, Nilai] }
  | { readonly pita: Nilai; readonly isi: readonly Pita[]; readonly selebihnya: number }
  | {
      readonly tabel: Nilai
      readonly isi: readonly Baris[]
      readonly selebihnya?: number | undefined
    }
  | { readonly bila: Syarat; readonly maka: Nilai; readonly selain_itu: Nilai }
  | { readonly isi_kosong: Nilai; readonly dengan: Nilai }

/** A band: values below the bound, and not below an earlier one, give this number. */
export type Pita = { readonly kurang_dari: number; readonly nilai: number }
/** A line of a table: each of these codes gives this number. */
export type Baris = { readonly kode: readonly number[]; readonly nilai: number }

export const pembanding = [
  'sama',
  'beda',
  'kurang',
  'paling_banyak',
  'lebih',
  'paling_sedikit',
] as const
export type Pembanding = (typeof pembanding)[number]

/** True, false, or unknown where a fact that decides is unknown (three-valued logic, as in SQL). */
export type Syarat =
  | boolean
  | { readonly [K in Pembanding]: { readonly [P in K]: readonly [Nilai, Nilai] } }[Pembanding]
  | { readonly nilai: Nilai; readonly dalam: readonly number[] }
  | { readonly dan: readonly Syarat[] }
  | { readonly atau: readonly Syarat[] }
  | { readonly atau_terjawab: readonly Syarat[] }
  | { readonly bukan: Syarat }
  | { readonly terjawab: string }

/** Literals are bounded, so that no sum of a few of them can leave the safe integers. */
const bilangan = z.int().min(-1e12).max(1e12)
export const namaSchema = z.string().regex(/^[a-z][a-z0-9_]{0,40}$/)

const nilai: z.ZodType<Nilai> = z.lazy(() => nilaiSchema)
const syarat: z.ZodType<Syarat> = z.lazy(() => syaratSchema)
const sepasang = z.tuple([nilai, nilai])

export const nilaiSchema: z.ZodType<Nilai> = z.union([
  bilangan,
  namaSchema,
  z.strictObject({ parameter: namaSchema }),
  z.strictObject({ jumlah: z.array(nilai).min(1) }),
  z.strictObject({ selisih: sepasang }),
  z.strictObject({ kali: sepasang }),
  z.strictObject({ bagi: sepasang }),
  z.strictObject({
    pita: nilai,
    isi: z
      .array(z.strictObject({ kurang_dari: bilangan, nilai: bilangan }))
      .min(1)
      .refine(
        (isi) => isi.every((p, i) => i === 0 || p.kurang_dari > (isi[i - 1]?.kurang_dari ?? 0)),
        {
          error: 'bounds of bands must rise',
        },
      ),
    selebihnya: bilangan,
  }),
  z.strictObject({
    tabel: nilai,
    isi: z
      .array(z.strictObject({ kode: z.array(bilangan).min(1), nilai: bilangan }))
      .min(1)
      .refine(
        (isi) => new Set(isi.flatMap((b) => b.kode)).size === isi.flatMap((b) => b.kode).length,
        {
          error: 'a code stands in a table once',
        },
      ),
    selebihnya: bilangan.optional(),
  }),
  z.strictObject({ bila: syarat, maka: nilai, selain_itu: nilai }),
  z.strictObject({ isi_kosong: nilai, dengan: nilai }),
])

export const syaratSchema: z.ZodType<Syarat> = z.union([
  z.boolean(),
  z.strictObject({ sama: sepasang }),
  z.strictObject({ beda: sepasang }),
  z.strictObject({ kurang: sepasang }),
  z.strictObject({ paling_banyak: sepasang }),
  z.strictObject({ lebih: sepasang }),
  z.strictObject({ paling_sedikit: sepasang }),
  z.strictObject({ nilai, dalam: z.array(bilangan).min(1) }),
  z.strictObject({ dan: z.array(syarat).min(1) }),
  z.strictObject({ atau: z.array(syarat).min(1) }),
  z.strictObject({ atau_terjawab: z.array(syarat).min(1) }),
  z.strictObject({ bukan: syarat }),
  z.strictObject({ terjawab: namaSchema }),
])

/** One family's (or person's) facts: every name of the dictionary, null where unknown. */
export type Fakta = Readonly<Record<string, number | null>>
/** Parameters as they hold on one day. */
export type NilaiParameter = Readonly<Record<string, number>>

/** The comparison a condition makes, when it is one. */
export function comparisonOf(
  s: Exclude<Syarat, boolean>,
): { op: Pembanding; a: Nilai; b: Nilai } | null {
  for (const op of pembanding) {
    const pair = (s as Partial<Record<Pembanding, readonly [Nilai, Nilai]>>)[op]
    if (pair !== undefined) return { op, a: pair[0], b: pair[1] }
  }
  return null
}
