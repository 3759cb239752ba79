/** The state of a proposal in the words of the offices, and what else asks for attention. */
import { Group, Text } from '@mantine/core'
import { type Keadaan, keadaan } from '#domain/usulan/keadaan.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { type Nada, Status } from '#ui/status.tsx'
import { teksUsulan } from '#web/usulan/teks.ts'

const nada: Partial<Record<Keadaan, Nada>> = {
  draf: 'netral',
  dikembalikan: 'perhatian',
  berbenturan: 'perhatian',
  diterima: 'baik',
  ditolak: 'salah',
  tidak_disetujui: 'salah',
  dibatalkan: 'netral',
  kedaluwarsa: 'netral',
}

export function StatusUsulan({ status }: { status: Keadaan }) {
  const label = useLabel()
  return <Status nada={nada[status] ?? 'info'}>{label(keadaan[status].label)}</Status>
}

type Tanda = { ditahan: string | null; naik: boolean }

/** Held by a safeguard, or raised because an office was silent. */
export function TandaUsulan({ ditahan, naik }: Tanda) {
  const t = useTeks(teksUsulan)
  if (ditahan === null && !naik) return null
  return (
    <Group gap={4} mt={4}>
      {ditahan === null ? null : <Status nada="perhatian">{t('ditahan')}</Status>}
      {naik ? (
        <Text size="xs" c="dimmed" span>
          {t('naik')}
        </Text>
      ) : null}
    </Group>
  )
}
