/** What other sources say of people: the status at Dukcapil, each field with its sources, the queue of differences. */
import { z } from 'zod'
import { keadaanDukcapil } from '#domain/dukcapil/keadaan.ts'
import { bidangPercaya, semuaSumber } from '#domain/kepercayaan/percaya.ts'
import { type Keadaan, semuaKeadaan } from '#domain/usulan/keadaan.ts'
import { operation } from './operation.ts'
import { pembacaKeluarga, pemutusBeda, pengelola, pengusulSumber } from './peran.ts'
import { kodeWilayah } from './wilayah.ts'

const label = z.object({ id: z.string(), en: z.string() })
const kab = z.coerce.number().int().min(0).max(32_767)
const sumber = z.enum(semuaSumber)
const bidang = z.enum(bidangPercaya)

/** What one source says: the value in words, numbers masked. */
const calon = z.object({
  sumber,
  nilai: label,
  tanggal: z.string(),
})

const dukcapil = z.object({
  keadaan: z.enum(keadaanDukcapil),
  nada: z.enum(['baik', 'perhatian', 'salah', 'netral']),
  label,
  sebab: label,
  /** What the citizen must do. */
  warga: label,
  /** Fields that differ from the answer. */
  beda: z.array(label),
  /** Day of the answer; null where there is none. */
  tanggal: z.string().nullable(),
  /** Newest first, the present one included. */
  riwayat: z.array(
    z.object({ id: z.string(), label, tanggal: z.string(), oleh: z.string().nullable() }),
  ),
})

/** What sources say of the house and the family, beside the registry. */
const rumah = z.object({
  /** Families of sources that are this one, at most one per source. */
  keluarga: z.array(
    z.object({
      id: z.string(),
      sumber,
      tanggal: z.string(),
      desil: z.number().nullable(),
      /** How many of the members stand in it. */
      orang: z.number(),
      /** It bears the same number of the family card. */
      kk: z.boolean(),
    }),
  ),
  /** Questions that a source answered, in the words of the dictionary. */
  jawaban: z.array(
    z.object({
      kelompok: z.string(),
      variabel: z.string(),
      label,
      /** What the registry has, from where and of which day; null where it was not asked. */
      nilai: label.nullable(),
      sumber: z.string().nullable(),
      tanggal: z.string().nullable(),
      lain: z.array(calon),
      berbeda: z.boolean(),
    }),
  ),
})

export const kepercayaanKeluarga = operation({
  id: 'keluarga.sumber',
  method: 'GET',
  path: '/api/keluarga/:kab/:id/sumber',
  input: z.object({ kab, id: z.uuid() }),
  output: z.object({
    /** Whether the reader's role may have the family compared again. */
    bolehMemadankan: z.boolean(),
    rumah,
    anggota: z.array(
      z.object({
        id: z.string(),
        nama: z.string(),
        dukcapil,
        /** Rows of sources that are this person, and by what they are known to be. */
        sumber: z.array(
          z.object({
            id: z.string(),
            sumber,
            tanggal: z.string(),
            desil: z.number().nullable(),
            taut: z.enum(['nik', 'pasangan', 'putusan']),
          }),
        ),
        isian: z.array(
          z.object({
            bidang,
            label,
            dipercaya: sumber,
            dasar: z.enum(['putusan', 'lapangan', 'bobot']),
            berbeda: z.boolean(),
            calon: z.array(calon.extend({ poin: z.number(), lapangan: z.boolean() })),
            putusan: z
              .object({
                alasan: z.string(),
                oleh: z.string().nullable(),
                pada: z.string().nullable(),
              })
              .nullable(),
          }),
        ),
      }),
    ),
  }),
  permission: pembacaKeluarga,
  audit: 'baca',
  label: { id: 'Isian menurut sumber', en: 'Fields by source' },
})

export const dukcapilPadankan = operation({
  id: 'keluarga.padankan',
  method: 'POST',
  path: '/api/keluarga/:kab/:id/padankan',
  input: z.object({ kab, id: z.uuid() }),
  output: z.object({
    /** Members whose status changed. */
    berubah: z.number(),
    /** Differences that came into the queue. */
    beda: z.number(),
  }),
  permission: pemutusBeda,
  audit: 'tulis',
  label: { id: 'Padankan ulang dengan Dukcapil', en: 'Match with Dukcapil again' },
})

/** The proposal that came of a decision; it can be opened unless it is somebody else's draft. */
const usulanBeda = z.object({
  kab: z.number(),
  id: z.string(),
  nomor: z.string(),
  status: z.enum(semuaKeadaan as [Keadaan, ...Keadaan[]]),
  label,
  bolehBuka: z.boolean(),
})

export const bedaDaftar = operation({
  id: 'beda.daftar',
  method: 'GET',
  path: '/api/sumber/beda',
  input: z.object({
    wilayah: kodeWilayah.optional(),
    bidang: bidang.optional(),
    /** `diputus`: what was decided is not in the registry yet; `tuntas`: it is, or the registry was right. */
    status: z.enum(['antre', 'diputus', 'tuntas']).default('antre'),
    /** `taruhan/id` of the row where the page before ended. */
    setelah: z
      .string()
      .regex(/^\d{1,9}\/[0-9a-f-]{36}$/)
      .optional(),
    batas: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    beda: z.array(
      z.object({
        kab: z.number(),
        id: z.string(),
        versi: z.number(),
        nama: z.string(),
        keluarga: z.object({ id: z.string(), namaKepala: z.string() }),
        namaWilayah: z.string(),
        rt: z.number().nullable(),
        bidang,
        label,
        /** The source that the rules believe. */
        dipercaya: sumber,
        calon: z.array(calon),
        taruhan: z.number(),
        status: z.enum(['antre', 'diputus', 'tuntas']),
        putusan: sumber.nullable(),
        /** The newest proposal that came of the decision. */
        usulan: usulanBeda.nullable(),
        /** The reader may make a proposal of the decision. */
        bolehUsulkan: z.boolean(),
        /** Why none came of it. */
        tanpaUsulan: label.nullable(),
        alasan: z.string().nullable(),
        oleh: z.string().nullable(),
        pada: z.string().nullable(),
      }),
    ),
    berikutnya: z.string().nullable(),
    /** All that wait in the area, by field. */
    rekap: z.array(z.object({ bidang, label, jumlah: z.number() })),
  }),
  permission: pengelola,
  audit: 'baca',
  label: { id: 'Beda antarsumber', en: 'Differences between sources' },
})

export const bedaPutus = operation({
  id: 'beda.putus',
  method: 'POST',
  path: '/api/sumber/beda/:kab/:id',
  input: z.object({
    kab,
    id: z.uuid(),
    versi: z.number().int().min(1),
    /** Source whose value is right. */
    putusan: sumber,
    alasan: z.string().trim().min(5).max(500),
  }),
  output: z.object({
    status: z.literal('diputus'),
    /** The draft that was made of it; null where none follows. */
    usulan: usulanBeda.nullable(),
    tanpaUsulan: label.nullable(),
  }),
  permission: pemutusBeda,
  audit: 'tulis',
  label: { id: 'Putuskan beda antarsumber', en: 'Decide a difference between sources' },
})

/** The decision of somebody who does not propose, or one whose proposal came to nothing, becomes a draft. */
export const bedaUsulkan = operation({
  id: 'beda.usulkan',
  method: 'POST',
  path: '/api/sumber/beda/:kab/:id/usulkan',
  input: z.object({ kab, id: z.uuid(), versi: z.number().int().min(1) }),
  output: z.object({ usulan: usulanBeda }),
  permission: pengusulSumber,
  audit: 'tulis',
  label: { id: 'Jadikan putusan usulan', en: 'Make a proposal of a decision' },
})
