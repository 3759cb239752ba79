/** A second administrator looks at what will be granted, and approves or refuses. */

import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { teksUi } from '#ui/teks.ts'
import { kataGalat } from '#web/galat.tsx'
import { useCommand } from '#web/kueri.ts'
import { teksUsulan } from '#web/pengguna/petugas/teks-usulan.ts'
import { TinjauTugas } from '#web/pengguna/petugas/tinjau-tugas.tsx'
import type { Usulan } from '#web/pengguna/petugas/usulan.tsx'

export function PutuskanUsulan({ u, onTutup }: { u: Usulan; onTutup: () => void }) {
  const t = useTeks(teksUsulan)
  const ui = useTeks(teksUi)
  const f = useFormat()
  const [alasan, setAlasan] = useState('')
  const [kurang, setKurang] = useState(false)
  const perintah = useCommand('pengguna.putuskan_usulan', [
    'pengguna.usulan',
    'pengguna.daftar',
    'pengguna.satu',
  ])
  const putuskan = (setuju: boolean) => {
    const tertulis = alasan.trim()
    const cukup = setuju || tertulis.length >= 5
    setKurang(!cukup)
    if (!cukup) return
    perintah.mutate(
      { id: u.id, setuju, ...(tertulis.length >= 5 ? { alasan: tertulis } : {}) },
      { onSuccess: onTutup },
    )
  }
  const galat = kataGalat(perintah.error)
  return (
    <Modal
      opened
      onClose={onTutup}
      size="lg"
      title={t('periksa')}
      closeButtonProps={{ 'aria-label': ui('tutup') }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('diusulkan', { nama: u.pengusul.nama, waktu: f.waktu(u.diusulkanPada) })}
        </Text>
        <TinjauTugas nama={u.pengguna.nama} tugas={u.tugas} berdua={false} punyaSesi />
        <TextInput
          label={t('alasan')}
          description={t('alasanIsi')}
          maxLength={500}
          value={alasan}
          error={kurang ? t('alasanKurang') : null}
          onChange={(e) => setAlasan(e.currentTarget.value)}
        />
        {galat ? (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {galat}
          </Text>
        ) : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" disabled={perintah.isPending} onClick={() => putuskan(false)}>
            {t('tolak')}
          </Button>
          <Button loading={perintah.isPending} onClick={() => putuskan(true)}>
            {t('setujui')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
