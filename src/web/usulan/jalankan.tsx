/** A step on what was chosen: what will happen and to whom it will not, the confirmation, the result. */

import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { ErrorState, Loading } from '#ui/state.tsx'
import { teksUi } from '#ui/teks.ts'
import { shownOf } from '#web/api.ts'
import { PesanGalat } from '#web/galat.tsx'
import { HasilBaris } from '#web/usulan/hasil-baris.tsx'
import { type AksiTombol, isMundur, labelAksi, perluAlasan } from '#web/usulan/langkah.ts'
import {
  type HasilLangkah,
  type PilihanLangkah,
  segarkanUsulan,
  useBuka,
  useLangkah,
  usePratinjau,
} from '#web/usulan/perintah.ts'
import { RingkasHasil } from '#web/usulan/ringkas-hasil.tsx'
import { teksUsulan } from '#web/usulan/teks.ts'

/** What the dialog needs to know of a chosen row to name it. */
export type Dipilih = {
  readonly kab: number
  readonly id: string
  readonly versi: number
  readonly nomor: string
  readonly nama: string
}

type Props = {
  aksi: AksiTombol
  pilihan: PilihanLangkah
  /** The rows by name where they were chosen one by one. */
  baris: readonly Dipilih[]
  /** Those that lie on the reader's own desk and are opened by looking at them here. */
  dibuka: readonly Dipilih[]
  /** With the result, if the step was taken. */
  onTutup: (hasil?: HasilLangkah) => void
  onSelesai?: (hasil: HasilLangkah) => void
}

export function JalankanLangkah(p: Props) {
  const t = useTeks(teksUsulan)
  const u = useTeks(teksUi)
  const label = useLabel()
  const ponsel = useMediaQuery('(max-width: 48em)')
  const langkah = label(labelAksi(p.aksi))
  const perintah = useLangkah(p.aksi)
  useBuka(p.dibuka)
  const hasil = perintah.data
  const tutup = () => {
    if (hasil) void segarkanUsulan()
    p.onTutup(hasil)
  }
  return (
    <Modal
      opened
      onClose={tutup}
      size="lg"
      fullScreen={ponsel ?? false}
      title={t(hasil ? 'hasil' : 'pratinjau', { langkah })}
      closeButtonProps={{ 'aria-label': u('tutup') }}
    >
      {hasil ? (
        <Stack gap="md">
          <RingkasHasil hasil={hasil} sesudah />
          <HasilBaris hasil={hasil} baris={p.baris} sesudah />
          <Group justify="flex-end">
            <Button onClick={tutup} data-autofocus>
              {t('selesai')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <Pratinjau {...p} langkah={langkah} perintah={perintah} />
      )}
    </Modal>
  )
}

type PratinjauProps = Props & { langkah: string; perintah: ReturnType<typeof useLangkah> }

function Pratinjau({ langkah, perintah, ...p }: PratinjauProps) {
  const t = useTeks(teksUsulan)
  const u = useTeks(teksUi)
  const f = useFormat()
  const kueri = usePratinjau(p.aksi, p.pilihan)
  const [alasan, setAlasan] = useState('')
  const [kurang, setKurang] = useState(false)
  const butuh = perluAlasan(p.aksi)
  if (kueri.isPending)
    return (
      <div role="status" aria-label={t('menghitung')}>
        <Loading baris={4} />
      </div>
    )
  if (!kueri.data)
    return <ErrorState error={shownOf(kueri.error)} ulang={() => void kueri.refetch()} />
  const { data } = kueri
  const jalankan = () => {
    const cukup = !butuh || alasan.trim().length >= 5
    setKurang(!cukup)
    if (!cukup) return
    perintah.mutate(
      { pilihan: p.pilihan, ...(butuh ? { alasan: alasan.trim() } : {}) },
      { onSuccess: (hasil) => p.onSelesai?.(hasil) },
    )
  }
  return (
    <Stack gap="md">
      <RingkasHasil hasil={data} />
      <HasilBaris hasil={data} baris={p.baris} />
      {data.jadi > 0 && butuh ? (
        <Textarea
          label={t('alasan')}
          description={t('alasanIsi')}
          required
          maxLength={500}
          autosize
          minRows={2}
          value={alasan}
          error={kurang ? t('alasanKurang') : null}
          onChange={(e) => setAlasan(e.currentTarget.value)}
        />
      ) : null}
      <PesanGalat error={perintah.error} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => p.onTutup()}>
          {u('batal')}
        </Button>
        {data.jadi > 0 ? (
          <Button
            onClick={jalankan}
            loading={perintah.isPending}
            {...(isMundur(p.aksi) ? { color: 'red' } : {})}
            data-autofocus={!butuh || undefined}
          >
            {data.jumlah === 1 ? langkah : t('jalankan', { langkah, n: f.angka(data.jadi) })}
          </Button>
        ) : null}
      </Group>
    </Stack>
  )
}
