/** Batches upwards: endorsed proposals under a Surat Pengesahan, and the package for a centre outside. */
import { z } from 'zod'
import { type JenisUsulan, semuaJenis } from '#domain/usulan/jenis.ts'
import { type Keadaan, semuaKeadaan } from '#domain/usulan/keadaan.ts'
import { operation } from './operation.ts'
import type { Peran } from './peran.ts'
import { hasilLangkah } from './usulan.ts'

/** Who prepares the letter of a kab/kota. */
const penyusunKiriman: readonly Peran[] = ['verifikator', 'kepala_opd']
const pembacaKiriman: readonly Peran[] = [...penyusunKiriman, 'provinsi', 'pusdatin', 'auditor']

const periode = z.string().regex(/^\d{4}-\d{2}$/)
const satu = z.object({ kab: z.coerce.number().int().min(1).max(9999), id: z.uuid() })
const berversi = satu.extend({ versi: z.number().int() })

const kepala = z.object({
  kab: z.number(),
  id: z.string(),
  wilayah: z.number(),
  namaWilayah: z.string(),
  nomor: z.string(),
  periode: z.string(),
  jumlah: z.number(),
  /** How many of its proposals stand where. */
  keadaan: z.object({
    diterima: z.number(),
    ditolak: z.number(),
    dikembalikan: z.number(),
    berjalan: z.number(),
  }),
  sidik: z.string(),
  surat: z.object({
    /** null: it follows, by `tenggat`. */
    nomor: z.string().nullable(),
    tanggal: z.string(),
    tenggat: z.string().nullable(),
    terlambat: z.boolean(),
    dokumenId: z.string(),
    pindaianId: z.string().nullable(),
  }),
  dikirimPada: z.string().nullable(),
  versi: z.number(),
})

export const kirimanDaftar = operation({
  id: 'kiriman.daftar',
  method: 'GET',
  path: '/api/kiriman',
  input: z.object({
    setelah: z.uuid().optional(),
    batas: z.coerce.number().int().min(1).max(100).default(20),
  }),
  output: z.object({
    kiriman: z.array(kepala),
    berikutnya: z.string().nullable(),
    /** Endorsed proposals that no letter binds yet, by period. */
    siap: z.array(z.object({ wilayah: z.number(), periode: z.string(), jumlah: z.number() })),
    terbanyak: z.number(),
    nomorPalingLambat: z.string(),
    pusatDiLuar: z.boolean(),
  }),
  permission: pembacaKiriman,
  audit: 'tanpa',
  label: { id: 'Daftar kiriman', en: 'List of batches' },
})

export const kirimanSatu = operation({
  id: 'kiriman.satu',
  method: 'GET',
  path: '/api/kiriman/:kab/:id',
  input: satu,
  output: kepala.extend({
    /** The hash computed again from the rows as bound; equal to `sidik` unless something was altered. */
    sidikHitung: z.string(),
    pembuat: z.string().nullable(),
    baris: z.array(
      z.object({
        urutan: z.number(),
        kab: z.number(),
        usulanId: z.string(),
        nomor: z.string(),
        nama: z.string(),
        jenis: z.enum(semuaJenis as [JenisUsulan, ...JenisUsulan[]]),
        namaWilayah: z.string(),
        rt: z.number().nullable(),
        status: z.enum(semuaKeadaan as [Keadaan, ...Keadaan[]]),
        alasan: z.string().nullable(),
      }),
    ),
  }),
  permission: pembacaKiriman,
  audit: 'baca',
  label: { id: 'Satu kiriman', en: 'One batch' },
})

/** Binds all endorsed proposals of a period that no letter binds yet, up to the most of one letter. */
export const kirimanBuat = operation({
  id: 'kiriman.buat',
  method: 'POST',
  path: '/api/kiriman',
  input: z.object({
    periode,
    /** As the reader saw it: another number means that something came in between. */
    jumlah: z.number().int().min(1),
    /** Number of the letter; left out, it follows by `suratTenggat`. */
    suratNomor: z.string().trim().min(1).max(80).optional(),
    suratTenggat: z.iso.date().optional(),
    /** Who signs: place in the list of the letterhead. */
    penanda: z.number().int().min(0).max(5).default(0),
  }),
  output: z.object({ kab: z.number(), id: z.string(), nomor: z.string(), jumlah: z.number() }),
  permission: penyusunKiriman,
  audit: 'tulis',
  label: { id: 'Buat surat pengesahan', en: 'Make the letter of endorsement' },
})

/** The number that followed: the letter is issued anew under it and replaces the one without. */
export const kirimanNomori = operation({
  id: 'kiriman.nomori',
  method: 'POST',
  path: '/api/kiriman/:kab/:id/nomor',
  input: berversi.extend({
    suratNomor: z.string().trim().min(1).max(80),
    penanda: z.number().int().min(0).max(5).default(0),
  }),
  output: z.object({ versi: z.number(), dokumenId: z.string() }),
  permission: penyusunKiriman,
  audit: 'tulis',
  label: { id: 'Isi nomor surat pengesahan', en: 'Enter the number of the letter' },
})

export const kirimanPindaian = operation({
  id: 'kiriman.pindaian',
  method: 'POST',
  path: '/api/kiriman/:kab/:id/pindaian',
  /** A file that was uploaded for this office. */
  input: berversi.extend({ berkas: z.uuid() }),
  output: z.object({ versi: z.number() }),
  permission: penyusunKiriman,
  audit: 'tulis',
  label: { id: 'Lampirkan pindaian surat', en: 'Attach the signed scan' },
})

/** Hands the batch over to a centre outside: what can be pulled is pulled, the rest stays and is named. */
export const kirimanKirim = operation({
  id: 'kiriman.kirim',
  method: 'POST',
  path: '/api/kiriman/:kab/:id/kirim',
  input: berversi,
  output: hasilLangkah.extend({ versi: z.number() }),
  permission: ['kepala_opd'],
  audit: 'tulis',
  kukuh: true,
  label: { id: 'Serahkan kiriman ke pusat', en: 'Hand the batch over to the centre' },
})

/** A zip: letter, BNBA, members, answers, sheet for the outcomes, manifest with the hash of each. */
export const kirimanPaket = operation({
  id: 'kiriman.paket',
  method: 'GET',
  path: '/api/kiriman/:kab/:id/paket.zip',
  input: satu.extend({ tujuan: z.string().trim().min(5).max(200) }),
  output: z.unknown(),
  permission: ['kepala_opd'],
  audit: 'baca',
  berkas: 'unduh',
  kukuh: true,
  label: { id: 'Unduh paket kiriman', en: 'Download the package of a batch' },
})
