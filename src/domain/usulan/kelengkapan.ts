/** The minimum per step as one table: which parts a proposal must hold before it may go on. Pure. */
import { z } from 'zod'
import { berlakuSchema } from '#domain/kebijakan/parameter.ts'
import type { Label } from '#domain/label.ts'
import { labelSchema } from '#domain/label-schema.ts'
import type { IsiUsulan } from './isi.ts'
import { type JenisUsulan, semuaJenis } from './jenis.ts'

/** What is known of a proposal beside its content. */
export type Terkait = {
  readonly nama: string
  readonly rt: number | null
  readonly adaKunjungan: boolean
}

const terisi = (s: string | undefined): boolean => (s ?? '') !== ''

/** Parts by name; each says whether it is there. */
const butirBerlaku = {
  nama: (_: IsiUsulan, t: Terkait) => t.nama.trim() !== '',
  rt: (_: IsiUsulan, t: Terkait) => t.rt !== null,
  alasan: (i: IsiUsulan) => terisi(i.alasan),
  alamat: (i: IsiUsulan) => terisi(i.alamat),
  kepala: (i: IsiUsulan) => (i.anggota ?? []).filter((a) => a.hubungan === 1).length === 1,
  nama_anggota: (i: IsiUsulan) =>
    (i.anggota ?? []).length > 0 && (i.anggota ?? []).every((a) => terisi(a.nama)),
  nik_atau_sebab: (i: IsiUsulan) =>
    (i.anggota ?? []).every((a) => terisi(a.nik) || terisi(a.alasanTanpaNik)),
  nik_atau_pengecualian: (i: IsiUsulan) =>
    terisi(i.alasanTidakPadan) || (i.anggota ?? []).every((a) => terisi(a.nik)),
  jenis_kelamin: (i: IsiUsulan) => (i.anggota ?? []).every((a) => a.jenisKelamin !== undefined),
  kuesioner: (i: IsiUsulan) => Object.keys(i.jawabanRuta ?? {}).length > 0,
  kunjungan: (_: IsiUsulan, t: Terkait) => t.adaKunjungan,
  dokumen: (i: IsiUsulan) => terisi(i.dokumen?.jenis),
  bukti: (i: IsiUsulan) => (i.berkas ?? []).length > 0,
  perbaikan: (i: IsiUsulan) => Object.keys(i.perbaikan ?? {}).length > 0,
  peristiwa: (i: IsiUsulan) => Object.keys(i.peristiwa ?? {}).length > 0,
  jawaban: (i: IsiUsulan) =>
    Object.keys({ ...i.jawabanRuta, ...i.jawabanKeluarga }).length > 0 ||
    (i.anggota ?? []).some((a) => Object.keys(a.jawaban ?? {}).length > 0),
} as const satisfies Record<string, (i: IsiUsulan, t: Terkait) => boolean>
export type Butir = keyof typeof butirBerlaku
const semuaButir = Object.keys(butirBerlaku) as [Butir, ...Butir[]]

export const minimum = [
  'minimum_rt',
  'minimum_musyawarah',
  'minimum_finalisasi',
  'minimum_pengesahan',
  'minimum_identitas',
  'minimum_peristiwa',
  'minimum_keadaan',
] as const
export type Minimum = (typeof minimum)[number]

const jenisSchema = z.enum(semuaJenis as [JenisUsulan, ...JenisUsulan[]])

/** `policy/alur/kelengkapan.yaml`. */
export const berkasKelengkapanSchema = z.strictObject({
  judul: labelSchema,
  sumber: z.string().min(1),
  berlaku: berlakuSchema,
  butir: z.record(z.enum(semuaButir), labelSchema),
  minimum: z.record(
    z.enum(minimum),
    z.array(
      z.strictObject({
        /** Kinds that need these parts; absent: all that take the step. */
        jenis: z.array(jenisSchema).optional(),
        butir: z.array(z.enum(semuaButir)).min(1),
      }),
    ),
  ),
  contoh: z
    .array(
      z.strictObject({
        minimum: z.enum(minimum),
        jenis: jenisSchema,
        nama: z.string(),
        rt: z.int().nullable(),
        kunjungan: z.boolean().default(false),
        isi: z.record(z.string(), z.json()),
        kurang: z.array(z.enum(semuaButir)),
      }),
    )
    .min(1),
})
export type BerkasKelengkapan = z.infer<typeof berkasKelengkapanSchema>

/**
 * The parts that a proposal of this kind still lacks for a step, in the order of the table; empty
 * when it may go on.
 */
export function kurangUntuk(
  tabel: BerkasKelengkapan,
  langkah: Minimum,
  jenis: JenisUsulan,
  isi: IsiUsulan,
  terkait: Terkait,
): readonly Butir[] {
  const asked = (tabel.minimum[langkah] ?? [])
    .filter((m) => m.jenis === undefined || m.jenis.includes(jenis))
    .flatMap((m) => m.butir)
  return [...new Set(asked)].filter((b) => !butirBerlaku[b](isi, terkait))
}

export const labelButir = (tabel: BerkasKelengkapan, butir: Butir): Label => tabel.butir[butir]
