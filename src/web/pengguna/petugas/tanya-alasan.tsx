/** A confirmation that asks why; the reason goes to the log. */

import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { kataGalat } from '#web/galat.tsx'
import { teksSatuPetugas } from '#web/pengguna/petugas/teks-satu.ts'

type Props = {
  buka: boolean
  judul: string
  isi: string
  tombol: string
  sibuk: boolean
  galat: Error | null
  onTutup: () => void
  onYa: (alasan: string) => void
}

/** What was refused and what to do, as one text. */
export function TanyaAlasan(p: Props) {
  const t = useTeks(teksSatuPetugas)
  const [alasan, setAlasan] = useState('')
  const [kurang, setKurang] = useState(false)
  const ya = () => {
    const cukup = alasan.trim().length >= 5
    setKurang(!cukup)
    if (cukup) p.onYa(alasan.trim())
  }
  return (
    <Confirm
      buka={p.buka}
      judul={p.judul}
      tombol={p.tombol}
      sibuk={p.sibuk}
      galat={kataGalat(p.galat)}
      onBatal={p.onTutup}
      onYa={ya}
    >
      <Text size="sm">{p.isi}</Text>
      <TextInput
        label={t('alasan')}
        placeholder={t('alasanContoh')}
        required
        maxLength={500}
        data-autofocus
        value={alasan}
        error={kurang ? t('alasanKurang') : null}
        onChange={(e) => setAlasan(e.currentTarget.value)}
      />
    </Confirm>
  )
}
