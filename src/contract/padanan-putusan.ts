/** Decisions on pairs, pairs whose other side lies outside the area, and the bench that measures matching by labels. */
import { z } from 'zod'
import { operation } from './operation.ts'
import { statusPasangan } from './padanan-pasangan.ts'
import { pembacaPadanan, peninjauPadanan } from './peran.ts'

const kab = z.coerce.number().int().min(0).max(32_767)
const rujukan = z.object({ kab: z.number(), id: z.string() })

/** One person, two persons, or unsure. The newest decision holds, for this run and all later ones. */
export const padananPutuskan = operation({
  id: 'padanan.putuskan',
  method: 'POST',
  path: '/api/padanan/pasangan/:kab/:id',
  input: z.object({
    kab,
    id: z.uuid(),
    versi: z.number().int(),
    putusan: z.enum(['sama', 'beda', 'ragu']),
    alasan: z.string().trim().min(3).max(500).optional(),
  }),
  output: z.object({
    status: z.enum(statusPasangan),
    versi: z.number(),
    /** Two persons of the registry that are one: what a proposal to merge begins with. */
    gabung: z.object({ ke: rujukan, dari: rujukan }).nullable(),
  }),
  permission: peninjauPadanan,
  audit: 'tulis',
  label: { id: 'Putuskan pasangan', en: 'Decide a pair' },
})

/** People of the area whose other record lies outside: who and where it is, is not told. */
export const padananLuar = operation({
  id: 'padanan.luar',
  method: 'GET',
  path: '/api/padanan/luar',
  input: z.object({ batas: z.coerce.number().int().min(1).max(200).default(50) }),
  output: z.object({
    orang: z.array(
      z.object({
        pasangan: z.string(),
        nama: z.string(),
        keluarga: z.object({ kab: z.number(), id: z.string(), namaKepala: z.string() }),
        namaWilayah: z.string(),
        rt: z.number().nullable(),
        /** The level with which the pair lies. */
        pemutus: z.enum(['kabkota', 'provinsi', 'pusat']),
        status: z.enum(statusPasangan),
      }),
    ),
  }),
  permission: pembacaPadanan,
  audit: 'baca',
  label: { id: 'Pasangan di luar wilayah', en: 'Pairs outside the area' },
  lintas: 'satu-bit',
})

const taksiran = z.object({ nilai: z.number(), bawah: z.number(), atas: z.number() })

/** Precision, recall and hours by threshold, estimated from labels of a stratified sample. */
export const padananBangku = operation({
  id: 'padanan.bangku',
  method: 'GET',
  path: '/api/padanan/:id/bangku',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    namaWilayah: z.string(),
    ambang: z.object({ padan: z.number(), periksa: z.number() }),
    pasangan: z.number(),
    sampel: z.number(),
    dilabeli: z.number(),
    /** Seconds that a clerk needs for one pair. */
    detik: z.number(),
    /** From the lowest weight on. */
    lapis: z.array(
      z.object({
        /** Weight from which on. */
        batas: z.number(),
        jumlah: z.number(),
        sampel: z.number(),
        dilabeli: z.number(),
        sama: z.number(),
      }),
    ),
    /** If all from `batas` on were taken as one person, and the others looked at. */
    titik: z.array(
      z.object({
        batas: z.number(),
        presisi: taksiran,
        kelengkapan: taksiran,
        langsung: z.number(),
        ditinjau: z.number(),
        jam: z.number(),
      }),
    ),
    /** The next pair of the sample without a label. */
    berikut: rujukan.nullable(),
    bolehMelabeli: z.boolean(),
  }),
  permission: pembacaPadanan,
  audit: 'tanpa',
  label: { id: 'Bangku uji pemadanan', en: 'Bench of matching' },
})

/** A label measures; it decides nothing about the records. */
export const padananLabeli = operation({
  id: 'padanan.labeli',
  method: 'POST',
  path: '/api/padanan/pasangan/:kab/:id/label',
  input: z.object({ kab, id: z.uuid(), label: z.enum(['sama', 'beda', 'tidak_tahu']) }),
  output: z.object({ berikut: rujukan.nullable(), dilabeli: z.number() }),
  permission: peninjauPadanan,
  audit: 'tulis',
  label: { id: 'Labeli pasangan', en: 'Label a pair' },
})
