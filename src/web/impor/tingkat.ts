/** How grave a finding is: its colour and its word. */
import type { Nada } from '#ui/status.tsx'
import type { OutputOf } from '#web/operasi.ts'

export type Tingkat = OutputOf<'impor.satu'>['sebab'][number]['tingkat']

export const nadaTingkat: Record<Tingkat, Nada> = {
  salah: 'salah',
  perlu_dicek: 'perhatian',
  catatan: 'info',
}
export const kunciTingkat = {
  salah: 'salah',
  perlu_dicek: 'perlu_dicek',
  catatan: 'catatan_tingkat',
} as const satisfies Record<Tingkat, string>
