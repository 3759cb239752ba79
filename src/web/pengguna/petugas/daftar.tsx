/** The page Pengguna: officers of one's own area, searched, filtered, paged by key. */
import { Stack } from '@mantine/core'
import { IconFileImport, IconUserPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useRouterState } from '@tanstack/react-router'
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { call } from '#web/api.ts'
import { DaftarBertahap } from '#web/daftar-bertahap.tsx'
import type { InputOf } from '#web/operasi.ts'
import type { SaringanPetugas } from '#web/pengguna/petugas/alamat.ts'
import { CariPetugas } from '#web/pengguna/petugas/cari.tsx'
import { KhususPemberi } from '#web/pengguna/petugas/khusus-pemberi.tsx'
import { PilihSaringan } from '#web/pengguna/petugas/saringan.tsx'
import { SubNavigasi } from '#web/pengguna/petugas/sub-navigasi.tsx'
import { TabelPetugas } from '#web/pengguna/petugas/tabel.tsx'
import { teksPetugas } from '#web/pengguna/petugas/teks.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { TombolTautan } from '#web/tautan.tsx'
import { useNamaWilayah } from '#web/wilayah/nama.ts'

const rute = getRouteApi('/pengguna')

function useDaftar(saringan: SaringanPetugas, q: string) {
  const input: InputOf<'pengguna.daftar'> = { ...saringan, ...(q ? { q } : {}) }
  return useInfiniteQuery({
    queryKey: ['pengguna.daftar', input],
    queryFn: ({ pageParam, signal }) =>
      call('pengguna.daftar', pageParam ? { ...input, setelah: pageParam } : input, { signal }),
    initialPageParam: '',
    getNextPageParam: (terakhir) => terakhir.berikutnya ?? undefined,
    staleTime: 30_000,
  })
}

export function HalamanPengguna() {
  return (
    <KhususPemberi>
      <Daftar />
    </KhususPemberi>
  )
}

function Daftar() {
  const t = useTeks(teksPetugas)
  const nama = useNamaWilayah()
  const sesi = useSesi()
  const saringan = rute.useSearch()
  const q = useRouterState({ select: (s) => s.location.state.cari ?? '' })
  const kueri = useDaftar(saringan, q)
  return (
    <>
      <PageHeader
        judul={t('judul')}
        keterangan={nama(sesi.wilayah)}
        aksi={
          <>
            <TombolTautan
              to="/pengguna/impor"
              variant="default"
              leftSection={<IconFileImport size={16} aria-hidden />}
            >
              {t('impor')}
            </TombolTautan>
            <TombolTautan
              to="/pengguna/undang"
              leftSection={<IconUserPlus size={16} aria-hidden />}
            >
              {t('undang')}
            </TombolTautan>
          </>
        }
      />
      <SubNavigasi />
      <Stack gap="md">
        <CariPetugas q={q} />
        <PilihSaringan saringan={saringan} />
        <Section rapat>
          <Hasil kueri={kueri} dicari={q !== ''} disaring={Object.keys(saringan).length > 0} />
        </Section>
      </Stack>
    </>
  )
}

type HasilProps = { kueri: ReturnType<typeof useDaftar>; dicari: boolean; disaring: boolean }

function Hasil({ kueri, dicari, disaring }: HasilProps) {
  const t = useTeks(teksPetugas)
  const f = useFormat()
  return (
    <DaftarBertahap
      kueri={kueri}
      barisDari={(h) => h.pengguna}
      tampil={(n) => t('tampil', { n: f.angka(n) })}
    >
      {(baris) => (
        <TabelPetugas baris={baris} kosong={<Kosong dicari={dicari} disaring={disaring} />} />
      )}
    </DaftarBertahap>
  )
}

function Kosong({ dicari, disaring }: { dicari: boolean; disaring: boolean }) {
  const t = useTeks(teksPetugas)
  if (dicari || disaring)
    return <Empty judul={t('kosong')} isi={t(dicari ? 'kosongCari' : 'kosongSaring')} />
  return (
    <Empty
      judul={t('awal')}
      isi={t('awalIsi')}
      aksi={<TombolTautan to="/pengguna/undang">{t('undang')}</TombolTautan>}
    />
  )
}
