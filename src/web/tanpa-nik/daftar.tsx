/** Who has no NIK, by cause; the cause of those chosen is recorded at once. */

import { Button, Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { nomorRt, useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Empty, ErrorState, Loading } from '#ui/state.tsx'
import { Status } from '#ui/status.tsx'
import { call, shownOf } from '#web/api.ts'
import { PesanGalat } from '#web/galat.tsx'
import { useCommand } from '#web/kueri.ts'
import type { InputOf, OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { teksTanpaNik } from '#web/tanpa-nik/teks.ts'
import { Tautan } from '#web/tautan.tsx'

type Jawaban = OutputOf<'tanpa_nik.daftar'>
type Orang = Jawaban['orang'][number]

/** Roles that record the cause. */
const pencatat: readonly string[] = ['operator_desa', 'pengisi_data', 'verifikator']

const nada = { menunggu: 'jalan', terisi: 'baik', tidak_ditemukan: 'perhatian' } as const

function useDaftar(sebab: number | null) {
  const input: InputOf<'tanpa_nik.daftar'> = sebab === null ? {} : { sebab }
  return useInfiniteQuery({
    queryKey: ['tanpa_nik.daftar', input],
    queryFn: ({ pageParam, signal }) =>
      call('tanpa_nik.daftar', pageParam ? { ...input, setelah: pageParam } : input, { signal }),
    initialPageParam: '',
    getNextPageParam: (terakhir) => terakhir.berikutnya ?? undefined,
  })
}

export function DaftarTanpaNik() {
  const t = useTeks(teksTanpaNik)
  const sesi = useSesi()
  const [sebab, setSebab] = useState<number | null>(null)
  const [dipilih, setDipilih] = useState<ReadonlySet<string>>(new Set())
  const kueri = useDaftar(sebab)
  const [pertama] = kueri.data?.pages ?? []
  if (kueri.isError)
    return <ErrorState error={shownOf(kueri.error)} ulang={() => void kueri.refetch()} />
  if (!pertama || !kueri.data) return <Loading />
  const orang = kueri.data.pages.flatMap((p) => p.orang)
  const mencatat = pencatat.includes(sesi.peran)
  return (
    <Section judul={t('judul')} rapat>
      <Stack gap={0}>
        <Group p="md" gap="md" align="flex-end">
          <PilihSebab
            rekap={pertama.rekap}
            nilai={sebab}
            onPilih={(v) => {
              setSebab(v)
              setDipilih(new Set())
            }}
          />
          {mencatat && dipilih.size > 0 ? (
            <CatatSebab
              orang={orang.filter((o) => dipilih.has(o.id))}
              pilihan={pertama.pilihanSebab}
              onSelesai={() => setDipilih(new Set())}
            />
          ) : null}
        </Group>
        <Tabel orang={orang} mencatat={mencatat} dipilih={dipilih} onPilih={setDipilih} />
        {kueri.hasNextPage ? (
          <Group p="md">
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

type PilihProps = {
  rekap: Jawaban['rekap']
  nilai: number | null
  onPilih: (v: number | null) => void
}

function PilihSebab({ rekap, nilai, onPilih }: PilihProps) {
  const t = useTeks(teksTanpaNik)
  const f = useFormat()
  const label = useLabel()
  const semua = rekap.reduce((sum, r) => sum + r.jumlah, 0)
  return (
    <NativeSelect
      label={t('sebab')}
      value={nilai === null ? '' : String(nilai)}
      data={[
        { value: '', label: t('jumlah', { label: t('semua'), n: f.angka(semua) }) },
        ...rekap.flatMap((r) =>
          r.sebab === null
            ? []
            : [
                {
                  value: String(r.sebab),
                  label: t('jumlah', { label: label(r.label), n: f.angka(r.jumlah) }),
                },
              ],
        ),
      ]}
      onChange={(e) => onPilih(e.currentTarget.value === '' ? null : Number(e.currentTarget.value))}
    />
  )
}

type CatatProps = {
  orang: readonly Orang[]
  pilihan: Jawaban['pilihanSebab']
  onSelesai: () => void
}

function CatatSebab({ orang, pilihan, onSelesai }: CatatProps) {
  const t = useTeks(teksTanpaNik)
  const label = useLabel()
  const [sebab, setSebab] = useState('')
  const perintah = useCommand('tanpa_nik.sebab', ['tanpa_nik.daftar'])
  return (
    <>
      <NativeSelect
        label={t('catatUntuk', { n: orang.length })}
        value={sebab}
        data={[
          { value: '', label: t('pilihSebab') },
          ...pilihan.map((p) => ({ value: String(p.kode), label: label(p.label) })),
        ]}
        onChange={(e) => setSebab(e.currentTarget.value)}
      />
      <Button
        disabled={sebab === ''}
        loading={perintah.isPending}
        onClick={() =>
          perintah.mutate(
            { orang: orang.map(({ kab, id }) => ({ kab, id })), sebab: Number(sebab) },
            { onSuccess: onSelesai },
          )
        }
      >
        {t('catat')}
      </Button>
      <PesanGalat error={perintah.error} />
    </>
  )
}

type TabelProps = {
  orang: readonly Orang[]
  mencatat: boolean
  dipilih: ReadonlySet<string>
  onPilih: (baru: ReadonlySet<string>) => void
}

function Tabel({ orang, mencatat, dipilih, onPilih }: TabelProps) {
  const t = useTeks(teksTanpaNik)
  const label = useLabel()
  const ganti = (id: string) => {
    const baru = new Set(dipilih)
    if (!baru.delete(id)) baru.add(id)
    onPilih(baru)
  }
  const kolom: Kolom<Orang>[] = [
    ...(mencatat
      ? [
          {
            id: 'pilih',
            judul: t('catat'),
            judulTersembunyi: true,
            kartu: 'polos',
            isi: (o: Orang) => (
              <Checkbox
                aria-label={t('pilih', { nama: o.nama })}
                checked={dipilih.has(o.id)}
                onChange={() => ganti(o.id)}
              />
            ),
          } satisfies Kolom<Orang>,
        ]
      : []),
    {
      id: 'nama',
      judul: t('nama'),
      kartu: 'judul',
      isi: (o) => (
        <Tautan to="/keluarga/$kab/$id" params={{ kab: String(o.kab), id: o.keluarga.id }}>
          {o.nama}
        </Tautan>
      ),
    },
    {
      id: 'umur',
      judul: t('umur'),
      padat: true,
      isi: (o) => (o.umur === null ? '–' : t('tahun', { n: o.umur })),
    },
    { id: 'kepala', judul: t('kepala'), isi: (o) => o.keluarga.namaKepala },
    {
      id: 'tempat',
      judul: t('tempat'),
      isi: (o) => t('rt', { desa: o.namaWilayah, rt: nomorRt(o.rt) }),
    },
    {
      id: 'sebab',
      judul: t('sebab'),
      isi: (o) =>
        o.sebab ? (
          label(o.sebab)
        ) : (
          <Text size="sm" c="dimmed">
            {t('belumDicatat')}
          </Text>
        ),
    },
    {
      id: 'surat',
      judul: t('surat'),
      isi: (o) =>
        o.surat ? (
          <>
            <Status nada={nada[o.surat.hasil]}>{t(o.surat.hasil)}</Status>
            <Text size="sm" c="dimmed" component="span" display="block">
              {o.surat.keterangan ?? o.surat.nomor}
            </Text>
          </>
        ) : (
          t('belumDisurati')
        ),
    },
  ]
  return (
    <>
      {mencatat && orang.length > 0 ? (
        <Checkbox
          px="md"
          pb="sm"
          label={t('pilihSemua')}
          checked={dipilih.size === orang.length}
          indeterminate={dipilih.size > 0 && dipilih.size < orang.length}
          onChange={() =>
            onPilih(dipilih.size === orang.length ? new Set() : new Set(orang.map((o) => o.id)))
          }
        />
      ) : null}
      <DataTable
        caption={t('judul')}
        kolom={kolom}
        baris={orang}
        kunci={(o) => o.id}
        kosong={<Empty judul={t('kosong')} isi={t('kosongIsi')} />}
      />
    </>
  )
}
