/** Progress of long work: a bar, a sentence, and a quiet announcement for readers. */
import { Group, Progress, Stack, Text } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { teksUi } from '#ui/teks.ts'

type Props = { judul: string; tahap?: string; selesai: number; jumlah: number | null }

export function WorkProgress({ judul, tahap, selesai, jumlah }: Props) {
  const t = useTeks(teksUi)
  const f = useFormat()
  const known = jumlah !== null && jumlah > 0
  const percent = known ? Math.min(100, (100 * selesai) / jumlah) : 100
  const words = known
    ? t('perSelesai', {
        selesai: f.angka(selesai),
        jumlah: f.angka(jumlah),
        persen: f.persen(Math.min(selesai, jumlah), jumlah),
      })
    : ''
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={550}>
          {judul}
        </Text>
        <Text size="sm" c="dimmed">
          {[tahap, words].filter(Boolean).join(' · ')}
        </Text>
      </Group>
      <Progress
        value={percent}
        animated={!known}
        striped={!known}
        size={8}
        radius="sm"
        aria-label={judul}
      />
      <Live>{`${judul}: ${tahap ?? ''} ${known ? `${Math.floor(percent / 10) * 10}%` : ''}`}</Live>
    </Stack>
  )
}

/** Text that a screen reader speaks when it changes, and nobody sees. */
export function Live({ children }: { children: string }) {
  return (
    <span
      role="status"
      aria-live="polite"
      style={{
        position: 'absolute',
        width: 1,
        height: 1,
        overflow: 'hidden',
        clipPath: 'inset(50%)',
      }}
    >
      {children}
    </span>
  )
}
