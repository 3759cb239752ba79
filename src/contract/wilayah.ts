/** Regions: the tree below one's own area, search, and counts per region. */
import { z } from 'zod'
import { operation } from './operation.ts'
import { semuaPeran } from './peran.ts'

/** A region code: ten digits as a number; 0 is the nation. */
export const kodeWilayah = z.coerce.number().int().min(0).max(9_999_999_999)

export const wilayahRingkas = z.object({
  kode: z.number(),
  nama: z.string(),
  tingkat: z.string(),
  jenis: z.string(),
})

const hitungan = z.object({
  keluarga: z.number(),
  individu: z.number(),
  ruta: z.number(),
  menerima: z.number(),
  ditandai: z.number(),
  tanpaNik: z.number(),
  tidakLayak: z.number(),
})

/** One region with the way to it, what lies below, and how many live there. */
export const wilayahSatu = operation({
  id: 'wilayah.satu',
  method: 'GET',
  path: '/api/wilayah/:kode',
  input: z.object({ kode: kodeWilayah, program: z.string().max(30).default('rastra') }),
  output: z.object({
    wilayah: wilayahRingkas,
    jalur: z.array(wilayahRingkas),
    jumlah: hitungan,
    /** Regions one level down; below a village, its RT (`rt` set, 0 = not known). */
    bawahan: z.array(
      hitungan.extend({
        kode: z.number(),
        rt: z.number().nullable(),
        nama: z.string(),
        jenis: z.string(),
      }),
    ),
  }),
  permission: semuaPeran,
  audit: 'tanpa',
  label: { id: 'Wilayah dan jumlahnya', en: 'A region and its counts' },
})

export const wilayahCari = operation({
  id: 'wilayah.cari',
  method: 'GET',
  path: '/api/wilayah',
  input: z.object({ q: z.string().trim().min(2).max(100) }),
  output: z.object({ hasil: z.array(wilayahRingkas.extend({ jalur: z.string() })) }),
  permission: semuaPeran,
  audit: 'tanpa',
  label: { id: 'Cari wilayah', en: 'Search regions' },
})
