/** Why a family stands in the queue of visits; it may stand there for several reasons. */
import type { Label } from '#domain/label.ts'

export const sebabAntrean = [
  'belum',
  'terlambat',
  'segera',
  'melintasi',
  'bertentangan',
  'petugas_kedua',
] as const
export type SebabAntrean = (typeof sebabAntrean)[number]

export const kataSebab: Readonly<Record<SebabAntrean, Label>> = {
  belum: { id: 'Belum pernah', en: 'Never visited' },
  terlambat: { id: 'Lewat jatuh tempo', en: 'Overdue' },
  segera: { id: 'Segera jatuh tempo', en: 'Due soon' },
  melintasi: { id: 'Melintasi garis', en: 'Straddles the line' },
  bertentangan: { id: 'Sumber bertentangan', en: 'Sources contradict' },
  petugas_kedua: { id: 'Perlu petugas kedua', en: 'Needs a second officer' },
}
