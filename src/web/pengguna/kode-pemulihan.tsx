/** Recovery codes, shown this once: on paper, copied or as a file, and a word that they are kept. */
import { Button, Checkbox, CopyButton, Group, Stack } from '@mantine/core'
import { IconCheck, IconCopy, IconDownload, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Notice } from '#ui/notice.tsx'
import classes from '#web/pengguna/masuk.module.css'
import { teksPersiapan } from '#web/pengguna/teks-persiapan.ts'

type Props = { kode: readonly string[]; onTersimpan: () => void }

/** Hands the codes to the browser's downloads as a text file. */
function unduhTeks(isi: string): void {
  const url = URL.createObjectURL(new Blob([isi], { type: 'text/plain;charset=utf-8' }))
  const tautan = document.createElement('a')
  tautan.href = url
  tautan.download = 'siks-ng-kode-pemulihan.txt'
  tautan.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

export function KodePemulihan({ kode, onTersimpan }: Props) {
  const t = useTeks(teksPersiapan)
  const [sudah, setSudah] = useState(false)
  const teks = `SIKS-NG – ${t('judul_pemulihan')}\n${t('isi_pemulihan')}\n\n${kode.join('\n')}\n`
  return (
    <Stack gap="md">
      <ol className={classes.kode} aria-label={t('judul_pemulihan')}>
        {kode.map((k) => (
          <li key={k}>{k}</li>
        ))}
      </ol>
      <Group gap="xs" className="tidak-cetak">
        <CopyButton value={kode.join('\n')}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              onClick={copy}
            >
              {t(copied ? 'tersalin' : 'salin')}
            </Button>
          )}
        </CopyButton>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          onClick={() => unduhTeks(teks)}
        >
          {t('unduh')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} />}
          onClick={() => window.print()}
        >
          {t('cetak')}
        </Button>
      </Group>
      <div className="tidak-cetak">
        <Notice nada="perhatian">{t('pemulihanSekali')}</Notice>
      </div>
      <Checkbox
        className="tidak-cetak"
        label={t('sudahSimpan')}
        checked={sudah}
        onChange={(e) => setSudah(e.currentTarget.checked)}
        size="md"
      />
      <Button className="tidak-cetak" disabled={!sudah} onClick={onTersimpan}>
        {t('lanjut')}
      </Button>
    </Stack>
  )
}
