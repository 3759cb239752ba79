/** The files of `policy/kalender`: regimes with a deadline per step, zones, holidays, sensitive periods. */
import { z } from 'zod'
import { tanggalSchema } from '#domain/kebijakan/parameter.ts'
import { labelSchema } from '#domain/label-schema.ts'
import { tingkat } from '#domain/wilayah/kode.ts'

/** The steps that have a deadline, in the order in which they are done. */
export const langkahKalender = [
  'finalisasi',
  'verifikasi',
  'pengesahan',
  'provinsi',
  'penarikan',
] as const
export type LangkahKalender = (typeof langkahKalender)[number]

/** The calendar of the registry itself; a programme may have its own beside it. */
export const umum = 'umum'

const sumber = z.string().min(1)
const kodeSchema = z.string().regex(/^[a-z][a-z0-9_-]{1,29}$/)
const kodeZona = z.enum(['WIB', 'WITA', 'WIT'])
export type KodeZona = z.infer<typeof kodeZona>
const berlaku = z.strictObject({ dari: tanggalSchema, sampai: tanggalSchema.nullable() })
const wilayah = z.int().min(0).max(9_999_999_999)
const instan = z.iso.datetime()

export const berkasZonaSchema = z.strictObject({
  judul: labelSchema,
  sumber,
  berlaku,
  zona: z
    .array(
      z.strictObject({
        kode: kodeZona,
        nama: labelSchema,
        iana: z.string(),
        /** Minutes ahead of UTC. */
        menit: z.int(),
        /** Two-digit province codes. */
        provinsi: z.array(z.int().min(11).max(99)),
      }),
    )
    .min(1),
  /** Of the nation as a whole, and of a province that is not listed. */
  nasional: kodeZona,
  contoh: z.array(z.strictObject({ wilayah, zona: kodeZona })).min(1),
})
export type BerkasZona = z.infer<typeof berkasZonaSchema>

export const berkasLiburSchema = z.strictObject({
  judul: labelSchema,
  sumber,
  berlaku,
  /** Closed days of the week; 0 is Sunday. */
  pekan: z.array(z.int().min(0).max(6)),
  /** 'MM-DD', every year. */
  tetap: z.array(z.strictObject({ tanggal: z.string().regex(/^\d{2}-\d{2}$/), nama: labelSchema })),
  tahun: z.array(
    z
      .strictObject({ tahun: z.int(), sumber, hari: z.array(tanggalSchema) })
      .refine((t) => t.hari.every((h) => h.startsWith(`${t.tahun}-`)), 'a day of another year'),
  ),
  contoh: z.array(z.strictObject({ tanggal: tanggalSchema, libur: z.boolean() })).min(1),
})
export type BerkasLibur = z.infer<typeof berkasLiburSchema>

export const berkasRawanSchema = z.strictObject({
  judul: labelSchema,
  sumber,
  berlaku,
  jenis: z
    .array(
      z.strictObject({
        kode: kodeSchema,
        label: labelSchema,
        /** Days before and after the election day; both ends belong to the period. */
        sebelum: z.int().min(0),
        sesudah: z.int().min(0),
        /** Levels of area that hold such an election. */
        tingkat: z.array(z.enum(tingkat)).min(1),
      }),
    )
    .min(1),
  contoh: z
    .array(
      z.strictObject({
        jenis: kodeSchema,
        hari: tanggalSchema,
        tanggal: tanggalSchema,
        rawan: z.boolean(),
      }),
    )
    .min(1),
})
export type BerkasRawan = z.infer<typeof berkasRawanSchema>

const langkahSchema = z.strictObject({
  kode: z.enum(langkahKalender),
  label: labelSchema,
  /** Roles that do it: the deadline is theirs. */
  peran: z.array(kodeSchema).min(1),
  tenggat: z.strictObject({
    /** Month of the period, from 1. */
    bulan: z.int().min(1).max(12),
    tanggal: z.int().min(1).max(31),
    /** The first instant that is too late; `24:00` is the end of the day. */
    jam: z.string().regex(/^(?:[01]\d:[0-5]\d|2[0-3]:[0-5]\d|24:00)$/),
    /** Whose clock: a named zone, or `wilayah`, that of each region. */
    zona: kodeZona.or(z.literal('wilayah')),
  }),
  /** On a closed day: the last open day before it, the first after it, or as it is. */
  libur: z.enum(['dimajukan', 'diundur', 'tetap']),
  /** Roles that may shift it for their own area. */
  digeser: z.array(kodeSchema),
  sumber,
})
export type AturanLangkah = z.infer<typeof langkahSchema>

const urut = (langkah: readonly AturanLangkah[]): boolean =>
  langkah.every((l, i) => {
    const lalu = langkah[i - 1]
    return (
      lalu === undefined || langkahKalender.indexOf(lalu.kode) < langkahKalender.indexOf(l.kode)
    )
  })

const kalenderSchema = z
  .strictObject({
    program: kodeSchema,
    judul: labelSchema,
    sumber,
    /** Months in a period; periods begin with the year. */
    periode: z.literal([1, 2, 3, 4, 6, 12]),
    langkah: z.array(langkahSchema).min(1),
  })
  .refine((k) => urut(k.langkah), 'steps out of their order, or twice')
  .refine((k) => k.langkah.every((l) => l.tenggat.bulan <= k.periode), 'a month after the period')

const siklus = z.strictObject({ bulan: z.int().min(1).max(60), sumber })

export const berkasRezimSchema = z
  .strictObject({
    kode: kodeSchema,
    judul: labelSchema,
    sumber,
    /** First day of its first period; first day after its last one. */
    berlaku,
    kalender: z.array(kalenderSchema).min(1),
    /** Ranking rounds; null where the sources name no interval. */
    pemeringkatan: siklus.nullable(),
    /** How often each family is looked at, at least. */
    verifikasi: siklus,
    contoh: z
      .array(
        z.strictObject({
          program: kodeSchema,
          langkah: z.enum(langkahKalender),
          wilayah,
          periode: z.string(),
          tenggat: instan,
        }),
      )
      .min(1),
  })
  .refine((r) => r.kalender[0]?.program === umum, 'the first calendar is the general one')
  .refine(
    (r) =>
      [r.berlaku.dari, r.berlaku.sampai].every(
        (hari) =>
          hari === null ||
          (hari.endsWith('-01') &&
            r.kalender.every((k) => (Number(hari.slice(5, 7)) - 1) % k.periode === 0)),
      ),
    'a regime begins and ends between periods',
  )
export type Rezim = z.infer<typeof berkasRezimSchema>
export type KalenderProgram = Rezim['kalender'][number]
