/** Replaces an officer's own numbers without ever showing what stood there. */

import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTeks } from '#ui/bahasa.ts'
import { teksUi } from '#ui/teks.ts'
import { kataGalat } from '#web/galat.tsx'
import { useCommand } from '#web/kueri.ts'
import { teksSatuPetugas } from '#web/pengguna/petugas/teks-satu.ts'

/** Sixteen digits; blanks and dots, as on the card, may stand between. */
export const enamBelasAngka = (teks: string): boolean => /^\d{16}$/.test(teks.replace(/[\s.]/g, ''))

export function GantiIdentitas({ id, onTutup }: { id: string; onTutup: () => void }) {
  const t = useTeks(teksSatuPetugas)
  const u = useTeks(teksUi)
  const perintah = useCommand('pengguna.ganti_identitas', ['pengguna.satu', 'pengguna.riwayat'])
  const nomor = (v: string) => (enamBelasAngka(v) ? null : t('nomorSalah'))
  const form = useForm({
    initialValues: { nik: '', nomorKk: '', alasan: '' },
    validate: {
      nik: nomor,
      nomorKk: nomor,
      alasan: (v) => (v.trim().length < 5 ? t('alasanKurang') : null),
    },
  })
  const kirim = form.onSubmit((v) =>
    perintah.mutate(
      { id, nik: v.nik.trim(), nomorKk: v.nomorKk.trim(), alasan: v.alasan.trim() },
      { onSuccess: onTutup },
    ),
  )
  const galat = kataGalat(perintah.error)
  return (
    <Modal
      opened
      onClose={onTutup}
      title={t('gantiIdentitas')}
      closeButtonProps={{ 'aria-label': u('tutup') }}
    >
      <form onSubmit={kirim} noValidate autoComplete="off">
        <Stack gap="md">
          <Text size="sm">{t('gantiIdentitasIsi')}</Text>
          <TextInput
            label={t('nik')}
            inputMode="numeric"
            required
            data-autofocus
            {...form.getInputProps('nik')}
          />
          <TextInput
            label={t('nomorKk')}
            inputMode="numeric"
            required
            {...form.getInputProps('nomorKk')}
          />
          <TextInput
            label={t('alasan')}
            required
            maxLength={500}
            {...form.getInputProps('alasan')}
          />
          {galat ? (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {galat}
            </Text>
          ) : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onTutup}>
              {u('batal')}
            </Button>
            <Button type="submit" loading={perintah.isPending}>
              {t('simpan')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
