/** Special states as the database has them, and as the contract shows them. */
import { type RawBuilder, sql } from 'kysely'
import { berlakuPada, melepasPada, nomorTerlambat } from '#domain/keadaan-khusus/keadaan.ts'
import type { Label } from '#domain/label.ts'
import { kebijakanKhusus } from './kebijakan.ts'

export type BarisKhusus = {
  readonly id: string
  readonly wilayah: number
  readonly lo: number
  readonly hi: number
  readonly nama_wilayah: string
  readonly jenis: string
  readonly nama: string
  readonly surat_nomor: string | null
  readonly surat_tanggal: string | null
  readonly surat_tenggat: string | null
  readonly dari: string
  readonly sampai: string
  readonly melepas_pengaman: boolean
  readonly versi: number
}

/** Columns of {@link BarisKhusus} from `keadaan_khusus s`. */
export const kolomKhusus: RawBuilder<unknown> = sql`s.id, s.wilayah, s.lo, s.hi,
  coalesce((select w.nama from wilayah w where w.kode = s.wilayah), s.wilayah::text) as nama_wilayah, s.jenis, s.nama, s.surat_nomor,
  s.surat_tanggal, s.surat_tenggat, s.dari, s.sampai, s.melepas_pengaman, s.versi`

const labelJenis = (kode: string): Label =>
  kebijakanKhusus.jenis.find((j) => j.kode === kode)?.label ?? { id: kode, en: kode }

export function khususOf(r: BarisKhusus, today: string) {
  const k = {
    dari: r.dari,
    sampai: r.sampai,
    suratNomor: r.surat_nomor,
    suratTenggat: r.surat_tenggat,
    melepasPengaman: r.melepas_pengaman,
  }
  return {
    id: r.id,
    wilayah: r.wilayah,
    namaWilayah: r.nama_wilayah,
    jenis: r.jenis,
    label: labelJenis(r.jenis),
    nama: r.nama,
    suratTanggal: r.surat_tanggal,
    ...k,
    berlaku: berlakuPada(k, today),
    melepas: melepasPada(k, today),
    terlambat: nomorTerlambat(k, today),
    versi: r.versi,
  }
}
