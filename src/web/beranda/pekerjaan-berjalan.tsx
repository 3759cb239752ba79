/** Jobs of one's area that run now, polled while any does. */
import { Stack } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import { WorkProgress } from '#ui/progress.tsx'
import { Section } from '#ui/section.tsx'
import { teksBeranda } from '#web/beranda/teks.ts'
import { useOp } from '#web/kueri.ts'

export function PekerjaanBerjalan() {
  const t = useTeks(teksBeranda)
  const kueri = useOp(
    'pekerjaan.daftar',
    { aktif: 'true' },
    { pantau: (d) => ((d?.pekerjaan.length ?? 0) > 0 ? 1500 : 15_000) },
  )
  const berjalan = kueri.data?.pekerjaan ?? []
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
