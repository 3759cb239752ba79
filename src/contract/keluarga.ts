/** Families: search and list inside one's area, one family with all that is known, opening a NIK. */
import { z } from 'zod'
import { statusKelayakan } from '#domain/keluarga/kelayakan.ts'
import { operation } from './operation.ts'
import { pembacaKeluarga, penentu, pengelola } from './peran.ts'
import { kodeWilayah } from './wilayah.ts'

/** A row of a list: NIK and KK number masked, age instead of the date of birth. */
const baris = z.object({
  id: z.string(),
  kab: z.number(),
  namaKepala: z.string(),
  nomorKk: z.string().nullable(),
  wilayah: z.number(),
  namaWilayah: z.string(),
  rt: z.number().nullable(),
  alamat: z.string().nullable(),
  jumlahAnggota: z.number(),
  menerima: z.array(z.string()),
  kelayakan: z.string(),
  desil: z.number().nullable(),
  ditandai: z.boolean(),
  /** Why this row is shown, when a person other than the head was found. */
  cocok: z.string().nullable(),
})

/** A read sent by POST, so that names and numbers searched for never stand in an address. */
export const keluargaDaftar = operation({
  id: 'keluarga.daftar',
  method: 'POST',
  path: '/api/keluarga',
  input: z.object({
    /** NIK, KK number (16 digits) or a name; spelling is tolerated. */
    q: z.string().trim().max(100).optional(),
    wilayah: kodeWilayah.optional(),
    rt: z.coerce.number().int().min(0).max(999).optional(),
    menerima: z.enum(['ya', 'tidak']).optional(),
    program: z.string().max(30).default('rastra'),
    desil: z.coerce.number().int().min(1).max(10).optional(),
    kelayakan: z.enum(['layak', 'belum_dinilai', 'tidak_layak']).optional(),
    ditandai: z.boolean().optional(),
    /** Where the page before ended. */
    setelah: z.string().max(200).optional(),
    batas: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.object({
    keluarga: z.array(baris),
    berikutnya: z.string().nullable(),
    /** Exact where it is cheap (no search text, no other filter than the area); otherwise null. */
    jumlah: z.number().nullable(),
  }),
  permission: pembacaKeluarga,
  audit: 'baca',
  label: { id: 'Daftar keluarga', en: 'List of families' },
})

const label = z.object({ id: z.string(), en: z.string() })

const anggota = z.object({
  id: z.string(),
  nama: z.string(),
  nik: z.string().nullable(),
  alasanTanpaNik: z.string().nullable(),
  jenisKelamin: z.number().nullable(),
  umur: z.number().nullable(),
  hubungan: z.object({ nilai: z.number(), label }).nullable(),
  status: z.string(),
  /** Sent back with what is proposed about the person. */
  versi: z.number(),
  peringatan: z.array(label),
  jawaban: z.array(z.object({ variabel: z.string(), label, nilai: label })),
})

export const keluargaSatu = operation({
  id: 'keluarga.satu',
  method: 'GET',
  path: '/api/keluarga/:kab/:id',
  input: z.object({ kab: z.coerce.number().int().min(0).max(32_767), id: z.uuid() }),
  output: baris.extend({
    rw: z.number().nullable(),
    sls: z.string().nullable(),
    urutanRuta: z.number(),
    lintang: z.number().nullable(),
    bujur: z.number().nullable(),
    jalurWilayah: z.string(),
    /** Where a family lives whose card is of another place, and the village that answers for it. */
    domisili: z
      .object({ alamat: z.string(), namaWilayah: z.string(), penanggung: z.string() })
      .nullable(),
    status: z.string(),
    /** The record it was merged into. */
    digabungKe: z.object({ kab: z.number(), id: z.string() }).nullable(),
    /** Sent back with a change, so that nobody overwrites what they did not see. */
    versi: z.number(),
    /** Whether the reader's role may find families eligible or not. */
    bolehMenilai: z.boolean(),
    dibuatPada: z.string(),
    diubahPada: z.string(),
    kelayakanRiwayat: z.array(
      z.object({
        status: z.string(),
        dasar: z.string(),
        tanggal: z.string(),
        berlakuSampai: z.string().nullable(),
      }),
    ),
    anggota: z.array(anggota),
    /** Other families of the same household. */
    seruta: z.array(
      z.object({
        id: z.string(),
        kab: z.number(),
        namaKepala: z.string(),
        jumlahAnggota: z.number(),
      }),
    ),
    jumlahAnggotaRuta: z.number(),
    /** Answers about the house, the assets and the family: newest valid, with where each came from. */
    jawaban: z.array(
      z.object({
        kelompok: z.string(),
        variabel: z.string(),
        label,
        nilai: label.nullable(),
        sumber: z.string().nullable(),
        tanggal: z.string().nullable(),
      }),
    ),
    /** Who holds the card and account; null where nobody is recorded. */
    pengurus: z
      .object({
        individuId: z.string().nullable(),
        nama: z.string(),
        /** What a guardian from outside is to the family. */
        wali: z.string().nullable(),
        dari: z.string(),
      })
      .nullable(),
    penerimaan: z.array(
      z.object({
        program: z.string(),
        dari: z.string(),
        sampai: z.string().nullable(),
        sumber: z.string(),
      }),
    ),
    peringkatLuar: z.array(
      z.object({ sumber: z.string(), jenis: z.string(), nilai: z.number(), tanggal: z.string() }),
    ),
  }),
  permission: pembacaKeluarga,
  audit: 'baca',
  label: { id: 'Satu keluarga', en: 'One family' },
})

/** Where each field came from and what it was before. */
export const keluargaRiwayat = operation({
  id: 'keluarga.riwayat',
  method: 'GET',
  path: '/api/keluarga/:kab/:id/riwayat',
  input: z.object({ kab: z.coerce.number().int().min(0).max(32_767), id: z.uuid() }),
  output: z.object({
    sumber: z.array(
      z.object({
        impor: z.string(),
        berkas: z.string(),
        format: z.string(),
        baris: z.number(),
        status: z.string(),
        pada: z.string(),
        oleh: z.string().nullable(),
      }),
    ),
    perubahan: z.array(
      z.object({
        subjek: z.string(),
        kolom: label,
        lama: z.string().nullable(),
        baru: z.string().nullable(),
        tanggal: z.string(),
        sumber: z.string(),
      }),
    ),
  }),
  permission: pembacaKeluarga,
  audit: 'baca',
  label: { id: 'Sumber dan riwayat isian', en: 'Sources and history of fields' },
})

/** Opens the NIK and KK numbers of one family: a read, sent by POST so that the reason stays out of addresses. */
export const keluargaBukaNik = operation({
  id: 'keluarga.buka_nik',
  method: 'POST',
  path: '/api/keluarga/:kab/:id/nik',
  input: z.object({
    kab: z.coerce.number().int().min(0).max(32_767),
    id: z.uuid(),
    alasan: z.string().trim().min(5).max(200),
  }),
  output: z.object({
    nomorKk: z.string().nullable(),
    anggota: z.array(z.object({ id: z.string(), nik: z.string().nullable() })),
  }),
  permission: pengelola,
  audit: 'baca',
  label: { id: 'Buka NIK dan nomor KK', en: 'Open NIK and KK numbers' },
})

/** Finds a family eligible or not: its rank rises or falls at the next ranking, nothing is deleted. */
export const keluargaNilaiKelayakan = operation({
  id: 'keluarga.nilai_kelayakan',
  method: 'POST',
  path: '/api/keluarga/:kab/:id/kelayakan',
  input: z.object({
    kab: z.coerce.number().int().min(0).max(32_767),
    id: z.uuid(),
    status: z.enum(statusKelayakan),
    dasar: z.string().trim().min(5).max(500),
    tanggal: z.iso.date(),
    versi: z.number().int(),
  }),
  output: z.object({
    status: z.string(),
    berlakuSampai: z.string().nullable(),
    versi: z.number(),
  }),
  permission: penentu,
  audit: 'tulis',
  label: { id: 'Nilai kelayakan keluarga', en: 'Assess the eligibility of a family' },
})
