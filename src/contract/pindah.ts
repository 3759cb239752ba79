/** Moves between areas: what is asked of an origin, its answer, and the decision of the level above both. */
import { z } from 'zod'
import { semuaKeadaanPermintaan, semuaPemutus } from '#domain/pindah/pemutus.ts'
import { penggantiSchema } from '#domain/usulan/peristiwa/isi.ts'
import { bentukPindah } from '#domain/usulan/peristiwa/jenis.ts'
import { operation } from './operation.ts'
import { pengelola } from './peran.ts'
import { kodeWilayah } from './wilayah.ts'

const kab = z.coerce.number().int().min(0).max(32_767)
const label = z.object({ id: z.string(), en: z.string() })

const baris = z.object({
  kab: z.number(),
  id: z.string(),
  /** Receipt of the proposal at the destination. */
  nomor: z.string(),
  keluarga: z.object({ kab: z.number(), id: z.string(), namaKepala: z.string() }),
  wilayah: z.number(),
  namaWilayah: z.string(),
  rt: z.number().nullable(),
  /** Village that asks, with its kab/kota. */
  tujuan: z.string(),
  bentuk: z.enum(bentukPindah),
  tanggal: z.string(),
  status: z.enum(semuaKeadaanPermintaan),
  pemutus: z.enum(semuaPemutus),
  /** Last day for the desk at which it lies. */
  batas: z.string(),
  alasanAsal: z.string().nullable(),
  alasan: z.string().nullable(),
  /** The reader answers it now. */
  dapatDijawab: z.boolean(),
  versi: z.number(),
})

/** Requests about families of the reader's area; those that wait for the reader's answer, or all. */
export const pindahDaftar = operation({
  id: 'pindah.daftar',
  method: 'GET',
  path: '/api/pindah',
  input: z.object({
    meja: z.enum(['saya', 'semua']).default('saya'),
    wilayah: kodeWilayah.optional(),
    setelah: z.uuid().optional(),
    batas: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ permintaan: z.array(baris), berikutnya: z.string().nullable() }),
  permission: pengelola,
  audit: 'baca',
  label: { id: 'Permintaan pindah', en: 'Requests to move' },
})

const orang = z.object({
  id: z.string(),
  nama: z.string(),
  umur: z.number().nullable(),
  hubungan: z.number().nullable(),
})

export const pindahSatu = operation({
  id: 'pindah.satu',
  method: 'GET',
  path: '/api/pindah/:kab/:id',
  input: z.object({ kab, id: z.uuid() }),
  output: baris.extend({
    pergi: z.array(orang),
    tinggal: z.array(orang),
    /** How many numbers typed at the destination belong to nobody of this family. */
    nomorLain: z.number(),
    dokumen: z.object({
      jenis: z.string().optional(),
      nomor: z.string().optional(),
      tanggal: z.string().optional(),
    }),
    /** Those who stay need a new head, or somebody new to hold the card. */
    perluKepala: z.boolean(),
    perluPengurus: z.boolean(),
    dijawab: z
      .object({ nama: z.string().nullable(), peran: label.nullable(), pada: z.string() })
      .nullable(),
  }),
  permission: pengelola,
  audit: 'baca',
  label: { id: 'Satu permintaan pindah', en: 'One request to move' },
})

const jawaban = z.object({
  kab,
  id: z.uuid(),
  versi: z.number().int(),
  setuju: z.boolean(),
  kepalaBaruId: z.uuid().optional(),
  pengganti: penggantiSchema.optional(),
  alasan: z.string().trim().min(5).max(500).optional(),
})

const hasil = z.object({
  status: z.enum(semuaKeadaanPermintaan),
  versi: z.number(),
  /** What stands against an agreement; nothing was written then. */
  masalah: label.nullable(),
})

/** The origin agrees, or refuses with a reason: then the lowest level above both decides. */
export const pindahJawab = operation({
  id: 'pindah.jawab',
  method: 'POST',
  path: '/api/pindah/jawab',
  input: jawaban,
  output: hasil,
  permission: ['operator_desa', 'pengisi_data', 'lurah'],
  audit: 'tulis',
  label: { id: 'Jawab permintaan pindah', en: 'Answer a request to move' },
})

/** The lowest level above both areas decides where the origin was silent or refused. */
export const pindahPutuskan = operation({
  id: 'pindah.putuskan',
  method: 'POST',
  path: '/api/pindah/putuskan',
  input: jawaban.extend({ alasan: z.string().trim().min(5).max(500) }),
  output: hasil,
  permission: ['kecamatan', 'verifikator', 'provinsi', 'pusdatin'],
  audit: 'tulis',
  label: { id: 'Putuskan permintaan pindah', en: 'Decide a request to move' },
})
