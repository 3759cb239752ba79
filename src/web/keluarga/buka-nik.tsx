/** Opens the masked numbers of one family after a reason, which is logged; closes them again. */

import { Button, Text, TextInput } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { kataGalat } from '#web/galat.tsx'
import { teksSatu } from '#web/keluarga/teks-satu.ts'
import { useCommand } from '#web/kueri.ts'
import type { OutputOf } from '#web/operasi.ts'

export type NikTerbuka = OutputOf<'keluarga.buka_nik'>

type Props = {
  k: { kab: number; id: string }
  terbuka: NikTerbuka | null
  onTerbuka: (t: NikTerbuka | null) => void
}

export function BukaNik({ k, terbuka, onTerbuka }: Props) {
  const t = useTeks(teksSatu)
  const [tanya, setTanya] = useState(false)
  const [alasan, setAlasan] = useState('')
  const [kurang, setKurang] = useState(false)
  const perintah = useCommand('keluarga.buka_nik')
  const buka = () => {
    const cukup = alasan.trim().length >= 5
    setKurang(!cukup)
    if (!cukup) return
    perintah.mutate(
      { kab: k.kab, id: k.id, alasan: alasan.trim() },
      {
        onSuccess: (hasil) => {
          onTerbuka(hasil)
          setTanya(false)
        },
      },
    )
  }
  if (terbuka)
    return (
      <Button
        variant="default"
        leftSection={<IconEyeOff size={16} aria-hidden />}
        onClick={() => onTerbuka(null)}
      >
        {t('tutupNik')}
      </Button>
    )
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconEye size={16} aria-hidden />}
        onClick={() => setTanya(true)}
      >
        {t('bukaNik')}
      </Button>
      <Confirm
        buka={tanya}
        judul={t('bukaJudul')}
        tombol={t('buka')}
        sibuk={perintah.isPending}
        galat={kataGalat(perintah.error)}
        onBatal={() => setTanya(false)}
        onYa={buka}
      >
        <Text size="sm">{t('bukaIsi')}</Text>
        <TextInput
          label={t('alasan')}
          placeholder={t('alasanContoh')}
          value={alasan}
          maxLength={200}
          required
          data-autofocus
          error={kurang ? t('alasanKurang') : null}
          onChange={(e) => setAlasan(e.currentTarget.value)}
        />
      </Confirm>
    </>
  )
}
