/** After matching: how many people stand in one, two, all sources; who is missing, who may receive wrongly; proposals of it. */
import { z } from 'zod'
import { semuaDaftar } from '#domain/integrasi/daftar.ts'
import { type HasilTugas, kataHasilTugas } from '#domain/integrasi/tugas.ts'
import { operation } from './operation.ts'
import { pembagiKunjungan, pengelola, pengusulSumber } from './peran.ts'
import { kodeWilayah } from './wilayah.ts'

const label = z.object({ id: z.string(), en: z.string() })
const kab = z.number().int().min(0).max(32_767)
const jenis = z.enum(semuaDaftar)

const hitungan = z.object({
  /** People known in one, two, and all three of registry, P3KE and Regsosek. */
  satu: z.number(),
  dua: z.number(),
  tiga: z.number(),
})

export const integrasiRekap = operation({
  id: 'integrasi.rekap',
  method: 'GET',
  path: '/api/integrasi',
  input: z.object({ wilayah: kodeWilayah.optional() }),
  output: z.object({
    daerah: z.array(hitungan.extend({ kode: z.number(), nama: z.string() })),
    jumlah: hitungan,
    daftar: z.array(z.object({ jenis, label, isi: label, jumlah: z.number() })),
  }),
  permission: pengelola,
  audit: 'tanpa',
  label: { id: 'Laporan integrasi', en: 'Integration report' },
})

const saringan = z.object({ jenis, wilayah: kodeWilayah.optional() })

export const integrasiDaftar = operation({
  id: 'integrasi.daftar',
  method: 'GET',
  path: '/api/integrasi/daftar',
  input: saringan.extend({
    setelah: z.uuid().optional(),
    batas: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    orang: z.array(
      z.object({
        kab: z.number(),
        /** The person of the registry; of a list of exclusion the person of the source. */
        id: z.string(),
        nama: z.string(),
        nik: z.string().nullable(),
        keluarga: z.object({ id: z.string(), namaKepala: z.string() }).nullable(),
        namaWilayah: z.string(),
        rt: z.number().nullable(),
        alamat: z.string().nullable(),
        /** Number of a proposal that is open about them. */
        usulan: z.string().nullable(),
      }),
    ),
    berikutnya: z.string().nullable(),
  }),
  permission: pengelola,
  audit: 'baca',
  label: { id: 'Daftar hasil integrasi', en: 'List from integration' },
})

export const integrasiUnduh = operation({
  id: 'integrasi.unduh',
  method: 'GET',
  path: '/api/integrasi/unduh',
  input: saringan,
  output: z.unknown(),
  permission: pengelola,
  audit: 'baca',
  berkas: 'unduh',
  label: {
    id: 'Unduh daftar hasil integrasi (xlsx)',
    en: 'Download a list from integration (xlsx)',
  },
})

export const integrasiUsulkan = operation({
  id: 'integrasi.usulkan',
  method: 'POST',
  path: '/api/integrasi/usulkan',
  input: z.object({
    jenis,
    orang: z
      .array(z.object({ kab, id: z.uuid() }))
      .min(1)
      .max(200),
  }),
  output: z.object({
    /** Drafts that were made; the others have an open proposal, or are on the list no more. */
    dibuat: z.number(),
    dilewati: z.number(),
  }),
  permission: pengusulSumber,
  audit: 'tulis',
  label: { id: 'Jadikan usulan', en: 'Make proposals of it' },
})

const dipilih = z.object({
  jenis,
  orang: z
    .array(z.object({ kab, id: z.uuid() }))
    .min(1)
    .max(200),
  /** Officers who are to go; none yet: the answer says who there is. */
  petugas: z.array(z.uuid()).max(50),
})

const hasilTugas = z.enum(Object.keys(kataHasilTugas) as [HasilTugas, ...HasilTugas[]])

const rencanaTugas = z.object({
  /** Who may visit in the villages of the rows. */
  petugas: z.array(z.object({ id: z.string(), nama: z.string(), peran: label })),
  /** Visits that are assigned. */
  jumlah: z.number(),
  /** Each row that was sent, in the order in which it was. */
  hasil: z.array(
    z.object({
      kab: z.number(),
      id: z.string(),
      nama: z.string(),
      hasil: hasilTugas,
      /** Who goes, or was to go already. */
      petugas: z.object({ nama: z.string(), sampai: z.string() }).nullable(),
    }),
  ),
})

/** What would become of each row as a visit, without assigning any. */
export const integrasiPratinjauTugas = operation({
  id: 'integrasi.pratinjau_tugas',
  method: 'POST',
  path: '/api/integrasi/pratinjau-tugas',
  input: dipilih.extend({ sampai: z.iso.date().nullable() }),
  output: rencanaTugas,
  permission: pembagiKunjungan,
  audit: 'baca',
  label: { id: 'Pratinjau tugas kunjungan', en: 'Preview of visits' },
})

export const integrasiTugaskan = operation({
  id: 'integrasi.tugaskan',
  method: 'POST',
  path: '/api/integrasi/tugaskan',
  input: dipilih.extend({
    /** Last day by which they are to go. */
    sampai: z.iso.date(),
    /** What the preview counted: another number means that something came in between. */
    jumlah: z.number().int().min(0).max(200),
  }),
  output: rencanaTugas,
  permission: pembagiKunjungan,
  audit: 'tulis',
  label: { id: 'Jadikan tugas kunjungan', en: 'Make visits of it' },
})
