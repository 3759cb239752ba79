/** Merging: that two records are one is proposed, decided by others, and can be taken back. */
import { z } from 'zod'
import { operation } from './operation.ts'
import { pemutusGabung, pengusulGabung } from './peran.ts'

const label = z.object({ id: z.string(), en: z.string() })
const kab = z.coerce.number().int().min(0).max(32_767)
const jenis = z.enum(['individu', 'keluarga'])

export const statusGabung = ['diajukan', 'dilaksanakan', 'ditolak', 'dibatalkan'] as const
const status = z.enum(statusGabung)

const rekaman = z.object({
  kab: z.number(),
  id: z.string(),
  nama: z.string(),
  wilayah: z.number(),
  namaWilayah: z.string(),
  rt: z.number().nullable(),
  status: z.string(),
  keluarga: z.object({ kab: z.number(), id: z.string(), namaKepala: z.string() }),
  /** Programmes that the family receives now. */
  menerima: z.array(z.string()),
  /** Of a family: who is in it. */
  anggota: z.array(
    z.object({
      id: z.string(),
      nama: z.string(),
      umur: z.number().nullable(),
      hubungan: label.nullable(),
      status: z.string(),
    }),
  ),
})

/** A field of both, in words; numbers show only the digits in which they differ. */
const bidang = z.object({
  bidang: z.string(),
  label,
  ke: z.string().nullable(),
  dari: z.string().nullable(),
  beda: z.boolean(),
  /** May be taken from the record that goes. */
  dapatDiambil: z.boolean(),
})

const pasanganOrang = z.object({ ke: z.string(), dari: z.string() })

const pratinjau = z.object({
  ke: rekaman,
  dari: rekaman,
  bidang: z.array(bidang),
  /** How many others must agree; the region with which it lies. */
  perlu: z.number(),
  namaBersama: z.string(),
  /** Rows that move or end, by table. */
  akibat: z.array(z.object({ tabel: z.string(), label, jumlah: z.number() })),
  /** What stands against it; nothing is written while it does. */
  masalah: label.nullable(),
})

/** Both records side by side, before anything is written. */
export const gabungPratinjau = operation({
  id: 'gabung.pratinjau',
  method: 'GET',
  path: '/api/gabung/pratinjau',
  input: z.object({ jenis, keKab: kab, ke: z.uuid(), dariKab: kab, dari: z.uuid() }),
  output: pratinjau.extend({
    /** Of families: members that seem to be one person. */
    orang: z.array(pasanganOrang),
  }),
  permission: pengusulGabung,
  audit: 'baca',
  label: { id: 'Pratinjau penggabungan', en: 'Preview of a merge' },
})

const rujukan = z.object({ kab: z.number().int().min(0).max(32_767), id: z.uuid() })

export const gabungAjukan = operation({
  id: 'gabung.ajukan',
  method: 'POST',
  path: '/api/gabung',
  input: z.object({
    jenis,
    /** The record that stays, and the one that becomes part of it. */
    ke: rujukan,
    dari: rujukan,
    /** Of families: members that are one person each. */
    orang: z
      .array(z.object({ ke: z.uuid(), dari: z.uuid() }))
      .max(40)
      .default([]),
    /** Fields whose value is taken from the record that goes. */
    ambil: z.array(z.string().max(40)).max(20).default([]),
    alasan: z.string().trim().min(10).max(1000),
  }),
  output: z.object({ kab: z.number(), id: z.string().nullable(), masalah: label.nullable() }),
  permission: pengusulGabung,
  audit: 'tulis',
  label: { id: 'Usulkan penggabungan', en: 'Propose a merge' },
})

const baris = z.object({
  kab: z.number(),
  id: z.string(),
  arah: z.enum(['gabung', 'pisah']),
  jenis,
  status,
  ke: z.string(),
  dari: z.string(),
  namaWilayah: z.string(),
  alasan: z.string(),
  pengusul: z.string(),
  setuju: z.number(),
  perlu: z.number(),
  dibuatPada: z.string(),
  /** When the merge was taken back. */
  dipisahPada: z.string().nullable(),
  versi: z.number(),
})

export const gabungDaftar = operation({
  id: 'gabung.daftar',
  method: 'GET',
  path: '/api/gabung',
  input: z.object({
    /** Those that wait, those carried out, or all. */
    lihat: z.enum(['menunggu', 'selesai', 'semua']).default('menunggu'),
    setelah: z.uuid().optional(),
    batas: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.object({ gabung: z.array(baris), berikutnya: z.string().nullable() }),
  permission: pengusulGabung,
  audit: 'baca',
  label: { id: 'Penggabungan', en: 'Merges' },
})

export const gabungSatu = operation({
  id: 'gabung.satu',
  method: 'GET',
  path: '/api/gabung/:kab/:id',
  input: z.object({ kab, id: z.uuid() }),
  output: baris.extend({
    /** As they stand today. */
    pratinjau: pratinjau.nullable(),
    orang: z.array(z.object({ ke: z.string(), dari: z.string() })),
    /** Labels of the fields that are taken from the record that goes. */
    ambil: z.array(label),
    langkah: z.array(
      z.object({
        aksi: z.enum(['ajukan', 'setuju', 'tolak', 'batalkan']),
        alasan: z.string().nullable(),
        oleh: z.string(),
        peran: label.nullable(),
        pada: z.string(),
      }),
    ),
    /** The merge that is to be taken back, or the proposal to take this one back. */
    asal: z.object({ kab: z.number(), id: z.string() }).nullable(),
    pemisahan: z.object({ kab: z.number(), id: z.string() }).nullable(),
    bolehMemutus: z.boolean(),
    tolakMemutus: label.nullable(),
    bolehMembatalkan: z.boolean(),
    bolehMemisah: z.boolean(),
    /** Why the merge cannot be taken back now, field by field. */
    rincian: z.array(label),
  }),
  permission: pengusulGabung,
  audit: 'baca',
  label: { id: 'Satu penggabungan', en: 'One merge' },
})

const hasil = z.object({
  status,
  versi: z.number(),
  masalah: label.nullable(),
  rincian: z.array(label),
})

/** Somebody else agrees or refuses; with the last who must agree it is carried out. */
export const gabungPutuskan = operation({
  id: 'gabung.putuskan',
  method: 'POST',
  path: '/api/gabung/:kab/:id/putus',
  input: z.object({
    kab,
    id: z.uuid(),
    versi: z.number().int(),
    setuju: z.boolean(),
    alasan: z.string().trim().min(5).max(1000).optional(),
  }),
  output: hasil,
  permission: pemutusGabung,
  audit: 'tulis',
  kukuh: true,
  label: { id: 'Putuskan penggabungan', en: 'Decide a merge' },
})

export const gabungBatalkan = operation({
  id: 'gabung.batalkan',
  method: 'POST',
  path: '/api/gabung/:kab/:id/batal',
  input: z.object({ kab, id: z.uuid() }),
  output: z.object({ status }),
  permission: pengusulGabung,
  audit: 'tulis',
  label: { id: 'Batalkan usulan penggabungan', en: 'Withdraw a proposed merge' },
})

/** Proposes that a merge be taken back; it is decided like a merge. */
export const gabungPisah = operation({
  id: 'gabung.pisah',
  method: 'POST',
  path: '/api/gabung/:kab/:id/pisah',
  input: z.object({ kab, id: z.uuid(), alasan: z.string().trim().min(10).max(1000) }),
  output: z.object({
    kab: z.number(),
    id: z.string().nullable(),
    masalah: label.nullable(),
    rincian: z.array(label),
  }),
  permission: pengusulGabung,
  audit: 'tulis',
  label: { id: 'Usulkan pemisahan', en: 'Propose to unmerge' },
})
