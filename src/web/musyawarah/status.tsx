/** Where a meeting stands, in a word and a shape. */
import { useTeks } from '#ui/bahasa.ts'
import { type Nada, Status } from '#ui/status.tsx'
import { teksMusyawarah } from '#web/musyawarah/teks.ts'
import type { OutputOf } from '#web/operasi.ts'

type Keadaan = OutputOf<'musyawarah.satu'>['status']

const nada: Record<Keadaan, Nada> = {
  disiapkan: 'info',
  selesai: 'perhatian',
  ditandatangani: 'baik',
  batal: 'netral',
}

export function StatusMusyawarah({ status }: { status: Keadaan }) {
  const t = useTeks(teksMusyawarah)
  return <Status nada={nada[status]}>{t(status)}</Status>
}
