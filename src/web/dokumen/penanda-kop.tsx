/** Who signs for an office: the first is taken where nothing else is chosen. */
import { Button, CloseButton, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTeks } from '#ui/bahasa.ts'
import { Section } from '#ui/section.tsx'
import type { IsianPenanda } from '#web/dokumen/isian-kop.ts'
import { teksKop } from '#web/dokumen/teks.ts'

type Props = {
  penanda: readonly IsianPenanda[]
  baca: boolean
  periksa: boolean
  onUbah: (penanda: readonly IsianPenanda[]) => void
}

const kosong: IsianPenanda = { jabatan: '', nama: '', nip: '', pangkat: '' }
const bidang = [
  ['jabatan', 80],
  ['nama', 80],
  ['nip', 30],
  ['pangkat', 60],
] as const

export function PenandaKop({ penanda, baca, periksa, onUbah }: Props) {
  const t = useTeks(teksKop)
  const ganti = (ke: number, baru: Partial<IsianPenanda>) =>
    onUbah(penanda.map((p, i) => (i === ke ? { ...p, ...baru } : p)))
  return (
    <Section judul={t('penanda')}>
      <Stack gap="lg">
        {penanda.map((p, ke) => {
          const n = String(ke + 1)
          return (
            // Signers have no identity but their place in the list.
            <Stack key={`penanda-${n}`} gap="xs" component="fieldset" m={0} p={0} bd="none">
              <Group justify="space-between" component="legend" w="100%">
                <Text fw={550} size="sm">
                  {t('penandaKe', { n })}
                </Text>
                {!baca && penanda.length > 1 ? (
                  <CloseButton
                    aria-label={t('hapus', { n })}
                    onClick={() => onUbah(penanda.filter((_, i) => i !== ke))}
                  />
                ) : null}
              </Group>
              <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
                {bidang.map(([nama, panjang]) => (
                  <TextInput
                    key={nama}
                    label={t(nama)}
                    value={p[nama]}
                    maxLength={panjang}
                    readOnly={baca}
                    required={nama === 'jabatan'}
                    error={
                      periksa && nama === 'jabatan' && p.jabatan.trim().length < 2
                        ? t('jabatanKurang')
                        : null
                    }
                    onChange={(e) => ganti(ke, { [nama]: e.currentTarget.value })}
                  />
                ))}
              </SimpleGrid>
            </Stack>
          )
        })}
        {!baca && penanda.length < 6 ? (
          <Group>
            <Button
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => onUbah([...penanda, kosong])}
            >
              {t('tambah')}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </Section>
  )
}
