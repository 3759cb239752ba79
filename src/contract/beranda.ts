/** The first page: how many, where, and what to do next. */
import { z } from 'zod'
import { operation } from './operation.ts'
import { semuaPeran } from './peran.ts'
import { wilayahRingkas } from './wilayah.ts'

export const berandaRingkasan = operation({
  id: 'beranda.ringkasan',
  method: 'GET',
  path: '/api/beranda',
  input: z.object({}),
  output: z.object({
    wilayah: wilayahRingkas,
    terdaftar: z.number(),
    jiwa: z.number(),
    program: z.string(),
    menerima: z.number(),
    belumMenerima: z.number(),
    /** Null where no quota is set for this area. */
    kuota: z.number().nullable(),
    kuotaKosong: z.number().nullable(),
    dataPer: z.string().nullable(),
    pekerjaanRumah: z.array(
      z.object({
        jenis: z.enum(['impor_ditahan', 'impor_pertanyaan', 'belum_berdesil', 'kuota_kosong']),
        jumlah: z.number(),
      }),
    ),
  }),
  permission: semuaPeran,
  audit: 'tanpa',
  label: { id: 'Beranda', en: 'Home' },
})
