/** The dictionary of variables as a form needs it: questions by section, skip rules, bounds, code lists. */
import { z } from 'zod'
import { beratKosong, jenisVariabel, unit } from '#domain/variabel/kamus.ts'
import { syaratSchema } from '#domain/variabel/syarat-skema.ts'
import { operation } from './operation.ts'
import { semuaPeran } from './peran.ts'

const label = z.object({ id: z.string(), en: z.string() })

const pertanyaan = z.object({
  nama: z.string(),
  /** Of the printed questionnaire; null where that form does not ask it. */
  nomor: z.string().nullable(),
  label,
  tanya: label,
  definisi: label,
  jenis: z.enum(jenisVariabel),
  /** Name of its list in `daftar`; null for numbers, days and text. */
  daftar: z.string().nullable(),
  satuan: label.nullable(),
  batas: z.object({ min: z.number(), maks: z.number() }).nullable(),
  bila: syaratSchema.nullable(),
  kosong: z.enum(beratKosong),
})

/** Only what is an answer of the survey: names, numbers and days of birth have fields of their own. */
export const variabelKamus = operation({
  id: 'variabel.kamus',
  method: 'GET',
  path: '/api/variabel',
  input: z.object({}),
  output: z.object({
    bagian: z.array(z.object({ judul: label, unit: z.enum(unit), variabel: z.array(pertanyaan) })),
    daftar: z.record(
      z.string(),
      z.object({
        jenis: z.enum(['kode', 'jumlah_bit']),
        pilihan: z.array(z.object({ kode: z.number(), label, tunggal: z.boolean() })),
      }),
    ),
  }),
  permission: semuaPeran,
  audit: 'tanpa',
  label: { id: 'Kamus variabel', en: 'Dictionary of variables' },
})
