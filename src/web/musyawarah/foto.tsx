/** Photographs of a meeting: shown, added, taken off; the minutes print them. */

import { Stack, Text } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import { Section } from '#ui/section.tsx'
import { Galeri } from '#web/berkas/galeri.tsx'
import { UnggahBerkas } from '#web/berkas/unggah.tsx'
import { PesanGalat } from '#web/galat.tsx'
import { useCommand } from '#web/kueri.ts'
import type { PropsRapat } from '#web/musyawarah/satu.tsx'
import { teksSurat } from '#web/musyawarah/teks-surat.ts'

export function FotoRapat({ rapat, salinan }: PropsRapat) {
  const t = useTeks(teksSurat)
  const foto = useCommand('musyawarah.foto', ['musyawarah.satu'])
  const { kab, id } = rapat
  const boleh = rapat.bolehUbah && rapat.status !== 'batal' && !salinan
  const atur = (berkas: string, pasang: boolean) => foto.mutate({ kab, id, berkas, pasang })
  return (
    <Section judul={t('foto')} keterangan={t('fotoIsi')}>
      <Stack gap="md">
        {rapat.foto.length > 0 ? (
          <Galeri berkas={rapat.foto} onLepas={boleh ? (b) => atur(b.id, false) : undefined} />
        ) : (
          <Text size="sm" c="dimmed">
            {t('fotoKosong')}
          </Text>
        )}
        <PesanGalat error={foto.error} />
        {boleh ? (
          <UnggahBerkas
            tempat={{ wilayah: rapat.wilayah }}
            pilihan={['foto_rapat']}
            onSelesai={(b) => atur(b.id, true)}
          />
        ) : null}
      </Stack>
    </Section>
  )
}
