/** The page of one officer's log: their assignments in one's area, and what they saw and changed. */
import { Checkbox, Stack, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { pencariJejak, pengawasPetugas } from '#contract/peran.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { call } from '#web/api.ts'
import { DaftarEntri } from '#web/jejak/daftar-entri.tsx'
import { useEntri } from '#web/jejak/entri.ts'
import { TanpaIzinLog } from '#web/jejak/tanpa-izin.tsx'
import { teksJejak } from '#web/jejak/teks.ts'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan } from '#web/tautan.tsx'

type Petugas = OutputOf<'jejak.petugas'>['petugas']

const rute = getRouteApi('/log/petugas/$id')
const tanpa = ['petugas'] as const

export function HalamanLogPetugas() {
  const sesi = useSesi()
  return pengawasPetugas.some((p) => p === sesi.peran) ? <LogPetugas /> : <TanpaIzinLog />
}

function LogPetugas() {
  const t = useTeks(teksJejak)
  const sesi = useSesi()
  const { id } = rute.useParams()
  const [hanyaTulis, setHanyaTulis] = useState(false)
  const input = { id, ...(hanyaTulis ? { hanyaTulis } : {}) }
  const kueri = useEntri(['jejak.petugas', input], (setelah, signal) =>
    call('jejak.petugas', { ...input, ...setelah }, { signal }),
  )
  const petugas = kueri.data?.pages[0]?.petugas
  return (
    <>
      <PageHeader
        judul={petugas?.nama ?? t('satuPetugas')}
        judulTab={t('satuPetugas')}
        keterangan={t('petugasIsi')}
        atas={
          pencariJejak.some((p) => p === sesi.peran) ? (
            <Tautan to="/log">{`← ${t('log')}`}</Tautan>
          ) : null
        }
      />
      <Stack gap="lg">
        {petugas ? <Penugasan tugas={petugas.tugas} /> : null}
        <Section
          judul={t('judul')}
          rapat
          aksi={
            <Checkbox
              label={t('hanyaTulis')}
              checked={hanyaTulis}
              onChange={(e) => setHanyaTulis(e.currentTarget.checked)}
            />
          }
        >
          <DaftarEntri kueri={kueri} tanpa={tanpa} kosong={<Kosong>{t('petugasKosong')}</Kosong>} />
        </Section>
      </Stack>
    </>
  )
}

function Penugasan({ tugas }: { tugas: Petugas['tugas'] }) {
  const t = useTeks(teksJejak)
  const f = useFormat()
  const label = useLabel()
  const kolom = useMemo<Kolom<Petugas['tugas'][number]>[]>(
    () => [
      {
        id: 'peran',
        judul: t('peran'),
        kartu: 'judul',
        isi: (p) => [p.jenis === 'definitif' ? '' : t(p.jenis), label(p.peran)].join(' '),
      },
      { id: 'kantor', judul: t('kantor'), isi: (p) => label(p.kantor) },
      {
        id: 'masa',
        judul: t('masa'),
        isi: (p) => {
          const dari = f.tanggalPendek(p.dari)
          return p.sampai
            ? t('antara', { dari, sampai: f.tanggalPendek(p.sampai) })
            : t('sejak', { dari })
        },
      },
    ],
    [t, f, label],
  )
  return (
    <Section judul={t('penugasan')} rapat>
      <DataTable
        caption={t('penugasan')}
        kolom={kolom}
        baris={tugas}
        kunci={(p) => `${p.peran.id}/${p.kantor.id}/${p.dari}/${p.jenis}`}
        kosong={<Kosong>{t('penugasanKosong')}</Kosong>}
      />
    </Section>
  )
}

const Kosong = ({ children }: { children: string }) => (
  <Text size="sm" c="dimmed" px="lg" pb="lg">
    {children}
  </Text>
)
