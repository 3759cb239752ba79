/** The filters of one ranking, as they stand in the address. */
import { oneOf, whole } from '#web/saringan.ts'

export const celah = ['melintasi', 'bercelah', 'lengkap'] as const

export type SaringRonde = { wilayah?: number; desil?: number; celah?: (typeof celah)[number] }

export const alamatRonde = (s: Record<string, unknown>): SaringRonde => ({
  ...whole('wilayah', s.wilayah),
  ...whole('desil', s.desil),
  ...oneOf('celah', s.celah, celah),
})
