/** A regime: which law's chain holds when, which of its parts exist, and how long an office may be silent. */
import { z } from 'zod'
import { berlakuSchema, holdsOn } from '#domain/kebijakan/parameter.ts'
import { labelSchema } from '#domain/label-schema.ts'
import { aksi, type PilihanRezim, pelaku, pilihanRezim } from './alur.ts'
import { jalur } from './jenis.ts'
import { type Keadaan, semuaKeadaan } from './keadaan.ts'

const namaAksi = z.enum(Object.keys(aksi) as [keyof typeof aksi, ...(keyof typeof aksi)[]])
const namaKeadaan = z.enum(semuaKeadaan as [Keadaan, ...Keadaan[]])

/** `policy/alur/<rezim>.yaml`. */
export const berkasRezimSchema = z.strictObject({
  judul: labelSchema,
  sumber: z.string().min(1),
  berlaku: berlakuSchema,
  pilihan: z.array(z.enum(pilihanRezim)),
  /** Working days after which the village head's acknowledgement passes by itself. */
  masa_lurah_hari_kerja: z.int().min(1).max(30),
  /** Days after which the province's check passes "tanpa catatan". */
  masa_provinsi_hari: z.int().min(1).max(60),
  /** Days for which the list is posted before it may be finalised. */
  masa_pengumuman_hari: z.int().min(0).max(60),
  /** Days without a save after which an unsent draft expires. */
  masa_draf_hari: z.int().min(7).max(365),
  /** Days of an office's silence after which a step moves up. */
  masa_diam_hari: z.int().min(1).max(60),
  /** Months for which a berita acara holds. */
  masa_berita_acara_bulan: z.int().min(1).max(24),
  /** Per cent of identity corrections that the verifier looks at; the others pass by themselves. */
  sampel_identitas_persen: z.int().min(0).max(100),
  contoh: z
    .array(
      z.strictObject({
        jalur: z.enum(jalur),
        dari: namaKeadaan,
        aksi: namaAksi,
        oleh: z.enum(pelaku),
        /** The state reached; null where this regime has no such step. */
        ke: z.union([namaKeadaan, z.literal('tetap')]).nullable(),
      }),
    )
    .min(3),
})
export type BerkasRezim = z.infer<typeof berkasRezimSchema>

/** A regime with the name of its file. */
export type Rezim = { readonly kode: string; readonly nilai: BerkasRezim }

export const pilihanOf = (r: Rezim): ReadonlySet<PilihanRezim> => new Set(r.nilai.pilihan)

/** The regime in force on a day; a day with none or two is a fault of the policy. */
export function rezimPada(semua: readonly Rezim[], tanggal: string): Rezim {
  const berlaku = semua.filter((r) => holdsOn(r.nilai.berlaku, tanggal))
  const [only] = berlaku
  if (only === undefined || berlaku.length !== 1)
    throw new Error(`${berlaku.length} regimes hold on ${tanggal}`)
  return only
}
