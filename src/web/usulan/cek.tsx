/** Before finalising: which of the posted proposals would go on, which would not and why, while it can be mended. */
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty, ErrorState, Loading } from '#ui/state.tsx'
import { shownOf } from '#web/api.ts'
import { Tenggat } from '#web/kalender/tenggat.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan } from '#web/tautan.tsx'
import { HasilBaris } from '#web/usulan/hasil-baris.tsx'
import { JalankanLangkah } from '#web/usulan/jalankan.tsx'
import { langkahUntuk } from '#web/usulan/langkah.ts'
import { type PilihanLangkah, usePratinjau } from '#web/usulan/perintah.ts'
import { RingkasHasil } from '#web/usulan/ringkas-hasil.tsx'
import { teksUsulan } from '#web/usulan/teks.ts'
import { useNamaWilayah } from '#web/wilayah/nama.ts'

const posted = { jalur: 'usulan', status: 'diumumkan' } as const

export function HalamanCek() {
  const t = useTeks(teksUsulan)
  const nama = useNamaWilayah()
  const { wilayah } = useSesi()
  const kueri = useOp('usulan.rekap', {}, { staleTime: 0 })
  return (
    <>
      <PageHeader
        judul={t('cek')}
        keterangan={nama(wilayah)}
        atas={<Tautan to="/usulan">{`← ${t('judul')}`}</Tautan>}
      />
      <Stack gap="lg">
        <Tenggat langkah="finalisasi" />
        <Section>
          <Tampil kueri={kueri}>
            {({ rekap }) => {
              const jumlah =
                rekap.find((r) => r.jalur === posted.jalur && r.status === posted.status)?.jumlah ??
                0
              return jumlah === 0 ? (
                <Empty judul={t('cekKosong')} isi={t('cekKosongIsi')} />
              ) : (
                <Periksa key={jumlah} jumlah={jumlah} />
              )
            }}
          </Tampil>
        </Section>
      </Stack>
    </>
  )
}

function Periksa({ jumlah }: { jumlah: number }) {
  const t = useTeks(teksUsulan)
  const f = useFormat()
  const { peran } = useSesi()
  const pilihan: PilihanLangkah = { semua: { ...posted, jumlah } }
  const kueri = usePratinjau('finalkan', pilihan)
  const [buka, setBuka] = useState(false)
  if (kueri.isPending) return <Loading baris={5} />
  if (!kueri.data)
    return <ErrorState error={shownOf(kueri.error)} ulang={() => void kueri.refetch()} />
  const boleh = langkahUntuk([posted], peran).some((l) => l.aksi === 'finalkan')
  return (
    <Stack gap="md">
      <RingkasHasil hasil={kueri.data} />
      {kueri.data.tertahan.length > 0 ? (
        <Text size="sm" c="dimmed">
          {t('cekPerbaiki')}
        </Text>
      ) : null}
      <HasilBaris hasil={kueri.data} baris={[]} />
      {boleh && kueri.data.jadi > 0 ? (
        <Group>
          <Button onClick={() => setBuka(true)}>
            {t('cekFinalkan', { n: f.angka(kueri.data.jadi) })}
          </Button>
        </Group>
      ) : null}
      {buka ? (
        <JalankanLangkah
          aksi="finalkan"
          pilihan={pilihan}
          baris={[]}
          dibuka={[]}
          onTutup={() => setBuka(false)}
        />
      ) : null}
    </Stack>
  )
}
