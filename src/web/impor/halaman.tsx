/** The page Impor: upload a file, fetch our workbook, and see what became of earlier files. */
import { Button, Stack } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTeks } from '#ui/bahasa.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { urlOf } from '#web/api.ts'
import { AreaUnggah } from '#web/impor/area-unggah.tsx'
import { DaftarImpor } from '#web/impor/daftar.tsx'
import { teksImpor } from '#web/impor/teks.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { useNamaWilayah } from '#web/wilayah/nama.ts'

export function HalamanImpor() {
  const t = useTeks(teksImpor)
  const nama = useNamaWilayah()
  const sesi = useSesi()
  return (
    <>
      <PageHeader
        judul={t('judul')}
        keterangan={nama(sesi.wilayah)}
        aksi={
          <Button
            component="a"
            href={urlOf('impor.templat', {})}
            download
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('templat')}
          </Button>
        }
      />
      <Stack gap="lg">
        <AreaUnggah />
        <DaftarImpor />
      </Stack>
    </>
  )
}
