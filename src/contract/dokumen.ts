/** Papers with a number and a QR: the register, one of them again, withdrawing, and what anybody may check. */
import { z } from 'zod'
import { operation } from './operation.ts'
import { pengaturKop, petugasLoket } from './peran.ts'
import { kodeWilayah } from './wilayah.ts'

const label = z.object({ id: z.string(), en: z.string() })
const satu = z.object({ kab: z.coerce.number().int().min(1).max(9999), id: z.uuid() })

const terbuka = z.object({
  jenis: label,
  nomor: z.string(),
  tanggal: z.string(),
  /** SHA-256 of the PDF, hex. */
  sidik: z.string(),
  status: z.enum(['berlaku', 'dicabut', 'diganti']),
  statusPada: z.string().nullable(),
})

/** For whoever holds the paper, and so the code on it; says no name. */
export const dokumenPeriksa = operation({
  id: 'dokumen.periksa',
  method: 'GET',
  path: '/api/d/:kode',
  input: z.object({ kode: z.string().max(60) }),
  output: terbuka.extend({
    /** Of minutes: SHA-256 over the decisions, hex, and the last day on which they hold. */
    meterai: z.string().nullable(),
    berlakuSampai: z.string().nullable(),
  }),
  permission: 'umum',
  audit: 'tanpa',
  label: { id: 'Periksa surat lewat kode QR', en: 'Check a paper by its QR code' },
})

export const dokumenDaftar = operation({
  id: 'dokumen.daftar',
  method: 'GET',
  path: '/api/dokumen',
  input: z.object({
    setelah: z.uuid().optional(),
    batas: z.coerce.number().int().min(1).max(100).default(20),
  }),
  output: z.object({
    dokumen: z.array(
      terbuka.extend({ kab: z.number(), id: z.string(), penerbit: z.string().nullable() }),
    ),
    berikutnya: z.string().nullable(),
  }),
  permission: petugasLoket,
  audit: 'tanpa',
  label: { id: 'Register surat', en: 'Register of papers' },
})

export const dokumenUnduh = operation({
  id: 'dokumen.unduh',
  method: 'GET',
  path: '/api/dokumen/:kab/:id',
  input: satu,
  output: z.unknown(),
  permission: petugasLoket,
  audit: 'baca',
  berkas: 'unduh',
  label: { id: 'Buka surat', en: 'Open a paper' },
})

export const dokumenCabut = operation({
  id: 'dokumen.cabut',
  method: 'POST',
  path: '/api/dokumen/:kab/:id/cabut',
  input: satu.extend({ alasan: z.string().trim().min(5).max(200) }),
  output: z.object({ status: z.string() }),
  permission: petugasLoket,
  audit: 'tulis',
  label: { id: 'Cabut surat', en: 'Withdraw a paper' },
})

const penanda = z.object({
  jabatan: z.string().trim().min(2).max(80),
  nama: z.string().trim().max(80),
  nip: z.string().trim().max(30).nullable(),
  pangkat: z.string().trim().max(60).nullable(),
})

const isiKop = z.object({
  baris: z.array(z.string().trim().min(1).max(80)).min(1).max(5),
  alamat: z.string().trim().max(160).nullable(),
  telepon: z.string().trim().max(60).nullable(),
  tempat: z.string().trim().min(1).max(60),
  /** Arms: a file of this office of the kind `logo`. */
  logo: z.uuid().nullable(),
  penanda: z.array(penanda).min(1).max(6),
  /** As it was seen; 0 while nobody has set one. */
  versi: z.number().int().min(0),
})

export const kopLihat = operation({
  id: 'kop.lihat',
  method: 'GET',
  path: '/api/kop',
  /** Left out: one's own office. */
  input: z.object({ wilayah: kodeWilayah.optional() }),
  output: isiKop.extend({
    wilayah: z.number(),
    namaWilayah: z.string(),
    kab: z.number(),
    bolehUbah: z.boolean(),
  }),
  permission: [...petugasLoket, 'administrator'],
  audit: 'tanpa',
  label: { id: 'Kop surat', en: 'Letterhead' },
})

export const kopSimpan = operation({
  id: 'kop.simpan',
  method: 'POST',
  path: '/api/kop',
  input: isiKop.extend({ wilayah: kodeWilayah }),
  output: z.object({ versi: z.number() }),
  permission: pengaturKop,
  audit: 'tulis',
  label: { id: 'Atur kop surat', en: 'Set the letterhead' },
})
