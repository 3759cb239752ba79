/** Starts a run: doubles or a source, everybody or what changed, by which model; how many people; then run. */

import { NativeSelect, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { useFormat } from '#ui/format.ts'
import { kataGalat } from '#web/galat.tsx'
import { useCommand, useOp } from '#web/kueri.ts'
import type { OutputOf } from '#web/operasi.ts'
import { teksPadanan } from '#web/padanan/teks.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { useNamaWilayah } from '#web/wilayah/nama.ts'

type Pilihan = Pick<OutputOf<'padanan.daftar'>, 'model' | 'sumber'>

const cara = ['penuh', 'susulan'] as const

export function MulaiPadanan({ pilihan, onTutup }: { pilihan: Pilihan; onTutup: () => void }) {
  const t = useTeks(teksPadanan)
  const label = useLabel()
  const pergi = useNavigate()
  const sesi = useSesi()
  const [sumber, setSumber] = useState<Pilihan['sumber'][number] | null>(null)
  const [siapa, setSiapa] = useState<(typeof cara)[number]>('penuh')
  const [kode, setKode] = useState(
    () => (pilihan.model.find((m) => m.kode === 'orang') ?? pilihan.model[0])?.kode ?? '',
  )
  const perintah = useCommand('padanan.jalankan', ['padanan.daftar'])
  const jalankan = () =>
    perintah.mutate(
      {
        jenis: sumber ? 'sumber' : 'kembar',
        ...(sumber ? { sumber } : {}),
        wilayah: sesi.wilayah.kode,
        model: kode,
        cara: siapa,
      },
      { onSuccess: ({ id }) => void pergi({ to: '/pemadanan/$id', params: { id } }) },
    )
  const dipilih = pilihan.model.find((m) => m.kode === kode)
  return (
    <Confirm
      buka
      judul={t('mulai')}
      tombol={t('jalankan')}
      sibuk={perintah.isPending}
      galat={kataGalat(perintah.error)}
      onBatal={onTutup}
      onYa={jalankan}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('mulaiIsi')}
        </Text>
        <NativeSelect
          label={t('apa')}
          value={sumber ?? ''}
          onChange={(e) =>
            setSumber(pilihan.sumber.find((s) => s === e.currentTarget.value) ?? null)
          }
          data={[
            { value: '', label: t('kembar') },
            ...pilihan.sumber.map((s) => ({
              value: s,
              label: t('sumberRegistri', { sumber: t(s) }),
            })),
          ]}
          {...(pilihan.sumber.length === 0 ? { description: t('tanpaSumber') } : {})}
        />
        <NativeSelect
          label={t('cara')}
          value={siapa}
          onChange={(e) => setSiapa(cara.find((c) => c === e.currentTarget.value) ?? 'penuh')}
          data={cara.map((c) => ({ value: c, label: t(c) }))}
        />
        <NativeSelect
          label={t('model')}
          value={kode}
          onChange={(e) => setKode(e.currentTarget.value)}
          data={pilihan.model.map((m) => ({ value: m.kode, label: label(m.label) }))}
          {...(dipilih ? { description: dipilih.keterangan } : {})}
        />
        <Berapa />
      </Stack>
    </Confirm>
  )
}

/** How many people will be compared, before it is run. */
function Berapa() {
  const t = useTeks(teksPadanan)
  const f = useFormat()
  const nama = useNamaWilayah()
  const sesi = useSesi()
  const kueri = useOp('wilayah.satu', { kode: sesi.wilayah.kode })
  if (!kueri.data) return null
  return (
    <Text size="sm" fw={600}>
      {t('akan', { n: f.angka(kueri.data.jumlah.individu), wilayah: nama(sesi.wilayah) })}
    </Text>
  )
}
