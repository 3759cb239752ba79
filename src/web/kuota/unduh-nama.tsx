/** A download of names asks what it is for; the purpose is printed and logged. */

import { Button, Checkbox, Text, TextInput } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { kataGalat } from '#web/galat.tsx'
import { teksKuota } from '#web/kuota/teks.ts'

export type IsiUnduh = { tujuan: string; identitas?: true }

type Props = {
  judul: string
  onUnduh: (isi: IsiUnduh) => Promise<void>
  bolehIdentitas?: boolean
}

export function UnduhNama({ judul, onUnduh, bolehIdentitas }: Props) {
  const t = useTeks(teksKuota)
  const [buka, setBuka] = useState(false)
  const [tujuan, setTujuan] = useState('')
  const [identitas, setIdentitas] = useState(false)
  const [sibuk, setSibuk] = useState(false)
  const [galat, setGalat] = useState<string | undefined>()
  const [kurang, setKurang] = useState(false)
  const mulai = async () => {
    const cukup = tujuan.trim().length >= 5
    setKurang(!cukup)
    if (!cukup) return
    setSibuk(true)
    try {
      await onUnduh({ tujuan: tujuan.trim(), ...(identitas ? { identitas: true as const } : {}) })
      setBuka(false)
      setGalat(undefined)
    } catch (error) {
      setGalat(kataGalat(error))
    } finally {
      setSibuk(false)
    }
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={() => setBuka(true)}
      >
        {judul}
      </Button>
      <Confirm
        buka={buka}
        judul={t('unduhJudul')}
        tombol={t('unduh')}
        sibuk={sibuk}
        galat={galat}
        onBatal={() => setBuka(false)}
        onYa={() => void mulai()}
      >
        <Text size="sm">{t('unduhIsi')}</Text>
        <TextInput
          label={t('tujuan')}
          placeholder={t('tujuanContoh')}
          required
          maxLength={200}
          value={tujuan}
          error={kurang ? t('tujuanKurang') : null}
          onChange={(e) => setTujuan(e.currentTarget.value)}
        />
        {bolehIdentitas ? (
          <Checkbox
            label={t('identitas')}
            checked={identitas}
            onChange={(e) => setIdentitas(e.currentTarget.checked)}
          />
        ) : null}
      </Confirm>
    </>
  )
}
