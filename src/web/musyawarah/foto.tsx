/** Photographs of a meeting: shown, added, taken off; the minutes print them. */
import { Stack, Text } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { shownOf } from '#web/api.ts'
import { Galeri } from '#web/berkas/galeri.tsx'
import { UnggahBerkas } from '#web/berkas/unggah.tsx'
import { useCommand } from '#web/kueri.ts'
import type { PropsRapat } from '#web/musyawarah/satu.tsx'
import { teksSurat } from '#web/musyawarah/teks-surat.ts'

export function FotoRapat({ rapat, salinan }: PropsRapat) {
  const t = useTeks(teksSurat)
  const foto = useCommand('musyawarah.foto', ['musyawarah.satu'])
  const { kab, id } = rapat
  const boleh = rapat.bolehUbah && rapat.status !== 'batal' && !salinan
  const galat = foto.isError ? shownOf(foto.error) : null
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
        {galat ? (
          <Notice nada="salah" judul={galat.judul} role="alert">
            <Text size="sm">{galat.isi}</Text>
          </Notice>
        ) : null}
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
