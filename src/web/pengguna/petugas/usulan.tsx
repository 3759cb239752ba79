/** The page of proposed administrators: what waits for a second person, and what was decided. */
import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty, ErrorState, Loading } from '#ui/state.tsx'
import { type Nada, Status } from '#ui/status.tsx'
import { call, shownOf } from '#web/api.ts'
import type { OutputOf } from '#web/operasi.ts'
import { KhususPemberi } from '#web/pengguna/petugas/khusus-pemberi.tsx'
import { PutuskanUsulan } from '#web/pengguna/petugas/putuskan-usulan.tsx'
import { SubNavigasi } from '#web/pengguna/petugas/sub-navigasi.tsx'
import { teksUsulan } from '#web/pengguna/petugas/teks-usulan.ts'
import { RingkasTugas } from '#web/pengguna/petugas/tugas-ringkas.tsx'

export type Usulan = OutputOf<'pengguna.usulan'>['usulan'][number]

const rute = getRouteApi('/pengguna/usulan')

export function HalamanUsulan() {
  return (
    <KhususPemberi>
      <Halaman />
    </KhususPemberi>
  )
}

function useUsulan(semua: boolean) {
  return useInfiniteQuery({
    queryKey: ['pengguna.usulan', { semua }],
    queryFn: ({ pageParam, signal }) =>
      call('pengguna.usulan', pageParam ? { semua, setelah: pageParam } : { semua }, { signal }),
    initialPageParam: '',
    getNextPageParam: (terakhir) => terakhir.berikutnya ?? undefined,
  })
}

function Halaman() {
  const t = useTeks(teksUsulan)
  const pergi = useNavigate()
  const { semua } = rute.useSearch()
  const kueri = useUsulan(semua === true)
  const [dipilih, setDipilih] = useState<Usulan | null>(null)
  return (
    <>
      <PageHeader judul={t('judul')} keterangan={t('isi')} />
      <SubNavigasi />
      <Stack gap="md">
        <Group>
          <SegmentedControl
            aria-label={t('tampilkan')}
            value={semua ? 'semua' : 'menunggu'}
            onChange={(v) =>
              void pergi({
                to: '/pengguna/usulan',
                search: v === 'semua' ? { semua: true } : {},
                replace: true,
              })
            }
            data={[
              { value: 'menunggu', label: t('menunggu') },
              { value: 'semua', label: t('semua') },
            ]}
          />
        </Group>
        <Section rapat>
          <Isi kueri={kueri} onPeriksa={setDipilih} />
        </Section>
      </Stack>
      {dipilih ? <PutuskanUsulan u={dipilih} onTutup={() => setDipilih(null)} /> : null}
    </>
  )
}

type IsiProps = { kueri: ReturnType<typeof useUsulan>; onPeriksa: (u: Usulan) => void }

function Isi({ kueri, onPeriksa }: IsiProps) {
  const t = useTeks(teksUsulan)
  const kolom = useKolom(onPeriksa)
  if (kueri.isPending) return <Loading />
  if (!kueri.data)
    return <ErrorState error={shownOf(kueri.error)} ulang={() => void kueri.refetch()} />
  return (
    <>
      <DataTable
        caption={t('judul')}
        kolom={kolom}
        baris={kueri.data.pages.flatMap((h) => h.usulan)}
        kunci={(u) => u.id}
        kosong={<Empty judul={t('kosong')} isi={t('kosongIsi')} />}
      />
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
    </>
  )
}

const nada: Record<Usulan['status'], Nada> = {
  menunggu: 'perhatian',
  disetujui: 'baik',
  ditolak: 'salah',
  kedaluwarsa: 'netral',
}

function useKolom(onPeriksa: (u: Usulan) => void): Kolom<Usulan>[] {
  const t = useTeks(teksUsulan)
  const f = useFormat()
  return useMemo(
    () => [
      { id: 'siapa', judul: t('siapa'), kartu: 'judul', isi: (u) => <b>{u.pengguna.nama}</b> },
      { id: 'tugas', judul: t('tugas'), isi: (u) => <RingkasTugas tugas={u.tugas} /> },
      {
        id: 'pengusul',
        judul: t('pengusul'),
        isi: (u) => (
          <>
            {u.pengusul.nama}
            <Text size="xs" c="dimmed">
              {f.waktu(u.diusulkanPada)}
            </Text>
          </>
        ),
      },
      { id: 'status', judul: t('status'), isi: (u) => <StatusUsulan u={u} /> },
      {
        id: 'aksi',
        judul: t('periksa'),
        judulTersembunyi: true,
        kartu: 'polos',
        isi: (u) => <Aksi u={u} onPeriksa={onPeriksa} />,
      },
    ],
    [t, f, onPeriksa],
  )
}

function StatusUsulan({ u }: { u: Usulan }) {
  const t = useTeks(teksUsulan)
  return (
    <>
      <Status nada={nada[u.status]}>{t(u.status)}</Status>
      {u.pemutus ? (
        <Text size="xs" c="dimmed">
          {[t('diputus', { status: t(u.status), nama: u.pemutus.nama }), u.alasan]
            .filter(Boolean)
            .join('. ')}
        </Text>
      ) : null}
    </>
  )
}

function Aksi({ u, onPeriksa }: { u: Usulan; onPeriksa: (u: Usulan) => void }) {
  const t = useTeks(teksUsulan)
  if (u.status !== 'menunggu') return null
  if (!u.bolehMemutus)
    return (
      <Text size="sm" c="dimmed">
        {t('tidakBoleh')}
      </Text>
    )
  return (
    <Button size="xs" onClick={() => onPeriksa(u)}>
      {t('periksa')}
    </Button>
  )
}
