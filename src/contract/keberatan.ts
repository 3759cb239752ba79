/** Notices before a loss and objections to them: issue, print, object at the counter, decide. */
import { z } from 'zod'
import {
  type KeadaanPemberitahuan,
  sebabPemberitahuan,
  semuaKeadaanPemberitahuan,
} from '#domain/keberatan/keadaan.ts'
import { operation } from './operation.ts'
import { pembacaPemberitahuan, pemberiTahu, pemutusKeberatan, petugasLoket } from './peran.ts'
import { kodeWilayah } from './wilayah.ts'

const label = z.object({ id: z.string(), en: z.string() })
const kab = z.coerce.number().int().min(0).max(32_767)
const sebab = z.enum(sebabPemberitahuan)
const keadaan = z.enum(
  semuaKeadaanPemberitahuan as [KeadaanPemberitahuan, ...KeadaanPemberitahuan[]],
)

const keberatan = z.object({
  id: z.string(),
  pemohon: z.string(),
  hubungan: z.string(),
  alasan: z.string(),
  berkasId: z.string().nullable(),
  tanggal: z.string(),
  /** Day by which it is to be decided. */
  tenggat: z.string(),
  terlambat: z.boolean(),
  diterimaOleh: z.string().nullable(),
  dokumenId: z.string().nullable(),
  status: z.enum(['terbuka', 'dikabulkan', 'ditolak']),
  diputusOleh: z.string().nullable(),
  diputusPada: z.string().nullable(),
  /** Decided by the fallback. */
  cadangan: z.boolean(),
  putusanAlasan: z.string().nullable(),
  bolehMemutus: z.boolean(),
  /** Why the reader may not decide; null where they may, or where it is decided. */
  tolakPutus: label.nullable(),
})

export const pemberitahuanSchema = z.object({
  kab: z.number(),
  id: z.string(),
  keluargaId: z.string(),
  namaKepala: z.string(),
  wilayah: z.number(),
  namaWilayah: z.string(),
  rt: z.number().nullable(),
  sebab,
  program: label.nullable(),
  daftarId: z.string().nullable(),
  usulanId: z.string().nullable(),
  alasan: z.string(),
  dasar: z.string(),
  /** Of the printed letter; null until it is printed. */
  nomor: z.string().nullable(),
  tanggal: z.string(),
  keberatanSampai: z.string(),
  /** Days left to object, today counted; 0 when they are over. */
  sisaHari: z.number(),
  keadaan,
  /** Why it was called off. */
  batal: label.nullable(),
  bolehBerkeberatan: z.boolean(),
  keberatan: keberatan.nullable(),
})

export const pemberitahuanDaftar = operation({
  id: 'pemberitahuan.daftar',
  method: 'GET',
  path: '/api/pemberitahuan',
  input: z.object({
    keadaan: keadaan.optional(),
    daftar: z.uuid().optional(),
    keluarga: z.uuid().optional(),
    wilayah: kodeWilayah.optional(),
    setelah: z.uuid().optional(),
    batas: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.object({
    pemberitahuan: z.array(pemberitahuanSchema),
    berikutnya: z.string().nullable(),
    /** Of the area and list asked for, whatever the state. */
    hitung: z.object({
      menunggu: z.number(),
      keberatan: z.number(),
      /** Open objections whose day has passed. */
      terlambat: z.number(),
      selesai: z.number(),
      berlaku: z.number(),
      dikabulkan: z.number(),
      batal: z.number(),
      belumTercetak: z.number(),
    }),
  }),
  permission: pembacaPemberitahuan,
  audit: 'baca',
  label: { id: 'Pemberitahuan dan keberatan', en: 'Notices and objections' },
})

const yangDiberitahu = z.object({
  sebab,
  /** The list, for `daftar`. */
  daftar: z.uuid().optional(),
})

/** Whom a notice would go to, before anything is written. */
export const pemberitahuanPratinjau = operation({
  id: 'pemberitahuan.pratinjau',
  method: 'GET',
  path: '/api/pemberitahuan/pratinjau',
  input: yangDiberitahu,
  output: z.object({
    jumlah: z.number(),
    wilayah: z.array(z.object({ wilayah: z.number(), nama: z.string(), jumlah: z.number() })),
    keberatanSampai: z.string(),
    berlaku: z.string(),
    /** Most letters of one time. */
    terbanyak: z.number(),
  }),
  permission: pemberiTahu,
  audit: 'tanpa',
  label: { id: 'Pratinjau pemberitahuan', en: 'Preview of notices' },
})

export const pemberitahuanTerbitkan = operation({
  id: 'pemberitahuan.terbitkan',
  method: 'POST',
  path: '/api/pemberitahuan',
  input: yangDiberitahu.extend({
    /** As the preview showed. */
    jumlah: z.number().int().min(1),
    /** Who signs: place in the list of the letterhead. */
    penanda: z.number().int().min(0).max(5).default(0),
  }),
  output: z.object({ jumlah: z.number(), keberatanSampai: z.string(), pekerjaan: z.string() }),
  permission: pemberiTahu,
  audit: 'tulis',
  label: { id: 'Terbitkan pemberitahuan', en: 'Issue notices' },
})

/** The letters of one's own office in one file, by village and RT. */
export const pemberitahuanCetak = operation({
  id: 'pemberitahuan.cetak',
  method: 'GET',
  path: '/api/pemberitahuan/cetak.pdf',
  input: z.object({
    daftar: z.uuid().optional(),
    wilayah: kodeWilayah.optional(),
    pemberitahuan: z.uuid().optional(),
  }),
  output: z.unknown(),
  permission: pemberiTahu,
  audit: 'baca',
  berkas: 'unduh',
  label: { id: 'Cetak surat pemberitahuan', en: 'Print notices' },
})

export const keberatanAjukan = operation({
  id: 'keberatan.ajukan',
  method: 'POST',
  path: '/api/keberatan',
  input: z.object({
    kab: z.number().int().min(0).max(32_767),
    pemberitahuan: z.uuid(),
    /** Who came, and what they are to the family. */
    pemohon: z.string().trim().min(2).max(120),
    hubungan: z.string().trim().min(2).max(60),
    alasan: z.string().trim().min(10).max(1000),
    /** Evidence of this family that was uploaded. */
    berkas: z.uuid().optional(),
  }),
  output: z.object({
    kab: z.number(),
    id: z.string(),
    tenggat: z.string(),
    nomor: z.string(),
    /** The receipt. */
    dokumenId: z.string(),
  }),
  permission: petugasLoket,
  audit: 'tulis',
  label: { id: 'Catat keberatan di loket', en: 'Enter an objection at the counter' },
})

export const keberatanPutuskan = operation({
  id: 'keberatan.putuskan',
  method: 'POST',
  path: '/api/keberatan/:kab/:id',
  input: z.object({
    kab,
    id: z.uuid(),
    kabul: z.boolean(),
    alasan: z.string().trim().min(10).max(1000),
  }),
  output: z.object({ status: z.enum(['dikabulkan', 'ditolak']) }),
  permission: pemutusKeberatan,
  audit: 'tulis',
  kukuh: true,
  label: { id: 'Putuskan keberatan', en: 'Decide an objection' },
})
