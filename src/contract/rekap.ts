/** The monthly summary upwards with its "nihil", covering letters of a batch, and the receipt of a proposal. */
import { z } from 'zod'
import { jalur } from '#domain/usulan/jenis.ts'
import { operation } from './operation.ts'
import { type Peran, pembacaRekap, petugasLoket } from './peran.ts'
import { kodeWilayah } from './wilayah.ts'

const periode = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const keadaan = z.enum(['belum', 'ditandatangani', 'diketahui', 'diterima'])

/** Villages of the area with the state of each, and the RT of one of them. */
export const rekapBulan = operation({
  id: 'rekap.bulan',
  method: 'GET',
  path: '/api/rekap',
  input: z.object({ periode, wilayah: kodeWilayah.optional() }),
  output: z.object({
    desa: z.array(
      z.object({
        wilayah: z.number(),
        namaWilayah: z.string(),
        usulan: z.number(),
        rt: z.number(),
        /** RT that neither proposed nor said nihil. */
        diam: z.number(),
        nihil: z.boolean(),
        keadaan,
        /** The reader takes note of it or receives it next. */
        siap: z.boolean(),
        kab: z.number(),
        dokumenId: z.string().nullable(),
        ditandatanganiPada: z.string().nullable(),
      }),
    ),
    /** Of the one village asked for, or the only one; null otherwise. */
    rt: z
      .array(
        z.object({
          rt: z.number(),
          usulan: z.record(z.enum(jalur), z.number()),
          jumlah: z.number(),
          keadaan: z.enum(['mengusulkan', 'nihil', 'diam']),
        }),
      )
      .nullable(),
  }),
  permission: pembacaRekap,
  audit: 'tanpa',
  label: { id: 'Rekap bulanan', en: 'Monthly summary' },
})

export const rekapNihil = operation({
  id: 'rekap.nihil',
  method: 'POST',
  path: '/api/rekap/nihil',
  input: z.object({
    periode,
    wilayah: kodeWilayah,
    rt: z.array(z.number().int().min(1).max(999)).min(1).max(200),
  }),
  output: z.object({ jumlah: z.number() }),
  permission: ['ketua_rt', 'operator_desa', 'lurah'],
  audit: 'tulis',
  label: { id: 'Nyatakan nihil', en: 'Say that there is nothing to propose' },
})

export const rekapTandatangani = operation({
  id: 'rekap.tandatangani',
  method: 'POST',
  path: '/api/rekap/tandatangani',
  input: z.object({
    periode,
    /** As the reader saw it: proposals, and RT that said nothing. */
    usulan: z.number().int().min(0),
    diam: z.number().int().min(0),
  }),
  output: z.object({ kab: z.number(), dokumenId: z.string(), nomor: z.string() }),
  permission: ['lurah'],
  audit: 'tulis',
  kukuh: true,
  label: { id: 'Tandatangani rekap bulanan', en: 'Sign the monthly summary' },
})

/** The district takes note; the kab/kota receives. All that are ready, or some. */
export const rekapTeruskan = operation({
  id: 'rekap.teruskan',
  method: 'POST',
  path: '/api/rekap/teruskan',
  input: z.object({ periode, wilayah: z.array(kodeWilayah).min(1).max(1000) }),
  output: z.object({ jumlah: z.number() }),
  permission: ['kecamatan', 'kepala_opd'],
  audit: 'tulis',
  label: { id: 'Ketahui atau terima rekap', en: 'Take note of or receive summaries' },
})

const penyusunPengantar: readonly Peran[] = ['operator_desa', 'lurah', 'kecamatan']

/** Of all finalised proposals of the own office and period: lurah to camat, camat to the social office. */
export const rekapPengantar = operation({
  id: 'rekap.pengantar',
  method: 'POST',
  path: '/api/rekap/pengantar',
  input: z.object({
    periode,
    /** As in the office's own register; left out, the next number of the year. */
    nomor: z.string().trim().min(1).max(80).optional(),
    penanda: z.number().int().min(0).max(5).default(0),
  }),
  output: z.object({
    kab: z.number(),
    dokumenId: z.string(),
    nomor: z.string(),
    jumlah: z.number(),
  }),
  permission: penyusunPengantar,
  audit: 'tulis',
  label: { id: 'Buat surat pengantar', en: 'Make the covering letter' },
})

/** The receipt of a proposal with number and QR; issued once, and the same again afterwards. */
export const usulanTandaTerima = operation({
  id: 'usulan.tanda_terima',
  method: 'POST',
  path: '/api/usulan/tanda-terima',
  input: z.object({ kab: z.number().int().min(0).max(32_767), id: z.uuid() }),
  output: z.object({ kab: z.number(), dokumenId: z.string() }),
  permission: petugasLoket,
  audit: 'tulis',
  label: { id: 'Terbitkan tanda terima usulan', en: 'Issue the receipt of a proposal' },
})
