/** The filters of the list of proposals, as they stand in the address. */
import { type Jalur, type JenisUsulan, jalur, semuaJenis } from '#domain/usulan/jenis.ts'
import { type Keadaan, semuaKeadaan } from '#domain/usulan/keadaan.ts'
import { flag, oneOf, whole, word } from '#web/saringan.ts'

export const meja = ['saya', 'kirim', 'semua'] as const
export type Meja = (typeof meja)[number]

export type SaringanUsulan = {
  meja?: Meja
  jalur?: Jalur
  jenis?: JenisUsulan
  status?: Keadaan
  wilayah?: number
  rt?: number
  periode?: string
  ditahan?: true
}

export const saringanUsulan = (s: Record<string, unknown>): SaringanUsulan => ({
  ...oneOf('meja', s.meja, meja),
  ...oneOf('jalur', s.jalur, jalur),
  ...oneOf('jenis', s.jenis, semuaJenis),
  ...oneOf('status', s.status, semuaKeadaan),
  ...whole('wilayah', s.wilayah),
  ...whole('rt', s.rt),
  ...word('periode', s.periode),
  ...flag('ditahan', s.ditahan),
})
