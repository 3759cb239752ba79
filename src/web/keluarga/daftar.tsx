/** The page Keluarga: search, filters kept in the address, and the list paged by key. */
import { Stack } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useRouterState } from '@tanstack/react-router'
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { call } from '#web/api.ts'
import { DaftarBertahap } from '#web/daftar-bertahap.tsx'
import type { Saringan } from '#web/keluarga/alamat-saringan.ts'
import { FormCari } from '#web/keluarga/form-cari.tsx'
import { SaringanKeluarga } from '#web/keluarga/saringan.tsx'
import { TabelKeluarga } from '#web/keluarga/tabel.tsx'
import { teksKeluarga } from '#web/keluarga/teks.ts'
import type { InputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { TombolTautan } from '#web/tautan.tsx'
import { useNamaWilayah } from '#web/wilayah/nama.ts'

const rute = getRouteApi('/keluarga')

const inputOf = (s: Saringan, q: string): InputOf<'keluarga.daftar'> => ({
  ...(q ? { q } : {}),
  ...(s.wilayah === undefined ? {} : { wilayah: s.wilayah }),
  ...(s.rt === undefined ? {} : { rt: s.rt }),
  ...(s.menerima ? { menerima: s.menerima } : {}),
  ...(s.desil === undefined ? {} : { desil: s.desil }),
  ...(s.kelayakan ? { kelayakan: s.kelayakan } : {}),
  ...(s.ditandai ? { ditandai: true } : {}),
})

function useDaftar(saringan: Saringan, q: string) {
  const input = inputOf(saringan, q)
  return useInfiniteQuery({
    queryKey: ['keluarga.daftar', input],
    queryFn: ({ pageParam, signal }) =>
      call('keluarga.daftar', pageParam ? { ...input, setelah: pageParam } : input, { signal }),
    initialPageParam: '',
    getNextPageParam: (terakhir) => terakhir.berikutnya ?? undefined,
    staleTime: 30_000,
  })
}

export function HalamanKeluarga() {
  const t = useTeks(teksKeluarga)
  const f = useFormat()
  const nama = useNamaWilayah()
  const sesi = useSesi()
  const saringan = rute.useSearch()
  const q = useRouterState({ select: (s) => s.location.state.cari ?? '' })
  const kueri = useDaftar(saringan, q)
  const jumlah = kueri.data?.pages[0]?.jumlah
  const keterangan = [
    nama(sesi.wilayah),
    ...(typeof jumlah === 'number' ? [t('jumlah', { n: f.angka(jumlah) })] : []),
  ].join(' · ')
  return (
    <>
      <PageHeader judul={t('judul')} keterangan={keterangan} />
      <Stack gap="md">
        <FormCari q={q} />
        <SaringanKeluarga saringan={saringan} />
        <Section rapat>
          <Hasil kueri={kueri} dicari={q !== ''} disaring={Object.keys(saringan).length > 0} />
        </Section>
      </Stack>
    </>
  )
}

type HasilProps = { kueri: ReturnType<typeof useDaftar>; dicari: boolean; disaring: boolean }

function Hasil({ kueri, dicari, disaring }: HasilProps) {
  const t = useTeks(teksKeluarga)
  const f = useFormat()
  return (
    <DaftarBertahap
      kueri={kueri}
      barisDari={(h) => h.keluarga}
      tampil={(n) => t('tampil', { n: f.angka(n) })}
    >
      {(baris) => (
        <TabelKeluarga baris={baris} kosong={<Kosong dicari={dicari} disaring={disaring} />} />
      )}
    </DaftarBertahap>
  )
}

function Kosong({ dicari, disaring }: { dicari: boolean; disaring: boolean }) {
  const t = useTeks(teksKeluarga)
  if (!dicari && !disaring)
    return (
      <Empty
        judul={t('awal')}
        isi={t('awalIsi')}
        aksi={<TombolTautan to="/impor">{t('awalTombol')}</TombolTautan>}
      />
    )
  return <Empty judul={t('kosong')} isi={t(dicari ? 'kosongCari' : 'kosongSaring')} />
}
