/** Administrators made by two, and handing over: an account ends, its open work goes on by name. */
import { z } from 'zod'
import { operation } from './operation.ts'
import { id, label, pemberiTugas, tugas } from './pengguna.ts'
import { semuaPeran } from './peran.ts'
import { kodeWilayah } from './wilayah.ts'

const alasan = z.string().trim().min(5).max(500)
const orang = z.object({ id: z.string(), nama: z.string() })

const usulan = z.object({
  id: z.string(),
  pengguna: orang,
  /** As it will stand once approved. */
  tugas: tugas.omit({ id: true, status: true, versi: true, bolehDiubah: true }),
  pengusul: orang,
  diusulkanPada: z.string(),
  status: z.enum(['menunggu', 'disetujui', 'ditolak', 'kedaluwarsa']),
  pemutus: orang.nullable(),
  diputusPada: z.string().nullable(),
  alasan: z.string().nullable(),
  /** The reader is neither the proposer nor the person proposed, and holds at least that area. */
  bolehMemutus: z.boolean(),
})

export const penggunaUsulan = operation({
  id: 'pengguna.usulan',
  method: 'GET',
  path: '/api/pengguna-usulan',
  input: z.object({
    /** Without it those that wait. */
    semua: z.stringbool().or(z.boolean()).default(false),
    setelah: z.uuid().optional(),
    batas: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ usulan: z.array(usulan), berikutnya: z.string().nullable() }),
  permission: ['administrator'],
  audit: 'baca',
  label: { id: 'Usulan administrator', en: 'Proposed administrators' },
})

export const penggunaPutuskanUsulan = operation({
  id: 'pengguna.putuskan_usulan',
  method: 'POST',
  path: '/api/pengguna-usulan/:id',
  input: id.extend({ setuju: z.boolean(), alasan: alasan.optional() }),
  output: z.object({
    penugasanId: z.string().nullable(),
    /** A one-time link was made for the new administrator; `pengguna.tautan` shows it. */
    tautanDibuat: z.boolean(),
  }),
  permission: ['administrator'],
  audit: 'tulis',
  kukuh: true,
  label: { id: 'Setujui atau tolak administrator', en: 'Approve or refuse an administrator' },
})

/** One piece of open work. */
const butir = z.object({
  /** Kind: pekerjaan, impor, kuota. */
  jenis: z.string(),
  jenisLabel: label,
  objek: z.string(),
  judul: z.string(),
  wilayah: kodeWilayah,
  /** What is open about it, in words. */
  keadaan: label,
  /** Page of the app that goes on with it. */
  alamat: z.string(),
})

/** What would be handed over if this account ended now. */
export const penggunaPekerjaanTerbuka = operation({
  id: 'pengguna.pekerjaan_terbuka',
  method: 'GET',
  path: '/api/pengguna/:id/pekerjaan-terbuka',
  input: id,
  output: z.object({
    butir: z.array(butir),
    /** Officers in whose area all of it lies, whose role could go on with it. */
    calonPenerus: z.array(orang.extend({ peran: z.string(), namaWilayah: z.string() })),
  }),
  permission: pemberiTugas,
  audit: 'baca',
  label: { id: 'Pekerjaan terbuka petugas', en: 'Open work of an officer' },
})

/** The account dies at once: assignments, sessions, links. Without a successor its work waits for one. */
export const penggunaAkhiriAkun = operation({
  id: 'pengguna.akhiri_akun',
  method: 'POST',
  path: '/api/pengguna/:id/akhiri',
  input: id.extend({ alasan, penerus: z.uuid().nullable().default(null) }),
  output: z.object({
    serahTerimaId: z.string().nullable(),
    butir: z.number(),
    menungguPenerus: z.boolean(),
  }),
  permission: pemberiTugas,
  audit: 'tulis',
  lintas: 'satu-bit',
  label: { id: 'Akhiri akun', en: 'End an account' },
})

/** Hands work over: of an ended account that waits for a successor, or of one who only changes place. */
export const penggunaSerahkan = operation({
  id: 'pengguna.serahkan',
  method: 'POST',
  path: '/api/pengguna/:id/serah-terima',
  input: id.extend({ penerus: z.uuid(), alasan }),
  output: z.object({ serahTerimaId: z.string(), butir: z.number() }),
  permission: pemberiTugas,
  audit: 'tulis',
  kukuh: true,
  label: { id: 'Serah terima pekerjaan', en: 'Hand work over' },
})

/** `saya`: what I received; `wilayah`: hand-overs of my area, for those who give roles. */
export const penggunaSerahTerima = operation({
  id: 'pengguna.serah_terima',
  method: 'GET',
  path: '/api/serah-terima',
  input: z.object({
    lingkup: z.enum(['saya', 'wilayah']).default('saya'),
    setelah: z.uuid().optional(),
    batas: z.coerce.number().int().min(1).max(100).default(20),
  }),
  output: z.object({
    serahTerima: z.array(
      z.object({
        id: z.string(),
        dari: orang,
        /** Null while no successor is named. */
        kepada: orang.nullable(),
        oleh: orang.nullable(),
        waktu: z.string(),
        alasan: z.string(),
        butir: z.array(butir.extend({ selesai: z.boolean() })),
      }),
    ),
    berikutnya: z.string().nullable(),
  }),
  permission: semuaPeran,
  audit: 'baca',
  label: { id: 'Serah terima', en: 'Hand-overs' },
})
