/** The page of matching: all runs of one's area, and a new one. */
import { Button, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { Status } from '#ui/status.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { type Jalan, masihJalan, nadaJalan, useNamaJalan } from '#web/padanan/jalan.ts'
import { MulaiPadanan } from '#web/padanan/mulai.tsx'
import { teksPadanan } from '#web/padanan/teks.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan } from '#web/tautan.tsx'
import { useNamaWilayah } from '#web/wilayah/nama.ts'

export function HalamanPadanan() {
  const t = useTeks(teksPadanan)
  const nama = useNamaWilayah()
  const sesi = useSesi()
  const [buka, setBuka] = useState(false)
  const kueri = useOp(
    'padanan.daftar',
    {},
    { pantau: (d) => (d?.jalan.some(masihJalan) ? 2000 : false) },
  )
  const mulai = kueri.data?.bolehMenjalankan ? (
    <Button onClick={() => setBuka(true)}>{t('mulai')}</Button>
  ) : null
  return (
    <>
      <PageHeader
        judul={t('judul')}
        keterangan={`${nama(sesi.wilayah)} · ${t('keterangan')}`}
        judulTab={t('judul')}
        aksi={mulai}
      />
      <Section judul={t('daftar')} rapat>
        <Tampil kueri={kueri}>{(data) => <TabelJalan jalan={data.jalan} />}</Tampil>
      </Section>
      {buka && kueri.data ? (
        <MulaiPadanan pilihan={kueri.data} onTutup={() => setBuka(false)} />
      ) : null}
    </>
  )
}

function TabelJalan({ jalan }: { jalan: readonly Jalan[] }) {
  const t = useTeks(teksPadanan)
  const f = useFormat()
  const nama = useNamaJalan()
  const kolom = useMemo<Kolom<Jalan>[]>(
    () => [
      {
        id: 'nama',
        judul: t('nama'),
        kartu: 'judul',
        isi: (j) => (
          <>
            <Tautan to="/pemadanan/$id" params={{ id: j.id }}>
              {nama(j)}
            </Tautan>
            <Text size="xs" c="dimmed">
              {j.sejak === null
                ? t('penuh')
                : `${t('susulan')} ${t('sejak', { saat: f.waktu(j.sejak) })}`}
            </Text>
          </>
        ),
      },
      { id: 'wilayah', judul: t('wilayah'), padat: true, isi: (j) => j.namaWilayah },
      { id: 'rekaman', judul: t('rekaman'), angka: true, isi: (j) => f.angka(j.rekaman) },
      { id: 'padan', judul: t('padan'), angka: true, isi: (j) => f.angka(j.padan) },
      {
        id: 'periksa',
        judul: t('periksa'),
        angka: true,
        isi: (j) => f.angka(j.pasangan - j.padan),
      },
      { id: 'gugus', judul: t('gugus'), angka: true, isi: (j) => f.angka(j.gugus) },
      { id: 'waktu', judul: t('waktu'), padat: true, isi: (j) => f.waktu(j.dibuatPada) },
      { id: 'oleh', judul: t('oleh'), isi: (j) => j.oleh ?? t('malam') },
      {
        id: 'status',
        judul: t('status'),
        isi: (j) => <Status nada={nadaJalan[j.status]}>{t(j.status)}</Status>,
      },
    ],
    [t, f, nama],
  )
  return (
    <DataTable
      caption={t('daftar')}
      kolom={kolom}
      baris={jalan}
      kunci={(j) => j.id}
      barisTautan
      kosong={<Empty judul={t('kosong')} isi={t('kosongIsi')} />}
    />
  )
}
