/** Earlier imports, newest first, each with what became of its rows. */
import { Button, Group, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type Terjemah, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Empty, ErrorState, Loading } from '#ui/state.tsx'
import { call, shownOf } from '#web/api.ts'
import { berjalan, type Impor, StatusImpor } from '#web/impor/status.tsx'
import { teksImpor } from '#web/impor/teks.ts'

export function DaftarImpor() {
  const t = useTeks(teksImpor)
  const kolom = useKolom()
  const kueri = useInfiniteQuery({
    queryKey: ['impor.daftar'],
    queryFn: ({ pageParam, signal }) =>
      call('impor.daftar', pageParam ? { setelah: pageParam } : {}, { signal }),
    initialPageParam: '',
    getNextPageParam: (p) => p.berikutnya ?? undefined,
    refetchInterval: (q) =>
      q.state.data?.pages.some((p) => p.impor.some((i) => berjalan(i.status))) ? 2000 : false,
  })
  return (
    <Section judul={t('daftar')} rapat>
      {kueri.data ? (
        <DataTable
          caption={t('daftar')}
          kolom={kolom}
          baris={kueri.data.pages.flatMap((p) => p.impor)}
          kunci={(i) => i.id}
          barisTautan
          kosong={<Empty judul={t('kosong')} isi={t('kosongIsi')} />}
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
            {t('muatLagi')}
          </Button>
        </Group>
      ) : null}
    </Section>
  )
}

function useKolom(): Kolom<Impor>[] {
  const t = useTeks(teksImpor)
  const f = useFormat()
  return useMemo(() => {
    const angka = (id: 'diterima' | 'ditandai' | 'ditahan'): Kolom<Impor> => ({
      id,
      judul: t(id),
      angka: true,
      isi: (i) => f.angka(i[id]),
    })
    return [
      { id: 'berkas', judul: t('berkas'), kartu: 'judul', isi: (i) => <Berkas i={i} /> },
      { id: 'status', judul: t('status'), isi: (i) => <StatusImpor status={i.status} /> },
      {
        id: 'baris',
        judul: t('baris'),
        angka: true,
        isi: (i) => (i.jumlahBaris === null ? '–' : f.angka(i.jumlahBaris)),
      },
      angka('diterima'),
      angka('ditandai'),
      angka('ditahan'),
      {
        id: 'waktu',
        judul: t('waktu'),
        isi: (i) => (
          <>
            {f.waktu(i.dibuatPada)}
            {i.pengunggah ? (
              <Text size="xs" c="dimmed">
                {i.pengunggah}
              </Text>
            ) : null}
          </>
        ),
      },
    ]
  }, [t, f])
}

const dikenal = ['siks', 'bdt', 'pbdt-2015', 'p3ke', 'peringkat-luar'] as const

/** The format in words; one that came later shows its own code. */
function namaFormat(
  t: Terjemah<`format_${(typeof dikenal)[number]}` | 'belumTahu'>,
  format: string | null,
): string {
  if (format === null) return t('belumTahu')
  const kode = dikenal.find((d) => d === format)
  return kode ? t(`format_${kode}`) : format
}

function Berkas({ i }: { i: Impor }) {
  const t = useTeks(teksImpor)
  return (
    <>
      <Link to="/impor/$id" params={{ id: i.id }} style={{ overflowWrap: 'anywhere' }}>
        {i.namaBerkas}
      </Link>
      <Text size="xs" c="dimmed">
        {namaFormat(t, i.format)} · {i.namaWilayah}
      </Text>
    </>
  )
}
