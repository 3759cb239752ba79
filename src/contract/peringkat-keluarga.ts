/** One family's rank explained, two rankings compared, ranks made elsewhere beside ours. */
import { z } from 'zod'
import { operation } from './operation.ts'
import { pembacaKeluarga } from './peran.ts'
import { barisPeringkat, label, rondeSchema } from './peringkat.ts'
import { kodeWilayah } from './wilayah.ts'

const butir = z.object({
  nomor: z.number(),
  kode: z.string(),
  label,
  catatan: label.nullable(),
  /** What is known, in words; null where nothing of it was asked. */
  nilai: label.nullable(),
  /** `terpenuhi`, `tidak`, `dinilai` (has points) or `belum_ditanyakan`. */
  hasil: z.enum(['terpenuhi', 'tidak', 'dinilai', 'belum_ditanyakan']),
  poin: z.number().nullable(),
})

export const peringkatPenjelasan = operation({
  id: 'peringkat.penjelasan',
  method: 'GET',
  path: '/api/peringkat/:id/keluarga/:kab/:keluarga',
  input: z.object({
    id: z.uuid(),
    kab: z.coerce.number().int().min(0).max(32_767),
    keluarga: z.uuid(),
    /** Place of the last family within a quota, and the level whose rank it cuts. */
    kuota: z.coerce.number().int().min(0).optional(),
    tingkat: z.enum(['desa', 'kecamatan', 'kabkota', 'provinsi', 'nasional']).optional(),
  }),
  output: z.object({
    ronde: rondeSchema,
    keluarga: barisPeringkat,
    /** What happens where something was not asked. */
    urutanCelah: label,
    butir: z.array(butir),
    pemecahSeri: z.array(z.object({ label, nilai: label.nullable() })),
    /** Families of the same area with the same key, this one included. */
    seri: z.number(),
    sebelum: z
      .object({
        ronde: rondeSchema,
        poin: z.number(),
        ringkas: label,
        desil: z.number(),
        peringkat: z.number().nullable(),
        /** Facts read by the model that changed since. */
        berubah: z.array(
          z.object({ fakta: z.string(), label, dulu: label.nullable(), kini: label.nullable() }),
        ),
      })
      .nullable(),
    garis: z
      .object({
        kuota: z.number(),
        tingkat: z.string(),
        peringkat: z.number().nullable(),
        /** Places inside the line (positive) or beyond it (negative). */
        jarak: z.number().nullable(),
        dalam: z.boolean().nullable(),
      })
      .nullable(),
    luar: z.array(
      z.object({ sumber: z.string(), jenis: z.string(), nilai: z.number(), tanggal: z.string() }),
    ),
    /** The printable slip, line by line, in plain words. */
    lembar: z.array(
      z.object({ jenis: z.enum(['judul', 'bagian', 'baris', 'butir']), teks: label }),
    ),
  }),
  permission: pembacaKeluarga,
  audit: 'baca',
  label: { id: 'Penjelasan peringkat satu keluarga', en: "Explanation of one family's rank" },
  lintas: 'agregat',
})

export const peringkatBanding = operation({
  id: 'peringkat.banding',
  method: 'GET',
  path: '/api/peringkat/:id/banding/:lawan',
  input: z.object({
    id: z.uuid(),
    lawan: z.uuid(),
    wilayah: kodeWilayah.optional(),
    arah: z.enum(['naik', 'turun', 'baru', 'hilang']).default('naik'),
    setelah: z.string().max(100).optional(),
    batas: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.object({
    kini: rondeSchema,
    lawan: rondeSchema,
    /** Families by decile then and now; null: not ranked. */
    matriks: z.array(
      z.object({ dulu: z.number().nullable(), kini: z.number().nullable(), keluarga: z.number() }),
    ),
    keluarga: z.array(
      z.object({
        kab: z.number(),
        keluarga: z.string(),
        namaKepala: z.string(),
        wilayah: z.number(),
        namaWilayah: z.string(),
        rt: z.number().nullable(),
        dulu: z.object({ desil: z.number(), persentil: z.number(), poin: z.number() }).nullable(),
        kini: z.object({ desil: z.number(), persentil: z.number(), poin: z.number() }).nullable(),
      }),
    ),
    berikutnya: z.string().nullable(),
  }),
  permission: pembacaKeluarga,
  audit: 'baca',
  label: { id: 'Bandingkan dua pemeringkatan', en: 'Compare two rankings' },
})

export const peringkatLuar = operation({
  id: 'peringkat.luar',
  method: 'GET',
  path: '/api/peringkat/:id/luar',
  input: z.object({
    id: z.uuid(),
    wilayah: kodeWilayah.optional(),
    sumber: z.string().max(60).optional(),
    setelah: z.string().max(100).optional(),
    batas: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.object({
    keluarga: z.array(
      z.object({
        kab: z.number(),
        keluarga: z.string(),
        namaKepala: z.string(),
        wilayah: z.number(),
        namaWilayah: z.string(),
        rt: z.number().nullable(),
        /** Ours: simulated. */
        desil: z.number().nullable(),
        persentil: z.number().nullable(),
        /** Theirs, with source and date. */
        luar: z.object({
          sumber: z.string(),
          jenis: z.string(),
          nilai: z.number(),
          tanggal: z.string(),
        }),
      }),
    ),
    berikutnya: z.string().nullable(),
  }),
  permission: pembacaKeluarga,
  audit: 'baca',
  label: {
    id: 'Peringkat dari luar di samping peringkat kita',
    en: 'Ranks made elsewhere, beside ours',
  },
})
