/** Eligibility of a family: how a rank falls without anybody being deleted. Pure decision. */
import { z } from 'zod'
import type { Label } from '#domain/label.ts'
import { labelSchema } from '#domain/label-schema.ts'
import { err, ok, type Result } from '#domain/result.ts'

export const statusKelayakan = ['layak', 'belum_dinilai', 'tidak_layak'] as const
export type StatusKelayakan = (typeof statusKelayakan)[number]

export const labelKelayakan: Readonly<Record<StatusKelayakan, Label>> = {
  layak: { id: 'Layak', en: 'Eligible' },
  belum_dinilai: { id: 'Belum dinilai', en: 'Not assessed' },
  tidak_layak: { id: 'Tidak layak', en: 'Not eligible' },
}

const day = z.iso.date()

export const berkasKelayakanSchema = z.strictObject({
  judul: labelSchema,
  sumber: z.string().min(1),
  berlaku: z.strictObject({ dari: z.string(), sampai: z.string().nullable() }),
  masa_berlaku_bulan: z.int().min(1).max(60),
  contoh: z.array(z.strictObject({ tanggal: day, berlaku_sampai: day })).min(1),
})

/** What stands now: the version read by the person who decides, and the day of the newest finding. */
export type Keadaan = { readonly versi: number; readonly tanggalTerbaru: string | null }

export type Penilaian = {
  readonly status: StatusKelayakan
  readonly dasar: string
  /** 'YYYY-MM-DD' */
  readonly tanggal: string
  readonly versi: number
}

export type MasalahPenilaian = 'versi_berubah' | 'tanggal_mendatang' | 'tanggal_mundur'

/**
 * Decides a finding of eligibility. It holds until `masaBulan` months later, when the family must
 * have been looked at again; "belum dinilai" takes a finding back and has no end.
 */
export function nilaiKelayakan(
  kini: Keadaan,
  p: Penilaian,
  hariIni: string,
  masaBulan: number,
): Result<Penilaian & { readonly berlakuSampai: string | null }, MasalahPenilaian> {
  if (p.versi !== kini.versi) return err('versi_berubah')
  if (p.tanggal > hariIni) return err('tanggal_mendatang')
  if (kini.tanggalTerbaru !== null && p.tanggal < kini.tanggalTerbaru) return err('tanggal_mundur')
  return ok({
    ...p,
    berlakuSampai: p.status === 'belum_dinilai' ? null : addMonths(p.tanggal, masaBulan),
  })
}

/** The same day so many months later; the last day of the month where it has no such day. */
export function addMonths(tanggal: string, bulan: number): string {
  const [tahun = 0, bulanAsal = 1, hari = 1] = tanggal.split('-').map(Number)
  const all = tahun * 12 + (bulanAsal - 1) + bulan
  const year = Math.floor(all / 12)
  const month = (all % 12) + 1
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const pad = (n: number, width = 2) => String(n).padStart(width, '0')
  return `${pad(year, 4)}-${pad(month)}-${pad(Math.min(hari, last))}`
}
