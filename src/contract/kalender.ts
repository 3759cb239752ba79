/** The calendar: one's own next deadlines, the periods of a year with every step, shifts, elections. */
import { z } from 'zod'
import { langkahKalender } from '#domain/kalender/kebijakan.ts'
import { operation } from './operation.ts'
import { type Peran, semuaPeran } from './peran.ts'
import { kodeWilayah } from './wilayah.ts'

const label = z.object({ id: z.string(), en: z.string() })
/** ISO instant, UTC. */
const instan = z.string()
/** A named zone and its minutes ahead of UTC. */
const zona = z.object({ kode: z.string(), menit: z.number() })
const program = z.string().regex(/^[a-z][a-z0-9_-]{1,29}$/)
const kodePeriode = z.string().regex(/^\d{4}-\d{2}$/)
const periodeRingkas = z.object({ kode: z.string(), label })
const alasan = z.string().trim().min(5).max(500)

/** Who sets a region's own deadlines; which step, policy says. */
const penggeser: readonly Peran[] = ['kepala_opd', 'provinsi']
/** Who records elections: offices above the villages in which they are held. */
const pencatatRawan: readonly Peran[] = ['kepala_opd', 'provinsi', 'pusdatin']

const rawanRingkas = z.object({ label, hari: z.string(), dari: z.string(), sampai: z.string() })

/** The deadlines of the role worn, in its area: what a page counts down to. */
export const kalenderSaya = operation({
  id: 'kalender.saya',
  method: 'GET',
  path: '/api/kalender/saya',
  input: z.object({}),
  output: z.object({
    /** The server's clock. */
    sekarang: instan,
    /** Of the reader's own area. */
    zona,
    tenggat: z.array(
      z.object({
        program: z.string(),
        judul: label,
        langkah: z.enum(langkahKalender),
        label,
        /** Into which period something done now falls. */
        periode: periodeRingkas,
        /** The first instant that is too late for it. */
        tenggat: instan,
        zona,
        /** Seconds from `sekarang` to `tenggat`, rounded up. */
        sisaDetik: z.number(),
        /** Where the region shifted it: what policy says, and why. */
        geser: z.object({ asal: instan, alasan: z.string().nullable() }).nullable(),
        /** The period just missed; what is done now goes into `periode`. */
        lewat: z.object({ periode: periodeRingkas, tenggat: instan }).nullable(),
        /** Where it goes after `tenggat`; null where no later period has this step. */
        berikutnya: periodeRingkas.nullable(),
      }),
    ),
    /** Sensitive periods of the area today. */
    rawan: z.array(rawanRingkas),
  }),
  permission: semuaPeran,
  audit: 'tanpa',
  label: { id: 'Tenggat saya', en: 'My deadlines' },
})

const langkah = z.object({
  kode: z.enum(langkahKalender),
  label,
  peran: z.array(label),
  /** Of the role worn. */
  milikSaya: z.boolean(),
  tenggat: instan,
  /** What policy says, before a shift. */
  asal: instan,
  zona,
  sumber: z.string(),
  lewat: z.boolean(),
  geser: z
    .object({
      wilayah: z.number(),
      namaWilayah: z.string(),
      alasan: z.string().nullable(),
      peran: label.nullable(),
      pada: instan,
    })
    .nullable(),
  /** Version of the shift of exactly the area asked for; 0 where it has none. */
  versi: z.number(),
  bolehGeser: z.boolean(),
})

export const kalenderPeriode = operation({
  id: 'kalender.periode',
  method: 'GET',
  path: '/api/kalender',
  input: z.object({
    /** Within the reader's own area; without it that area. */
    wilayah: kodeWilayah.optional(),
    program: program.default('umum'),
    /** Without it the year of the server's clock. */
    tahun: z.coerce.number().int().min(2000).max(2100).optional(),
    /** Only this period of the year. */
    periode: kodePeriode.optional(),
  }),
  output: z.object({
    sekarang: instan,
    wilayah: z.object({ kode: z.number(), nama: z.string(), jenis: z.string() }),
    zona,
    tahun: z.number(),
    program: z.string(),
    /** Calendars of that year: the general one, and programmes with their own. */
    pilihan: z.array(z.object({ program: z.string(), judul: label })),
    /** Rules of that year, with their sources. */
    rezim: z.array(
      z.object({ kode: z.string(), judul: label, sumber: z.string(), sumberKalender: z.string() }),
    ),
    periode: z.array(
      periodeRingkas.extend({
        mulai: z.string(),
        selesai: z.string(),
        /** The server's day lies in it. */
        kini: z.boolean(),
        langkah: z.array(langkah),
      }),
    ),
    /** Ranking rounds of the year; empty where the sources name no interval. */
    putaran: z.array(z.object({ mulai: z.string(), selesai: z.string() })),
    /** Elections recorded for areas that hold or lie in this one, newest day first. */
    rawan: z.array(
      rawanRingkas.extend({
        id: z.string(),
        wilayah: z.number(),
        namaWilayah: z.string(),
        jenis: z.string(),
        sumber: z.string(),
        kini: z.boolean(),
        bolehUbah: z.boolean(),
      }),
    ),
    jenisRawan: z.array(z.object({ kode: z.string(), label, tingkat: z.array(z.string()) })),
    bolehRawan: z.boolean(),
  }),
  permission: semuaPeran,
  audit: 'tanpa',
  label: { id: 'Kalender periode', en: 'Calendar of periods' },
})

export const kalenderGeser = operation({
  id: 'kalender.geser',
  method: 'POST',
  path: '/api/kalender/geser',
  input: z.object({
    wilayah: kodeWilayah,
    program: program.default('umum'),
    periode: kodePeriode,
    langkah: z.enum(langkahKalender),
    /** The first instant that is too late; that of policy puts it back. */
    tenggat: z.iso.datetime({ offset: true }),
    /** Asked when it is later than policy. */
    alasan: alasan.optional(),
    /** The version in force as the person saw it; 0 where the area had none. */
    versi: z.number().int().min(0).default(0),
  }),
  output: z.object({ id: z.string(), versi: z.number() }),
  permission: penggeser,
  audit: 'tulis',
  label: { id: 'Geser tenggat', en: 'Shift a deadline' },
})

export const kalenderRawanCatat = operation({
  id: 'kalender.rawan_catat',
  method: 'POST',
  path: '/api/kalender/rawan',
  input: z.object({
    wilayah: kodeWilayah,
    jenis: z.string().max(30),
    /** Election day. */
    hari: z.iso.date(),
    sumber: z.string().trim().min(3).max(500),
    /** The entry that this one corrects, as the person saw it. */
    menggantikan: z.uuid().nullable().default(null),
    /** Called off; needs an entry to correct. */
    batal: z.boolean().default(false),
    /** Asked when it corrects one. */
    alasan: alasan.optional(),
  }),
  output: z.object({ id: z.string() }),
  permission: pencatatRawan,
  audit: 'tulis',
  label: { id: 'Catat masa rawan', en: 'Record a sensitive period' },
})
