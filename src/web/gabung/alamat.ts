/** Addresses of merges: which list is shown, and which two records a proposal begins with. */
import { oneOf, whole, word } from '#web/saringan.ts'

export const lihatGabung = ['menunggu', 'selesai', 'semua'] as const
export type LihatGabung = (typeof lihatGabung)[number]

export const alamatGabung = (s: Record<string, unknown>): { lihat?: LihatGabung } =>
  oneOf('lihat', s.lihat, lihatGabung)

export type AlamatBaru = {
  jenis?: 'individu' | 'keluarga'
  keKab?: number
  ke?: string
  dariKab?: number
  dari?: string
}

export const alamatBaru = (s: Record<string, unknown>): AlamatBaru => ({
  ...oneOf('jenis', s.jenis, ['individu', 'keluarga']),
  ...whole('keKab', s.keKab),
  ...word('ke', s.ke),
  ...whole('dariKab', s.dariKab),
  ...word('dari', s.dari),
})
