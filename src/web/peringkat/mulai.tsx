/** Starts a ranking: choose model, area is one's own, choose period; see how many; then run. */

import { NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { useFormat } from '#ui/format.ts'
import { kataGalat } from '#web/galat.tsx'
import { useCommand, useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { triwulanDekat, triwulanOf } from '#web/peringkat/periode.ts'
import { teksPeringkat } from '#web/peringkat/teks.ts'
import { useNamaWilayah } from '#web/wilayah/nama.ts'

export function Mulai({ onTutup }: { onTutup: () => void }) {
  const kueri = useOp('peringkat.model', {}, { staleTime: 300_000 })
  return (
    <Tampil kueri={kueri} memuat={null}>
      {(data) => <Formulir model={data.model} onTutup={onTutup} />}
    </Tampil>
  )
}

type Model = OutputOf<'peringkat.model'>['model'][number]

function Formulir({ model, onTutup }: { model: readonly Model[]; onTutup: () => void }) {
  const t = useTeks(teksPeringkat)
  const label = useLabel()
  const pergi = useNavigate()
  const sesi = useSesi()
  const [kode, setKode] = useState(model[0]?.kode ?? '')
  const [periode, setPeriode] = useState(triwulanOf(sesi.hariIni))
  const [acuan, setAcuan] = useState(sesi.hariIni)
  const perintah = useCommand('peringkat.mulai', ['peringkat.daftar'])
  const jalankan = () =>
    perintah.mutate(
      { model: kode, wilayah: sesi.wilayah.kode, periode, ...(acuan ? { acuan } : {}) },
      { onSuccess: (hasil) => void pergi({ to: '/peringkat/$id', params: { id: hasil.ronde } }) },
    )
  const dipilih = model.find((m) => m.kode === kode)
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
          label={t('model')}
          value={kode}
          onChange={(e) => setKode(e.currentTarget.value)}
          data={model.map((m) => ({ value: m.kode, label: label(m.label) }))}
          {...(dipilih ? { description: label(dipilih.penjelasan) } : {})}
        />
        <NativeSelect
          label={t('periode')}
          value={periode}
          onChange={(e) => setPeriode(e.currentTarget.value)}
          data={triwulanDekat(sesi.hariIni).map((q) => ({
            value: q.kode,
            label: t('triwulan', { n: q.nomor, tahun: q.tahun }),
          }))}
        />
        <TextInput
          type="date"
          label={t('tanggalAcuan')}
          value={acuan}
          onChange={(e) => setAcuan(e.currentTarget.value)}
        />
        <Berapa />
      </Stack>
    </Confirm>
  )
}

/** How many families the ranking will hold, before it is run. */
function Berapa() {
  const t = useTeks(teksPeringkat)
  const f = useFormat()
  const nama = useNamaWilayah()
  const sesi = useSesi()
  const kueri = useOp('wilayah.satu', { kode: sesi.wilayah.kode })
  if (!kueri.data) return null
  return (
    <Text size="sm" fw={600}>
      {t('akan', { n: f.angka(kueri.data.jumlah.keluarga), wilayah: nama(sesi.wilayah) })}
    </Text>
  )
}
