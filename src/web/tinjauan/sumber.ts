/** Where a record comes from, in a word. */
import { useTeks } from '#ui/bahasa.ts'
import type { OutputOf } from '#web/operasi.ts'
import { teksTinjauan } from '#web/tinjauan/teks.ts'

export type RekamanPadanan = OutputOf<'padanan.pasangan'>['kiri']

export function useSumber() {
  const t = useTeks(teksTinjauan)
  return (r: Pick<RekamanPadanan, 'sumber'>): string => t(r.sumber ?? 'registri')
}
