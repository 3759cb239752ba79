/** The one-time QR code that pairs a phone, its countdown, and the word that the phone has answered. */
import { Button, Code, Group, Modal, Stack, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Notice } from '#ui/notice.tsx'
import { ErrorState, Loading } from '#ui/state.tsx'
import { teksUi } from '#ui/teks.ts'
import { shownOf } from '#web/api.ts'
import { useCommand, useOp } from '#web/kueri.ts'
import { menit, useSisa } from '#web/pengguna/gagal.tsx'
import { Qr } from '#web/pengguna/qr.tsx'
import { teksPerangkat } from '#web/pengguna/teks-perangkat.ts'

type Props = {
  pengguna: string
  nama: string
  /** How many phones the person had when the code was asked for. */
  jumlah: number
  onTutup: () => void
}

export function QrPasang({ pengguna, nama, jumlah, onTutup }: Props) {
  const t = useTeks(teksPerangkat)
  const ui = useTeks(teksUi)
  const kode = useCommand('perangkat.undang')
  const diminta = useRef(false)
  const { mutate } = kode
  // One code for one opening of this dialog.
  useEffect(() => {
    if (diminta.current) return
    diminta.current = true
    mutate({ pengguna })
  }, [mutate, pengguna])
  return (
    <Modal
      opened
      onClose={onTutup}
      title={t('judulQr', { nama })}
      closeButtonProps={{ 'aria-label': ui('tutup') }}
    >
      {kode.isError ? (
        <ErrorState error={shownOf(kode.error)} ulang={() => mutate({ pengguna })} />
      ) : kode.data ? (
        <Tampilan
          pengguna={pengguna}
          nama={nama}
          jumlah={jumlah}
          tautan={new URL(kode.data.tautan, location.href).href}
          sampai={Date.parse(kode.data.berakhirPada)}
          onBaru={() => mutate({ pengguna })}
          onTutup={onTutup}
        />
      ) : (
        <Loading baris={4} />
      )}
    </Modal>
  )
}

type TampilanProps = Props & { tautan: string; sampai: number; onBaru: () => void }

function Tampilan({ pengguna, nama, jumlah, tautan, sampai, onBaru, onTutup }: TampilanProps) {
  const t = useTeks(teksPerangkat)
  const sisa = useSisa(sampai)
  const daftar = useOp('perangkat.daftar', {}, { pantau: () => 3000 })
  const awal = useRef(jumlah)
  const kini = daftar.data?.orang.find((o) => o.pengguna === pengguna)?.perangkat.length ?? 0
  if (kini > awal.current)
    return (
      <Stack gap="md">
        <Notice nada="baik" role="status">
          {t('sudahTerpasang', { nama })}
        </Notice>
        <Button onClick={onTutup}>{t('selesai')}</Button>
      </Stack>
    )
  if (sisa === 0)
    return (
      <Stack gap="md">
        <Notice nada="perhatian" role="status">
          {t('kodeHabis')}
        </Notice>
        <Button onClick={onBaru}>{t('kodeBaru')}</Button>
      </Stack>
    )
  return (
    <Stack gap="md" align="center">
      <Text size="sm">{t('pindai', { nama })}</Text>
      <Qr isi={tautan} label={t('labelQr', { nama })} />
      <Text size="sm" fw={550}>
        {t('berlakuLagi', { sisa: menit(sisa) })}
      </Text>
      <Text size="sm" c="dimmed">
        {t('ketikTautan')}
      </Text>
      <Code block fz="sm" style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
        {tautan}
      </Code>
      <Group justify="flex-end" w="100%">
        <Button variant="default" onClick={onTutup}>
          {t('tutup')}
        </Button>
      </Group>
    </Stack>
  )
}
