/** Frozen lists of a quota: freeze, read, verify, download. */
import { z } from 'zod'
import { type KeadaanPemberitahuan, semuaKeadaanPemberitahuan } from '#domain/keberatan/keadaan.ts'
import { aturanKuota } from '#domain/kuota/istilah.ts'
import { alasan, dasar, label, pilihanSimulasi, ringkasanSimulasi } from './kuota.ts'
import { operation } from './operation.ts'
import { pembacaDaftar, penentu } from './peran.ts'
import { kodeWilayah } from './wilayah.ts'

/** Decisions that a frozen list can hold; a list with open ties cannot be frozen. */
const keputusanBeku = z.enum(['tetap', 'masuk', 'keluar', 'menunggu'])

export const kuotaBekukan = operation({
  id: 'kuota.bekukan',
  method: 'POST',
  path: '/api/kuota/:id/daftar',
  input: pilihanSimulasi.extend({
    /** The fingerprint of the simulation that was shown. */
    sidik: z.string().length(64),
    /** The list in force as the person saw it; null when there was none. */
    menggantikan: z.uuid().nullable().default(null),
    /** Why a list is replaced. */
    alasan: z.string().trim().min(5).max(500).optional(),
  }),
  /** The list; or, where there are many families, the job that makes it. */
  output: z.union([
    z.object({
      id: z.string(),
      versi: z.number(),
      hash: z.string(),
      jumlahBaris: z.number(),
    }),
    z.object({ pekerjaan: z.string() }),
  ]),
  permission: penentu,
  audit: 'tulis',
  kukuh: true,
  label: { id: 'Bekukan daftar', en: 'Freeze a list' },
})

const daftarSchema = z.object({
  id: z.string(),
  kuotaId: z.string(),
  versi: z.number(),
  /** A later version is in force. */
  digantikan: z.boolean(),
  menggantikan: z.string().nullable(),
  alasan: z.string().nullable(),
  program: z.string(),
  namaProgram: label,
  wilayah: z.number(),
  namaWilayah: z.string(),
  dari: z.string(),
  sampai: z.string().nullable(),
  kuota: z.number(),
  dasar,
  ronde: z.object({ id: z.string(), model: z.string(), periode: z.string() }),
  aturan: z.enum(aturanKuota),
  tidakLayakKeluar: z.boolean(),
  metode: z.string(),
  ringkasan: ringkasanSimulasi,
  jumlahBaris: z.number(),
  hash: z.string(),
  dibekukanOleh: z.string(),
  dibekukanPada: z.string(),
  /** The decree that established it; null while it is only frozen. */
  sk: z
    .object({
      nomor: z.string(),
      tanggal: z.string(),
      penerbit: z.string(),
      oleh: z.string().nullable(),
      pada: z.string(),
    })
    .nullable(),
})

export const kuotaDaftarBeku = operation({
  id: 'kuota.daftar_beku',
  method: 'GET',
  path: '/api/daftar',
  input: z.object({ kuota: z.uuid().optional() }),
  output: z.object({ daftar: z.array(daftarSchema) }),
  permission: pembacaDaftar,
  audit: 'tanpa',
  label: { id: 'Daftar yang dibekukan', en: 'Frozen lists' },
  lintas: 'agregat',
})

export const kuotaDaftarBekuSatu = operation({
  id: 'kuota.daftar_beku_satu',
  method: 'GET',
  path: '/api/daftar/:id',
  input: z.object({ id: z.uuid() }),
  output: daftarSchema.extend({
    garis: z.array(z.object({ kelompok: z.number(), nama: z.string(), kalimat: label })),
    /** Counted inside the reader's own area. */
    wilayah: z.array(
      z.object({
        wilayah: z.number(),
        nama: z.string(),
        tetap: z.number(),
        masuk: z.number(),
        keluar: z.number(),
        menunggu: z.number(),
        /** Of those who stay or enter: without NIK, so that the decree does not name them. */
        diLuarSk: z.number(),
      }),
    ),
    /** All rows lie in the reader's area, so the hash can be recomputed here. */
    lengkap: z.boolean(),
    bolehIdentitas: z.boolean(),
    /** It can be established by decree now, by the reader. */
    bolehMenetapkan: z.boolean(),
  }),
  permission: pembacaDaftar,
  audit: 'tanpa',
  label: { id: 'Satu daftar beku', en: 'One frozen list' },
  lintas: 'agregat',
})

export const kuotaDaftarBekuBaris = operation({
  id: 'kuota.daftar_beku_baris',
  method: 'GET',
  path: '/api/daftar/:id/baris',
  input: z.object({
    id: z.uuid(),
    keputusan: keputusanBeku.optional(),
    /** Only those whom the decree cannot name. */
    diLuarSk: z.stringbool().or(z.boolean()).default(false),
    wilayah: kodeWilayah.optional(),
    setelah: z.coerce.number().int().min(0).default(0),
    batas: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    baris: z.array(
      z.object({
        nomor: z.number(),
        kab: z.number(),
        keluargaId: z.string(),
        namaKepala: z.string(),
        nomorKk: z.string().nullable(),
        wilayah: z.number(),
        namaWilayah: z.string(),
        rt: z.number().nullable(),
        alamat: z.string().nullable(),
        peringkat: z.number().nullable(),
        terpenuhi: z.number().nullable(),
        terjawab: z.number().nullable(),
        keputusan: keputusanBeku,
        alasan,
        /** Has a place by the list, and no NIK: the decree does not name it. */
        diLuarSk: z.boolean(),
        /** Where the notice of this loss stands; null where none was given. */
        pemberitahuan: z
          .enum(semuaKeadaanPemberitahuan as [KeadaanPemberitahuan, ...KeadaanPemberitahuan[]])
          .nullable(),
      }),
    ),
    berikutnya: z.number().nullable(),
  }),
  permission: pembacaDaftar,
  audit: 'baca',
  label: { id: 'Keluarga dalam daftar beku', en: 'Families of a frozen list' },
})

/** Makes a frozen list the established one: number and date of the decree; from then on it is public. */
export const kuotaTerbitkan = operation({
  id: 'kuota.terbitkan',
  method: 'POST',
  path: '/api/daftar/:id/sk',
  input: z.object({
    id: z.uuid(),
    nomor: z.string().trim().min(1).max(80),
    tanggal: z.iso.date(),
    penerbit: z.string().trim().min(3).max(120),
    /** The hash of the list as the person saw it. */
    hash: z.string().length(64),
  }),
  output: z.object({ id: z.string() }),
  permission: penentu,
  audit: 'tulis',
  kukuh: true,
  label: { id: 'Tetapkan daftar dengan SK', en: 'Establish a list by decree' },
})

export const kuotaPeriksa = operation({
  id: 'kuota.periksa',
  method: 'GET',
  path: '/api/daftar/:id/periksa',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    cocok: z.boolean(),
    hash: z.string(),
    dihitung: z.string(),
    jumlahBaris: z.number(),
  }),
  permission: penentu,
  audit: 'tanpa',
  label: { id: 'Hitung ulang hash daftar', en: 'Recompute the hash of a list' },
})

const unduhan = {
  /** What it is for; printed on every sheet and logged. */
  tujuan: z.string().trim().min(5).max(200),
  /** NIK and KK numbers in full, for the roles that may. */
  identitas: z.stringbool().or(z.boolean()).default(false),
}

export const kuotaUnduh = operation({
  id: 'kuota.unduh',
  method: 'GET',
  path: '/api/daftar/:id/unduh',
  input: z.object({ id: z.uuid(), ...unduhan }),
  output: z.unknown(),
  permission: pembacaDaftar,
  audit: 'baca',
  kukuh: true,
  label: { id: 'Unduh daftar beku (xlsx)', en: 'Download a frozen list (xlsx)' },
  berkas: 'unduh',
})

export const kuotaUnduhPratinjau = operation({
  id: 'kuota.unduh_pratinjau',
  method: 'GET',
  path: '/api/kuota/:id/simulasi/unduh',
  input: pilihanSimulasi.extend(unduhan),
  output: z.unknown(),
  permission: penentu,
  audit: 'baca',
  kukuh: true,
  label: { id: 'Unduh pratinjau (xlsx)', en: 'Download the preview (xlsx)' },
  berkas: 'unduh',
})
