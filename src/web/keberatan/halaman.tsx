/** The page of notices and objections: who was told, until when they may object, and what was decided. */

import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { pemberiTahu } from '#contract/peran.ts'
import { keadaanPemberitahuan, semuaKeadaanPemberitahuan } from '#domain/keberatan/keadaan.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { ErrorState, Loading } from '#ui/state.tsx'
import { call, shownOf } from '#web/api.ts'
import { kataGalat } from '#web/galat.tsx'
import { TabelPemberitahuan } from '#web/keberatan/tabel.tsx'
import { teksKeberatan } from '#web/keberatan/teks.ts'
import { TerbitkanPemberitahuan } from '#web/keberatan/terbitkan.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan } from '#web/tautan.tsx'
import { unduh } from '#web/unduh.ts'

const rute = getRouteApi('/pemberitahuan')
type Halaman = OutputOf<'pemberitahuan.daftar'>

export function HalamanPemberitahuan() {
  const t = useTeks(teksKeberatan)
  const { wilayah } = useSesi()
  const { keadaan, daftar, keluarga } = rute.useSearch()
  const input = {
    ...(keadaan ? { keadaan } : {}),
    ...(daftar ? { daftar } : {}),
    ...(keluarga ? { keluarga } : {}),
  }
  const kueri = useInfiniteQuery({
    queryKey: ['pemberitahuan.daftar', input],
    queryFn: ({ pageParam, signal }) =>
      call(
        'pemberitahuan.daftar',
        { ...input, ...(pageParam ? { setelah: pageParam } : {}) },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (p: Halaman) => p.berikutnya ?? undefined,
  })
  const [awal] = kueri.data?.pages ?? []
  return (
    <>
      <PageHeader
        judul={t('judul')}
        keterangan={`${wilayah.nama} · ${t('isi')}`}
        atas={
          daftar ? (
            <Tautan to="/daftar/$id" params={{ id: daftar }}>{`← ${t('daftar')}`}</Tautan>
          ) : undefined
        }
      />
      <Stack gap="lg">
        {awal ? <Atas hitung={awal.hitung} daftar={daftar} /> : null}
        <Section judul={t('daftar')} rapat aksi={<PilihKeadaan hitung={awal?.hitung} />}>
          {kueri.data ? (
            <TabelPemberitahuan baris={kueri.data.pages.flatMap((p) => p.pemberitahuan)} />
          ) : kueri.isError ? (
            <ErrorState error={shownOf(kueri.error)} ulang={() => void kueri.refetch()} />
          ) : (
            <Loading baris={6} />
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
      </Stack>
    </>
  )
}

/** What waits: overdue decisions, families to be told, letters to be printed. */
function Atas({ hitung, daftar }: { hitung: Halaman['hitung']; daftar: string | undefined }) {
  const t = useTeks(teksKeberatan)
  const f = useFormat()
  const { peran } = useSesi()
  const [galat, setGalat] = useState<string | null>(null)
  const memberi = pemberiTahu.some((p) => p === peran)
  const ada = hitung.menunggu + hitung.keberatan + hitung.selesai > 0
  const cetak = async () => {
    setGalat(null)
    try {
      await unduh('pemberitahuan.cetak', daftar ? { daftar } : {}, 'pemberitahuan.pdf')
    } catch (error) {
      setGalat(kataGalat(error) ?? null)
    }
  }
  return (
    <>
      {hitung.terlambat > 0 ? (
        <Notice nada="perhatian" judul={t('terlambat', { n: f.angka(hitung.terlambat) })}>
          <Text size="sm">{t('terlambatIsi')}</Text>
        </Notice>
      ) : null}
      {galat ? <Notice nada="salah" judul={galat} role="alert" /> : null}
      {memberi ? (
        <Group gap="xs">
          {daftar ? null : <TerbitkanPemberitahuan sebab="tidak_layak" />}
          {ada ? (
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={() => void cetak()}
            >
              {t('cetakSemua')}
            </Button>
          ) : null}
        </Group>
      ) : null}
    </>
  )
}

function PilihKeadaan({ hitung }: { hitung: Halaman['hitung'] | undefined }) {
  const t = useTeks(teksKeberatan)
  const f = useFormat()
  const label = useLabel()
  const pergi = useNavigate()
  const cari = rute.useSearch()
  return (
    <NativeSelect
      aria-label={t('pilihKeadaan')}
      value={cari.keadaan ?? ''}
      data={[
        { value: '', label: t('semua') },
        ...semuaKeadaanPemberitahuan.map((k) => ({
          value: k,
          label: `${label(keadaanPemberitahuan[k])}${hitung ? ` (${f.angka(hitung[k])})` : ''}`,
        })),
      ]}
      onChange={(e) => {
        const { keadaan: _, ...lain } = cari
        const k = semuaKeadaanPemberitahuan.find((one) => one === e.currentTarget.value)
        void pergi({
          to: '/pemberitahuan',
          search: k ? { ...lain, keadaan: k } : lain,
          replace: true,
        })
      }}
    />
  )
}
