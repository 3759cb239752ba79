/** The page of rankings: all rounds of one's area, a new one, and the models there are. */
import { Button, Stack, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { type Nada, Status } from '#ui/status.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Mulai } from '#web/peringkat/mulai.tsx'
import { teksPeringkat } from '#web/peringkat/teks.ts'
import { Tautan } from '#web/tautan.tsx'
import { useNamaWilayah } from '#web/wilayah/nama.ts'

export type Ronde = OutputOf<'peringkat.daftar'>['ronde'][number]

const nada: Record<Ronde['status'], Nada> = { disiapkan: 'jalan', selesai: 'baik', gagal: 'salah' }

export function HalamanPeringkat() {
  const t = useTeks(teksPeringkat)
  const nama = useNamaWilayah()
  const sesi = useSesi()
  const [buka, setBuka] = useState(false)
  const kueri = useOp(
    'peringkat.daftar',
    {},
    { pantau: (d) => (d?.ronde.some((r) => r.status === 'disiapkan') ? 2000 : false) },
  )
  const boleh = kueri.data?.bolehMemulai === true
  return (
    <>
      <PageHeader
        judul={t('judul')}
        keterangan={nama(sesi.wilayah)}
        aksi={boleh ? <Button onClick={() => setBuka(true)}>{t('mulai')}</Button> : null}
      />
      <Stack gap="lg">
        <Section judul={t('daftar')} rapat>
          <Tampil kueri={kueri}>{(data) => <TabelRonde ronde={data.ronde} />}</Tampil>
        </Section>
        <DaftarModel />
      </Stack>
      {buka ? <Mulai onTutup={() => setBuka(false)} /> : null}
    </>
  )
}

function TabelRonde({ ronde }: { ronde: readonly Ronde[] }) {
  const t = useTeks(teksPeringkat)
  const f = useFormat()
  const label = useLabel()
  const kolom = useMemo<Kolom<Ronde>[]>(
    () => [
      {
        id: 'judul',
        judul: t('nama'),
        kartu: 'judul',
        isi: (r) => (
          <>
            <Tautan to="/peringkat/$id" params={{ id: r.id }}>
              {label(r.judul)}
            </Tautan>
            <Text size="xs" c="dimmed">
              {label(r.namaModel)}
            </Text>
          </>
        ),
      },
      { id: 'wilayah', judul: t('wilayah'), padat: true, isi: (r) => r.namaWilayah },
      { id: 'acuan', judul: t('acuan'), padat: true, isi: (r) => f.tanggalPendek(r.acuan) },
      {
        id: 'keluarga',
        judul: t('keluarga'),
        angka: true,
        isi: (r) => (r.keluarga === null ? '–' : f.angka(r.keluarga)),
      },
      {
        id: 'bercelah',
        judul: t('bercelah'),
        angka: true,
        isi: (r) =>
          r.bercelah === null || r.keluarga === null ? '–' : f.persen(r.bercelah, r.keluarga),
      },
      { id: 'oleh', judul: t('oleh'), isi: (r) => r.oleh ?? '–' },
      {
        id: 'status',
        judul: t('status'),
        isi: (r) => <Status nada={nada[r.status]}>{t(r.status)}</Status>,
      },
    ],
    [t, f, label],
  )
  return (
    <DataTable
      caption={t('daftar')}
      kolom={kolom}
      baris={ronde}
      kunci={(r) => r.id}
      barisTautan
      kosong={<Empty judul={t('kosong')} isi={t('kosongIsi')} />}
    />
  )
}

function DaftarModel() {
  const t = useTeks(teksPeringkat)
  const label = useLabel()
  const kueri = useOp('peringkat.model', {}, { staleTime: 300_000 })
  return (
    <Section judul={t('modelJudul')}>
      <Tampil kueri={kueri}>
        {(data) => (
          <Stack gap="md">
            {data.model.map((m) => (
              <div key={m.kode}>
                <Text size="sm" fw={600}>
                  {label(m.label)}{' '}
                  <Text span size="sm" c="dimmed">
                    {t('jumlahButir', { n: m.butir.length })}
                  </Text>
                </Text>
                <Text size="sm" maw={760}>
                  {label(m.penjelasan)}
                </Text>
                {m.sumber.map((s) => (
                  <Text key={s} size="xs" c="dimmed" maw={760} lang="id">
                    {t('sumber')}: {s}
                  </Text>
                ))}
              </div>
            ))}
          </Stack>
        )}
      </Tampil>
    </Section>
  )
}
