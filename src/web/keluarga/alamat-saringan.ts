/** The filters of the list of families, as they stand in the address. */
import { flag, oneOf, whole } from '#web/saringan.ts'

export const pilihanKelayakan = ['layak', 'belum_dinilai', 'tidak_layak'] as const

export type Saringan = {
  wilayah?: number
  rt?: number
  menerima?: 'ya' | 'tidak'
  desil?: number
  kelayakan?: (typeof pilihanKelayakan)[number]
  ditandai?: true
}

export const saringanKeluarga = (s: Record<string, unknown>): Saringan => ({
  ...whole('wilayah', s.wilayah),
  ...whole('rt', s.rt),
  ...oneOf('menerima', s.menerima, ['ya', 'tidak']),
  ...whole('desil', s.desil),
  ...oneOf('kelayakan', s.kelayakan, pilihanKelayakan),
  ...flag('ditandai', s.ditandai),
})
