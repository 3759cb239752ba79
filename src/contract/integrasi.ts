/** After matching: how many people stand in one, two, all sources; who is missing, who may receive wrongly; proposals of it. */
import { z } from 'zod'
import { semuaDaftar } from '#domain/integrasi/daftar.ts'
import { operation } from './operation.ts'
import { pengelola } from './peran.ts'
import { kodeWilayah } from './wilayah.ts'

const label = z.object({ id: z.string(), en: z.string() })
const kab = z.number().int().min(0).max(32_767)
const jenis = z.enum(semuaDaftar)

const hitungan = z.object({
  /** People known in one, two, and all three of registry, P3KE and Regsosek. */
  satu: z.number(),
  dua: z.number(),
  tiga: z.number(),
})

export const integrasiRekap = operation({
  id: 'integrasi.rekap',
  method: 'GET',
  path: '/api/integrasi',
  input: z.object({ wilayah: kodeWilayah.optional() }),
  output: z.object({
    daerah: z.array(hitungan.extend({ kode: z.number(), nama: z.string() })),
    jumlah: hitungan,
    daftar: z.array(z.object({ jenis, label, isi: label, jumlah: z.number() })),
  }),
  permission: pengelola,
  audit: 'tanpa',
  label: { id: 'Laporan integrasi', en: 'Integration report' },
})

const saringan = z.object({ jenis, wilayah: kodeWilayah.optional() })

export const integrasiDaftar = operation({
  id: 'integrasi.daftar',
  method: 'GET',
  path: '/api/integrasi/daftar',
  input: saringan.extend({
    setelah: z.uuid().optional(),
    batas: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    orang: z.array(
      z.object({
        kab: z.number(),
        /** The person of the registry; of a list of exclusion the person of the source. */
        id: z.string(),
        nama: z.string(),
        nik: z.string().nullable(),
        keluarga: z.object({ id: z.string(), namaKepala: z.string() }).nullable(),
        namaWilayah: z.string(),
        rt: z.number().nullable(),
        alamat: z.string().nullable(),
        /** Number of a proposal that is open about them. */
        usulan: z.string().nullable(),
      }),
    ),
    berikutnya: z.string().nullable(),
  }),
  permission: pengelola,
  audit: 'baca',
  label: { id: 'Daftar hasil integrasi', en: 'List from integration' },
})

export const integrasiUnduh = operation({
  id: 'integrasi.unduh',
  method: 'GET',
  path: '/api/integrasi/unduh',
  input: saringan,
  output: z.unknown(),
  permission: pengelola,
  audit: 'baca',
  berkas: 'unduh',
  label: {
    id: 'Unduh daftar hasil integrasi (xlsx)',
    en: 'Download a list from integration (xlsx)',
  },
})

export const integrasiUsulkan = operation({
  id: 'integrasi.usulkan',
  method: 'POST',
  path: '/api/integrasi/usulkan',
  input: z.object({
    jenis,
    orang: z
      .array(z.object({ kab, id: z.uuid() }))
      .min(1)
      .max(200),
  }),
  output: z.object({
    /** Drafts that were made; the others have an open proposal, or are on the list no more. */
    dibuat: z.number(),
    dilewati: z.number(),
  }),
  permission: ['operator_desa', 'pengisi_data'],
  audit: 'tulis',
  label: { id: 'Jadikan usulan', en: 'Make proposals of it' },
})
