/** Visits: how many are due per region, the queue of a village, who is to go, the papers to carry. */
import { z } from 'zod'
import { sebabAntrean } from '#domain/kunjungan/antrean.ts'
import { operation } from './operation.ts'
import { pembacaKeluarga, pembagiKunjungan, semuaPeran } from './peran.ts'
import { kodeWilayah } from './wilayah.ts'

const rt = z.coerce.number().int().min(0).max(999)

const hitungan = z.object({
  /** Active families. */
  keluarga: z.number(),
  /** Visited, and not yet due again. */
  terkini: z.number(),
  belum: z.number(),
  terlambat: z.number(),
  segera: z.number(),
  /** Best and worst rank lie on both sides of the line of the newest ranking. */
  melintasi: z.number(),
  /** Sources say different things; null above the kab/kota, where it is not counted. */
  bertentangan: z.number().nullable(),
  /** Assigned to an officer and not visited yet. */
  ditugaskan: z.number(),
})

/** Progress of a region and of those below it; shows no person. */
export const kunjunganRekap = operation({
  id: 'kunjungan.rekap',
  method: 'GET',
  path: '/api/kunjungan/rekap',
  input: z.object({ wilayah: kodeWilayah.optional() }),
  output: z.object({
    wilayah: z.number(),
    namaWilayah: z.string(),
    tingkat: z.string(),
    jumlah: hitungan,
    /** One level below; below a village its RT. */
    bawah: z.array(
      hitungan.extend({ kode: z.number(), nama: z.string(), rt: z.number().nullable() }),
    ),
  }),
  permission: semuaPeran,
  audit: 'tanpa',
  label: { id: 'Rekap kunjungan', en: 'Progress of visits' },
})

const saringanAntrean = z.object({
  wilayah: kodeWilayah,
  rt: rt.optional(),
  sebab: z.enum(sebabAntrean).optional(),
  /** Only those assigned to the reader. */
  saya: z.boolean().default(false),
})

const barisAntrean = z.object({
  kab: z.number(),
  id: z.string(),
  namaKepala: z.string(),
  alamat: z.string().nullable(),
  rt: z.number().nullable(),
  jumlahAnggota: z.number(),
  terakhir: z.string().nullable(),
  tempo: z.string().nullable(),
  sebab: z.array(z.enum(sebabAntrean)),
  petugas: z.object({ id: z.string(), nama: z.string().nullable(), sampai: z.string() }).nullable(),
})

export const kunjunganAntrean = operation({
  id: 'kunjungan.antrean',
  method: 'POST',
  path: '/api/kunjungan/antrean',
  input: saringanAntrean.extend({
    setelah: z.string().max(80).optional(),
    batas: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ keluarga: z.array(barisAntrean), berikutnya: z.string().nullable() }),
  permission: pembacaKeluarga,
  audit: 'baca',
  label: { id: 'Antrean kunjungan', en: 'Queue of visits' },
})

/** Officers who may visit in a village: those with such a role there, or above it within the reader's area. */
export const kunjunganPetugas = operation({
  id: 'kunjungan.petugas',
  method: 'GET',
  path: '/api/kunjungan/petugas',
  input: z.object({ wilayah: kodeWilayah }),
  output: z.object({
    petugas: z.array(
      z.object({
        id: z.string(),
        nama: z.string(),
        peran: z.object({ id: z.string(), en: z.string() }),
        /** Families assigned here and not visited yet. */
        ditugaskan: z.number(),
      }),
    ),
  }),
  permission: pembacaKeluarga,
  audit: 'tanpa',
  label: { id: 'Petugas kunjungan di satu desa/kelurahan', en: 'Field officers of a village' },
})

const pembagian = saringanAntrean.omit({ saya: true }).extend({
  petugas: z.array(z.uuid()).min(1).max(50),
  /** Last day by which they are to go. */
  sampai: z.iso.date(),
  /** Also those that another officer has already. */
  alihkan: z.boolean().default(false),
})

const hasilPembagian = z.object({
  jumlah: z.number(),
  bagian: z.array(
    z.object({
      petugas: z.string(),
      nama: z.string(),
      jumlah: z.number(),
      rt: z.array(z.number()),
    }),
  ),
  /** Assigned to another officer already and left there. */
  sudah: z.number(),
  /** Families whom none of these officers may visit, because all are kin. */
  tersisa: z.number(),
})

/** How the families of a queue would be shared among officers, without doing it. */
export const kunjunganPratinjau = operation({
  id: 'kunjungan.pratinjau',
  method: 'POST',
  path: '/api/kunjungan/pratinjau',
  input: pembagian,
  output: hasilPembagian,
  permission: pembagiKunjungan,
  audit: 'baca',
  label: { id: 'Pratinjau pembagian kunjungan', en: 'Preview of an assignment' },
})

export const kunjunganTugaskan = operation({
  id: 'kunjungan.tugaskan',
  method: 'POST',
  path: '/api/kunjungan/tugaskan',
  input: pembagian.extend({
    /** What the preview counted: another number means that the queue has moved. */
    jumlah: z.number().int().min(0).max(5000),
  }),
  output: hasilPembagian,
  permission: pembagiKunjungan,
  audit: 'tulis',
  label: { id: 'Bagi kunjungan', en: 'Assign visits' },
})

const bentukCetak = ['prelist', 'kuesioner', 'pemberitahuan'] as const

/** Papers: the prelist of an RT, the filled questionnaires of an RT or of one family, a notice. */
export const kunjunganCetak = operation({
  id: 'kunjungan.cetak',
  method: 'GET',
  path: '/api/kunjungan/cetak',
  input: z.object({
    bentuk: z.enum(bentukCetak),
    wilayah: kodeWilayah,
    rt: rt.optional(),
    keluarga: z.uuid().optional(),
  }),
  output: z.any(),
  permission: pembacaKeluarga,
  audit: 'baca',
  berkas: 'unduh',
  label: { id: 'Cetak kertas kunjungan', en: 'Print papers of a visit' },
})
