/** Two rankings compared: who moved between deciles, by how much, with the families behind each move. */
import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { nomorRt, useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty, ErrorState, Loading } from '#ui/state.tsx'
import { call, shownOf } from '#web/api.ts'
import type { OutputOf } from '#web/operasi.ts'
import { Matriks } from '#web/peringkat/matriks.tsx'
import { teksPeringkat } from '#web/peringkat/teks.ts'
import { Tautan } from '#web/tautan.tsx'

const rute = getRouteApi('/peringkat/$id/banding/$lawan')
export const arahBanding = ['naik', 'turun', 'baru', 'hilang'] as const
type Halaman = OutputOf<'peringkat.banding'>

export function HalamanBanding() {
  const { id, lawan } = rute.useParams()
  const { arah = 'naik' } = rute.useSearch()
  const kueri = useInfiniteQuery({
    queryKey: ['peringkat.banding', { id, lawan, arah }],
    queryFn: ({ pageParam, signal }) =>
      call(
        'peringkat.banding',
        pageParam ? { id, lawan, arah, setelah: pageParam } : { id, lawan, arah },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (p) => p.berikutnya ?? undefined,
    placeholderData: (lama) => lama,
  })
  const awal = kueri.data?.pages[0]
  if (kueri.isError)
    return <ErrorState error={shownOf(kueri.error)} ulang={() => void kueri.refetch()} halaman />
  if (!awal) return <Loading />
  return (
    <Isi
      awal={awal}
      baris={kueri.data?.pages.flatMap((p) => p.keluarga) ?? []}
      lagi={
        kueri.hasNextPage
          ? { sibuk: kueri.isFetchingNextPage, muat: () => void kueri.fetchNextPage() }
          : null
      }
    />
  )
}

type IsiProps = {
  awal: Halaman
  baris: Halaman['keluarga']
  lagi: { sibuk: boolean; muat: () => void } | null
}

function Isi({ awal, baris, lagi }: IsiProps) {
  const t = useTeks(teksPeringkat)
  const label = useLabel()
  const pergi = useNavigate()
  const { id, lawan } = rute.useParams()
  const { arah = 'naik' } = rute.useSearch()
  const sebut = (r: Halaman['kini']) => `${label(r.judul)} (${label(r.namaModel)})`
  return (
    <>
      <PageHeader
        judul={t('bandingJudul')}
        keterangan={t('bandingKet', { kini: sebut(awal.kini), lawan: sebut(awal.lawan) })}
        atas={<Tautan to="/peringkat/$id" params={{ id }}>{`← ${label(awal.kini.judul)}`}</Tautan>}
      />
      <Stack gap="lg">
        <Section judul={t('matriks')} keterangan={t('matriksIsi')} rapat>
          <Matriks sel={awal.matriks} />
        </Section>
        <Section judul={t('keluarga')} rapat>
          <Group px="lg" pb="md" style={{ overflowX: 'auto' }} wrap="nowrap">
            <SegmentedControl
              value={arah}
              aria-label={t('arah')}
              onChange={(v) =>
                void pergi({
                  to: '/peringkat/$id/banding/$lawan',
                  params: { id, lawan },
                  search: { arah: arahBanding.find((a) => a === v) ?? 'naik' },
                  replace: true,
                  resetScroll: false,
                })
              }
              data={arahBanding.map((a) => ({ value: a, label: t(a) }))}
            />
          </Group>
          <TabelPindah baris={baris} />
          {lagi ? (
            <Group justify="center" py="sm">
              <Button variant="default" loading={lagi.sibuk} onClick={lagi.muat}>
                {t('muatLagi')}
              </Button>
            </Group>
          ) : null}
        </Section>
      </Stack>
    </>
  )
}

function TabelPindah({ baris }: { baris: Halaman['keluarga'] }) {
  const t = useTeks(teksPeringkat)
  const f = useFormat()
  const kolom = useMemo<Kolom<Halaman['keluarga'][number]>[]>(() => {
    const tempat = (p: Halaman['keluarga'][number]['kini']) =>
      p === null ? (
        <Text size="sm" c="dimmed" span>
          {t('tidakAda')}
        </Text>
      ) : (
        <>
          {t('desilN', { n: p.desil })}
          <Text size="xs" c="dimmed">
            {t('persentilN', { n: f.angka(p.persentil) })}
          </Text>
        </>
      )
    return [
      {
        id: 'kepala',
        judul: t('kepala'),
        kartu: 'judul',
        isi: (b) => (
          <Tautan
            to="/keluarga/$kab/$id"
            params={{ kab: String(b.kab), id: b.keluarga }}
            search={{ lihat: 'peringkat' }}
          >
            {b.namaKepala}
          </Tautan>
        ),
      },
      { id: 'wilayah', judul: t('wilayah'), isi: (b) => `${b.namaWilayah}, RT ${nomorRt(b.rt)}` },
      { id: 'dulu', judul: t('dulu'), isi: (b) => tempat(b.dulu) },
      { id: 'kini', judul: t('kini'), isi: (b) => tempat(b.kini) },
    ]
  }, [t, f])
  return (
    <DataTable
      caption={t('keluarga')}
      kolom={kolom}
      baris={baris}
      kunci={(b) => `${b.kab}/${b.keluarga}`}
      kosong={<Empty judul={t('bandingKosong')} />}
    />
  )
}
