/** Rankings: models, rounds, results by rank. Explanations and comparisons: peringkat-keluarga.ts. */
import { z } from 'zod'
import { periodeSchema } from '#domain/peringkat/periode.ts'
import { operation } from './operation.ts'
import { pembacaPeringkat, penentu } from './peran.ts'
import { kodeWilayah } from './wilayah.ts'

export const label = z.object({ id: z.string(), en: z.string() })
const hitungan = z.record(z.string(), z.number())

export const peringkatModel = operation({
  id: 'peringkat.model',
  method: 'GET',
  path: '/api/peringkat/model',
  input: z.object({}),
  output: z.object({
    model: z.array(
      z.object({
        kode: z.string(),
        jenis: z.enum(['indikator', 'bobot']),
        label,
        penjelasan: label,
        sumber: z.array(z.string()),
        /** Poor at this many indicators, or at most these points; null without a line. */
        garisMiskin: z.number().nullable(),
        urutanCelah: z.object({ label, alasan: label }),
        pemecahSeri: z.array(label),
        butir: z.array(z.object({ nomor: z.number(), kode: z.string(), label })),
      }),
    ),
  }),
  permission: pembacaPeringkat,
  audit: 'tanpa',
  label: { id: 'Model pemeringkatan', en: 'Ranking models' },
})

export const rondeSchema = z.object({
  id: z.string(),
  /** "Pemeringkatan Triwulan IV 2026". */
  judul: label,
  model: z.string(),
  namaModel: label,
  wilayah: z.number(),
  namaWilayah: z.string(),
  tingkat: z.string(),
  periode: z.string(),
  acuan: z.string(),
  status: z.enum(['disiapkan', 'selesai', 'gagal']),
  pekerjaanId: z.string().nullable(),
  oleh: z.string().nullable(),
  keluarga: z.number().nullable(),
  /** Ranked with at least one unanswered item. */
  bercelah: z.number().nullable(),
  /** The bounds straddle the poor line: first to visit. */
  melintasi: z.number().nullable(),
  dibuatPada: z.string(),
  dibekukanPada: z.string().nullable(),
  /** First characters of the hash of the policy used, to be compared on paper. */
  sidikKebijakan: z.string(),
})

export const peringkatDaftar = operation({
  id: 'peringkat.daftar',
  method: 'GET',
  path: '/api/peringkat',
  input: z.object({ wilayah: kodeWilayah.optional(), model: z.string().max(60).optional() }),
  output: z.object({ ronde: z.array(rondeSchema), bolehMemulai: z.boolean() }),
  permission: pembacaPeringkat,
  audit: 'tanpa',
  label: { id: 'Daftar pemeringkatan', en: 'List of rankings' },
  lintas: 'agregat',
})

export const peringkatMulai = operation({
  id: 'peringkat.mulai',
  method: 'POST',
  path: '/api/peringkat',
  input: z.object({
    model: z.string().max(60),
    wilayah: kodeWilayah,
    periode: periodeSchema,
    /** Day that ages, parameters and eligibility are of; today when absent. */
    acuan: z.iso.date().optional(),
  }),
  output: z.object({ ronde: z.string(), pekerjaan: z.string() }),
  permission: penentu,
  audit: 'tulis',
  label: { id: 'Mulai pemeringkatan', en: 'Start a ranking' },
})

export const peringkatSatu = operation({
  id: 'peringkat.satu',
  method: 'GET',
  path: '/api/peringkat/:id',
  input: z.object({ id: z.uuid(), wilayah: kodeWilayah.optional() }),
  output: rondeSchema.extend({
    sebelum: z.object({ id: z.string(), judul: label }).nullable(),
    jumlahButir: z.number(),
    garisMiskin: z.number().nullable(),
    /** The rule for unanswered questions, in words. */
    urutanCelah: label,
    pemecahSeri: z.array(label),
    /** Frozen totals of the whole area ranked, the same for every reader. */
    seluruh: z.object({
      keluarga: z.number(),
      bercelah: z.number(),
      melintasi: z.number(),
      miskin: z.number(),
      kelayakan: hitungan,
      seriTerbesar: z.number(),
      dalamSeri: z.number(),
      perDesil: hitungan,
      perTerpenuhi: hitungan,
    }),
    /** The part of it asked for, within the reader's area. */
    bagian: z.object({
      wilayah: z.number(),
      namaWilayah: z.string(),
      keluarga: z.number(),
      bercelah: z.number(),
      melintasi: z.number(),
      miskin: z.number(),
      kelayakan: hitungan,
      perDesil: hitungan,
      perTerpenuhi: hitungan,
      /** One level down. */
      bawahan: z.array(
        z.object({
          wilayah: z.number(),
          nama: z.string(),
          keluarga: z.number(),
          bercelah: z.number(),
          melintasi: z.number(),
          miskin: z.number(),
          perDesil: hitungan,
        }),
      ),
    }),
  }),
  permission: pembacaPeringkat,
  audit: 'tanpa',
  label: { id: 'Satu pemeringkatan', en: 'One ranking' },
  lintas: 'agregat',
})

const peringkat = z.object({
  desa: z.number(),
  kecamatan: z.number().nullable(),
  kabkota: z.number().nullable(),
  provinsi: z.number().nullable(),
  nasional: z.number().nullable(),
})

export const barisPeringkat = z.object({
  kab: z.number(),
  keluarga: z.string(),
  namaKepala: z.string(),
  wilayah: z.number(),
  namaWilayah: z.string(),
  rt: z.number().nullable(),
  jumlahAnggota: z.number().nullable(),
  kelayakan: z.enum(['layak', 'belum_dinilai', 'tidak_layak']),
  poin: z.number(),
  terpenuhi: z.number().nullable(),
  terjawab: z.number(),
  jumlahButir: z.number(),
  batasBawah: z.number(),
  batasAtas: z.number(),
  /** "terpenuhi 6 dari 9 yang terjawab, 5 belum ditanyakan". */
  ringkas: label,
  miskin: z.enum(['ya', 'belum_pasti', 'tidak']).nullable(),
  peringkat,
  desil: z.number(),
  persentil: z.number(),
  kunci: z.number(),
})

export const peringkatKeluarga = operation({
  id: 'peringkat.keluarga',
  method: 'GET',
  path: '/api/peringkat/:id/keluarga',
  input: z.object({
    id: z.uuid(),
    wilayah: kodeWilayah.optional(),
    rt: z.coerce.number().int().min(0).max(999).optional(),
    desil: z.coerce.number().int().min(1).max(10).optional(),
    terpenuhi: z.coerce.number().int().min(0).max(31).optional(),
    /** `melintasi`: bounds straddle the poor line; `bercelah`: something is unanswered. */
    celah: z.enum(['melintasi', 'bercelah', 'lengkap']).optional(),
    /** Sort key of a quota line: only families whose bounds straddle it. */
    garisKunci: z.coerce.number().int().min(0).optional(),
    setelah: z.string().max(100).optional(),
    batas: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.object({ keluarga: z.array(barisPeringkat), berikutnya: z.string().nullable() }),
  permission: pembacaPeringkat,
  audit: 'baca',
  label: { id: 'Keluarga menurut peringkat', en: 'Families by rank' },
  lintas: 'agregat',
})
