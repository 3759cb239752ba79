/** Proposals: the inbox and lists, one with its buttons and history, saving a draft, hints of doubles. */
import { z } from 'zod'
import { semuaAksi } from '#domain/usulan/alur.ts'
import { isiUsulanSchema } from '#domain/usulan/isi.ts'
import { type JenisUsulan, jalur, semuaJenis } from '#domain/usulan/jenis.ts'
import { type Keadaan, semuaKeadaan } from '#domain/usulan/keadaan.ts'
import { operation } from './operation.ts'
import { pembacaKeluarga, penyusunUsulan } from './peran.ts'
import { kodeWilayah } from './wilayah.ts'

const jenis = z.enum(semuaJenis as [JenisUsulan, ...JenisUsulan[]])
const status = z.enum(semuaKeadaan as [Keadaan, ...Keadaan[]])
const aksi = z.enum(semuaAksi as [(typeof semuaAksi)[number], ...(typeof semuaAksi)[number][]])
const label = z.object({ id: z.string(), en: z.string() })

/** One proposal as a command names it: with the version that its sender saw. */
export const usulanDipilih = z.object({
  kab: z.coerce.number().int().min(0).max(32_767),
  id: z.uuid(),
  versi: z.number().int(),
})

/** What stands against a step: the rule in a word, what it means, and which parts are missing. */
const masalah = z.object({
  sebab: z.string(),
  label,
  kurang: z.array(z.object({ butir: z.string(), label })),
})

const baris = z.object({
  kab: z.number(),
  id: z.string(),
  nomor: z.string(),
  jalur: z.enum(jalur),
  jenis,
  status,
  nama: z.string(),
  wilayah: z.number(),
  namaWilayah: z.string(),
  rt: z.number().nullable(),
  keluargaId: z.string().nullable(),
  alasan: z.string().nullable(),
  pengusul: z.object({ nama: z.string().nullable(), peran: label.nullable() }),
  periode: z.string().nullable(),
  ditahan: z.string().nullable(),
  naik: z.boolean(),
  dibuka: z.boolean(),
  statusSejak: z.string(),
  versi: z.number(),
})

const saringan = z.object({
  /** `saya`: the next step is mine; `kirim`: I proposed it. */
  meja: z.enum(['saya', 'kirim', 'semua']).default('semua'),
  jalur: z.enum(jalur).optional(),
  jenis: jenis.optional(),
  status: z.array(status).max(30).optional(),
  wilayah: kodeWilayah.optional(),
  rt: z.coerce.number().int().min(0).max(999).optional(),
  periode: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
  ditahan: z.boolean().optional(),
  /** Part of the name, or the number of the receipt. */
  q: z.string().trim().max(100).optional(),
  keluarga: z.uuid().optional(),
})

export const usulanDaftar = operation({
  id: 'usulan.daftar',
  method: 'POST',
  path: '/api/usulan/daftar',
  input: saringan.extend({
    setelah: z.string().max(200).optional(),
    batas: z.coerce.number().int().min(1).max(500).default(50),
  }),
  output: z.object({ usulan: z.array(baris), berikutnya: z.string().nullable() }),
  permission: pembacaKeluarga,
  audit: 'baca',
  label: { id: 'Daftar usulan', en: 'List of proposals' },
})

/** How many stand in each state, for the work list of the first page; shows no person. */
export const usulanRekap = operation({
  id: 'usulan.rekap',
  method: 'GET',
  path: '/api/usulan/rekap',
  input: z.object({ wilayah: kodeWilayah.optional() }),
  output: z.object({
    rekap: z.array(
      z.object({ jalur: z.enum(jalur), status, jumlah: z.number(), punyaSaya: z.boolean() }),
    ),
    ditahan: z.number(),
  }),
  permission: pembacaKeluarga,
  audit: 'tanpa',
  label: { id: 'Rekap usulan', en: 'Counts of proposals' },
})

export const usulanSatu = operation({
  id: 'usulan.satu',
  method: 'GET',
  path: '/api/usulan/:kab/:id',
  input: z.object({ kab: z.coerce.number().int().min(0).max(32_767), id: z.uuid() }),
  output: baris.extend({
    rezim: label,
    isi: isiUsulanSchema,
    individuId: z.string().nullable(),
    /** What the record holds now in the fields that a correction names; numbers masked. */
    sekarang: z.record(z.string(), z.string().nullable()),
    /** Names of those whom an event speaks of; who lies outside the reader's area is left out. */
    disebut: z.array(z.object({ id: z.string(), nama: z.string(), keluargaId: z.string() })),
    bolehUbah: z.boolean(),
    kunjunganPada: z.string().nullable(),
    hasilKeluargaId: z.string().nullable(),
    /** The meeting that has it on its agenda last. */
    musyawarah: z
      .object({
        kab: z.number(),
        id: z.string(),
        tanggal: z.string(),
        nomor: z.string().nullable(),
        ditandatangani: z.boolean(),
      })
      .nullable(),
    dibuatPada: z.string(),
    tombol: z.array(
      z.object({
        aksi,
        label,
        perluAlasan: z.boolean(),
        tenggat: z.string().nullable(),
        masalah: masalah.nullable(),
      }),
    ),
    /** All steps that the track still has, in order, for "what happens next". */
    sesudah: z.array(z.object({ aksi, label, ke: status, oleh: z.array(label) })),
    riwayat: z.array(
      z.object({
        aksi: z.string(),
        label,
        dari: z.string(),
        ke: z.string(),
        alasan: z.string().nullable(),
        oleh: z.string().nullable(),
        /** Of a substitute: the office acted for, "Plh. Lurah Api-api". */
        peran: label.nullable(),
        pengganti: z.boolean(),
        pada: z.string(),
      }),
    ),
  }),
  permission: pembacaKeluarga,
  audit: 'baca',
  label: { id: 'Satu usulan', en: 'One proposal' },
})

/** Saves a draft or what an operator completes; nothing is refused for being incomplete. */
export const usulanSimpan = operation({
  id: 'usulan.simpan',
  method: 'POST',
  path: '/api/usulan/simpan',
  input: z.object({
    /** Absent for a new one. */
    usulan: usulanDipilih.optional(),
    jenis,
    wilayah: kodeWilayah,
    rt: z.number().int().min(0).max(999).nullable(),
    keluargaId: z.uuid().nullable().default(null),
    individuId: z.uuid().nullable().default(null),
    /** Version of the family or person as the sender saw it; null where it is about a new one. */
    versiDasar: z.number().int().nullable().default(null),
    nama: z.string().trim().max(120),
    isi: isiUsulanSchema,
  }),
  output: z.object({
    kab: z.number(),
    id: z.string(),
    nomor: z.string(),
    versi: z.number(),
    status,
  }),
  permission: penyusunUsulan,
  audit: 'tulis',
  label: { id: 'Simpan usulan', en: 'Save a proposal' },
})

/** While one types: is this person registered or proposed already? Outside the area one bit, no more. */
export const usulanKembar = operation({
  id: 'usulan.kembar',
  method: 'POST',
  path: '/api/usulan/kembar',
  input: z.object({
    nik: z.string().trim().max(30).optional(),
    nama: z.string().trim().max(120).optional(),
    tanggalLahir: z.iso.date().optional(),
    wilayah: kodeWilayah,
    /** The proposal being typed, which is not its own double. */
    kecuali: z.uuid().optional(),
  }),
  output: z.object({
    terdaftar: z.array(
      z.object({
        kab: z.number(),
        keluargaId: z.string(),
        nama: z.string(),
        umur: z.number().nullable(),
        rt: z.number().nullable(),
        namaWilayah: z.string(),
        karena: z.enum(['nik', 'nama_tanggal_lahir']),
      }),
    ),
    diusulkan: z.array(
      z.object({ kab: z.number(), id: z.string(), nomor: z.string(), nama: z.string(), status }),
    ),
    /** Registered elsewhere: ask the kab/kota. */
    diLuarWilayah: z.boolean(),
  }),
  permission: penyusunUsulan,
  audit: 'baca',
  lintas: 'satu-bit',
  label: { id: 'Periksa ganda saat mengetik', en: 'Look for doubles while typing' },
})

/** The receiver opens what was sent: from now on it can no longer be taken back silently. */
export const usulanBuka = operation({
  id: 'usulan.buka',
  method: 'POST',
  path: '/api/usulan/buka',
  input: z.object({
    usulan: z
      .array(usulanDipilih.omit({ versi: true }))
      .min(1)
      .max(500),
  }),
  output: z.object({ dibuka: z.number() }),
  permission: pembacaKeluarga,
  audit: 'tulis',
  label: { id: 'Buka kiriman', en: 'Open what was sent' },
})

/** Which proposals a step is for: named one by one, or all of a state in an area, as previewed. */
export const pilihanUsulan = z.union([
  z.object({ usulan: z.array(usulanDipilih).min(1).max(500) }),
  z.object({
    semua: z.object({
      jalur: z.enum(jalur),
      status,
      wilayah: kodeWilayah.optional(),
      periode: z
        .string()
        .regex(/^\d{4}-\d{2}$/)
        .optional(),
      /** What the preview counted: another number means that something came in between. */
      jumlah: z.number().int().min(1).max(20_000),
    }),
  }),
])

/** What became, or would become, of each proposal; those that go on are counted, the others named. */
export const hasilLangkah = z.object({
  jumlah: z.number(),
  jadi: z.number(),
  /** Where the step has a deadline: into which period how many fall, and until when. */
  periode: z.array(
    z.object({
      kode: z.string(),
      tenggat: z.string(),
      terlewat: z.boolean(),
      jumlah: z.number(),
    }),
  ),
  tertahan: z.array(
    z.object({
      kab: z.number(),
      id: z.string(),
      nomor: z.string(),
      nama: z.string(),
      status,
      versi: z.number(),
      masalah,
    }),
  ),
})

/** What a step would do to these proposals, without doing it. */
export const usulanPratinjau = operation({
  id: 'usulan.pratinjau',
  method: 'POST',
  path: '/api/usulan/pratinjau',
  input: z.object({
    aksi,
    pilihan: pilihanUsulan,
    alasan: z.string().trim().max(500).optional(),
  }),
  output: hasilLangkah,
  permission: pembacaKeluarga,
  audit: 'baca',
  label: { id: 'Pratinjau langkah', en: 'Preview of a step' },
})
