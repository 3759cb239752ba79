/** What a proposal says: everything optional, for a draft is saved as one types; what a step needs is asked there. */
import { z } from 'zod'
import { semuaSumber } from '../kepercayaan/percaya.ts'
import { peristiwaSchema } from './peristiwa/isi.ts'

const teks = (maks: number) => z.string().trim().max(maks)
const jawaban = z.record(z.string().max(40), z.union([z.int(), z.string().max(300), z.null()]))

/** A person as proposed; `id` where they are registered already. */
export const anggotaUsulanSchema = z.strictObject({
  id: z.uuid().optional(),
  nama: teks(120).optional(),
  nik: teks(30).optional(),
  alasanTanpaNik: teks(120).optional(),
  jenisKelamin: z.int().min(1).max(2).optional(),
  tempatLahir: teks(60).optional(),
  tanggalLahir: z.iso.date().optional(),
  namaIbu: teks(120).optional(),
  /** Relation to the head of the family, code of `hubungan_keluarga`; 1 is the head. */
  hubungan: z.int().min(1).max(99).optional(),
  jawaban: jawaban.optional(),
})
export type AnggotaUsulan = z.infer<typeof anggotaUsulanSchema>

/** At most this many persons in one proposal: the largest family of a card, with room. */
export const ANGGOTA_TERBANYAK = 40

export const isiUsulanSchema = z.strictObject({
  /** Why, in the words of the person who proposes. */
  alasan: teks(1000).optional(),
  alamat: teks(300).optional(),
  rw: z.int().min(0).max(999).optional(),
  nomorKk: teks(30).optional(),
  telepon: teks(25).optional(),
  lintang: z.number().min(-90).max(90).optional(),
  bujur: z.number().min(-180).max(180).optional(),
  anggota: z.array(anggotaUsulanSchema).max(ANGGOTA_TERBANYAK).optional(),
  jawabanRuta: jawaban.optional(),
  jawabanKeluarga: jawaban.optional(),
  /** Track A: field of the record → its right value; null empties it. */
  perbaikan: z.record(z.string().max(40), z.union([teks(300), z.null()])).optional(),
  /** Difference between sources that it settles, and the source whose value it takes; set by the system alone. */
  beda: z
    .strictObject({ id: z.uuid(), sumber: z.enum(semuaSumber), tanggal: z.iso.date() })
    .optional(),
  /** Track B: what the kind of event asks. */
  peristiwa: peristiwaSchema.optional(),
  /** Number and day of the document that shows it. */
  dokumen: z
    .strictObject({ jenis: teks(60), nomor: teks(80).optional(), tanggal: z.iso.date().optional() })
    .optional(),
  /** Evidence: ids of kept files. */
  berkas: z.array(z.uuid()).max(20).optional(),
  /** Stated exception where an identity does not match the population register. */
  alasanTidakPadan: teks(300).optional(),
})
export type IsiUsulan = z.infer<typeof isiUsulanSchema>
