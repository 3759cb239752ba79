/** Families in order of rank, narrowed by gaps, decile and area; paged by key. */
import { Button, Group, NativeSelect, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTeks } from '#ui/bahasa.ts'
import { Section } from '#ui/section.tsx'
import { Empty, ErrorState, Loading } from '#ui/state.tsx'
import { call, shownOf } from '#web/api.ts'
import { alamatRonde, celah } from '#web/peringkat/alamat.ts'
import type { SatuRonde } from '#web/peringkat/satu.tsx'
import { TabelPeringkat } from '#web/peringkat/tabel.tsx'
import { teksPeringkat } from '#web/peringkat/teks.ts'

const rute = getRouteApi('/peringkat/$id')
const namaCelah = {
  melintasi: 'saring_melintasi',
  bercelah: 'saring_bercelah',
  lengkap: 'lengkap',
} as const

export function KeluargaPeringkat({ r }: { r: SatuRonde }) {
  const t = useTeks(teksPeringkat)
  const pergi = useNavigate()
  const pilihan = rute.useSearch()
  const ubah = (baru: Record<string, unknown>) =>
    void pergi({
      to: '/peringkat/$id',
      params: { id: r.id },
      search: alamatRonde({ ...pilihan, ...baru }),
      replace: true,
      resetScroll: false,
    })
  return (
    <Section judul={t('daftarKeluarga')} keterangan={r.bagian.namaWilayah} rapat>
      <Group px="lg" pb="md" align="flex-end">
        <NativeSelect
          label={t('saring')}
          value={pilihan.celah ?? ''}
          onChange={(e) => ubah({ celah: e.currentTarget.value })}
          data={[
            { value: '', label: t('semua') },
            ...celah.map((c) => ({ value: c, label: t(namaCelah[c]) })),
          ]}
        />
        <NativeSelect
          label={t('desil')}
          value={String(pilihan.desil ?? '')}
          onChange={(e) => ubah({ desil: e.currentTarget.value || undefined })}
          data={[
            { value: '', label: t('semua') },
            ...Array.from({ length: 10 }, (_, i) => ({
              value: String(i + 1),
              label: t('desilN', { n: i + 1 }),
            })),
          ]}
        />
      </Group>
      <Daftar r={r} />
    </Section>
  )
}

function Daftar({ r }: { r: SatuRonde }) {
  const t = useTeks(teksPeringkat)
  const pilihan = rute.useSearch()
  const input = { id: r.id, ...pilihan }
  const kueri = useInfiniteQuery({
    queryKey: ['peringkat.keluarga', input],
    queryFn: ({ pageParam, signal }) =>
      call('peringkat.keluarga', pageParam ? { ...input, setelah: pageParam } : input, { signal }),
    initialPageParam: '',
    getNextPageParam: (p) => p.berikutnya ?? undefined,
  })
  if (kueri.isPending) return <Loading baris={8} />
  if (!kueri.data)
    return <ErrorState error={shownOf(kueri.error)} ulang={() => void kueri.refetch()} />
  return (
    <>
      <TabelPeringkat
        r={r}
        baris={kueri.data.pages.flatMap((p) => p.keluarga)}
        kosong={<Empty judul={t('tabelKosong')} />}
      />
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
      ) : (
        <Text size="xs" c="dimmed" px="lg" pb="sm">
          {t('seriAkhir')}
        </Text>
      )}
    </>
  )
}
