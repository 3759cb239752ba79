/** The progress of one job, asked about every second while it runs; when it ends, the given reads are fetched anew. */
import { useEffect, useRef } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { WorkProgress } from '#ui/progress.tsx'
import { Section } from '#ui/section.tsx'
import { teksUi } from '#ui/teks.ts'
import { queryClient, useOp } from '#web/kueri.ts'
import type { OperationId, OutputOf } from '#web/operasi.ts'

type Pekerjaan = OutputOf<'pekerjaan.satu'>

export const hidup = (p: Pekerjaan | undefined): boolean =>
  p === undefined || p.status === 'antre' || p.status === 'berjalan'

type Props = { id: string; segarkan: readonly OperationId[]; onSelesai?: (p: Pekerjaan) => void }

export function KemajuanPekerjaan({ id, segarkan, onSelesai }: Props) {
  const kueri = useOp('pekerjaan.satu', { id }, { pantau: (p) => (hidup(p) ? 1000 : false) })
  const t = useTeks(teksUi)
  const pernahHidup = useRef(false)
  const p = kueri.data
  useEffect(() => {
    if (!p) return
    if (hidup(p)) {
      pernahHidup.current = true
      return
    }
    if (!pernahHidup.current) return
    pernahHidup.current = false
    for (const s of segarkan) void queryClient.invalidateQueries({ queryKey: [s] })
    onSelesai?.(p)
  }, [p, segarkan, onSelesai])
  if (!p || !hidup(p)) return null
  return (
    <Section>
      <WorkProgress
        judul={p.judul}
        tahap={p.status === 'antre' ? t('antre') : (p.tahap ?? '')}
        selesai={p.maju}
        jumlah={p.jumlah}
      />
    </Section>
  )
}
