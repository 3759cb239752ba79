/** People without NIK: the list of an area with causes, the letter to the civil registry, its answer. */
import { z } from 'zod'
import { operation } from './operation.ts'
import { pengelola } from './peran.ts'
import { kodeWilayah } from './wilayah.ts'

const kab = z.coerce.number().int().min(0).max(32_767)
const label = z.object({ id: z.string(), en: z.string() })
/** Code of the list `alasan_tanpa_nik`; 0: none was recorded. */
const sebab = z.coerce.number().int().min(0).max(99)

export const tanpaNikDaftar = operation({
  id: 'tanpa_nik.daftar',
  method: 'GET',
  path: '/api/tanpa-nik',
  input: z.object({
    wilayah: kodeWilayah.optional(),
    rt: z.coerce.number().int().min(0).max(999).optional(),
    sebab: sebab.optional(),
    setelah: z.uuid().optional(),
    batas: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: z.object({
    orang: z.array(
      z.object({
        kab: z.number(),
        id: z.string(),
        versi: z.number(),
        nama: z.string(),
        umur: z.number().nullable(),
        jenisKelamin: z.number().nullable(),
        /** As recorded; null where nothing is. */
        sebab: label.nullable(),
        keluarga: z.object({ id: z.string(), namaKepala: z.string() }),
        namaWilayah: z.string(),
        rt: z.number().nullable(),
        /** The last letter that lists them, and its answer. */
        surat: z
          .object({
            nomor: z.string(),
            tanggal: z.string(),
            hasil: z.enum(['menunggu', 'terisi', 'tidak_ditemukan']),
            keterangan: z.string().nullable(),
          })
          .nullable(),
      }),
    ),
    berikutnya: z.string().nullable(),
    /** All of the area, by cause; `lain` counts what is written in words of its own. */
    rekap: z.array(z.object({ sebab: z.number().nullable(), label, jumlah: z.number() })),
    pilihanSebab: z.array(z.object({ kode: z.number(), label })),
  }),
  permission: pengelola,
  audit: 'baca',
  label: { id: 'Orang tanpa NIK', en: 'People without NIK' },
})

/** Records why these persons have none; with their history. */
export const tanpaNikSebab = operation({
  id: 'tanpa_nik.sebab',
  method: 'POST',
  path: '/api/tanpa-nik/sebab',
  input: z.object({
    orang: z
      .array(z.object({ kab: z.number().int().min(0).max(32_767), id: z.uuid() }))
      .min(1)
      .max(500),
    sebab: z.number().int().min(1).max(99),
  }),
  output: z.object({ dicatat: z.number() }),
  permission: ['operator_desa', 'pengisi_data', 'verifikator'],
  audit: 'tulis',
  label: { id: 'Catat sebab tanpa NIK', en: 'Record why there is no NIK' },
})

/** Issues the letter about those of a region who wait on no other letter, at most 500. */
export const tanpaNikSurat = operation({
  id: 'tanpa_nik.surat',
  method: 'POST',
  path: '/api/tanpa-nik/surat',
  input: z.object({
    wilayah: kodeWilayah.optional(),
    nomor: z.string().trim().min(1).max(80).optional(),
    /** Which of the letterhead's signers, from 0. */
    penanda: z.number().int().min(0).max(5).default(0),
  }),
  output: z.object({
    kab: z.number(),
    id: z.string(),
    dokumen: z.string(),
    nomor: z.string(),
    jumlah: z.number(),
  }),
  permission: ['operator_desa', 'lurah', 'pengisi_data', 'verifikator', 'kepala_opd'],
  audit: 'tulis',
  label: { id: 'Surat ke Disdukcapil', en: 'Letter to the civil registry' },
})

export const tanpaNikSuratDaftar = operation({
  id: 'tanpa_nik.surat_daftar',
  method: 'GET',
  path: '/api/tanpa-nik/surat',
  input: z.object({}),
  output: z.object({
    surat: z.array(
      z.object({
        kab: z.number(),
        id: z.string(),
        dokumen: z.string(),
        nomor: z.string(),
        tanggal: z.string(),
        jumlah: z.number(),
        terisi: z.number(),
        tidakDitemukan: z.number(),
      }),
    ),
  }),
  permission: pengelola,
  audit: 'tanpa',
  label: { id: 'Surat tanpa NIK', en: 'Letters about people without NIK' },
})

/** The sheet that goes with a letter: what the civil registry fills in. */
export const tanpaNikLembar = operation({
  id: 'tanpa_nik.lembar',
  method: 'GET',
  path: '/api/tanpa-nik/surat/:kab/:id/lembar',
  input: z.object({ kab, id: z.uuid() }),
  output: z.unknown(),
  permission: ['operator_desa', 'lurah', 'pengisi_data', 'verifikator', 'kepala_opd'],
  audit: 'baca',
  berkas: 'unduh',
  label: { id: 'Lembar kerja tanpa NIK (xlsx)', en: 'Sheet of people without NIK (xlsx)' },
})

const laporan = z.object({
  /** SHA-256 of the file: what is taken in is what was looked at. */
  sidik: z.string(),
  jumlah: z.number(),
  terisi: z.number(),
  dicatat: z.number(),
  sudah: z.number(),
  tertahan: z.number(),
  baris: z.array(
    z.object({
      /** Row of the file, as a spreadsheet counts. */
      baris: z.number(),
      kode: z.string(),
      nama: z.string().nullable(),
      /** A NIK is filled in; a remark is kept; it was so before; it cannot be. */
      hasil: z.enum(['terisi', 'dicatat', 'sudah', 'tertahan']),
      sebab: label.nullable(),
    }),
  ),
})

export const tanpaNikPeriksa = operation({
  id: 'tanpa_nik.periksa',
  method: 'POST',
  path: '/api/tanpa-nik/periksa',
  input: z.object({}),
  output: laporan,
  permission: ['pengisi_data', 'verifikator', 'kepala_opd'],
  audit: 'baca',
  berkas: 'unggah',
  label: { id: 'Periksa jawaban Disdukcapil', en: 'Check the answer of the civil registry' },
})

export const tanpaNikImpor = operation({
  id: 'tanpa_nik.impor',
  method: 'POST',
  path: '/api/tanpa-nik/impor',
  input: z.object({ sidik: z.string().length(64) }),
  output: laporan,
  permission: ['pengisi_data', 'verifikator', 'kepala_opd'],
  audit: 'tulis',
  berkas: 'unggah',
  label: { id: 'Impor jawaban Disdukcapil', en: 'Take in the answer of the civil registry' },
})
