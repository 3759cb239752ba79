/** Pairs that matching found: the queue, one pair with its weights step by step, one cluster, and a record just typed. */
import { z } from 'zod'
import { operation } from './operation.ts'
import { jenisPadanan, sumberPadanan } from './padanan.ts'
import { pembacaPadanan, pengelola } from './peran.ts'
import { kodeWilayah } from './wilayah.ts'

const label = z.object({ id: z.string(), en: z.string() })
const kab = z.coerce.number().int().min(0).max(32_767)

export const statusPasangan = ['antre', 'sama', 'beda', 'ragu', 'usang'] as const

const jenisRekaman = z.enum(['individu', 'orang_sumber'])

/** A record as a list shows it: numbers masked, but for the digits in which the two differ. */
const ringkas = z.object({
  kab: z.number(),
  id: z.string(),
  jenis: jenisRekaman,
  sumber: z.enum(sumberPadanan).nullable(),
  nama: z.string(),
  nik: z.string().nullable(),
  tanggalLahir: z.string().nullable(),
  jenisKelamin: z.number().nullable(),
  wilayah: z.number(),
  namaWilayah: z.string(),
  rt: z.number().nullable(),
})

/** A record side by side with another. */
const rekaman = ringkas.extend({
  nomorKk: z.string().nullable(),
  tempatLahir: z.string().nullable(),
  alamat: z.string().nullable(),
  namaIbu: z.string().nullable(),
  hubungan: label.nullable(),
  /** Status of a person of the registry; null of a source. */
  status: z.string().nullable(),
  versi: z.number().nullable(),
  keluarga: z.object({ kab: z.number(), id: z.string(), namaKepala: z.string() }).nullable(),
  /** Programmes that the family receives now. */
  menerima: z.array(z.string()),
  desil: z.number().nullable(),
  /** Day the source speaks of; when the registry's row was changed last. */
  berlaku: z.string(),
})

const pasangan = z.object({
  kab: z.number(),
  id: z.string(),
  jalan: z.string(),
  /** Narrowest region that holds both records. */
  wilayah: z.number(),
  namaWilayah: z.string(),
  bobot: z.number(),
  peluang: z.number(),
  /** How many of the two families receive a programme now. */
  taruhan: z.number(),
  /** One person by the threshold of the model; otherwise a person should look. */
  padan: z.boolean(),
  gugus: z.string().nullable(),
  status: z.enum(statusPasangan),
  versi: z.number(),
})

export const padananAntrean = operation({
  id: 'padanan.antrean',
  method: 'GET',
  path: '/api/padanan/antrean',
  input: z.object({
    wilayah: kodeWilayah.optional(),
    jalan: z.uuid().optional(),
    jenis: z.enum(jenisPadanan).optional(),
    sumber: z.enum(sumberPadanan).optional(),
    /** Only pairs that are one person by the threshold, or only those below it. */
    golongan: z.enum(['padan', 'periksa']).optional(),
    status: z.enum(statusPasangan).default('antre'),
    /** Where the page before ended. */
    setelah: z.string().max(200).optional(),
    batas: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.object({
    pasangan: z.array(pasangan.extend({ kiri: ringkas, kanan: ringkas })),
    berikutnya: z.string().nullable(),
    /** Pairs that wait, up to `terhitung`; more are not counted. */
    jumlah: z.number(),
    terhitung: z.number(),
  }),
  permission: pembacaPadanan,
  audit: 'baca',
  label: { id: 'Antrean pasangan', en: 'Queue of pairs' },
})

/** One step of the waterfall: what an answer adds to or takes from the weight. */
const langkah = z.object({
  nama: z.string(),
  label,
  /** The level that held, "none of them", or "nothing can be said". */
  jawaban: label,
  tingkat: z.number(),
  bobot: z.number(),
})

const hitungan = z.object({
  /** The prior: how rarely two records taken at random are one person. */
  bitAwal: z.number(),
  langkah: z.array(langkah),
  /** What the rarity of the agreeing values adds or takes. */
  kelangkaan: z.number(),
  bobot: z.number(),
  peluang: z.number(),
})

export const padananPasangan = operation({
  id: 'padanan.pasangan',
  method: 'GET',
  path: '/api/padanan/pasangan/:kab/:id',
  input: z.object({ kab, id: z.uuid() }),
  output: pasangan.extend({
    kiri: rekaman,
    kanan: rekaman,
    /** Fields in which the two differ, where both have something. */
    beda: z.array(z.string()),
    hitungan,
    /** Weights from which on a pair is one person, and is looked at. */
    ambang: z.object({ padan: z.number(), periksa: z.number() }),
    putusan: z.array(
      z.object({
        putusan: z.enum(['sama', 'beda', 'ragu']),
        alasan: z.string().nullable(),
        oleh: z.string().nullable(),
        peran: z.string(),
        pada: z.string(),
      }),
    ),
  }),
  permission: pembacaPadanan,
  audit: 'baca',
  label: { id: 'Satu pasangan', en: 'One pair' },
})

export const padananGugus = operation({
  id: 'padanan.gugus',
  method: 'GET',
  path: '/api/padanan/:jalan/gugus/:id',
  input: z.object({ jalan: z.uuid(), id: z.uuid() }),
  output: z.object({
    anggota: z.array(rekaman),
    pasangan: z.array(pasangan.extend({ kiri: z.string(), kanan: z.string() })),
  }),
  permission: pembacaPadanan,
  audit: 'baca',
  label: { id: 'Satu gugus', en: 'One cluster' },
})

/** A read sent by POST: names and numbers never stand in an address. */
export const padananKetik = operation({
  id: 'padanan.ketik',
  method: 'POST',
  path: '/api/padanan/ketik',
  input: z.object({
    nama: z.string().trim().min(2).max(100),
    nik: z
      .string()
      .regex(/^\d{16}$/)
      .optional(),
    nomorKk: z
      .string()
      .regex(/^\d{16}$/)
      .optional(),
    tanggalLahir: z.iso.date().optional(),
    jenisKelamin: z.coerce.number().int().min(1).max(2).optional(),
    alamat: z.string().trim().max(300).optional(),
    /** Village of the record, in the reader's area. */
    wilayah: kodeWilayah,
  }),
  output: z.object({
    /** Likeliest first. */
    calon: z.array(
      z.object({
        orang: ringkas,
        keluarga: z.object({ kab: z.number(), id: z.string() }),
        padan: z.boolean(),
        hitungan,
      }),
    ),
    dibandingkan: z.number(),
    /** Run whose weights were used. */
    jalan: z.string(),
  }),
  permission: pengelola,
  audit: 'baca',
  label: { id: 'Padankan yang diketik', en: 'Match what was typed' },
})
