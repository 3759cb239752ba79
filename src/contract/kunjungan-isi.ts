/** A visit as it is entered: the form with what is known, the draft as one types, the record. */
import { z } from 'zod'
import { hasilKunjungan, sebabTidak } from '#domain/kunjungan/hasil.ts'
import { isianKunjunganSchema, jawabanSchema } from '#domain/kunjungan/isian.ts'
import { operation } from './operation.ts'
import { pembacaKeluarga, pencatatKunjungan } from './peran.ts'

const label = z.object({ id: z.string(), en: z.string() })
const keluarga = { kab: z.coerce.number().int().min(0).max(32_767), keluarga: z.uuid() }

/** What is known of a family, for the entry of its questionnaire; the questions are `variabel.kamus`. */
export const kunjunganFormulir = operation({
  id: 'kunjungan.formulir',
  method: 'GET',
  path: '/api/kunjungan/formulir/:kab/:keluarga',
  input: z.object(keluarga),
  output: z.object({
    kab: z.number(),
    id: z.string(),
    versi: z.number(),
    namaKepala: z.string(),
    /** Masked. */
    nomorKk: z.string().nullable(),
    alamat: z.string().nullable(),
    wilayah: z.number(),
    namaWilayah: z.string(),
    rt: z.number().nullable(),
    kelayakan: z.string(),
    terakhir: z.string().nullable(),
    tempo: z.string().nullable(),
    jawabanRuta: jawabanSchema,
    jawabanKeluarga: jawabanSchema,
    anggota: z.array(
      z.object({
        id: z.string(),
        nama: z.string(),
        umur: z.number().nullable(),
        jenisKelamin: z.number().nullable(),
        hubungan: z.number().nullable(),
        jawaban: jawabanSchema,
      }),
    ),
    draf: z.object({ isi: isianKunjunganSchema, versi: z.number() }).nullable(),
    riwayat: z.array(
      z.object({
        id: z.string(),
        tanggal: z.string(),
        hasil: z.enum(hasilKunjungan),
        petugas: z.string().nullable(),
        alasan: z.string().nullable(),
        terhitung: z.boolean(),
        sebab: z.enum(sebabTidak).nullable(),
        keberatanSampai: z.string().nullable(),
      }),
    ),
    bolehMencatat: z.boolean(),
  }),
  permission: pembacaKeluarga,
  audit: 'baca',
  label: { id: 'Formulir kunjungan', en: 'Form of a visit' },
})

/** Saves what was typed so far; nothing is refused for being incomplete. */
export const kunjunganSimpan = operation({
  id: 'kunjungan.simpan',
  method: 'POST',
  path: '/api/kunjungan/simpan',
  input: z.object({
    ...keluarga,
    isi: isianKunjunganSchema,
    /** Of the draft as the sender saw it; 0 where there was none. */
    versi: z.number().int().min(0),
  }),
  output: z.object({ versi: z.number() }),
  permission: pencatatKunjungan,
  audit: 'tulis',
  label: { id: 'Simpan draf kunjungan', en: 'Save a draft of a visit' },
})

export const kunjunganCatat = operation({
  id: 'kunjungan.catat',
  method: 'POST',
  path: '/api/kunjungan/catat',
  input: z.object({
    ...keluarga,
    /** Of the family as the sender saw it. */
    versi: z.number().int(),
    isi: isianKunjunganSchema,
    /** A proposal that the visit was made for; others of the family that are open get it too. */
    usulan: z.uuid().optional(),
  }),
  output: z.object({
    id: z.string(),
    hasil: z.enum(hasilKunjungan),
    terhitung: z.boolean(),
    sebab: z.object({ kode: z.enum(sebabTidak), label }).nullable(),
    /** Day by which the family must be visited again. */
    tempo: z.string().nullable(),
    draf: z.object({ kab: z.number(), id: z.string(), nomor: z.string() }).nullable(),
    keberatanSampai: z.string().nullable(),
    /** Open proposals that this visit now supports. */
    usulan: z.number(),
  }),
  permission: pencatatKunjungan,
  audit: 'tulis',
  label: { id: 'Catat kunjungan', en: 'Enter a visit' },
})

/** The visit to a family that is proposed and not registered yet. */
export const kunjunganCatatUsulan = operation({
  id: 'kunjungan.catat_usulan',
  method: 'POST',
  path: '/api/kunjungan/catat-usulan',
  input: z.object({
    kab: z.coerce.number().int().min(0).max(32_767),
    usulan: z.uuid(),
    isi: isianKunjunganSchema.pick({
      tanggal: true,
      petugas: true,
      hasil: true,
      wawancara: true,
      alasan: true,
      catatan: true,
      berkas: true,
    }),
  }),
  output: z.object({ id: z.string(), hasil: z.enum(hasilKunjungan), terhitung: z.boolean() }),
  permission: pencatatKunjungan,
  audit: 'tulis',
  label: { id: 'Catat kunjungan atas usulan', en: 'Enter a visit for a proposal' },
})
