/** Inviting officers, and giving, changing and ending their assignments. */
import { z } from 'zod'
import { operation } from './operation.ts'
import { id, pemberiTugas, tanggal, teks, tugasBaru } from './pengguna.ts'

/** A new officer with a first assignment; the answer holds no secret, the link is asked for apart. */
export const penggunaUndang = operation({
  id: 'pengguna.undang',
  method: 'POST',
  path: '/api/pengguna',
  input: z.object({
    nama: teks(120),
    /** Own NIK and family-card number: sealed, shown to nobody but the officer. */
    nik: z.string().trim().max(30),
    nomorKk: z.string().trim().max(30),
    telepon: z.string().trim().max(30),
    tugas: tugasBaru,
  }),
  output: z.object({
    id: z.string(),
    /** Made at once, or a proposal that a second administrator must approve. */
    penugasanId: z.string().nullable(),
    usulanId: z.string().nullable(),
    /** Of the one-time link; null for an administrator, whose link is made by the one who approves. */
    berlakuSampai: z.string().nullable(),
  }),
  permission: pemberiTugas,
  audit: 'tulis',
  kukuh: true,
  // One bit: this NIK has an account already, perhaps elsewhere. One account, one person.
  lintas: 'satu-bit',
  label: { id: 'Undang petugas', en: 'Invite an officer' },
})

/** The one-time link, for the person who made it, while it is open. */
export const penggunaTautan = operation({
  id: 'pengguna.tautan',
  method: 'GET',
  path: '/api/pengguna/:id/tautan',
  input: id,
  output: z.object({
    jenis: z.enum(['undangan', 'reset']),
    /** Path with its secret, to be put behind the address of this installation. */
    alamat: z.string(),
    berlakuSampai: z.string(),
  }),
  permission: pemberiTugas,
  audit: 'baca',
  kukuh: true,
  label: { id: 'Tautan sekali pakai', en: 'One-time link' },
})

/** A new link in place of the old; sessions, if any, stay. */
export const penggunaUndangUlang = operation({
  id: 'pengguna.undang_ulang',
  method: 'POST',
  path: '/api/pengguna/:id/undangan',
  input: id,
  output: z.object({ berlakuSampai: z.string() }),
  permission: pemberiTugas,
  audit: 'tulis',
  kukuh: true,
  lintas: 'satu-bit',
  label: { id: 'Undang ulang', en: 'Invite again' },
})

/** Starts a reset of password and factors: sessions end, the person sets new secrets by the link. */
export const penggunaMulaiReset = operation({
  id: 'pengguna.mulai_reset',
  method: 'POST',
  path: '/api/pengguna/:id/reset',
  input: id.extend({ alasan: z.string().trim().min(5).max(500) }),
  output: z.object({ berlakuSampai: z.string() }),
  permission: pemberiTugas,
  audit: 'tulis',
  kukuh: true,
  lintas: 'satu-bit',
  label: { id: 'Mulai pemulihan akun', en: 'Start the recovery of an account' },
})

export const penggunaBeriTugas = operation({
  id: 'pengguna.beri_tugas',
  method: 'POST',
  path: '/api/pengguna/:id/penugasan',
  input: id.extend(tugasBaru.shape),
  output: z.object({
    penugasanId: z.string().nullable(),
    /** For an administrator: waits for a second person. */
    usulanId: z.string().nullable(),
  }),
  permission: pemberiTugas,
  audit: 'tulis',
  kukuh: true,
  label: { id: 'Beri penugasan', en: 'Give an assignment' },
})

export const penggunaUbahTugas = operation({
  id: 'pengguna.ubah_tugas',
  method: 'POST',
  path: '/api/penugasan/:id',
  input: id.extend({
    versi: z.number().int().min(1),
    dari: tanggal,
    hariTerakhir: tanggal.nullable(),
    suratNomor: teks(100),
    suratTanggal: tanggal,
  }),
  output: z.object({ versi: z.number() }),
  permission: pemberiTugas,
  audit: 'tulis',
  kukuh: true,
  label: { id: 'Ubah masa penugasan', en: 'Change the dates of an assignment' },
})

/** Ends today: the role is gone at once, and so are the sessions. */
export const penggunaAkhiriTugas = operation({
  id: 'pengguna.akhiri_tugas',
  method: 'POST',
  path: '/api/penugasan/:id/akhiri',
  input: id.extend({ alasan: z.string().trim().min(5).max(500) }),
  output: z.object({ versi: z.number() }),
  permission: pemberiTugas,
  audit: 'tulis',
  label: { id: 'Akhiri penugasan', en: 'End an assignment' },
})

/** Corrects an officer's own numbers without ever showing what stood there. */
export const penggunaGantiIdentitas = operation({
  id: 'pengguna.ganti_identitas',
  method: 'POST',
  path: '/api/pengguna/:id/identitas',
  input: id.extend({
    nik: z.string().trim().max(30),
    nomorKk: z.string().trim().max(30),
    alasan: z.string().trim().min(5).max(500),
  }),
  output: z.object({ id: z.string() }),
  permission: pemberiTugas,
  audit: 'tulis',
  kukuh: true,
  lintas: 'satu-bit',
  label: { id: 'Ganti NIK dan KK petugas', en: 'Replace an officer’s own numbers' },
})
