/** Village meetings: agenda, who was there, decisions row by row, the hall's screen. */
import { z } from 'zod'
import { semuaPutusan } from '#domain/musyawarah/putusan.ts'
import { kodeUnsurSchema } from '#domain/musyawarah/unsur.ts'
import { type JenisUsulan, semuaJenis } from '#domain/usulan/jenis.ts'
import { berkasSatu } from './berkas.ts'
import { operation } from './operation.ts'
import { pembacaMusyawarah, penyelenggaraMusyawarah } from './peran.ts'
import { kodeWilayah } from './wilayah.ts'

const label = z.object({ id: z.string(), en: z.string() })
const jenisUsulan = z.enum(semuaJenis as [JenisUsulan, ...JenisUsulan[]])
export const jenisMusyawarah = ['muskel', 'musdes', 'musdesus', 'sptjm'] as const
export const statusMusyawarah = ['disiapkan', 'selesai', 'ditandatangani', 'batal'] as const
const putusan = z.enum(semuaPutusan)

/** One meeting, as addresses name it. */
export const musyawarahDi = { kab: z.coerce.number().int().min(1).max(9999), id: z.uuid() }
/** The version that the sender saw. */
const versi = z.number().int()

const kepala = z.object({
  kab: z.number(),
  id: z.string(),
  wilayah: z.number(),
  namaWilayah: z.string(),
  jenis: z.enum(jenisMusyawarah),
  status: z.enum(statusMusyawarah),
  tanggal: z.string(),
  mulai: z.string().nullable(),
  tempat: z.string(),
  nomor: z.string().nullable(),
  versi,
})

export const musyawarahDaftar = operation({
  id: 'musyawarah.daftar',
  method: 'GET',
  path: '/api/musyawarah',
  input: z.object({ wilayah: kodeWilayah.optional(), setelah: z.string().max(80).optional() }),
  output: z.object({
    musyawarah: z.array(
      kepala.extend({
        baris: z.number(),
        diputuskan: z.number(),
        berlakuSampai: z.string().nullable(),
      }),
    ),
    berikutnya: z.string().nullable(),
    bolehBuat: z.boolean(),
    /** Kinds that the regime of today knows. */
    jenis: z.array(z.enum(jenisMusyawarah)),
  }),
  permission: pembacaMusyawarah,
  audit: 'tanpa',
  label: { id: 'Daftar musyawarah', en: 'List of meetings' },
})

/** Makes a meeting, or changes day, place and who leads it. */
export const musyawarahBuat = operation({
  id: 'musyawarah.buat',
  method: 'POST',
  path: '/api/musyawarah/buat',
  input: z.object({
    musyawarah: z
      .object({ kab: z.number().int().min(0).max(32_767), id: z.uuid(), versi })
      .optional(),
    wilayah: kodeWilayah,
    jenis: z.enum(jenisMusyawarah),
    tanggal: z.iso.date(),
    mulai: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .nullable()
      .default(null),
    tempat: z.string().trim().max(160),
    pemimpin: z.string().trim().max(120).nullable().default(null),
    notulis: z.string().trim().max(120).nullable().default(null),
  }),
  output: z.object({ kab: z.number(), id: z.string(), versi }),
  permission: penyelenggaraMusyawarah,
  audit: 'tulis',
  label: { id: 'Simpan musyawarah', en: 'Save a meeting' },
})

const baris = z.object({
  usulanId: z.string(),
  urutan: z.number(),
  nomor: z.string(),
  jenis: jenisUsulan,
  nama: z.string(),
  rt: z.number().nullable(),
  alasan: z.string().nullable(),
  /** What the hall's screen says instead. */
  alasanLayar: label,
  jumlahAnggota: z.number(),
  /** What is still missing before the meeting may agree. */
  kurang: z.array(label),
  putusan: putusan.nullable(),
  alasanPutusan: z.string().nullable(),
  catatan: z.string().nullable(),
  pada: z.string().nullable(),
  oleh: z.string().nullable(),
  /** Who of those present is family of this row: they do not decide it. */
  tidakIkut: z.array(
    z.object({
      id: z.string(),
      nama: z.string(),
      sebab: z.enum(['keluarga', 'rumah', 'dinyatakan']),
    }),
  ),
})

const hadir = z.object({
  id: z.uuid(),
  nama: z.string().trim().min(1).max(120),
  unsur: kodeUnsurSchema,
  jabatan: z.string().trim().max(120).nullable().default(null),
  rt: z.number().int().min(0).max(999).nullable().default(null),
  diundang: z.boolean().default(true),
  hadir: z.boolean().default(true),
  /** Proposals of which the person says to be family. */
  kerabat: z.array(z.uuid()).max(100).default([]),
})

export const musyawarahSatu = operation({
  id: 'musyawarah.satu',
  method: 'GET',
  path: '/api/musyawarah/:kab/:id',
  input: z.object(musyawarahDi),
  output: kepala.extend({
    rezim: label,
    pemimpin: z.string().nullable(),
    notulis: z.string().nullable(),
    notulen: z.string().nullable(),
    unsurTidakAda: z.array(z.string()),
    sidik: z.string().nullable(),
    berlakuSampai: z.string().nullable(),
    ditandatanganiPada: z.string().nullable(),
    penanda: z.string().nullable(),
    baris: z.array(baris),
    hadir: z.array(hadir.extend({ terhubung: z.boolean() })),
    unsur: z.array(
      z.object({ kode: z.string(), label, diharapkan: z.boolean(), mungkinTidakAda: z.boolean() }),
    ),
    kuorum: z.object({
      terpenuhi: z.boolean(),
      orang: z.number(),
      orangPerlu: z.number(),
      unsurHadir: z.number(),
      unsurDiharapkan: z.number(),
      kurang: z.array(z.string()),
    }),
    tanda: z.array(
      z.object({ nama: z.string(), sebagai: z.string(), goresan: z.string().nullable() }),
    ),
    /** Papers in the register that are in force, and the code of the page behind their QR. */
    surat: z.array(
      z.object({
        jenis: z.string(),
        nomor: z.string(),
        tanggal: z.string(),
        kode: z.string(),
      }),
    ),
    adaPindaian: z.boolean(),
    foto: z.array(berkasSatu),
    bolehUbah: z.boolean(),
    bolehTanda: z.boolean(),
  }),
  permission: pembacaMusyawarah,
  audit: 'baca',
  label: { id: 'Satu musyawarah', en: 'One meeting' },
})

/** Proposals of the village that a meeting may take up. */
export const musyawarahCalon = operation({
  id: 'musyawarah.calon',
  method: 'GET',
  path: '/api/musyawarah/:kab/:id/calon',
  input: z.object(musyawarahDi),
  output: z.object({
    usulan: z.array(
      z.object({
        usulanId: z.string(),
        nomor: z.string(),
        jenis: jenisUsulan,
        nama: z.string(),
        rt: z.number().nullable(),
        alasan: z.string().nullable(),
        ditunda: z.boolean(),
        /** On the agenda of this meeting. */
        dipilih: z.boolean(),
      }),
    ),
  }),
  permission: penyelenggaraMusyawarah,
  audit: 'baca',
  label: { id: 'Calon agenda', en: 'What may be put on the agenda' },
})

export const musyawarahAgenda = operation({
  id: 'musyawarah.agenda',
  method: 'POST',
  path: '/api/musyawarah/agenda',
  input: z.object({
    kab: z.number().int().min(0).max(32_767),
    id: z.uuid(),
    versi,
    /** In order; what is left out is taken off. */
    usulan: z.array(z.uuid()).max(500),
  }),
  output: z.object({ versi, jumlah: z.number() }),
  permission: penyelenggaraMusyawarah,
  audit: 'tulis',
  label: { id: 'Susun agenda', en: 'Set the agenda' },
})

export const musyawarahHadir = operation({
  id: 'musyawarah.hadir',
  method: 'POST',
  path: '/api/musyawarah/hadir',
  input: z.object({
    kab: z.number().int().min(0).max(32_767),
    id: z.uuid(),
    versi,
    unsurTidakAda: z.array(kodeUnsurSchema).max(30),
    hadir: z
      .array(
        hadir.extend({
          /** Own NIK or KK number: finds the family in the registry, is not kept. Absent: as before. */
          nomor: z
            .string()
            .regex(/^\d{16}$/)
            .optional(),
        }),
      )
      .max(200),
  }),
  output: z.object({ versi, terhubung: z.array(z.string()) }),
  permission: penyelenggaraMusyawarah,
  audit: 'tulis',
  label: { id: 'Catat kehadiran', en: 'Note who is there' },
})

/** Decisions, each with the time it was made: sent at once or an hour later, once or twice, in any order. */
export const musyawarahPutuskan = operation({
  id: 'musyawarah.putuskan',
  method: 'POST',
  path: '/api/musyawarah/putuskan',
  input: z.object({
    kab: z.number().int().min(0).max(32_767),
    id: z.uuid(),
    keputusan: z
      .array(
        z.object({
          id: z.uuid(),
          usulanId: z.uuid(),
          putusan,
          alasan: z.string().trim().max(500).nullable().default(null),
          catatan: z.string().trim().max(500).nullable().default(null),
          pada: z.iso.datetime(),
        }),
      )
      .min(1)
      .max(500),
  }),
  output: z.object({
    diterima: z.array(z.string()),
    ditolak: z.array(z.object({ id: z.string(), label })),
  }),
  permission: penyelenggaraMusyawarah,
  audit: 'tulis',
  label: { id: 'Catat keputusan', en: 'Note decisions' },
})

/** What the whole hall sees: no number of identity, date of birth, health, disability, PMKS or money. */
export const musyawarahLayar = operation({
  id: 'musyawarah.layar',
  method: 'GET',
  path: '/api/musyawarah/:kab/:id/layar',
  input: z.object(musyawarahDi),
  output: z.object({
    namaWilayah: z.string(),
    jenis: z.enum(jenisMusyawarah),
    tanggal: z.string(),
    status: z.enum(statusMusyawarah),
    baris: z.array(
      z.object({
        urutan: z.number(),
        nama: z.string(),
        rt: z.number().nullable(),
        jenis: label,
        alasan: label,
        putusan: putusan.nullable(),
      }),
    ),
  }),
  permission: penyelenggaraMusyawarah,
  audit: 'baca',
  label: { id: 'Layar musyawarah', en: 'The hall’s screen' },
})
