/** After an import: what was made, row by row, and the sheet with the one-time links. */

import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { kataGalat } from '#web/galat.tsx'
import type { HasilImpor } from '#web/pengguna/petugas/kirim-berkas.ts'
import { BarisLaporan } from '#web/pengguna/petugas/laporan-impor.tsx'
import { teksImporPetugas } from '#web/pengguna/petugas/teks-impor.ts'
import { TombolTautan } from '#web/tautan.tsx'
import { unduh } from '#web/unduh.ts'

export function ImporSelesai({ hasil, onLagi }: { hasil: HasilImpor; onLagi: () => void }) {
  const t = useTeks(teksImporPetugas)
  const f = useFormat()
  const [buka, setBuka] = useState(false)
  return (
    <>
      <Section judul={t('langkah3')}>
        <Stack gap="md">
          <Notice nada="baik" role="status" judul={t('selesai', { n: f.angka(hasil.diterima) })}>
            <p>{t('selesaiIsi')}</p>
          </Notice>
          <Group gap="xs">
            <Button
              leftSection={<IconDownload size={16} aria-hidden />}
              onClick={() => setBuka(true)}
            >
              {t('unduhTautan')}
            </Button>
            <TombolTautan to="/pengguna" variant="default">
              {t('keDaftar')}
            </TombolTautan>
            <Button variant="default" onClick={onLagi}>
              {t('lagi')}
            </Button>
          </Group>
        </Stack>
      </Section>
      <BarisLaporan baris={hasil.baris} ditolak={hasil.ditolak} />
      {buka ? <UnduhTautan id={hasil.id} onTutup={() => setBuka(false)} /> : null}
    </>
  )
}

function UnduhTautan({ id, onTutup }: { id: string; onTutup: () => void }) {
  const t = useTeks(teksImporPetugas)
  const [tujuan, setTujuan] = useState('')
  const [kurang, setKurang] = useState(false)
  const [sibuk, setSibuk] = useState(false)
  const [galat, setGalat] = useState<Error | null>(null)
  const mulai = async () => {
    const cukup = tujuan.trim().length >= 5
    setKurang(!cukup)
    if (!cukup) return
    setSibuk(true)
    try {
      await unduh('pengguna.impor_tautan', { id, tujuan: tujuan.trim() }, 'tautan-undangan.xlsx')
      onTutup()
    } catch (error) {
      setGalat(error instanceof Error ? error : new Error(String(error)))
    } finally {
      setSibuk(false)
    }
  }
  return (
    <Confirm
      buka
      judul={t('unduhJudul')}
      tombol={t('unduh')}
      sibuk={sibuk}
      galat={kataGalat(galat)}
      onBatal={onTutup}
      onYa={() => void mulai()}
    >
      <Text size="sm">{t('unduhIsi')}</Text>
      <TextInput
        label={t('tujuan')}
        placeholder={t('tujuanContoh')}
        required
        maxLength={200}
        data-autofocus
        value={tujuan}
        error={kurang ? t('tujuanKurang') : null}
        onChange={(e) => setTujuan(e.currentTarget.value)}
      />
    </Confirm>
  )
}
