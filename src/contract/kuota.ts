/** Quotas, and what a cut would do: who stays, who enters, who falls off. Frozen lists: kuota-daftar.ts. */
import { z } from 'zod'
import { aturanKuota, keputusanKuota, metodePembagian } from '#domain/kuota/istilah.ts'
import { operation } from './operation.ts'
import { pembacaPeringkat, penentu } from './peran.ts'
import { kodeWilayah } from './wilayah.ts'

export const label = z.object({ id: z.string(), en: z.string() })
const tanggal = z.iso.date()
const jumlah = z.coerce.number().int().min(0).max(200_000_000)

export const dasar = z.object({
  /** Number of the letter (SK) that sets it. */
  nomor: z.string().trim().max(100).nullable(),
  tanggal: tanggal.nullable(),
  penerbit: z.string().trim().max(200).nullable(),
})

export const kuotaSchema = z.object({
  id: z.string(),
  program: z.string(),
  namaProgram: label,
  wilayah: z.number(),
  namaWilayah: z.string(),
  tingkat: z.string(),
  dari: z.string(),
  sampai: z.string().nullable(),
  jumlah: z.number(),
  dasar,
  sumber: z.string(),
  versi: z.number(),
  ditetapkanOleh: z.string().nullable(),
  ditetapkanPada: z.string(),
  /** The split in force, where one was decided. */
  pembagian: z.object({ id: z.string(), versi: z.number(), metode: z.string() }).nullable(),
  /** The frozen list in force. */
  daftar: z
    .object({ id: z.string(), versi: z.number(), hash: z.string(), dibuatPada: z.string() })
    .nullable(),
  /** All of its area lies in the reader's: it can be simulated, and by the right roles changed. */
  dalamCakupan: z.boolean(),
})

export const kuotaDaftar = operation({
  id: 'kuota.daftar',
  method: 'GET',
  path: '/api/kuota',
  input: z.object({ program: z.string().max(30).optional(), wilayah: kodeWilayah.optional() }),
  output: z.object({
    /** Newest period first; a quota that a later one replaced is not among them. */
    kuota: z.array(kuotaSchema),
    program: z.array(z.object({ kode: z.string(), label })),
    bolehMenetapkan: z.boolean(),
  }),
  permission: pembacaPeringkat,
  audit: 'tanpa',
  label: { id: 'Kuota program di wilayah saya', en: 'Quotas of programmes in my area' },
  lintas: 'agregat',
})

export const kuotaTetapkan = operation({
  id: 'kuota.tetapkan',
  method: 'POST',
  path: '/api/kuota',
  input: z.object({
    program: z.string().max(30),
    wilayah: kodeWilayah,
    dari: tanggal,
    sampai: tanggal.nullable().default(null),
    jumlah,
    dasar: dasar.default({ nomor: null, tanggal: null, penerbit: null }),
    sumber: z.string().trim().min(3).max(500),
    /** The version in force as the person saw it; 0 where there was none. */
    versi: z.number().int().min(0).default(0),
    /** Why an earlier quota of the same programme, area and period is replaced; asked when there is one. */
    alasan: z.string().trim().min(5).max(500).optional(),
  }),
  output: z.object({ id: z.string(), versi: z.number() }),
  permission: penentu,
  audit: 'tulis',
  label: { id: 'Tetapkan kuota', en: 'Set a quota' },
})

/** What a simulation depends on beside the data: the same choice gives the same answer. */
export const pilihanSimulasi = z.object({
  id: z.uuid(),
  /** The finished ranking; without it the newest that covers the area. */
  ronde: z.uuid().optional(),
  aturan: z.enum(aturanKuota).default('tidak_menggeser'),
  /** Receivers found not eligible lose their place. */
  tidakLayakKeluar: z.stringbool().or(z.boolean()).default(false),
  /** `tersimpan`: the split in force; `tanpa`: one line for the whole area. */
  metode: z.enum(['tanpa', 'tersimpan', 'terdaftar', 'miskin']).optional(),
})

const garis = z.object({
  kelompok: z.number(),
  nama: z.string(),
  kuota: z.number(),
  /** Places that rank decides. */
  tempat: z.number(),
  /** Sort key at the line; null where there is room for all, or no place. */
  kunci: z.number().nullable(),
  lebihBaik: z.number(),
  /** Families equal at the line, and places left for them. */
  sama: z.number(),
  sisa: z.number(),
  status: z.enum(['tanpa_tempat', 'muat_semua', 'pas', 'seri', 'diputuskan']),
  kalimat: label,
})

const hitungan = z.object({
  terdaftar: z.number(),
  menerima: z.number(),
  kuota: z.number().nullable(),
  tetap: z.number(),
  masuk: z.number(),
  /** "Tergeser": receive today and no longer after it. */
  keluar: z.number(),
  /** Equal at the line, not yet decided. */
  seri: z.number(),
  menunggu: z.number(),
})

export const ringkasanSimulasi = hitungan.extend({
  kuota: z.number(),
  terdaftarBelumMenerima: z.number(),
  kuotaKosong: z.number(),
  /** Places that the undecided equals will take. */
  sisaSeri: z.number(),
  belumMenerimaSesudah: z.number(),
  /** Places for which nobody is left. */
  tidakTerisi: z.number(),
  /** Receivers beyond the quota that the rule keeps; such a list cannot be frozen. */
  kelebihan: z.number(),
  belumDiperingkat: z.number(),
  menerimaTidakAktif: z.number(),
})

export const kuotaSimulasi = operation({
  id: 'kuota.simulasi',
  method: 'GET',
  path: '/api/kuota/:id/simulasi',
  input: pilihanSimulasi,
  output: z.object({
    kuota: kuotaSchema,
    ronde: z.object({
      id: z.string(),
      model: z.string(),
      periode: z.string(),
      acuan: z.string(),
      dibekukanPada: z.string().nullable(),
    }),
    pilihan: z.object({
      aturan: z.enum(aturanKuota),
      tidakLayakKeluar: z.boolean(),
      metode: z.enum(['tanpa', 'tersimpan', 'terdaftar', 'miskin']),
    }),
    ringkasan: ringkasanSimulasi,
    /** Per kelurahan (below a kab/kota), else one level down. */
    wilayah: z.array(hitungan.extend({ wilayah: z.number(), nama: z.string() })),
    garis: z.array(garis),
    /** Binds a freeze to what was shown here. */
    sidik: z.string(),
    /** Why it cannot be frozen now; empty when it can. */
    halangan: z.array(label),
    bolehMembekukan: z.boolean(),
  }),
  permission: penentu,
  audit: 'tanpa',
  label: { id: 'Simulasi kuota: masuk – tetap – keluar', en: 'Quota simulation: in – stay – out' },
})

export const alasan = z.object({
  kode: z.string(),
  /** First part of the sort key that differs from the line. */
  komponen: z.string().nullable(),
  kalimat: label,
  /** Indicators met here and not at the line; met at the line and not here; not asked here. */
  lebih: z.array(label),
  kurang: z.array(label),
  belumDitanyakan: z.array(label),
})

const barisSimulasi = z.object({
  kab: z.number(),
  id: z.string(),
  namaKepala: z.string(),
  nomorKk: z.string().nullable(),
  wilayah: z.number(),
  namaWilayah: z.string(),
  rt: z.number().nullable(),
  alamat: z.string().nullable(),
  jumlahAnggota: z.number(),
  peringkat: z.number().nullable(),
  kelayakan: z.string(),
  terpenuhi: z.number().nullable(),
  terjawab: z.number().nullable(),
  jumlahIndikator: z.number(),
  menerima: z.boolean(),
  keputusan: z.enum(keputusanKuota),
  alasan,
})

export const kuotaSimulasiBaris = operation({
  id: 'kuota.simulasi_baris',
  method: 'GET',
  path: '/api/kuota/:id/simulasi/baris',
  input: pilihanSimulasi.extend({
    keputusan: z.enum(keputusanKuota).optional(),
    wilayah: kodeWilayah.optional(),
    setelah: z.string().max(100).optional(),
    batas: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ baris: z.array(barisSimulasi), berikutnya: z.string().nullable() }),
  permission: penentu,
  audit: 'baca',
  label: { id: 'Keluarga dalam simulasi kuota', en: 'Families in a quota simulation' },
})

/** Whom one family displaces when rank decides. */
export const kuotaAndai = operation({
  id: 'kuota.andai',
  method: 'GET',
  path: '/api/kuota/:id/andai',
  input: pilihanSimulasi.extend({
    kab: z.coerce.number().int().min(0).max(32_767),
    keluarga: z.uuid(),
  }),
  output: z.object({
    keluarga: barisSimulasi,
    /** The families that would keep a place without this one; several when they are equal there. */
    tergeser: z.array(barisSimulasi),
    kalimat: label,
  }),
  permission: penentu,
  audit: 'baca',
  label: { id: 'Siapa tergeser oleh keluarga ini', en: 'Whom this family displaces' },
})

/** A named person decides who of the equals at the line gets the places left. */
export const kuotaPutuskanSeri = operation({
  id: 'kuota.putuskan_seri',
  method: 'POST',
  path: '/api/kuota/:id/seri',
  input: pilihanSimulasi.extend({
    kelompok: kodeWilayah,
    kunci: z.number().int(),
    /** The decision in force as the person saw it; null where there was none. */
    putusan: z.uuid().nullable().default(null),
    masuk: z
      .array(z.object({ kab: z.number().int().min(0).max(32_767), id: z.uuid() }))
      .max(10_000),
    alasan: z.string().trim().min(5).max(500),
  }),
  output: z.object({ id: z.string() }),
  permission: penentu,
  audit: 'tulis',
  label: { id: 'Putuskan keluarga yang sama di garis', en: 'Decide equals at the line' },
})

const bagian = z.object({ wilayah: kodeWilayah, jumlah })

/** A proposal by one method, beside the split in force. */
export const kuotaPembagian = operation({
  id: 'kuota.pembagian',
  method: 'GET',
  path: '/api/kuota/:id/pembagian',
  input: pilihanSimulasi.omit({ metode: true }).extend({
    metode: z.enum(metodePembagian).default('terdaftar'),
  }),
  output: z.object({
    metode: z.enum(metodePembagian),
    bagian: z.array(
      z.object({
        wilayah: z.number(),
        nama: z.string(),
        terdaftar: z.number(),
        miskin: z.number(),
        menerima: z.number(),
        jumlah: z.number(),
        /** In the split in force. */
        tersimpan: z.number().nullable(),
      }),
    ),
    kuota: z.number(),
    jumlah: z.number(),
    /** Places that exactly equal regions cannot share; a person gives them by hand. */
    sisa: z.number(),
    sama: z.array(z.number()),
  }),
  permission: penentu,
  audit: 'tanpa',
  label: { id: 'Pembagian kuota per kelurahan', en: 'Split of a quota among villages' },
})

export const kuotaBagi = operation({
  id: 'kuota.bagi',
  method: 'POST',
  path: '/api/kuota/:id/pembagian',
  input: z.object({
    id: z.uuid(),
    metode: z.enum(metodePembagian),
    bagian: z.array(bagian).min(1).max(10_000),
    /** The split in force as the person saw it; 0 where there was none. */
    versi: z.number().int().min(0).default(0),
    alasan: z.string().trim().min(5).max(500),
  }),
  output: z.object({ id: z.string(), versi: z.number() }),
  permission: penentu,
  audit: 'tulis',
  label: { id: 'Tetapkan pembagian kuota', en: 'Set the split of a quota' },
})
