/** The progress of one job, asked about every second while it runs; when it has ended all reads are fetched anew. */
import { useEffect, useRef } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { WorkProgress } from '#ui/progress.tsx'
import { Section } from '#ui/section.tsx'
import { teksUi } from '#ui/teks.ts'
import { hidup, usangkan } from '#web/kesegaran.ts'
import { queryClient, useOp } from '#web/kueri.ts'

export function KemajuanPekerjaan({ id }: { id: string }) {
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
    void usangkan(queryClient, true)
  }, [p])
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
