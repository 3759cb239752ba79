/** Who gave, changed and ended what: the history of one officer, newest first. */
import { Button, Group, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { ErrorState, Loading } from '#ui/state.tsx'
import { call, shownOf } from '#web/api.ts'
import type { OutputOf } from '#web/operasi.ts'
import { teksSatuPetugas } from '#web/pengguna/petugas/teks-satu.ts'

type Peristiwa = OutputOf<'pengguna.riwayat'>['peristiwa'][number]

export function RiwayatPetugas({ id }: { id: string }) {
  const t = useTeks(teksSatuPetugas)
  const kolom = useKolom()
  const kueri = useInfiniteQuery({
    queryKey: ['pengguna.riwayat', { id }],
    queryFn: ({ pageParam, signal }) =>
      call('pengguna.riwayat', pageParam ? { id, setelah: pageParam } : { id }, { signal }),
    initialPageParam: '',
    getNextPageParam: (terakhir) => terakhir.berikutnya ?? undefined,
  })
  return (
    <Section judul={t('riwayat')} keterangan={t('riwayatIsi')} rapat>
      {kueri.data ? (
        <DataTable
          caption={t('riwayat')}
          kolom={kolom}
          baris={kueri.data.pages.flatMap((h) => h.peristiwa)}
          kunci={(b) => b.id}
          kosong={
            <Text size="sm" c="dimmed" px="lg" pb="lg">
              {t('riwayatKosong')}
            </Text>
          }
        />
      ) : kueri.isError ? (
        <ErrorState error={shownOf(kueri.error)} ulang={() => void kueri.refetch()} />
      ) : (
        <Loading />
      )}
      {kueri.hasNextPage ? (
        <Group justify="center" py="sm">
          <Button
            variant="default"
            loading={kueri.isFetchingNextPage}
            onClick={() => void kueri.fetchNextPage()}
          >
            {t('lagi')}
          </Button>
        </Group>
      ) : null}
    </Section>
  )
}

function useKolom(): Kolom<Peristiwa>[] {
  const t = useTeks(teksSatuPetugas)
  const f = useFormat()
  const label = useLabel()
  return useMemo(
    () => [
      { id: 'apa', judul: t('apa'), kartu: 'judul', isi: (b) => label(b.kalimat) },
      { id: 'kapan', judul: t('kapan'), padat: true, isi: (b) => f.waktu(b.waktu) },
      { id: 'oleh', judul: t('oleh'), isi: (b) => b.oleh ?? t('sistem') },
    ],
    [t, f, label],
  )
}
