/** The evidence of one family: its gallery, what lies where it lived before, and more to add. */
import { Stack, Text } from '@mantine/core'
import { guna } from '#domain/berkas/guna.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Galeri } from '#web/berkas/galeri.tsx'
import { teksBerkas } from '#web/berkas/teks.ts'
import { UnggahBerkas } from '#web/berkas/unggah.tsx'
import { queryClient, useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'

const segarkan = () => void queryClient.invalidateQueries({ queryKey: ['berkas.daftar'] })

type Asal = OutputOf<'berkas.daftar'>['asal'][number]

/** Files that did not come along: where they are, so that one can ask there. */
function DiAsal({ a }: { a: Asal }) {
  const t = useTeks(teksBerkas)
  const label = useLabel()
  const f = useFormat()
  return (
    <Notice nada="info" judul={t('diAsal', { wilayah: a.wilayah })}>
      <Text size="sm">
        {a.berkas.map((b) => `${label(guna[b.guna])}: ${f.angka(b.jumlah)}`).join(' · ')}
      </Text>
      <Text size="sm">{t('diAsalIsi')}</Text>
    </Notice>
  )
}

export function BuktiKeluarga({ kab, id }: { kab: number; id: string }) {
  const t = useTeks(teksBerkas)
  const kueri = useOp('berkas.daftar', { kab, keluarga: id })
  return (
    <Tampil kueri={kueri}>
      {({ berkas, asal, bolehUnggah }) => (
        <Stack gap="lg">
          {asal.map((a) => (
            <DiAsal key={a.wilayah} a={a} />
          ))}
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
