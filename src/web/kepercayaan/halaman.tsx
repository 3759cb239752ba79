/** The queue of differences between sources, the most at stake on top, and the way to decide each. */
import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { pemutusBeda } from '#contract/peran.ts'
import { selesai } from '#domain/usulan/keadaan.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { nomorRt, useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { call } from '#web/api.ts'
import { DaftarBertahap } from '#web/daftar-bertahap.tsx'
import {
  AkibatPutusan,
  type HasilPutusan,
  HasilPutusanBeda,
  JadikanUsulan,
} from '#web/kepercayaan/akibat.tsx'
import { useNilai } from '#web/kepercayaan/isian.tsx'
import { PutuskanBeda } from '#web/kepercayaan/putuskan.tsx'
import { teksKepercayaan } from '#web/kepercayaan/teks.ts'
import type { InputOf, OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan } from '#web/tautan.tsx'

type Halaman = OutputOf<'beda.daftar'>
export type Beda = Halaman['beda'][number]

const rute = getRouteApi('/beda')

export function HalamanBeda() {
  const t = useTeks(teksKepercayaan)
  const sesi = useSesi()
  const { bidang, status } = rute.useSearch()
  const input: InputOf<'beda.daftar'> = {
    ...(bidang ? { bidang } : {}),
    ...(status ? { status } : {}),
  }
  const kueri = useInfiniteQuery({
    queryKey: ['beda.daftar', input],
    queryFn: ({ pageParam, signal }) =>
      call('beda.daftar', pageParam ? { ...input, setelah: pageParam } : input, { signal }),
    initialPageParam: '',
    getNextPageParam: (p: Halaman) => p.berikutnya ?? undefined,
  })
  const [dibuka, setDibuka] = useState<Beda | null>(null)
  const [hasil, setHasil] = useState<HasilPutusan | null>(null)
  const kolom = useKolom(pemutusBeda.some((p) => p === sesi.peran) ? setDibuka : null, setHasil)
  return (
    <>
      <PageHeader judul={t('judul')} keterangan={`${sesi.wilayah.nama} · ${t('keterangan')}`} />
      <Stack gap="lg">
        <Text c="dimmed" maw={720}>
          {t('antreanIsi')}
        </Text>
        {hasil ? <HasilPutusanBeda h={hasil} /> : null}
        <Section rapat judul={t(`tampil_${status ?? 'antre'}`)}>
          <Saringan rekap={kueri.data?.pages[0]?.rekap ?? []} />
          <DaftarBertahap
            kueri={kueri}
            barisDari={(p: Halaman) => p.beda}
            tampil={(n) => t('tampil', { n })}
          >
            {(baris) => (
              <DataTable
                caption={t('judul')}
                kolom={kolom}
                baris={baris}
                kunci={(b) => b.id}
                kosong={
                  <Empty
                    judul={t(`kosong_${status ?? 'antre'}`)}
                    isi={t(`kosongIsi_${status ?? 'antre'}`)}
                  />
                }
              />
            )}
          </DaftarBertahap>
        </Section>
      </Stack>
      {dibuka ? (
        <PutuskanBeda
          b={dibuka}
          onTutup={() => setDibuka(null)}
          onPutus={(h) => {
            setDibuka(null)
            setHasil(h)
          }}
        />
      ) : null}
    </>
  )
}

const semuaStatus = ['antre', 'diputus', 'tuntas'] as const

function Saringan({ rekap }: { rekap: Halaman['rekap'] }) {
  const t = useTeks(teksKepercayaan)
  const f = useFormat()
  const label = useLabel()
  const pergi = useNavigate()
  const { bidang, status } = rute.useSearch()
  return (
    <Group px={{ base: 'md', sm: 'lg' }} pb="md" gap="md">
      <NativeSelect
        label={t('status')}
        value={status ?? 'antre'}
        data={semuaStatus.map((s) => ({ value: s, label: t(`tampil_${s}`) }))}
        onChange={(e) => {
          const v = semuaStatus.find((s) => s === e.currentTarget.value)
          void pergi({
            to: '/beda',
            search: { ...(bidang ? { bidang } : {}), ...(v && v !== 'antre' ? { status: v } : {}) },
            replace: true,
          })
        }}
      />
      <NativeSelect
        label={t('bidang')}
        value={bidang ?? ''}
        data={[
          { value: '', label: t('semuaBidang') },
          ...rekap.map((r) => ({
            value: r.bidang,
            label: t('jumlah', { label: label(r.label), n: f.angka(r.jumlah) }),
          })),
        ]}
        onChange={(e) => {
          const v = rekap.find((r) => r.bidang === e.currentTarget.value)?.bidang
          void pergi({
            to: '/beda',
            search: { ...(v ? { bidang: v } : {}), ...(status ? { status } : {}) },
            replace: true,
          })
        }}
      />
    </Group>
  )
}

function useKolom(
  putuskan: ((b: Beda) => void) | null,
  onHasil: (h: HasilPutusan) => void,
): Kolom<Beda>[] {
  const t = useTeks(teksKepercayaan)
  const label = useLabel()
  return [
    {
      id: 'nama',
      judul: t('nama'),
      kartu: 'judul',
      isi: (b) => (
        <Tautan
          to="/keluarga/$kab/$id"
          params={{ kab: String(b.kab), id: b.keluarga.id }}
          search={{ lihat: 'sumber' }}
        >
          {b.nama}
        </Tautan>
      ),
    },
    {
      id: 'tempat',
      judul: t('tempat'),
      isi: (b) => t('rt', { desa: b.namaWilayah, rt: nomorRt(b.rt) }),
    },
    { id: 'bidang', judul: t('isian'), isi: (b) => label(b.label) },
    { id: 'kata', judul: t('kata'), isi: (b) => <Kata b={b} /> },
    { id: 'taruhan', judul: t('taruhan'), angka: true, isi: (b) => b.taruhan },
    ...(putuskan
      ? [
          {
            id: 'putuskan',
            judul: t('putuskan'),
            judulTersembunyi: true,
            kartu: 'polos',
            isi: (b: Beda) => (
              <Group gap="xs">
                {b.bolehUsulkan ? <JadikanUsulan b={b} onHasil={onHasil} /> : null}
                {b.usulan && !selesai.has(b.usulan.status) ? null : (
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={t('putuskanTentang', { bidang: label(b.label), nama: b.nama })}
                    onClick={() => putuskan(b)}
                  >
                    {t(b.putusan ? 'ubahPutusan' : 'putuskan')}
                  </Button>
                )}
              </Group>
            ),
          } satisfies Kolom<Beda>,
        ]
      : []),
  ]
}

/** What each source says; the one decided for, or believed, first and in bold. */
function Kata({ b }: { b: Beda }) {
  const t = useTeks(teksKepercayaan)
  const f = useFormat()
  const nilai = useNilai()
  const pilihan = b.putusan ?? b.dipercaya
  return (
    <>
      {b.calon.map((c) => (
        <Text key={c.sumber} size="sm" fw={c.sumber === pilihan ? 550 : 400}>
          {nilai(c)}{' '}
          <Text span size="xs" c="dimmed" fw={400}>
            {`${t(`sumber_${c.sumber}`)}, ${f.tanggalPendek(c.tanggal)}`}
          </Text>
        </Text>
      ))}
      {b.putusan ? (
        <Text size="xs" c="dimmed">
          {`${t('diputus', { sumber: t(`sumber_${b.putusan}`) })} · ${b.oleh ?? '–'}: “${b.alasan ?? ''}”`}
        </Text>
      ) : null}
      <AkibatPutusan b={b} />
    </>
  )
}
