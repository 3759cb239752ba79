/** A pattern as the server tells it, and its place in words. */
import { useTeks } from '#ui/bahasa.ts'
import type { OutputOf } from '#web/operasi.ts'
import { teksPengaman } from '#web/pengaman/teks.ts'

export type Pola = OutputOf<'pengaman.daftar'>['pola'][number]

export function useTempat(): (p: Pola) => string {
  const t = useTeks(teksPengaman)
  return (p) => (p.rt === null ? p.namaWilayah : t('tempatRt', { desa: p.namaWilayah, rt: p.rt }))
}
