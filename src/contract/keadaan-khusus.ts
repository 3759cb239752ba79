/** Special states in a disaster: opened by a decree, families entered quickly, linked to the registry later. */
import { z } from 'zod'
import { operation } from './operation.ts'
import { pengelola } from './peran.ts'
import { kodeWilayah } from './wilayah.ts'

const kab = z.coerce.number().int().min(0).max(32_767)
const label = z.object({ id: z.string(), en: z.string() })

/** Who opens it: the office that carries the mayor's or regent's decree out. */
const pembuka = ['verifikator', 'kepala_opd'] as const
/** Who enters and links families. */
const pencatat = ['operator_desa', 'lurah', 'pengisi_data'] as const

const keadaan = z.object({
  id: z.string(),
  wilayah: z.number(),
  namaWilayah: z.string(),
  jenis: z.string(),
  label,
  nama: z.string(),
  suratNomor: z.string().nullable(),
  suratTanggal: z.string().nullable(),
  suratTenggat: z.string().nullable(),
  dari: z.string(),
  sampai: z.string(),
  melepasPengaman: z.boolean(),
  /** Today families may be entered; today it lifts the safeguards; its number is overdue. */
  berlaku: z.boolean(),
  melepas: z.boolean(),
  terlambat: z.boolean(),
  versi: z.number(),
})

export const keadaanKhususDaftar = operation({
  id: 'keadaan_khusus.daftar',
  method: 'GET',
  path: '/api/keadaan-khusus',
  input: z.object({}),
  output: z.object({
    keadaan: z.array(keadaan),
    jenis: z.array(z.object({ kode: z.string(), label })),
    lamaTerpanjang: z.number(),
    nomorMenyusul: z.number(),
  }),
  permission: pengelola,
  audit: 'tanpa',
  label: { id: 'Keadaan khusus', en: 'Special states' },
})

export const keadaanKhususBuka = operation({
  id: 'keadaan_khusus.buka',
  method: 'POST',
  path: '/api/keadaan-khusus',
  input: z.object({
    wilayah: kodeWilayah,
    jenis: z.string().regex(/^[a-z_]{3,30}$/),
    nama: z.string().trim().min(3).max(120),
    /** The number may follow. */
    suratNomor: z.string().trim().min(1).max(80).optional(),
    suratTanggal: z.iso.date().optional(),
    dari: z.iso.date(),
    sampai: z.iso.date(),
    melepasPengaman: z.boolean(),
  }),
  output: z.object({ id: z.string() }),
  permission: pembuka,
  audit: 'tulis',
  kukuh: true,
  label: { id: 'Buka keadaan khusus', en: 'Open a special state' },
})

/** The number that followed, another last day, or both. */
export const keadaanKhususUbah = operation({
  id: 'keadaan_khusus.ubah',
  method: 'POST',
  path: '/api/keadaan-khusus/ubah',
  input: z.object({
    id: z.uuid(),
    versi: z.number().int(),
    suratNomor: z.string().trim().min(1).max(80).optional(),
    suratTanggal: z.iso.date().optional(),
    sampai: z.iso.date().optional(),
  }),
  output: z.object({ versi: z.number() }),
  permission: pembuka,
  audit: 'tulis',
  label: { id: 'Ubah keadaan khusus', en: 'Change a special state' },
})

const baris = z.object({
  kab: z.number(),
  id: z.string(),
  wilayah: z.number(),
  namaWilayah: z.string(),
  rt: z.number(),
  nama: z.string(),
  jiwa: z.number(),
  /** The registered family, once linked. */
  keluargaId: z.string().nullable(),
  dicoret: z.string().nullable(),
  versi: z.number(),
})

export const keadaanKhususSatu = operation({
  id: 'keadaan_khusus.satu',
  method: 'GET',
  path: '/api/keadaan-khusus/:id',
  input: z.object({ id: z.uuid(), setelah: z.uuid().optional() }),
  output: z.object({
    keadaan,
    /** Of the reader's area; struck rows are not counted. */
    jumlah: z.object({ keluarga: z.number(), jiwa: z.number(), tertaut: z.number() }),
    keluarga: z.array(baris),
    berikutnya: z.string().nullable(),
  }),
  permission: pengelola,
  audit: 'baca',
  label: { id: 'Satu keadaan khusus', en: 'One special state' },
})

/** Rows carry the id that the device gave them: what is sent twice is there once. */
export const keadaanKhususCatat = operation({
  id: 'keadaan_khusus.catat',
  method: 'POST',
  path: '/api/keadaan-khusus/catat',
  input: z.object({
    keadaan: z.uuid(),
    wilayah: kodeWilayah,
    keluarga: z
      .array(
        z.object({
          id: z.uuid(),
          rt: z.number().int().min(0).max(999),
          nama: z.string().trim().min(2).max(120),
          jiwa: z.number().int().min(1).max(40),
        }),
      )
      .min(1)
      .max(100),
  }),
  output: z.object({ tercatat: z.array(z.string()) }),
  permission: pencatat,
  audit: 'tulis',
  label: { id: 'Catat keluarga terdampak', en: 'Enter struck families' },
})

export const keadaanKhususCoret = operation({
  id: 'keadaan_khusus.coret',
  method: 'POST',
  path: '/api/keadaan-khusus/coret',
  input: z.object({
    kab,
    id: z.uuid(),
    versi: z.number().int(),
    alasan: z.string().trim().min(5).max(200),
  }),
  output: z.object({ versi: z.number() }),
  permission: pencatat,
  audit: 'tulis',
  label: { id: 'Coret keluarga terdampak', en: 'Strike a family out' },
})

/** Registered families of the village whose head is called alike. */
export const keadaanKhususCalon = operation({
  id: 'keadaan_khusus.calon',
  method: 'GET',
  path: '/api/keadaan-khusus/calon/:kab/:id',
  input: z.object({ kab, id: z.uuid() }),
  output: z.object({
    calon: z.array(
      z.object({
        kab: z.number(),
        id: z.string(),
        namaKepala: z.string(),
        rt: z.number().nullable(),
        jumlahAnggota: z.number(),
      }),
    ),
  }),
  permission: pencatat,
  audit: 'baca',
  label: { id: 'Calon tautan', en: 'Families to link' },
})

export const keadaanKhususTautkan = operation({
  id: 'keadaan_khusus.tautkan',
  method: 'POST',
  path: '/api/keadaan-khusus/tautkan',
  input: z.object({
    kab,
    id: z.uuid(),
    versi: z.number().int(),
    /** Null takes the link off. */
    keluargaId: z.uuid().nullable(),
  }),
  output: z.object({ versi: z.number() }),
  permission: pencatat,
  audit: 'tulis',
  label: { id: 'Tautkan ke keluarga terdaftar', en: 'Link to a registered family' },
})
