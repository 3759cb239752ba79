/** Findings: causes with their counts first, then row by row with cause and remedy. */
import { Button, Group, NativeSelect, Pill, Stack, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Empty, ErrorState, Loading } from '#ui/state.tsx'
import { Status } from '#ui/status.tsx'
import { call, shownOf } from '#web/api.ts'
import type { SatuImpor } from '#web/impor/satu.tsx'
import { TabelTemuan } from '#web/impor/tabel-temuan.tsx'
import { teksImpor } from '#web/impor/teks.ts'
import { kunciTingkat, nadaTingkat, type Tingkat } from '#web/impor/tingkat.ts'

const rute = getRouteApi('/impor/$id')
type Sebab = SatuImpor['sebab'][number]
const tingkat = ['salah', 'perlu_dicek', 'catatan'] as const

/** Changes the filters of the findings in the address. */
function useSaring(id: string) {
  const pergi = useNavigate()
  const kini = rute.useSearch()
  return (baru: { tingkat?: Tingkat | undefined; kode?: string | undefined }) => {
    const gabung = { tingkat: kini.tingkat, kode: kini.kode, ...baru }
    void pergi({
      to: '/impor/$id',
      params: { id },
      search: {
        lihat: 'temuan',
        ...(gabung.tingkat ? { tingkat: gabung.tingkat } : {}),
        ...(gabung.kode ? { kode: gabung.kode } : {}),
      },
      replace: true,
      resetScroll: false,
    })
  }
}

export function Temuan({ d }: { d: SatuImpor }) {
  const t = useTeks(teksImpor)
  if (d.sebab.length === 0)
    return (
      <Section>
        <Empty judul={t('temuanKosong')} isi={t('temuanKosongIsi')} />
      </Section>
    )
  return (
    <Stack gap="lg">
      <TabelSebab d={d} />
      <PerBaris d={d} />
    </Stack>
  )
}

function TabelSebab({ d }: { d: SatuImpor }) {
  const t = useTeks(teksImpor)
  const f = useFormat()
  const label = useLabel()
  const saring = useSaring(d.id)
  const kolom = useMemo<Kolom<Sebab>[]>(
    () => [
      { id: 'sebab', judul: t('sebab'), kartu: 'judul', isi: (s) => label(s.sebab) },
      {
        id: 'tingkat',
        judul: t('tingkat'),
        isi: (s) => <Status nada={nadaTingkat[s.tingkat]}>{t(kunciTingkat[s.tingkat])}</Status>,
      },
      { id: 'perbaikan', judul: t('perbaikan'), kartu: 'polos', isi: (s) => label(s.perbaikan) },
      {
        id: 'jumlah',
        judul: t('jumlah'),
        angka: true,
        isi: (s) => f.angka(s.jumlah),
        urut: (s) => s.jumlah,
      },
      {
        id: 'aksi',
        judul: t('tindakan'),
        judulTersembunyi: true,
        kartu: 'polos',
        isi: (s) => (
          <Button
            variant="default"
            size="xs"
            onClick={() => saring({ kode: s.kode, tingkat: undefined })}
            aria-label={`${t('tampilkan')}: ${label(s.sebab)}`}
          >
            {t('tampilkan')}
          </Button>
        ),
      },
    ],
    [t, f, label, saring],
  )
  return (
    <Section judul={t('sebabJudul')} rapat>
      <DataTable
        caption={t('sebabJudul')}
        kolom={kolom}
        baris={d.sebab}
        kunci={(s) => `${s.kode}/${s.tingkat}`}
      />
    </Section>
  )
}

function PerBaris({ d }: { d: SatuImpor }) {
  const t = useTeks(teksImpor)
  const label = useLabel()
  const kini = rute.useSearch()
  const saring = useSaring(d.id)
  const input = {
    id: d.id,
    ...(kini.tingkat ? { tingkat: kini.tingkat } : {}),
    ...(kini.kode ? { kode: kini.kode } : {}),
  }
  const kueri = useInfiniteQuery({
    queryKey: ['impor.temuan', input],
    queryFn: ({ pageParam, signal }) =>
      call('impor.temuan', pageParam ? { ...input, setelah: pageParam } : input, { signal }),
    initialPageParam: '',
    getNextPageParam: (p) => p.berikutnya ?? undefined,
  })
  const sebab = d.sebab.find((s) => s.kode === kini.kode)
  return (
    <Section judul={t('temuan')} rapat>
      <Group px="lg" pb="md" align="flex-end">
        <NativeSelect
          label={t('tingkat')}
          value={kini.tingkat ?? ''}
          onChange={(e) => saring({ tingkat: tingkat.find((x) => x === e.currentTarget.value) })}
          data={[
            { value: '', label: t('semua') },
            ...tingkat.map((x) => ({ value: x, label: t(kunciTingkat[x]) })),
          ]}
        />
        {sebab ? (
          <Pill
            size="lg"
            withRemoveButton
            removeButtonProps={{ 'aria-label': t('hapusSebab'), tabIndex: 0, 'aria-hidden': false }}
            onRemove={() => saring({ kode: undefined })}
          >
            {t('hanyaSebab', { sebab: label(sebab.sebab) })}
          </Pill>
        ) : null}
      </Group>
      {kueri.data ? (
        <TabelTemuan
          baris={kueri.data.pages.flatMap((p) => p.temuan)}
          kosong={
            <Text size="sm" c="dimmed" px="lg" pb="lg">
              {t('temuanSaring')}
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
            {t('muatLagi')}
          </Button>
        </Group>
      ) : null}
    </Section>
  )
}
