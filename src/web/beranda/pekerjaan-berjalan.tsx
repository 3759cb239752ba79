/** Jobs of one's area that run now, polled while any does; when one has ended all reads are fetched anew. */
import { Stack } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { WorkProgress } from '#ui/progress.tsx'
import { Section } from '#ui/section.tsx'
import { teksBeranda } from '#web/beranda/teks.ts'
import { usangkan } from '#web/kesegaran.ts'
import { queryClient, useOp } from '#web/kueri.ts'

export function PekerjaanBerjalan() {
  const t = useTeks(teksBeranda)
  const kueri = useOp(
    'pekerjaan.daftar',
    { aktif: 'true' },
    { pantau: (d) => ((d?.pekerjaan.length ?? 0) > 0 ? 1500 : 15_000) },
  )
  const berjalan = kueri.data?.pekerjaan ?? []
  const terlihat = useRef<readonly string[]>([])
  useEffect(() => {
    const kini = (kueri.data?.pekerjaan ?? []).map(({ id }) => id)
    const adaYangSelesai = terlihat.current.some((id) => !kini.includes(id))
    terlihat.current = kini
    if (adaYangSelesai) void usangkan(queryClient, true)
  }, [kueri.data])
  if (berjalan.length === 0) return null
  return (
    <Section judul={t('pekerjaan')}>
      <Stack gap="md">
        {berjalan.map((p) => (
          <WorkProgress
            key={p.id}
            judul={p.judul}
            tahap={p.status === 'antre' ? t('antre') : (p.tahap ?? '')}
            selesai={p.maju}
            jumlah={p.jumlah}
          />
        ))}
      </Stack>
    </Section>
  )
}
