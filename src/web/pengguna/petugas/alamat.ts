/** The filters of the list of officers, as they stand in the address; never a name or a number. */
import { type Peran, semuaPeran } from '#contract/peran.ts'
import { oneOf, whole } from '#web/saringan.ts'

export const statusPetugas = ['aktif', 'diundang', 'tanpa_tugas', 'nonaktif'] as const

export type SaringanPetugas = {
  peran?: Peran
  wilayah?: number
  status?: (typeof statusPetugas)[number]
}

export const saringanPetugas = (s: Record<string, unknown>): SaringanPetugas => ({
  ...oneOf('peran', s.peran, semuaPeran),
  ...whole('wilayah', s.wilayah),
  ...oneOf('status', s.status, statusPetugas),
})
