/**
 * Officers and what they are entrusted with, as they are read. Inviting and granting:
 * pengguna-tugas.ts; administrators by two and handing over: pengguna-serah.ts; files: pengguna-impor.ts.
 */
import { z } from 'zod'
import { jenisTugas } from '#domain/pengguna/wewenang.ts'
import { operation } from './operation.ts'
import { type Peran, peran, semuaPeran } from './peran.ts'
import { kodeWilayah, wilayahRingkas } from './wilayah.ts'

/** Roles that may give roles, and so see the officers of their area. */
export const pemberiTugas = ['administrator', 'kepala_opd', 'lurah'] as const satisfies Peran[]

export const label = z.object({ id: z.string(), en: z.string() })
export const tanggal = z.iso.date()
export const id = z.object({ id: z.uuid() })
const semua = Object.keys(peran) as [Peran, ...Peran[]]
export const peranSchema = z.enum(semua)

/** `diundang`: has not accepted the invitation; `tanpa_tugas`: no role holds today. */
export const statusPengguna = ['aktif', 'diundang', 'tanpa_tugas', 'nonaktif'] as const
/** `akan`: begins later; `menunggu`: an administrator whom a second person has not approved. */
export const statusTugas = ['berlaku', 'akan', 'berakhir'] as const

export const teks = (paling: number) => z.string().trim().min(1).max(paling)

/** An assignment as it is asked for. */
export const tugasBaru = z.object({
  peran: peranSchema,
  wilayah: kodeWilayah,
  /** Below the village; for a Ketua RT required. */
  rt: z.array(z.number().int().min(1).max(999)).min(1).max(200).nullable().default(null),
  /** Assigned families (ids of families in the giver's area); for field officers. */
  keluarga: z.array(z.uuid()).min(1).max(500).nullable().default(null),
  jenis: z.enum(jenisTugas).default('definitif'),
  suratNomor: teks(100),
  suratTanggal: tanggal,
  dari: tanggal,
  /** The last day, that day included; Plt and Plh must have one. */
  hariTerakhir: tanggal.nullable().default(null),
})

export const tugas = z.object({
  id: z.string(),
  peran: peranSchema,
  peranLabel: label,
  jenis: z.enum(jenisTugas),
  wilayah: wilayahRingkas,
  rt: z.array(z.number()).nullable(),
  /** How many families are assigned; null where the whole area is. */
  jumlahKeluarga: z.number().nullable(),
  dari: z.string(),
  /** The last day; null is until further notice. */
  hariTerakhir: z.string().nullable(),
  suratNomor: z.string().nullable(),
  suratTanggal: z.string().nullable(),
  status: z.enum(statusTugas),
  versi: z.number(),
  /** Whether the reader may end it or change its dates. */
  bolehDiubah: z.boolean(),
})

const ringkas = z.object({
  id: z.string(),
  nama: z.string(),
  username: z.string().nullable(),
  telepon: z.string().nullable(),
  status: z.enum(statusPengguna),
  demo: z.boolean(),
  /** Assignments within the reader's area that hold today or begin later. */
  tugas: z.array(tugas),
})

export const penggunaDaftar = operation({
  id: 'pengguna.daftar',
  method: 'GET',
  path: '/api/pengguna',
  input: z.object({
    /** Part of a name, username or phone number. */
    q: z.string().trim().max(100).optional(),
    peran: peranSchema.optional(),
    wilayah: kodeWilayah.optional(),
    status: z.enum(statusPengguna).optional(),
    setelah: z.string().max(300).optional(),
    batas: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ pengguna: z.array(ringkas), berikutnya: z.string().nullable() }),
  permission: pemberiTugas,
  audit: 'baca',
  label: { id: 'Petugas di wilayah saya', en: 'Officers of my area' },
})

export const penggunaSatu = operation({
  id: 'pengguna.satu',
  method: 'GET',
  path: '/api/pengguna/:id',
  input: id,
  output: ringkas.extend({
    /** Ended ones too, newest first. */
    semuaTugas: z.array(tugas),
    sesiTerbuka: z.number(),
    masukTerakhir: z.string().nullable(),
    dibuatPada: z.string(),
    nonaktifPada: z.string().nullable(),
    /** The open one-time link, if there is one; its text is asked for by `pengguna.tautan`. */
    tautan: z
      .object({ jenis: z.enum(['undangan', 'reset']), berlakuSampai: z.string() })
      .nullable(),
    /** Own NIK and KK number were given; nobody else can read them. */
    identitasTerisi: z.boolean(),
    boleh: z.object({
      beriTugas: z.boolean(),
      undangUlang: z.boolean(),
      mulaiReset: z.boolean(),
      akhiriAkun: z.boolean(),
      gantiIdentitas: z.boolean(),
    }),
  }),
  permission: pemberiTugas,
  audit: 'baca',
  label: { id: 'Satu petugas', en: 'One officer' },
})

export const penggunaRiwayat = operation({
  id: 'pengguna.riwayat',
  method: 'GET',
  path: '/api/pengguna/:id/riwayat',
  input: id.extend({
    setelah: z.uuid().optional(),
    batas: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    peristiwa: z.array(
      z.object({
        id: z.string(),
        waktu: z.string(),
        /** The operation that did it. */
        operasi: z.string(),
        kalimat: label,
        oleh: z.string().nullable(),
        sebelum: z.record(z.string(), z.unknown()).nullable(),
        sesudah: z.record(z.string(), z.unknown()).nullable(),
      }),
    ),
    berikutnya: z.string().nullable(),
  }),
  permission: pemberiTugas,
  audit: 'baca',
  label: { id: 'Riwayat penugasan', en: 'History of assignments' },
})

/** What the reader may give, for the forms. */
export const penggunaPilihan = operation({
  id: 'pengguna.pilihan',
  method: 'GET',
  path: '/api/pengguna-pilihan',
  input: z.object({}),
  output: z.object({
    wilayah: wilayahRingkas,
    peran: z.array(
      z.object({
        peran: peranSchema,
        label,
        /** Levels of area at which the reader may give it. */
        tingkat: z.array(z.string()),
        /** The area must lie strictly below the reader's own (at the nation: may be equal). */
        harusDiBawah: z.boolean(),
        rt: z.enum(['wajib', 'boleh', 'tidak']),
        keluarga: z.boolean(),
        /** Takes a second administrator's approval. */
        berdua: z.boolean(),
      }),
    ),
    jenis: z.array(z.object({ jenis: z.enum(jenisTugas), label })),
  }),
  permission: pemberiTugas,
  audit: 'tanpa',
  label: { id: 'Peran yang boleh saya berikan', en: 'Roles that I may give' },
})

/** For the page of one's own account: masked, as only the officer may see them. */
export const penggunaIdentitasSaya = operation({
  id: 'pengguna.identitas_saya',
  method: 'GET',
  path: '/api/akun/identitas',
  input: z.object({}),
  output: z.object({ nik: z.string().nullable(), nomorKk: z.string().nullable() }),
  permission: semuaPeran,
  audit: 'tanpa',
  akunSendiri: true,
  label: { id: 'NIK dan KK saya', en: 'My own numbers' },
})
