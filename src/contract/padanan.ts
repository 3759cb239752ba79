/** Matching: runs over an area, their progress, parameters and weights. The pairs they find: padanan-pasangan.ts. */
import { z } from 'zod'
import { operation } from './operation.ts'
import { pembacaPadanan, penentu } from './peran.ts'
import { kodeWilayah } from './wilayah.ts'

const label = z.object({ id: z.string(), en: z.string() })

/** Sources that can be matched against the registry. */
export const sumberPadanan = ['p3ke', 'regsosek', 'dukcapil', 'kks', 'pbi'] as const

export const jenisPadanan = ['kembar', 'sumber'] as const
export const caraPadanan = ['penuh', 'susulan'] as const
export const statusJalan = ['antre', 'berjalan', 'selesai', 'gagal', 'dibatalkan'] as const

const jalan = z.object({
  id: z.string(),
  jenis: z.enum(jenisPadanan),
  sumber: z.enum(sumberPadanan).nullable(),
  /** Everybody, or only what changed since the last run. */
  cara: z.enum(caraPadanan),
  sejak: z.string().nullable(),
  model: z.string(),
  namaModel: label,
  wilayah: z.number(),
  namaWilayah: z.string(),
  status: z.enum(statusJalan),
  pekerjaanId: z.string().nullable(),
  oleh: z.string().nullable(),
  dibuatPada: z.string(),
  selesaiPada: z.string().nullable(),
  /** Sums over the parts in the reader's area. */
  bagian: z.object({ selesai: z.number(), semua: z.number() }),
  rekaman: z.number(),
  pasangan: z.number(),
  padan: z.number(),
  gugus: z.number(),
})

export const padananDaftar = operation({
  id: 'padanan.daftar',
  method: 'GET',
  path: '/api/padanan',
  input: z.object({ wilayah: kodeWilayah.optional(), jenis: z.enum(jenisPadanan).optional() }),
  output: z.object({
    jalan: z.array(jalan),
    bolehMenjalankan: z.boolean(),
    /** What a new run can be of. */
    model: z.array(z.object({ kode: z.string(), label, keterangan: z.string() })),
    /** Sources that hold people of the area. */
    sumber: z.array(z.enum(sumberPadanan)),
  }),
  permission: pembacaPadanan,
  audit: 'tanpa',
  label: { id: 'Daftar pemadanan', en: 'List of matching runs' },
})

export const padananJalankan = operation({
  id: 'padanan.jalankan',
  method: 'POST',
  path: '/api/padanan',
  input: z.object({
    jenis: z.enum(jenisPadanan),
    /** The source, where one is matched. */
    sumber: z.enum(sumberPadanan).optional(),
    /** A kab/kota or more. */
    wilayah: kodeWilayah,
    model: z.string().max(60).default('orang'),
    cara: z.enum(caraPadanan).default('penuh'),
  }),
  output: z.object({ id: z.string(), pekerjaan: z.string() }),
  permission: penentu,
  audit: 'tulis',
  label: { id: 'Jalankan pemadanan', en: 'Start matching' },
})

/** Ends a run after the part it is at; what was stored stays. */
export const padananBatalkan = operation({
  id: 'padanan.batalkan',
  method: 'POST',
  path: '/api/padanan/:id/batal',
  input: z.object({ id: z.uuid() }),
  output: z.object({ status: z.enum(statusJalan) }),
  permission: penentu,
  audit: 'tulis',
  label: { id: 'Batalkan pemadanan', en: 'Cancel matching' },
})

const bagian = z.object({
  nomor: z.number(),
  jenis: z.enum(['dalam', 'lintas']),
  wilayah: z.number(),
  namaWilayah: z.string(),
  status: z.enum(['antre', 'selesai']),
  rekaman: z.number(),
  /** Megabytes that it needs, as far as is known before. */
  memori: z.number(),
  calon: z.number().nullable(),
  pasangan: z.number().nullable(),
  padan: z.number().nullable(),
  gugus: z.number().nullable(),
  /** Links that were cut where a chain held two persons. */
  diputus: z.number().nullable(),
  detik: z.object({ baca: z.number(), padan: z.number(), simpan: z.number() }).nullable(),
  selesaiPada: z.string().nullable(),
})

/** The weights of one part, level by level, and what its blocking rules found. */
const taksiran = z.object({
  nomor: z.number(),
  /** Part whose weights were used; 0: those of an earlier run; null: estimated here. */
  dariNomor: z.number().nullable(),
  putaran: z.number(),
  /** Largest change of a probability in the last round. */
  gerak: z.number(),
  /** Share of true pairs among all pairs there are, and the same in bits. */
  bagianBenar: z.number(),
  bitAwal: z.number(),
  /** Layers of pairs; the first is that of strangers. */
  lapisan: z.array(label),
  banding: z.array(
    z.object({
      nama: z.string(),
      label,
      tingkat: z.array(
        z.object({
          label,
          netral: z.boolean(),
          /** Among pairs of one person. */
          m: z.number(),
          /** Among others, and the weight in bits: one for each layer. */
          u: z.array(z.number()),
          bobot: z.array(z.number()),
        }),
      ),
    }),
  ),
  blok: z.array(
    z.object({
      kunci: z.array(z.string()),
      calon: z.number(),
      /** Matching pairs it finds, and those that no other rule finds. */
      ditemukan: z.number(),
      sendiri: z.number(),
      /** Blocks too large: split, and records left out of them. */
      dipecah: z.number(),
      ditinggal: z.number(),
    }),
  ),
})

export const padananSatu = operation({
  id: 'padanan.satu',
  method: 'GET',
  path: '/api/padanan/:id',
  input: z.object({
    id: z.uuid(),
    /** Part whose weights are shown; the largest that was estimated when absent. */
    nomor: z.coerce.number().int().min(1).max(32_767).optional(),
  }),
  output: jalan.extend({
    sidikKebijakan: z.string(),
    ambang: z.object({ padan: z.number(), periksa: z.number() }),
    daftarBagian: z.array(bagian),
    taksiran: taksiran.nullable(),
    bolehMembatalkan: z.boolean(),
  }),
  permission: pembacaPadanan,
  audit: 'tanpa',
  label: { id: 'Satu pemadanan', en: 'One matching run' },
})
