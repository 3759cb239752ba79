/** The plain confirmation before a change: what will happen, to how many, and two clear buttons. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { teksUi } from '#ui/teks.ts'

type Props = {
  buka: boolean
  judul: string
  children: ReactNode
  tombol: string
  onBatal: () => void
  onYa: () => void
  sibuk?: boolean
  mati?: boolean
  galat?: string | undefined
  /** Enter in a field of it means yes: for forms that are filled many times a day. */
  kirimDenganEnter?: boolean
}

export function Confirm(p: Props) {
  const t = useTeks(teksUi)
  return (
    <Modal
      opened={p.buka}
      onClose={p.onBatal}
      title={p.judul}
      closeButtonProps={{ 'aria-label': t('tutup') }}
    >
      <Stack
        gap="md"
        onKeyDown={(e) => {
          if (!p.kirimDenganEnter || e.key !== 'Enter' || p.sibuk) return
          if (!(e.target instanceof HTMLInputElement)) return
          e.preventDefault()
          p.onYa()
        }}
      >
        {p.children}
        {p.galat ? (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {p.galat}
          </Text>
        ) : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={p.onBatal}>
            {t('batal')}
          </Button>
          <Button onClick={p.onYa} loading={p.sibuk ?? false} disabled={p.mati ?? false}>
            {p.tombol}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
