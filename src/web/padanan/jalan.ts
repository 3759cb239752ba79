/** How a run is named, and how its status looks. */
import { useTeks } from '#ui/bahasa.ts'
import type { Nada } from '#ui/status.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { teksPadanan } from '#web/padanan/teks.ts'

export type Jalan = OutputOf<'padanan.daftar'>['jalan'][number]

export const nadaJalan: Record<Jalan['status'], Nada> = {
  antre: 'netral',
  berjalan: 'jalan',
  selesai: 'baik',
  gagal: 'salah',
  dibatalkan: 'netral',
}

export const masihJalan = (j: Pick<Jalan, 'status'>): boolean =>
  j.status === 'antre' || j.status === 'berjalan'

/** What a run matches: doubles, or which source. */
export function useNamaJalan(): (j: Pick<Jalan, 'sumber'>) => string {
  const t = useTeks(teksPadanan)
  return (j) => (j.sumber ? t('sumberRegistri', { sumber: t(j.sumber) }) : t('kembar'))
}
