/** Regions split, merged or renamed by a decree: a table, its preview, and one job that carries everything. */
import { z } from 'zod'
import { operation } from './operation.ts'
import { pembacaPemekaran, pengaturWilayah } from './peran.ts'

const label = z.object({ id: z.string(), en: z.string() })

const sel = (maks: number) => z.string().trim().max(maks).default('')
/** A row as typed or uploaded; empty cells are empty. */
const barisPembagian = z.object({
  kodeLama: sel(20),
  rt: sel(20),
  nomorKk: sel(30),
  kodeBaru: sel(20),
  rtBaru: sel(20),
  namaBaru: sel(120),
  jenisBaru: sel(40),
})
const tabel = z.array(barisPembagian).min(1).max(5000)

const bagian = z.object({
  dari: z.number(),
  namaDari: z.string(),
  ke: z.number(),
  namaKe: z.string(),
  /** RT that go by a row of their own; empty is all of the rest. */
  rt: z.array(z.number()),
  keluarga: z.number(),
  jiwa: z.number(),
})

/** What is carried, and what stays as it was. */
const jumlah = z.object({
  keluarga: z.number(),
  jiwa: z.number(),
  /** Of them, named one by one. */
  dipilih: z.number(),
  penerima: z.number(),
  usulan: z.number(),
  draf: z.number(),
  berkas: z.number(),
  petugas: z.number(),
  /** Stay under the former code. */
  kuota: z.number(),
  daftar: z.number(),
  surat: z.number(),
  /** Must be ended before: meetings that are open, proposals between a meeting and the final list. */
  musyawarah: z.number(),
  terikat: z.number(),
  /** RT whose number is there already at the destination: both become one. */
  rtBertemu: z.number(),
  sebelum: z.number(),
  sesudah: z.number(),
})

const wilayahBaru = z.object({
  kode: z.number(),
  nama: z.string(),
  jenis: z.string(),
  baru: z.boolean(),
})

const pratinjau = z.object({
  salah: z.array(z.object({ baris: z.number(), sebab: label })),
  wilayah: z.array(wilayahBaru),
  berakhir: z.array(z.object({ kode: z.number(), nama: z.string() })),
  bagian: z.array(bagian),
  jumlah,
})

/** Reads a file into the table of the page; nothing is judged or kept. */
export const pemekaranBaca = operation({
  id: 'pemekaran.baca',
  method: 'POST',
  path: '/api/pemekaran/baca',
  input: z.object({}),
  output: z.object({ baris: z.array(barisPembagian) }),
  permission: pengaturWilayah,
  audit: 'tanpa',
  berkas: 'unggah',
  label: { id: 'Baca tabel pemekaran', en: 'Read a table of regions' },
})

/** What the table would do, and what stands against each of its rows; nothing is written. */
export const pemekaranPeriksa = operation({
  id: 'pemekaran.periksa',
  method: 'POST',
  path: '/api/pemekaran/periksa',
  input: z.object({ tabel }),
  output: pratinjau,
  permission: pengaturWilayah,
  audit: 'baca',
  label: { id: 'Pratinjau pemekaran', en: 'Preview a change of regions' },
})

export const pemekaranSimpan = operation({
  id: 'pemekaran.simpan',
  method: 'POST',
  path: '/api/pemekaran',
  input: z.object({
    nama: z.string().trim().min(3).max(120),
    suratNomor: z.string().trim().min(1).max(80),
    suratTanggal: z.iso.date(),
    /** First day of the new codes. */
    berlaku: z.iso.date(),
    tabel,
  }),
  output: z.object({ id: z.string() }),
  permission: pengaturWilayah,
  audit: 'tulis',
  label: { id: 'Simpan rancangan pemekaran', en: 'Keep a plan of regions' },
})

const rencana = z.object({
  id: z.string(),
  nama: z.string(),
  wilayah: z.number(),
  namaWilayah: z.string(),
  suratNomor: z.string(),
  suratTanggal: z.string(),
  berlaku: z.string(),
  status: z.enum(['rancangan', 'disetujui', 'berjalan', 'selesai', 'dibatalkan']),
  /** Null: no officer of the reader's area. */
  oleh: z.string().nullable(),
  dibuatPada: z.string(),
  /** Who approved it; null also where that is no officer of the reader's area. */
  disetujuiOleh: z.string().nullable(),
  disetujuiPada: z.string().nullable(),
  pekerjaanId: z.string().nullable(),
  selesaiPada: z.string().nullable(),
  alasanBatal: z.string().nullable(),
  versi: z.number(),
})

export const pemekaranDaftar = operation({
  id: 'pemekaran.daftar',
  method: 'GET',
  path: '/api/pemekaran',
  input: z.object({}),
  output: z.object({ pemekaran: z.array(rencana) }),
  permission: pembacaPemekaran,
  audit: 'tanpa',
  label: { id: 'Pemekaran wilayah', en: 'Changes of regions' },
})

export const pemekaranSatu = operation({
  id: 'pemekaran.satu',
  method: 'GET',
  path: '/api/pemekaran/:id',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    rencana,
    /** It waits for an approval, and the reader may give it. */
    bolehSetujui: z.boolean(),
    /** What stands against it beside its day and approval, in words. */
    halangan: label.nullable(),
    /** Counts only while it is planned. */
    pratinjau: pratinjau.omit({ salah: true }).extend({ jumlah: jumlah.nullable() }),
    /** Families carried so far, and what the job answered at its end. */
    dibawa: z.number(),
    hasil: z.object({ keluarga: z.number(), baris: z.number(), petugas: z.number() }).nullable(),
  }),
  permission: pembacaPemekaran,
  audit: 'tanpa',
  label: { id: 'Satu pemekaran', en: 'One change of regions' },
})

/**
 * Somebody else than who planned it approves; on its day it begins by itself. Where that day has come
 * and nothing stands against it, it begins at once and the answer names its job.
 */
export const pemekaranSetujui = operation({
  id: 'pemekaran.setujui',
  method: 'POST',
  path: '/api/pemekaran/setujui',
  input: z.object({ id: z.uuid(), versi: z.number().int() }),
  output: z.object({ pekerjaanId: z.string().nullable() }),
  permission: pengaturWilayah,
  audit: 'tulis',
  kukuh: true,
  label: { id: 'Setujui pemekaran', en: 'Approve a change of regions' },
})

/** An approved plan begins now instead of in the night, or goes on where its job stopped; started twice it is one job. */
export const pemekaranMulai = operation({
  id: 'pemekaran.mulai',
  method: 'POST',
  path: '/api/pemekaran/mulai',
  input: z.object({ id: z.uuid(), versi: z.number().int() }),
  output: z.object({ pekerjaanId: z.string() }),
  permission: pengaturWilayah,
  audit: 'tulis',
  kukuh: true,
  label: { id: 'Laksanakan pemekaran', en: 'Carry a change of regions out' },
})

export const pemekaranBatal = operation({
  id: 'pemekaran.batal',
  method: 'POST',
  path: '/api/pemekaran/batal',
  input: z.object({
    id: z.uuid(),
    versi: z.number().int(),
    alasan: z.string().trim().min(5).max(200),
  }),
  output: z.object({ versi: z.number() }),
  permission: pengaturWilayah,
  audit: 'tulis',
  label: { id: 'Batalkan rancangan pemekaran', en: 'Cancel a plan of regions' },
})
