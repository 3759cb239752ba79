/** The page Serah terima: what was received from whom, and for those who give roles, of their area. */
import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty, ErrorState, Loading } from '#ui/state.tsx'
import { Status } from '#ui/status.tsx'
import { call, shownOf } from '#web/api.ts'
import type { OutputOf } from '#web/operasi.ts'
import { memberiTugas } from '#web/pengguna/petugas/kemampuan.ts'
import { SubNavigasi } from '#web/pengguna/petugas/sub-navigasi.tsx'
import { teksSerah } from '#web/pengguna/petugas/teks-serah.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { TombolTautan } from '#web/tautan.tsx'
import { useNamaWilayah } from '#web/wilayah/nama.ts'

type Serah = OutputOf<'pengguna.serah_terima'>['serahTerima'][number]
type Butir = Serah['butir'][number]
type Lingkup = 'saya' | 'wilayah'

const rute = getRouteApi('/serah-terima')

function useSerahTerima(lingkup: Lingkup) {
  return useInfiniteQuery({
    queryKey: ['pengguna.serah_terima', 'halaman', { lingkup }],
    queryFn: ({ pageParam, signal }) =>
      call('pengguna.serah_terima', pageParam ? { lingkup, setelah: pageParam } : { lingkup }, {
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (terakhir) => terakhir.berikutnya ?? undefined,
  })
}

export function HalamanSerahTerima() {
  const t = useTeks(teksSerah)
  const nama = useNamaWilayah()
  const sesi = useSesi()
  const pergi = useNavigate()
  const pemberi = memberiTugas(sesi.peran)
  const { lingkup } = rute.useSearch()
  const dipakai: Lingkup = pemberi ? (lingkup ?? 'wilayah') : 'saya'
  const kueri = useSerahTerima(dipakai)
  return (
    <>
      <PageHeader judul={t('judul')} keterangan={nama(sesi.wilayah)} />
      <SubNavigasi />
      <Stack gap="md">
        {pemberi ? (
          <Group>
            <SegmentedControl
              aria-label={t('lingkup')}
              value={dipakai}
              onChange={(v) =>
                void pergi({
                  to: '/serah-terima',
                  search: v === 'saya' ? { lingkup: 'saya' } : {},
                  replace: true,
                })
              }
              data={[
                { value: 'wilayah', label: t('wilayah') },
                { value: 'saya', label: t('saya') },
              ]}
            />
          </Group>
        ) : null}
        <Isi kueri={kueri} lingkup={dipakai} />
      </Stack>
    </>
  )
}

type IsiProps = { kueri: ReturnType<typeof useSerahTerima>; lingkup: Lingkup }

function Isi({ kueri, lingkup }: IsiProps) {
  const t = useTeks(teksSerah)
  if (kueri.isPending) return <Loading />
  if (!kueri.data)
    return <ErrorState error={shownOf(kueri.error)} ulang={() => void kueri.refetch()} />
  const semua = kueri.data.pages.flatMap((h) => h.serahTerima)
  if (semua.length === 0)
    return (
      <Section>
        <Empty
          judul={t(lingkup === 'saya' ? 'kosongSaya' : 'kosongWilayah')}
          isi={t(lingkup === 'saya' ? 'kosongSayaIsi' : 'kosongWilayahIsi')}
        />
      </Section>
    )
  return (
    <>
      {semua.map((s) => (
        <SatuSerah key={s.id} s={s} bolehTeruskan={lingkup === 'saya'} />
      ))}
      {kueri.hasNextPage ? (
        <Group justify="center">
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

function SatuSerah({ s, bolehTeruskan }: { s: Serah; bolehTeruskan: boolean }) {
  const t = useTeks(teksSerah)
  const f = useFormat()
  const judul = [
    t('dari', { nama: s.dari.nama }),
    s.kepada ? t('kepada', { nama: s.kepada.nama }) : null,
  ]
  const belum = s.butir.filter((b) => !b.selesai).length
  return (
    <Section
      judul={judul.filter(Boolean).join(' ')}
      keterangan={
        <>
          {f.waktu(s.waktu)} · {s.oleh ? t('oleh', { nama: s.oleh.nama }) : t('olehSistem')}
          <Text size="sm" c="dimmed">
            {t('alasanKet', { alasan: s.alasan })}
          </Text>
        </>
      }
      aksi={
        s.kepada === null ? (
          <Status nada="perhatian">{t('menunggu')}</Status>
        ) : (
          <Text size="sm" c="dimmed">
            {t('sisa', { belum: f.angka(belum), semua: f.angka(s.butir.length) })}
          </Text>
        )
      }
      rapat
    >
      <TabelButir judul={judul.filter(Boolean).join(' ')} butir={s.butir} tombol={bolehTeruskan} />
    </Section>
  )
}

type TabelProps = { judul: string; butir: readonly Butir[]; tombol: boolean }

function TabelButir({ judul, butir, tombol }: TabelProps) {
  const t = useTeks(teksSerah)
  const label = useLabel()
  const kolom = useMemo<Kolom<Butir>[]>(
    () => [
      { id: 'judul', judul: t('judulPekerjaan'), kartu: 'judul', isi: (b) => b.judul },
      { id: 'jenis', judul: t('jenis'), isi: (b) => label(b.jenisLabel) },
      {
        id: 'keadaan',
        judul: t('keadaan'),
        isi: (b) =>
          b.selesai ? (
            <Status nada="baik">{t('selesai')}</Status>
          ) : (
            <>
              <Status nada="perhatian">{t('belum')}</Status>
              <Text size="xs" c="dimmed">
                {label(b.keadaan)}
              </Text>
            </>
          ),
      },
      {
        id: 'aksi',
        judul: t('teruskan'),
        judulTersembunyi: true,
        kartu: 'polos',
        isi: (b) =>
          tombol && !b.selesai ? (
            <TombolTautan to={b.alamat} size="xs">
              {t('teruskan')}
            </TombolTautan>
          ) : null,
      },
    ],
    [t, label, tombol],
  )
  return (
    <DataTable caption={judul} kolom={kolom} baris={butir} kunci={(b) => `${b.jenis}/${b.objek}`} />
  )
}
