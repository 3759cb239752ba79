/** Safeguards as data: which kinds are counted together, per what, in which window, and when it is too many. Pure. */
import { z } from 'zod'
import { berlakuSchema } from '#domain/kebijakan/parameter.ts'
import { labelSchema } from '#domain/label-schema.ts'
import { type Akibat, type JenisUsulan, jenisUsulan, semuaJenis } from '#domain/usulan/jenis.ts'

/** What is counted per: a place, a person who acts, a telephone, an account, a piece of evidence. */
export const perPengaman = ['desa', 'rt', 'pengusul', 'pemverifikasi', 'telepon', 'bukti'] as const
export type PerPengaman = (typeof perPengaman)[number]

const akibat = z.enum(['mengurangi', 'menambah', 'memindahkan', 'mengalihkan', 'netral'])

/** The larger of a plain number and a share of the families of the place. */
const batas = z.strictObject({ jumlah: z.int().min(1), permil: z.int().min(0).max(1000) })

const aturanSchema = z.strictObject({
  kode: z.string().regex(/^[a-z][a-z0-9_]{2,39}$/),
  label: labelSchema,
  akibat: z.array(akibat).min(1),
  per: z.enum(perPengaman),
  /** Rolling window of days. */
  jendela_hari: z.int().min(1).max(730),
  /** Counts only what was sent between these hours of the office. */
  malam: z
    .strictObject({ dari: z.int().min(0).max(23), sampai: z.int().min(0).max(23) })
    .optional(),
  batas,
  /** In a sensitive period of the calendar. */
  batas_rawan: batas,
  /** Level whose named person may release it. */
  pelepas: z.enum(['kabkota', 'provinsi', 'nasional']),
})
export type AturanPengaman = z.infer<typeof aturanSchema>

/** `policy/pengaman/*.yaml`. */
export const berkasPengamanSchema = z.strictObject({
  judul: labelSchema,
  sumber: z.string().min(1),
  berlaku: berlakuSchema,
  aturan: z.array(aturanSchema).min(1),
  contoh: z
    .array(
      z.strictObject({
        aturan: z.string(),
        jumlah: z.int(),
        keluarga: z.int(),
        rawan: z.boolean(),
        ditahan: z.boolean(),
      }),
    )
    .min(1),
})

/** The kinds that a rule counts together. */
export const jenisDihitung = (a: AturanPengaman): readonly JenisUsulan[] =>
  semuaJenis.filter((j) => a.akibat.includes(jenisUsulan[j].akibat satisfies Akibat))

/** How many there may be: of `keluarga` families in the place, in a sensitive period or not. */
export function batasPengaman(a: AturanPengaman, keluarga: number, rawan: boolean): number {
  const { jumlah, permil } = rawan ? a.batas_rawan : a.batas
  return Math.max(jumlah, Math.floor((keluarga * permil) / 1000))
}

/** More than the limit is a pattern: it holds, it does not refuse. */
export const berpola = (
  a: AturanPengaman,
  jumlah: number,
  keluarga: number,
  rawan: boolean,
): boolean => jumlah > batasPengaman(a, keluarga, rawan)

/** Whether an hour (0–23) lies in a night that may reach over midnight. */
export const malamHari = (m: NonNullable<AturanPengaman['malam']>, jam: number): boolean =>
  m.dari <= m.sampai ? jam >= m.dari && jam < m.sampai : jam >= m.dari || jam < m.sampai
