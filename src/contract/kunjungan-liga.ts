/** The league of the most active regions, with its arithmetic; counts of whole kab/kota, open to all who sign in. */
import { z } from 'zod'
import { butirLiga } from '#domain/kunjungan/liga.ts'
import { operation } from './operation.ts'
import { semuaPeran } from './peran.ts'

const baris = z.object({
  kode: z.number(),
  nama: z.string(),
  provinsi: z.string(),
  jenis: z.enum(['kota', 'kabupaten']),
  /** Equal values share a place. */
  peringkat: z.number(),
  /** 0–1000. */
  nilai: z.number(),
  keluarga: z.number(),
  /** Days since the last visit of the family in the middle; null where most were never visited. */
  umurMedian: z.number().nullable(),
  hitung: z.array(
    z.object({
      butir: z.enum(butirLiga),
      /** 0–1000; null where there was nothing to measure. */
      permil: z.number().nullable(),
      bobot: z.number(),
      n: z.number().nullable(),
      dari: z.number().nullable(),
    }),
  ),
})

export const kunjunganLiga = operation({
  id: 'kunjungan.liga',
  method: 'GET',
  path: '/api/kunjungan/liga',
  input: z.object({}),
  output: z.object({
    /** First day of the month counted; null before the first night. */
    bulan: z.string().nullable(),
    sumber: z.string(),
    umurHari: z.object({ penuh: z.number(), nol: z.number() }),
    pengembalianNol: z.number(),
    kota: z.array(baris),
    kabupaten: z.array(baris),
  }),
  permission: semuaPeran,
  audit: 'tanpa',
  lintas: 'agregat',
  label: { id: 'Liga daerah teraktif', en: 'League of the most active regions' },
})
