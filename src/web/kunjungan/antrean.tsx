/** The queue of a village with its filters and papers; each row leads to the entry of its result. */
import { Button, Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { kataSebab, type SebabAntrean, sebabAntrean } from '#domain/kunjungan/antrean.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { nomorRt, useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Empty, ErrorState, Loading, type ShownError } from '#ui/state.tsx'
import { call, shownOf } from '#web/api.ts'
import { teksKunjungan } from '#web/kunjungan/teks.ts'
import type { OutputOf } from '#web/operasi.ts'
import { unduh } from '#web/unduh.ts'

export type SaringanAntrean = {
  readonly wilayah: number
  readonly rt?: number | undefined
  readonly sebab?: SebabAntrean | undefined
  readonly saya?: boolean | undefined
}
type Baris = OutputOf<'kunjungan.antrean'>['keluarga'][number]

export const inputAntrean = (s: SaringanAntrean) => ({
  wilayah: s.wilayah,
  ...(s.rt === undefined ? {} : { rt: s.rt }),
  ...(s.sebab ? { sebab: s.sebab } : {}),
})

const alamatOf = (s: SaringanAntrean) => ({
  ...inputAntrean(s),
  ...(s.saya ? { saya: true as const } : {}),
})

export function AntreanKunjungan({
  saringan,
  rt,
}: {
  saringan: SaringanAntrean
  rt: readonly number[]
}) {
  const t = useTeks(teksKunjungan)
  const input = alamatOf(saringan)
  const kueri = useInfiniteQuery({
    queryKey: ['kunjungan.antrean', input],
    queryFn: ({ pageParam, signal }) =>
      call('kunjungan.antrean', pageParam ? { ...input, setelah: pageParam } : input, { signal }),
    initialPageParam: '',
    getNextPageParam: (terakhir) => terakhir.berikutnya ?? undefined,
  })
  const baris = kueri.data?.pages.flatMap((p) => p.keluarga) ?? []
  return (
    <Section judul={t('antrean')} aksi={<Kertas saringan={saringan} />}>
      <Stack gap="md">
        <Saringan saringan={saringan} rt={rt} />
        {kueri.isPending ? <Loading baris={4} /> : null}
        {kueri.isError ? (
          <ErrorState error={shownOf(kueri.error)} ulang={() => void kueri.refetch()} />
        ) : null}
        {kueri.data ? <TabelAntrean baris={baris} /> : null}
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
      </Stack>
    </Section>
  )
}

function Saringan({ saringan, rt }: { saringan: SaringanAntrean; rt: readonly number[] }) {
  const t = useTeks(teksKunjungan)
  const label = useLabel()
  const pergi = useNavigate()
  const ganti = (baru: Partial<SaringanAntrean>) =>
    void pergi({ to: '/kunjungan', search: alamatOf({ ...saringan, ...baru }), replace: true })
  return (
    <Group align="flex-end" gap="md">
      <NativeSelect
        label={t('rt')}
        value={saringan.rt === undefined ? '' : String(saringan.rt)}
        onChange={(e) => {
          const { value } = e.currentTarget
          ganti({ rt: value === '' ? undefined : Number(value) })
        }}
        data={[
          { value: '', label: t('semuaRt') },
          ...rt.map((n) => ({
            value: String(n),
            label: n === 0 ? t('tanpaRt') : `RT ${nomorRt(n)}`,
          })),
        ]}
      />
      <NativeSelect
        label={t('sebab')}
        value={saringan.sebab ?? ''}
        onChange={(e) => {
          const { value } = e.currentTarget
          ganti({ sebab: sebabAntrean.find((s) => s === value) })
        }}
        data={[
          { value: '', label: t('semuaSebab') },
          ...sebabAntrean.map((s) => ({ value: s, label: label(kataSebab[s]) })),
        ]}
      />
      <Checkbox
        label={t('saya')}
        checked={saringan.saya ?? false}
        onChange={(e) => ganti({ saya: e.currentTarget.checked || undefined })}
      />
    </Group>
  )
}

function Kertas({ saringan }: { saringan: SaringanAntrean }) {
  const t = useTeks(teksKunjungan)
  const [mencetak, setMencetak] = useState<string | null>(null)
  const [galat, setGalat] = useState<ShownError | null>(null)
  const cetak = (bentuk: 'prelist' | 'kuesioner') => {
    setMencetak(bentuk)
    setGalat(null)
    const { wilayah, rt } = saringan
    unduh(
      'kunjungan.cetak',
      { bentuk, wilayah, ...(rt === undefined ? {} : { rt }) },
      `${bentuk}.pdf`,
    )
      .catch((e: unknown) => setGalat(shownOf(e)))
      .finally(() => setMencetak(null))
  }
  const tanpaRt = saringan.rt === undefined
  return (
    <Stack gap={4} align="flex-end">
      <Group gap="xs">
        {(['prelist', 'kuesioner'] as const).map((bentuk) => (
          <Button
            key={bentuk}
            variant="default"
            disabled={tanpaRt}
            loading={mencetak === bentuk}
            onClick={() => cetak(bentuk)}
          >
            {t(bentuk)}
          </Button>
        ))}
      </Group>
      {tanpaRt ? (
        <Text size="xs" c="dimmed">
          {t('pilihRt')}
        </Text>
      ) : null}
      {galat ? (
        <Text size="sm" c="red" role="alert">
          {galat.judul}
        </Text>
      ) : null}
    </Stack>
  )
}

function TabelAntrean({ baris }: { baris: readonly Baris[] }) {
  const t = useTeks(teksKunjungan)
  const label = useLabel()
  const f = useFormat()
  const kolom: Kolom<Baris>[] = [
    {
      id: 'kepala',
      judul: t('kepala'),
      kartu: 'judul',
      isi: (k) => (
        <>
          <Link to="/kunjungan/isi/$kab/$keluarga" params={{ kab: String(k.kab), keluarga: k.id }}>
            {k.namaKepala}
          </Link>
          {k.alamat ? (
            <Text size="xs" c="dimmed">
              {k.alamat}
            </Text>
          ) : null}
        </>
      ),
    },
    { id: 'rt', judul: t('rt'), padat: true, kartu: 'label', isi: (k) => nomorRt(k.rt) },
    { id: 'jiwa', judul: t('jiwa'), angka: true, kartu: 'label', isi: (k) => k.jumlahAnggota },
    {
      id: 'terakhir',
      judul: t('terakhir'),
      padat: true,
      kartu: 'label',
      isi: (k) => (k.terakhir ? f.tanggalPendek(k.terakhir) : t('belumPernah')),
    },
    {
      id: 'mengapa',
      judul: t('mengapa'),
      kartu: 'label',
      isi: (k) =>
        k.sebab.length > 0
          ? k.sebab.map((s) => label(kataSebab[s])).join(', ')
          : t('atasPenugasan'),
    },
    {
      id: 'petugas',
      judul: t('petugas'),
      kartu: 'label',
      isi: (k) =>
        k.petugas ? (
          <>
            {k.petugas.nama ?? '–'}
            <Text size="xs" c="dimmed">
              {t('sampai', { hari: f.tanggalPendek(k.petugas.sampai) })}
            </Text>
          </>
        ) : (
          <Text size="sm" c="dimmed" span>
            {t('belumDibagi')}
          </Text>
        ),
    },
  ]
  return (
    <DataTable
      caption={t('antrean')}
      kolom={kolom}
      baris={baris}
      kunci={(k) => k.id}
      kosong={<Empty judul={t('kosong')} isi={t('kosongIsi')} />}
      barisTautan
    />
  )
}
