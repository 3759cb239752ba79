/** Another registered family of the same kab/kota, looked up by the name of its head. */
import { NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { nomorRt } from '#ui/format.ts'
import { useOp } from '#web/kueri.ts'
import type { SatuKeluarga } from '#web/peristiwa/isian.ts'
import { teksPeristiwa } from '#web/peristiwa/teks.ts'

type Props = {
  k: SatuKeluarga
  cari: string
  label: string
  nilai: string
  onPilih: (id: string) => void
  wajib?: boolean
}

export function CariKeluarga({ k, cari, label, nilai, onPilih, wajib }: Props) {
  const t = useTeks(teksPeristiwa)
  const [teks, setTeks] = useState('')
  const [q] = useDebouncedValue(teks.trim(), 300)
  const dicari = q.length >= 3
  const kueri = useOp('keluarga.daftar', { q, batas: 20 }, { enabled: dicari, simpanLama: true })
  // A form that is opened again knows the family by its id alone.
  const terpilih = useOp('keluarga.satu', { kab: k.kab, id: nilai }, { enabled: nilai !== '' })
  const lain = new Map(
    [...(terpilih.data ? [terpilih.data] : []), ...(dicari ? (kueri.data?.keluarga ?? []) : [])]
      .filter((x) => x.id !== k.id && x.kab === k.kab)
      .map((x) => [x.id, `${x.namaKepala}, ${x.namaWilayah}, RT ${nomorRt(x.rt)}`]),
  )
  return (
    <Stack gap="xs">
      <TextInput
        label={cari}
        description={t('keluargaTujuanIsi')}
        value={teks}
        autoComplete="off"
        maxLength={100}
        onChange={(e) => setTeks(e.currentTarget.value)}
      />
      {lain.size > 0 ? (
        <NativeSelect
          label={label}
          value={nilai}
          required={wajib ?? false}
          data={[
            { value: '', label: t('pilih') },
            ...[...lain].map(([value, nama]) => ({ value, label: nama })),
          ]}
          onChange={(e) => onPilih(e.currentTarget.value)}
        />
      ) : kueri.data && dicari ? (
        <Text size="sm" c="dimmed">
          {t('tidakKetemu')}
        </Text>
      ) : null}
    </Stack>
  )
}
