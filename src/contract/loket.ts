/** The counter: is this person registered, in words; and the letter that says so. */
import { z } from 'zod'
import { operation } from './operation.ts'
import { petugasLoket } from './peran.ts'

const label = z.object({ id: z.string(), en: z.string() })

/** A read sent by POST, so that names and numbers stand in no address. */
export const loketCari = operation({
  id: 'loket.cari',
  method: 'POST',
  path: '/api/loket/cari',
  input: z.object({
    /** NIK, KK number (16 digits) or a name; spelling is tolerated. */
    q: z.string().trim().min(3).max(100),
  }),
  output: z.object({
    /** The office that would sign, and how it is called. */
    kantor: z.string(),
    keluarga: z.array(
      z.object({
        kab: z.number(),
        id: z.string(),
        namaKepala: z.string(),
        /** Masked. */
        nomorKk: z.string().nullable(),
        namaWilayah: z.string(),
        rt: z.number().nullable(),
        alamat: z.string().nullable(),
        terdaftar: z.boolean(),
        kalimat: z.array(label),
        anggota: z.array(
          z.object({
            id: z.string(),
            nama: z.string(),
            /** Masked. */
            nik: z.string().nullable(),
            /** This is whom the search found. */
            cocok: z.boolean(),
          }),
        ),
      }),
    ),
    /** Where nothing was found: what may be said, the same whatever there is elsewhere. */
    tidakAda: label.nullable(),
  }),
  permission: petugasLoket,
  audit: 'baca',
  label: { id: 'Cari di loket', en: 'Look up at the counter' },
})

export const loketSurat = operation({
  id: 'loket.surat',
  method: 'POST',
  path: '/api/loket/surat',
  input: z.object({
    /** Of a registered person: who. */
    kab: z.number().int().min(0).max(32_767).optional(),
    keluarga: z.uuid().optional(),
    individu: z.uuid().optional(),
    /** Of one who is not: as their card says. */
    nama: z.string().trim().min(2).max(100).optional(),
    nik: z
      .string()
      .regex(/^\d{16}$/)
      .optional(),
    alamat: z.string().trim().max(160).optional(),
    /** What the letter is for; printed on it and logged. */
    keperluan: z.string().trim().min(3).max(120),
    /** As in the office's own register; left out, the next number of the year. */
    nomor: z.string().trim().min(1).max(80).optional(),
    /** A wrong letter of this area that the new one replaces. */
    menggantikan: z.object({ kab: z.number().int().min(0).max(32_767), id: z.uuid() }).optional(),
    /** Which of the letterhead's signers, from 0. */
    penanda: z.number().int().min(0).max(5).default(0),
  }),
  output: z.object({
    kab: z.number(),
    id: z.string(),
    kode: z.string(),
    nomor: z.string(),
    sidik: z.string(),
  }),
  permission: petugasLoket,
  audit: 'tulis',
  label: { id: 'Terbitkan surat keterangan', en: 'Issue a statement' },
})
