/** Reading the log: who opened or changed a record, what one officer did, who saw a person's data. */
import { z } from 'zod'
import { operation } from './operation.ts'
import { pengawas, pengawasPetugas, penjawabWarga } from './peran.ts'

const label = z.object({ id: z.string(), en: z.string() })

/** Where a page before ended: the number of its last entry. */
export const setelahEntri = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional()

const pelaku = z.object({
  /** Null for the system, and for whoever acted from outside the reader's area. */
  id: z.string().nullable(),
  nama: z.string().nullable(),
  /** The office that the role worn belongs to: "Dinas Sosial Kota Bontang". */
  kantor: label,
  peran: label.nullable(),
  jenis: z.enum(['definitif', 'plt', 'plh']).nullable(),
  /** Acted from outside the reader's area: shown as an office, never by name. */
  luar: z.boolean(),
})

const subjek = z.object({
  jenis: z.string(),
  id: z.string(),
  /** What it is; with its name where the reader may see families and it is in their area. */
  label,
  /** The page of the family, where the reader may open it. */
  keluarga: z.object({ kab: z.number(), id: z.string() }).nullable(),
})

export const entri = z.object({
  id: z.number(),
  waktu: z.string(),
  pelaku,
  operasi: z.string(),
  tindakan: label,
  /** `akun`: a step of signing in, or about one's own account. */
  jenis: z.enum(['baca', 'tulis', 'akun']),
  tujuan: label.nullable(),
  /** The purpose in the officer's own words. */
  keterangan: z.string().nullable(),
  /** The first few records; `jumlahSubjek` says how many there are. */
  subjek: z.array(subjek),
  jumlahSubjek: z.number(),
  /** Persons or families shown or touched. */
  jumlah: z.number(),
  perubahan: z.array(
    z.object({ kolom: label, sebelum: label.nullable(), sesudah: label.nullable() }),
  ),
})

const halaman = z.object({ entri: z.array(entri), berikutnya: z.number().nullable() })

export const jejakCatatan = operation({
  id: 'jejak.catatan',
  method: 'GET',
  path: '/api/jejak/catatan/:jenis/:kab/:id',
  input: z.object({
    jenis: z.enum(['keluarga', 'individu']),
    kab: z.coerce.number().int().min(0).max(9999),
    id: z.uuid(),
    /** Only what changed something. */
    hanyaTulis: z.stringbool().or(z.boolean()).default(false),
    setelah: setelahEntri,
    batas: z.coerce.number().int().min(1).max(100).default(25),
  }),
  /** Of a family: also what concerned one of its members. */
  output: halaman,
  permission: pengawas,
  audit: 'baca',
  label: { id: 'Riwayat & log satu data', en: 'Log of one record' },
})

export const jejakPetugas = operation({
  id: 'jejak.petugas',
  method: 'GET',
  path: '/api/jejak/petugas/:id',
  input: z.object({
    id: z.uuid(),
    hanyaTulis: z.stringbool().or(z.boolean()).default(false),
    setelah: setelahEntri,
    batas: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: halaman.extend({
    petugas: z.object({
      id: z.string(),
      nama: z.string(),
      /** Assignments within the reader's area, newest first. */
      tugas: z.array(
        z.object({
          peran: label,
          jenis: z.enum(['definitif', 'plt', 'plh']),
          kantor: label,
          dari: z.string(),
          sampai: z.string().nullable(),
        }),
      ),
    }),
  }),
  permission: pengawasPetugas,
  audit: 'baca',
  label: { id: 'Riwayat & log satu petugas', en: 'Log of one officer' },
})

/** For the counter: the answer to a citizen who asks who saw their data (UU 27/2022). */
export const jejakDilihat = operation({
  id: 'jejak.dilihat',
  method: 'GET',
  path: '/api/jejak/dilihat/:kab/:id',
  input: z.object({
    kab: z.coerce.number().int().min(0).max(9999),
    /** The person. */
    id: z.uuid(),
    dari: z.iso.date().optional(),
    sampai: z.iso.date().optional(),
  }),
  output: z.object({
    nama: z.string(),
    nik: z.string().nullable(),
    namaKepala: z.string(),
    keluarga: z.object({ kab: z.number(), id: z.string() }),
    wilayah: label,
    kantorPenjawab: label,
    /** By the clock of the log. */
    dibuatPada: z.string(),
    dari: z.string().nullable(),
    sampai: z.string().nullable(),
    /** One line per day, office, role, deed and purpose: offices answer, not single officers. */
    baris: z.array(
      z.object({
        tanggal: z.string(),
        kantor: label,
        peran: label.nullable(),
        jenis: z.enum(['definitif', 'plt', 'plh']).nullable(),
        tindakan: label,
        ubah: z.boolean(),
        tujuan: label.nullable(),
        kali: z.number(),
      }),
    ),
    /** Older lines were left out; ask for an earlier period. */
    terpotong: z.boolean(),
  }),
  permission: penjawabWarga,
  audit: 'baca',
  label: { id: 'Siapa melihat data saya', en: 'Who saw my data' },
})
