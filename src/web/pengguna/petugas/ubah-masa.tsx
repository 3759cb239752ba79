/** Changes the dates and the letter of one assignment. */

import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DialogBenturan } from '#ui/benturan.tsx'
import { teksUi } from '#ui/teks.ts'
import { bacaUlang, benturanOf, versiKini } from '#web/benturan.ts'
import { kataGalat } from '#web/galat.tsx'
import { useCommand } from '#web/kueri.ts'
import { teksSatuPetugas } from '#web/pengguna/petugas/teks-satu.ts'
import { type Tugas, useNamaCakupan } from '#web/pengguna/petugas/tugas-ringkas.tsx'

export function UbahMasa({ tugas, onTutup }: { tugas: Tugas; onTutup: () => void }) {
  const t = useTeks(teksSatuPetugas)
  const u = useTeks(teksUi)
  const label = useLabel()
  const cakupan = useNamaCakupan()
  const perintah = useCommand('pengguna.ubah_tugas', [
    'pengguna.satu',
    'pengguna.daftar',
    'pengguna.riwayat',
  ])
  const perlu = (v: string) => (v.trim() === '' ? t('wajib') : null)
  const form = useForm({
    initialValues: {
      dari: tugas.dari,
      hariTerakhir: tugas.hariTerakhir ?? '',
      suratNomor: tugas.suratNomor ?? '',
      suratTanggal: tugas.suratTanggal ?? '',
    },
    validate: {
      dari: perlu,
      suratNomor: perlu,
      suratTanggal: perlu,
      hariTerakhir: (v, { dari }) => {
        if (v === '') return tugas.jenis === 'definitif' ? null : t('wajib')
        return v < dari ? t('terbalik') : null
      },
    },
  })
  const simpan = (v: typeof form.values, versi: number) =>
    perintah.mutate(
      {
        id: tugas.id,
        versi,
        dari: v.dari,
        hariTerakhir: v.hariTerakhir || null,
        suratNomor: v.suratNomor.trim(),
        suratTanggal: v.suratTanggal,
      },
      { onSuccess: onTutup },
    )
  const benturan = benturanOf(perintah.error)
  const galat = benturan ? undefined : kataGalat(perintah.error)
  return (
    <Modal
      opened
      onClose={onTutup}
      title={t('ubahMasaJudul')}
      closeButtonProps={{ 'aria-label': u('tutup') }}
    >
      <form onSubmit={form.onSubmit((v) => simpan(v, tugas.versi))} noValidate>
        <Stack gap="md">
          <Text size="sm">
            {t('ubahMasaIsi', { tugas: `${label(tugas.peranLabel)}, ${cakupan(tugas)}` })}
          </Text>
          <Group grow align="flex-start">
            <TextInput type="date" label={t('dari')} required {...form.getInputProps('dari')} />
            <TextInput
              type="date"
              label={t('hariTerakhir')}
              description={tugas.jenis === 'definitif' ? t('hariTerakhirIsi') : undefined}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              {...form.getInputProps('hariTerakhir')}
            />
          </Group>
          <Group grow align="flex-start">
            <TextInput label={t('nomorSurat')} required {...form.getInputProps('suratNomor')} />
            <TextInput
              type="date"
              label={t('tanggalSurat')}
              required
              {...form.getInputProps('suratTanggal')}
            />
          </Group>
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
      {benturan ? (
        <DialogBenturan
          isi={benturan}
          onKini={() => {
            bacaUlang(['pengguna.satu'])
            onTutup()
          }}
          onSaya={() => simpan(form.values, versiKini(benturan))}
        />
      ) : null}
    </Modal>
  )
}
