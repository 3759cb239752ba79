/** Addresses of moves: which list is shown, which draft goes on. */
import { oneOf, whole, word } from '#web/saringan.ts'

export const lihatPindah = ['saya', 'masuk', 'keluar', 'semua'] as const
export type LihatPindah = (typeof lihatPindah)[number]

export const alamatPindah = (s: Record<string, unknown>): { lihat?: LihatPindah } =>
  oneOf('lihat', s.lihat, lihatPindah)

export const alamatMasuk = (s: Record<string, unknown>): { kab?: number; id?: string } => ({
  ...whole('kab', s.kab),
  ...word('id', s.id),
})
