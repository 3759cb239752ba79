/** A letter that was just issued: its number, the PDF once more, and on to the next resident. */

import { Button, Group, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Notice } from '#ui/notice.tsx'
import { kataGalat } from '#web/galat.tsx'
import { teksLoket } from '#web/loket/teks.ts'
import type { OutputOf } from '#web/operasi.ts'
import { unduh } from '#web/unduh.ts'

export type Terbit = Pick<OutputOf<'loket.surat'>, 'kab' | 'id' | 'nomor'>

type Props = { terbit: Terbit; onBerikutnya: () => void }

export function SuratTerbit({ terbit, onBerikutnya }: Props) {
  const t = useTeks(teksLoket)
  const { galat, ambil } = useUnduhSurat()
  const { kab, id } = terbit
  useEffect(() => {
    void ambil({ kab, id })
  }, [ambil, kab, id])
  return (
    <Stack gap="md">
      <Notice nada="baik" judul={t('terbit', { nomor: terbit.nomor })} role="status">
        <Text size="sm">{t('terbitIsi')}</Text>
      </Notice>
      {galat ? <Notice nada="salah" judul={galat} role="alert" /> : null}
      <Group gap="xs">
        <Button autoFocus onClick={onBerikutnya}>
          {t('berikutnya')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => void ambil(terbit)}
        >
          {t('unduhLagi')}
        </Button>
      </Group>
    </Stack>
  )
}

type Surat = { kab: number; id: string }

// One function for all, so that an effect may depend on it.
const ambilSurat = (s: Surat) => unduh('dokumen.unduh', { kab: s.kab, id: s.id }, 'surat.pdf')

/** Fetches the PDF of a letter; what stood in the way is told. */
export function useUnduhSurat(): { galat: string | null; ambil: (s: Surat) => Promise<void> } {
  const [galat, setGalat] = useState<string | null>(null)
  const [ambil] = useState(
    () => (s: Surat) =>
      ambilSurat(s).then(
        () => setGalat(null),
        (error) => setGalat(kataGalat(error) ?? null),
      ),
  )
  return { galat, ambil }
}
