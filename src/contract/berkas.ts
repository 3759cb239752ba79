/** Evidence: photographs and PDFs of a family or an office; sent, listed, and opened again. */
import { z } from 'zod'
import { guna, gunaKiriman, ukuranKiriman } from '#domain/berkas/guna.ts'
import { operation } from './operation.ts'
import { pemegangBukti, semuaPeran } from './peran.ts'
import { kodeWilayah } from './wilayah.ts'

export const berkasSatu = z.object({
  kab: z.number(),
  id: z.string(),
  guna: z.enum(Object.keys(guna) as [keyof typeof guna]),
  jenis: z.enum(['image/jpeg', 'application/pdf']),
  /** Bytes as kept. */
  ukuran: z.number(),
  lebar: z.number().nullable(),
  tinggi: z.number().nullable(),
  /** SHA-256 of the bytes as kept, hex. */
  sidik: z.string(),
  pengunggah: z.string().nullable(),
  dibuatPada: z.string(),
})

/** The form fields stand before the file. Of a family, or of a region with or without RT. */
export const berkasUnggah = operation({
  id: 'berkas.unggah',
  method: 'POST',
  path: '/api/berkas',
  input: z.object({
    guna: z.enum(gunaKiriman as [(typeof gunaKiriman)[number]]),
    /** The family it is about, with its partition. */
    kab: z.coerce.number().int().min(1).max(9999).optional(),
    keluarga: z.uuid().optional(),
    /** Without a family: the office or village; left out, one's own. */
    wilayah: kodeWilayah.optional(),
    rt: z.coerce.number().int().min(0).max(999).optional(),
  }),
  output: z.object({
    kab: z.number(),
    id: z.string(),
    sidik: z.string(),
    ukuran: z.number(),
    /** The same bytes were sent here before: this is that file. */
    sudahAda: z.boolean(),
  }),
  permission: [...pemegangBukti, 'administrator'],
  audit: 'tulis',
  berkas: 'unggah',
  batasUnggah: ukuranKiriman,
  label: { id: 'Unggah bukti', en: 'Upload evidence' },
})

export const berkasDaftar = operation({
  id: 'berkas.daftar',
  method: 'GET',
  path: '/api/berkas/keluarga/:kab/:keluarga',
  input: z.object({ kab: z.coerce.number().int().min(1).max(9999), keluarga: z.uuid() }),
  output: z.object({
    berkas: z.array(berkasSatu),
    /** What stayed with the offices where the family lived before it moved here, the last first. */
    asal: z.array(
      z.object({
        wilayah: z.string(),
        berkas: z.array(z.object({ guna: berkasSatu.shape.guna, jumlah: z.number() })),
      }),
    ),
    bolehUnggah: z.boolean(),
  }),
  permission: [...pemegangBukti, 'auditor'],
  audit: 'baca',
  label: { id: 'Bukti satu keluarga', en: 'Evidence of a family' },
})

export const berkasUnduh = operation({
  id: 'berkas.unduh',
  method: 'GET',
  path: '/api/berkas/:kab/:id',
  input: z.object({
    kab: z.coerce.number().int().min(1).max(9999),
    id: z.uuid(),
    /** `kecil`: a small copy of an image. */
    bagian: z.enum(['isi', 'kecil']).default('isi'),
  }),
  output: z.unknown(),
  permission: semuaPeran,
  audit: 'baca',
  berkas: 'unduh',
  label: { id: 'Buka bukti', en: 'Open evidence' },
})
