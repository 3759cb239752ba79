/** Searching the log of one's area and taking the result along as a file. */
import { z } from 'zod'
import { entri, setelahEntri } from './jejak.ts'
import { operation } from './operation.ts'
import { pencariJejak, pengunduhJejak, peran } from './peran.ts'
import { kodeWilayah } from './wilayah.ts'

/** Kinds of record by which an entry can be found. */
export const jenisSubjek = [
  'keluarga',
  'individu',
  'impor',
  'ronde',
  'kuota',
  'daftar',
  'kalender',
  'pekerjaan',
  'pengguna',
  'penugasan',
  'berkas',
  'dokumen',
  'usulan',
  'musyawarah',
] as const

const kode = z.string().regex(/^[a-zA-Z_.]{1,60}$/)

/** Every filter narrows; none is "all of one's own area". */
const saringan = {
  dari: z.iso.date().optional(),
  /** The last day, that day included. */
  sampai: z.iso.date().optional(),
  pengguna: z.uuid().optional(),
  peran: z.enum(Object.keys(peran) as [string, ...string[]]).optional(),
  operasi: kode.optional(),
  jenis: z.enum(['baca', 'tulis', 'akun']).optional(),
  tujuan: kode.optional(),
  wilayah: kodeWilayah.optional(),
  /** One record: of this kind when said, otherwise of any. */
  catatan: z.uuid().optional(),
  jenisCatatan: z.enum(jenisSubjek).optional(),
}

/** A read sent by POST, so that what is looked into stands in no address of the server's log. */
export const jejakCari = operation({
  id: 'jejak.cari',
  method: 'POST',
  path: '/api/jejak',
  input: z.object({
    ...saringan,
    setelah: setelahEntri,
    batas: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.object({ entri: z.array(entri), berikutnya: z.number().nullable() }),
  permission: pencariJejak,
  audit: 'baca',
  label: { id: 'Cari di log', en: 'Search the log' },
})

export const jejakUnduh = operation({
  id: 'jejak.unduh',
  method: 'GET',
  path: '/api/jejak/unduh',
  input: z.object({
    ...saringan,
    bentuk: z.enum(['xlsx', 'csv']).default('xlsx'),
    /** What the copy is for; printed on it and logged. */
    keperluan: z.string().trim().min(5).max(200),
  }),
  output: z.unknown(),
  permission: pengunduhJejak,
  audit: 'baca',
  berkas: 'unduh',
  kukuh: true,
  label: { id: 'Unduh log', en: 'Download the log' },
})

const label = z.object({ id: z.string(), en: z.string() })

/** What the search form offers: officers of the area by name, operations, purposes. */
export const jejakPelaku = operation({
  id: 'jejak.pelaku',
  method: 'POST',
  path: '/api/jejak/pelaku',
  input: z.object({
    q: z.string().trim().min(2).max(100).optional(),
    /** To name the officer that a filter stands for. */
    id: z.uuid().optional(),
  }),
  output: z.object({
    petugas: z.array(z.object({ id: z.string(), nama: z.string(), peran: label, kantor: label })),
  }),
  permission: pencariJejak,
  audit: 'tanpa',
  label: { id: 'Cari petugas di log', en: 'Find officers in the log' },
})

export const jejakPilihan = operation({
  id: 'jejak.pilihan',
  method: 'GET',
  path: '/api/jejak/pilihan',
  input: z.object({}),
  output: z.object({
    operasi: z.array(z.object({ id: z.string(), label, jenis: z.enum(['baca', 'tulis', 'akun']) })),
    tujuan: z.array(z.object({ kode: z.string(), label })),
    peran: z.array(z.object({ kode: z.string(), label })),
    bolehUnduh: z.boolean(),
  }),
  permission: pencariJejak,
  audit: 'tanpa',
  label: { id: 'Pilihan pencarian log', en: 'Choices of the log search' },
})
