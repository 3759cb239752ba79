/** Officers from a file: template, look before, commit, and the sheet of one-time links. */
import { z } from 'zod'
import { operation } from './operation.ts'
import { id, label, pemberiTugas } from './pengguna.ts'

export const penggunaImporTemplat = operation({
  id: 'pengguna.impor_templat',
  method: 'GET',
  path: '/api/pengguna-impor/templat.xlsx',
  input: z.object({}),
  output: z.unknown(),
  permission: pemberiTugas,
  audit: 'tanpa',
  berkas: 'unduh',
  label: { id: 'Unduh buku kerja petugas', en: 'Download the workbook of officers' },
})

const baris = z.object({
  /** Row of the file, as a spreadsheet counts. */
  baris: z.number(),
  nama: z.string().nullable(),
  status: z.enum(['diterima', 'ditolak']),
  /** What will be made of it, in words; null when refused. */
  hasil: label.nullable(),
  /** Why it is refused, and what to do: one per fault. */
  temuan: z.array(
    z.object({
      kolom: z.string(),
      /** As it stands in the file; NIK and KK numbers are left out. */
      nilai: z.string().nullable(),
      kode: z.string(),
      sebab: label,
      perbaikan: label,
    }),
  ),
})

const laporan = z.object({
  /** SHA-256 of the file: a commit names the file that was looked at. */
  sidik: z.string(),
  diterima: z.number(),
  ditolak: z.number(),
  baris: z.array(baris),
})

/** Judges every row; makes nothing, keeps nothing. */
export const penggunaImporPeriksa = operation({
  id: 'pengguna.impor_periksa',
  method: 'POST',
  path: '/api/pengguna-impor/periksa',
  input: z.object({}),
  output: laporan,
  permission: pemberiTugas,
  audit: 'baca',
  berkas: 'unggah',
  lintas: 'satu-bit',
  label: { id: 'Periksa berkas petugas', en: 'Check a file of officers' },
})

/** The same file again, with its `sidik` from the check: accepted rows become officers, in one go. */
export const penggunaImpor = operation({
  id: 'pengguna.impor',
  method: 'POST',
  path: '/api/pengguna-impor',
  input: z.object({ sidik: z.string().length(64) }),
  output: laporan.extend({ id: z.string() }),
  permission: pemberiTugas,
  audit: 'tulis',
  berkas: 'unggah',
  kukuh: true,
  lintas: 'satu-bit',
  label: { id: 'Impor petugas', en: 'Import officers' },
})

/** One line per officer whose link is still open; for the person who imported, and nobody else. */
export const penggunaImporTautan = operation({
  id: 'pengguna.impor_tautan',
  method: 'GET',
  path: '/api/pengguna-impor/:id/tautan.xlsx',
  input: id.extend({
    tujuan: z.string().trim().min(5).max(200),
    /** Address of this installation as the browser sees it, put before each link. */
    asal: z
      .url({ protocol: /^https?$/ })
      .max(200)
      .optional(),
  }),
  output: z.unknown(),
  permission: pemberiTugas,
  audit: 'baca',
  berkas: 'unduh',
  kukuh: true,
  label: { id: 'Unduh lembar tautan undangan', en: 'Download the sheet of invitation links' },
})
