/** The evidence of one family: its gallery, and more to add. */
import { Stack } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import { Section } from '#ui/section.tsx'
import { Galeri } from '#web/berkas/galeri.tsx'
import { teksBerkas } from '#web/berkas/teks.ts'
import { UnggahBerkas } from '#web/berkas/unggah.tsx'
import { queryClient, useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'

const segarkan = () => void queryClient.invalidateQueries({ queryKey: ['berkas.daftar'] })

export function BuktiKeluarga({ kab, id }: { kab: number; id: string }) {
  const t = useTeks(teksBerkas)
  const kueri = useOp('berkas.daftar', { kab, keluarga: id })
  return (
    <Tampil kueri={kueri}>
      {({ berkas, bolehUnggah }) => (
        <Stack gap="lg">
          <Section judul={t('judul')} keterangan={t('isi')}>
            <Galeri berkas={berkas} />
          </Section>
          {bolehUnggah ? (
            <Section judul={t('tambah')}>
              <UnggahBerkas
                tempat={{ kab, keluarga: id }}
                pilihan={['foto_rumah', 'foto_kk', 'foto_ktp', 'foto_orang', 'surat', 'lain']}
                onSelesai={segarkan}
              />
            </Section>
          ) : null}
        </Stack>
      )}
    </Tampil>
  )
}
