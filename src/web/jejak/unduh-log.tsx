/** Takes what was found along as a file: asks for the purpose, which is printed and logged. */

import { Button, SegmentedControl, Text, TextInput } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { kataGalat } from '#web/galat.tsx'
import type { SaringanLog } from '#web/jejak/alamat.ts'
import { teksCari } from '#web/jejak/teks-cari.ts'
import { unduh } from '#web/unduh.ts'

export function UnduhLog({ saringan }: { saringan: SaringanLog }) {
  const t = useTeks(teksCari)
  const [buka, setBuka] = useState(false)
  const [keperluan, setKeperluan] = useState('')
  const [bentuk, setBentuk] = useState<'xlsx' | 'csv'>('xlsx')
  const [kurang, setKurang] = useState(false)
  const [sibuk, setSibuk] = useState(false)
  const [galat, setGalat] = useState<string | undefined>()
  const mulai = async () => {
    const cukup = keperluan.trim().length >= 5
    setKurang(!cukup)
    if (!cukup) return
    setSibuk(true)
    try {
      const input = { ...saringan, bentuk, keperluan: keperluan.trim() }
      await unduh('jejak.unduh', input, `log.${bentuk}`)
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
        {t('unduh')}
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
          label={t('keperluan')}
          placeholder={t('keperluanContoh')}
          required
          maxLength={200}
          value={keperluan}
          error={kurang ? t('keperluanKurang') : null}
          onChange={(e) => setKeperluan(e.currentTarget.value)}
        />
        <SegmentedControl
          aria-label={t('bentuk')}
          value={bentuk}
          onChange={(v) => setBentuk(v === 'csv' ? 'csv' : 'xlsx')}
          data={[
            { value: 'xlsx', label: 'Excel (xlsx)' },
            { value: 'csv', label: 'CSV' },
          ]}
        />
      </Confirm>
    </>
  )
}
