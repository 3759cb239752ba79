/** Imports: an officer's file, what became of each row, questions, mending, and our own workbook. */
import { z } from 'zod'
import { tingkatTemuan } from '#domain/impor/temuan.ts'
import { operation } from './operation.ts'
import { pengimpor } from './peran.ts'

const label = z.object({ id: z.string(), en: z.string() })
const id = z.object({ id: z.uuid() })
const batas = z.coerce.number().int().min(1).max(200).default(50)
const setelah = z.string().max(200).optional()

export const statusImpor = [
  'diunggah',
  'dibaca',
  'digabung',
  'selesai',
  'ditolak',
  'gagal',
] as const

const impor = z.object({
  id: z.string(),
  namaBerkas: z.string(),
  ukuran: z.number(),
  wilayah: z.number(),
  namaWilayah: z.string(),
  format: z.string().nullable(),
  tanggalData: z.string().nullable(),
  status: z.enum(statusImpor),
  /** Why the file was refused: cause and remedy in words. */
  masalah: z.object({ kode: z.string(), sebab: label, perbaikan: label }).nullable(),
  jumlahBaris: z.number().nullable(),
  diterima: z.number(),
  ditandai: z.number(),
  ditahan: z.number(),
  tidakBerubah: z.number(),
  pekerjaanId: z.string().nullable(),
  pengunggah: z.string().nullable(),
  dibuatPada: z.string(),
  selesaiPada: z.string().nullable(),
})

export const imporUnggah = operation({
  id: 'impor.unggah',
  method: 'POST',
  path: '/api/impor',
  input: z.object({
    /** Day the data speak of; without it the format's own, else today. */
    tanggalData: z.iso.date().optional(),
  }),
  output: z.object({
    id: z.string(),
    pekerjaanId: z.string().nullable(),
    /** The same bytes were imported before: nothing is added, this is that import. */
    sudahAda: z.boolean(),
  }),
  permission: pengimpor,
  audit: 'tulis',
  berkas: 'unggah',
  label: { id: 'Impor berkas', en: 'Import a file' },
})

export const imporDaftar = operation({
  id: 'impor.daftar',
  method: 'GET',
  path: '/api/impor',
  input: z.object({ setelah: z.uuid().optional(), batas }),
  output: z.object({ impor: z.array(impor), berikutnya: z.string().nullable() }),
  permission: pengimpor,
  audit: 'tanpa',
  label: { id: 'Daftar impor', en: 'Imports' },
})

export const imporSatu = operation({
  id: 'impor.satu',
  method: 'GET',
  path: '/api/impor/:id',
  input: id,
  output: impor.extend({
    namaFormat: label.nullable(),
    lembar: z.array(
      z.object({ nomor: z.number(), nama: z.string(), format: z.string(), namaFormat: label }),
    ),
    catatan: z.array(label),
    /** Counts of what was added and changed. */
    ringkasan: z.record(z.string(), z.number()),
    /** Findings per cause, most frequent first. */
    sebab: z.array(
      z.object({
        kode: z.string(),
        tingkat: z.enum(tingkatTemuan),
        sebab: label,
        perbaikan: label,
        jumlah: z.number(),
      }),
    ),
    pertanyaanTerbuka: z.number(),
  }),
  permission: pengimpor,
  audit: 'tanpa',
  label: { id: 'Satu impor', en: 'One import' },
})

const temuanBaris = z.object({
  kolom: z.string().nullable(),
  nilai: z.string().nullable(),
  tingkat: z.enum(tingkatTemuan),
  kode: z.string(),
  sebab: label,
  perbaikan: label,
})

export const imporTemuan = operation({
  id: 'impor.temuan',
  method: 'GET',
  path: '/api/impor/:id/temuan',
  input: id.extend({
    tingkat: z.enum(tingkatTemuan).optional(),
    kode: z.string().max(60).optional(),
    setelah,
    batas,
  }),
  output: z.object({
    temuan: z.array(
      temuanBaris.extend({
        lembar: z.string(),
        baris: z.number(),
        keluarga: z.object({ kab: z.number(), id: z.string() }).nullable(),
      }),
    ),
    berikutnya: z.string().nullable(),
  }),
  permission: pengimpor,
  audit: 'baca',
  label: { id: 'Temuan per baris', en: 'Findings per row' },
})

export const imporBaris = operation({
  id: 'impor.baris',
  method: 'GET',
  path: '/api/impor/:id/baris',
  input: id.extend({ setelah, batas: z.coerce.number().int().min(1).max(50).default(20) }),
  output: z.object({
    baris: z.array(
      z.object({
        id: z.string(),
        lembar: z.string(),
        baris: z.number(),
        sel: z.array(z.object({ kolom: z.number(), judul: z.string(), nilai: z.string() })),
        temuan: z.array(temuanBaris),
      }),
    ),
    berikutnya: z.string().nullable(),
  }),
  permission: pengimpor,
  audit: 'baca',
  label: { id: 'Baris yang ditangguhkan', en: 'Rows held back' },
})

export const imporPerbaiki = operation({
  id: 'impor.perbaiki',
  method: 'POST',
  path: '/api/impor/:id/perbaiki',
  input: id.extend({
    baris: z
      .array(
        z.object({
          /** The row as it was seen: a mended one has another id, so this is its version too. */
          id: z.uuid(),
          /** Cells that were edited; the row's other cells stay as they came. */
          sel: z.array(
            z.object({ kolom: z.number().int().min(0).max(999), nilai: z.string().max(1000) }),
          ),
        }),
      )
      .max(200),
    /** Also every other held row as it stands: what it waited for may have come meanwhile. */
    semua: z.literal(true).optional(),
  }),
  output: z.object({ pekerjaanId: z.string() }),
  permission: pengimpor,
  audit: 'tulis',
  label: { id: 'Perbaiki baris lalu coba lagi', en: 'Mend rows and try again' },
})

export const imporPertanyaan = operation({
  id: 'impor.pertanyaan',
  method: 'GET',
  path: '/api/impor/:id/pertanyaan',
  input: id,
  output: z.object({
    pertanyaan: z.array(
      z.object({
        id: z.string(),
        jenis: z.enum(['wilayah', 'urutan_tanggal']),
        nilai: z.string(),
        jumlahBaris: z.number(),
        pilihan: z.array(z.object({ nilai: z.string(), label })),
        jawaban: z.string().nullable(),
      }),
    ),
  }),
  permission: pengimpor,
  audit: 'tanpa',
  label: { id: 'Pertanyaan dari berkas', en: 'Questions a file leaves open' },
})

export const imporJawab = operation({
  id: 'impor.jawab',
  method: 'POST',
  path: '/api/impor/:id/pertanyaan',
  input: id.extend({
    jawaban: z
      .array(
        z.object({
          pertanyaanId: z.uuid(),
          nilai: z.string().max(60),
          /** The answer that stood as the person saw it; null where there was none. */
          sebelum: z.string().max(60).nullable().default(null),
        }),
      )
      .min(1)
      .max(500),
  }),
  output: z.object({ pekerjaanId: z.string() }),
  permission: pengimpor,
  audit: 'tulis',
  label: { id: 'Jawab pertanyaan impor', en: 'Answer questions of an import' },
})

export const imporLaporan = operation({
  id: 'impor.laporan',
  method: 'GET',
  path: '/api/impor/:id/laporan.xlsx',
  input: id,
  output: z.unknown(),
  permission: pengimpor,
  audit: 'baca',
  berkas: 'unduh',
  label: { id: 'Unduh laporan baris', en: 'Download the report of rows' },
})

export const imporTemplat = operation({
  id: 'impor.templat',
  method: 'GET',
  path: '/api/impor-templat.xlsx',
  input: z.object({}),
  output: z.unknown(),
  permission: pengimpor,
  audit: 'tanpa',
  berkas: 'unduh',
  label: { id: 'Unduh buku kerja isian', en: 'Download our workbook' },
})
