/** Long work: its progress and its result. */
import { z } from 'zod'
import { operation } from './operation.ts'
import { semuaPeran } from './peran.ts'

export const pekerjaan = z.object({
  id: z.string(),
  jenis: z.string(),
  judul: z.string(),
  status: z.enum(['antre', 'berjalan', 'selesai', 'gagal', 'dibatalkan']),
  tahap: z.string().nullable(),
  maju: z.number(),
  jumlah: z.number().nullable(),
  hasil: z.unknown().nullable(),
  masalah: z
    .object({ code: z.string(), details: z.record(z.string(), z.unknown()).optional() })
    .nullable(),
  dibuatPada: z.string(),
  mulaiPada: z.string().nullable(),
  selesaiPada: z.string().nullable(),
})

export const pekerjaanDaftar = operation({
  id: 'pekerjaan.daftar',
  method: 'GET',
  path: '/api/pekerjaan',
  input: z.object({ jenis: z.string().max(50).optional(), aktif: z.stringbool().optional() }),
  output: z.object({ pekerjaan: z.array(pekerjaan) }),
  permission: semuaPeran,
  audit: 'tanpa',
  label: { id: 'Pekerjaan di wilayah saya', en: 'Long work in my area' },
})

export const pekerjaanSatu = operation({
  id: 'pekerjaan.satu',
  method: 'GET',
  path: '/api/pekerjaan/:id',
  input: z.object({ id: z.uuid() }),
  output: pekerjaan,
  permission: semuaPeran,
  audit: 'tanpa',
  label: { id: 'Kemajuan satu pekerjaan', en: 'Progress of one job' },
})
