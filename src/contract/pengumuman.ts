/** Posted lists: what was agreed by a meeting, and what was established by decree; names and RT only. */
import { z } from 'zod'
import { operation } from './operation.ts'
import { pembacaPemberitahuan } from './peran.ts'
import { kodeWilayah } from './wilayah.ts'

/** `usulan`: after the meeting; `sk`: after the decree. */
const jenis = z.enum(['usulan', 'sk'])

const satu = z.object({
  jenis,
  wilayah: kodeWilayah,
  /** The list, for `sk`. */
  daftar: z.uuid().optional(),
})

/** What can be posted in the reader's villages; counts, no names. */
export const pengumumanDaftar = operation({
  id: 'pengumuman.daftar',
  method: 'GET',
  path: '/api/pengumuman',
  input: z.object({ wilayah: kodeWilayah.optional() }),
  output: z.object({
    pengumuman: z.array(
      z.object({
        jenis,
        wilayah: z.number(),
        namaWilayah: z.string(),
        daftar: z.string().nullable(),
        program: z.object({ id: z.string(), en: z.string() }).nullable(),
        /** Number of the decree. */
        sk: z.string().nullable(),
        /** Since when, or day of the decree. */
        tanggal: z.string(),
        jumlah: z.number(),
      }),
    ),
  }),
  permission: pembacaPemberitahuan,
  audit: 'tanpa',
  label: { id: 'Daftar yang diumumkan', en: 'Lists to be posted' },
})

export const pengumumanSatu = operation({
  id: 'pengumuman.satu',
  method: 'GET',
  path: '/api/pengumuman/:jenis/:wilayah',
  input: satu,
  output: z.object({
    judul: z.string(),
    kantor: z.string(),
    dasar: z.string().nullable(),
    ajakan: z.string(),
    bagian: z.array(
      z.object({
        judul: z.string(),
        baris: z.array(z.object({ nama: z.string(), rt: z.number().nullable() })),
      }),
    ),
  }),
  permission: pembacaPemberitahuan,
  audit: 'baca',
  label: { id: 'Satu pengumuman', en: 'One posted list' },
})

export const pengumumanCetak = operation({
  id: 'pengumuman.cetak',
  method: 'GET',
  path: '/api/pengumuman/:jenis/:wilayah/cetak.pdf',
  input: satu,
  output: z.unknown(),
  permission: pembacaPemberitahuan,
  audit: 'baca',
  berkas: 'unduh',
  label: { id: 'Cetak pengumuman', en: 'Print a posted list' },
})
