/** What came back from the centre: outcomes as a file, and everything that it changed in an area. */
import { z } from 'zod'
import { labelPutusan } from '#domain/kiriman/putusan.ts'
import { operation } from './operation.ts'
import { pembacaKeluarga, penentu } from './peran.ts'
import { kodeWilayah } from './wilayah.ts'

const label = z.object({ id: z.string(), en: z.string() })
const putusan = z.enum(Object.keys(labelPutusan) as [keyof typeof labelPutusan])

const baris = z.object({
  /** Row of the file, as a spreadsheet counts. */
  baris: z.number(),
  /** Of a family that was deactivated: by what the file means it, masked. */
  nomor: z.string(),
  /** Name of the proposal or head of the family; null where none was found. */
  nama: z.string().nullable(),
  putusan: putusan.nullable(),
  desil: z.number().nullable(),
  /** Of a deactivation: the programme, null is the registry, and since when. */
  program: label.nullable(),
  tanggal: z.string().nullable(),
  alasan: z.string().nullable(),
  hasil: z.enum(['diterapkan', 'sudah', 'tertahan', 'salah']),
  sebab: label.nullable(),
})

const laporan = z.object({
  /** SHA-256 of the file: what is taken in is what was looked at. */
  sidik: z.string(),
  jumlah: z.number(),
  diterapkan: z.number(),
  sudah: z.number(),
  tertahan: z.number(),
  salah: z.number(),
  baris: z.array(baris),
})

/** The form fields stand before the file. */
const isian = {
  /** Who computed the deciles. */
  sumber: z.string().trim().min(2).max(40).default('DTSEN'),
  /** Day of which the file speaks. */
  tanggal: z.iso.date(),
}

export const hasilPusatPeriksa = operation({
  id: 'hasil_pusat.periksa',
  method: 'POST',
  path: '/api/hasil-pusat/periksa',
  input: z.object(isian),
  output: laporan,
  permission: ['kepala_opd'],
  audit: 'baca',
  berkas: 'unggah',
  label: { id: 'Periksa berkas hasil pusat', en: 'Check a file of outcomes' },
})

/** All or nothing; the same bytes again answer with the report of the first time. */
export const hasilPusatImpor = operation({
  id: 'hasil_pusat.impor',
  method: 'POST',
  path: '/api/hasil-pusat',
  input: z.object({ ...isian, sidik: z.string().length(64) }),
  output: laporan.extend({ kab: z.number(), id: z.string(), sudahAda: z.boolean() }),
  permission: ['kepala_opd'],
  audit: 'tulis',
  berkas: 'unggah',
  kukuh: true,
  label: { id: 'Impor hasil pusat', en: 'Take in the outcomes of the centre' },
})

export const hasilPusatDaftar = operation({
  id: 'hasil_pusat.daftar',
  method: 'GET',
  path: '/api/hasil-pusat',
  input: z.object({}),
  output: z.object({
    hasil: z.array(
      z.object({
        kab: z.number(),
        id: z.string(),
        namaBerkas: z.string(),
        tanggal: z.string(),
        sumber: z.string(),
        jumlah: z.number(),
        diterapkan: z.number(),
        oleh: z.string().nullable(),
        pada: z.string(),
      }),
    ),
  }),
  permission: [...penentu, 'auditor'],
  audit: 'tanpa',
  label: { id: 'Berkas hasil pusat', en: 'Files of outcomes' },
})

export const jenisPerubahan = [
  'masuk',
  'keluar',
  'berubah',
  'dikembalikan',
  'ditolak',
  'desil',
] as const

/** Perubahan dari pusat: who entered, left or changed in an area, with reason and date, newest first. */
export const hasilPusatPerubahan = operation({
  id: 'hasil_pusat.perubahan',
  method: 'GET',
  path: '/api/hasil-pusat/perubahan',
  input: z.object({
    dari: z.iso.date(),
    wilayah: kodeWilayah.optional(),
    jenis: z.enum(jenisPerubahan).optional(),
    setelah: z.string().max(80).optional(),
    batas: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    jumlah: z.array(z.object({ jenis: z.enum(jenisPerubahan), jumlah: z.number() })),
    perubahan: z.array(
      z.object({
        id: z.string(),
        jenis: z.enum(jenisPerubahan),
        kab: z.number(),
        usulanId: z.string().nullable(),
        keluargaId: z.string().nullable(),
        nomor: z.string().nullable(),
        nama: z.string(),
        namaWilayah: z.string(),
        rt: z.number().nullable(),
        /** What it was about: the kind of proposal, the decile, or the deactivation. */
        tentang: label,
        alasan: z.string().nullable(),
        hari: z.string(),
      }),
    ),
    berikutnya: z.string().nullable(),
  }),
  permission: pembacaKeluarga,
  audit: 'baca',
  label: { id: 'Perubahan dari pusat', en: 'Changes from the centre' },
})
