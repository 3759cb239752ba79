/** Officers as one table: who, by what account, in which roles and where, until when, and their status. */
import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { StatusPetugas } from '#web/pengguna/petugas/status-petugas.tsx'
import { teksPetugas } from '#web/pengguna/petugas/teks.ts'
import { RingkasTugas, useMasa } from '#web/pengguna/petugas/tugas-ringkas.tsx'

type Petugas = OutputOf<'pengguna.daftar'>['pengguna'][number]

export function TabelPetugas({ baris, kosong }: { baris: readonly Petugas[]; kosong: ReactNode }) {
  const t = useTeks(teksPetugas)
  const kolom = useKolom()
  return (
    <DataTable
      caption={t('tabel')}
      kolom={kolom}
      baris={baris}
      kunci={(p) => p.id}
      kosong={kosong}
      barisTautan
    />
  )
}

function useKolom(): Kolom<Petugas>[] {
  const t = useTeks(teksPetugas)
  return useMemo(
    () => [
      { id: 'nama', judul: t('nama'), kartu: 'judul', isi: (p) => <Nama p={p} /> },
      {
        id: 'akun',
        judul: t('akun'),
        kartu: 'polos',
        isi: (p) => (
          <>
            {p.username ?? '–'}
            <Text size="xs" c="dimmed">
              {p.telepon ?? t('tanpaTelepon')}
            </Text>
          </>
        ),
      },
      { id: 'tugas', judul: t('tugas'), kartu: 'polos', isi: (p) => <SemuaTugas p={p} /> },
      { id: 'masa', judul: t('masa'), padat: true, isi: (p) => <Masa p={p} /> },
      {
        id: 'status',
        judul: t('status'),
        kartu: 'polos',
        isi: (p) => <StatusPetugas status={p.status} />,
      },
    ],
    [t],
  )
}

function Nama({ p }: { p: Petugas }) {
  const t = useTeks(teksPetugas)
  return (
    <>
      <Link to="/pengguna/$id" params={{ id: p.id }}>
        {p.nama}
      </Link>
      {p.demo ? (
        <Text size="xs" c="dimmed">
          {t('contoh')}
        </Text>
      ) : null}
    </>
  )
}

function SemuaTugas({ p }: { p: Petugas }) {
  const t = useTeks(teksPetugas)
  if (p.tugas.length === 0)
    return (
      <Text size="sm" c="dimmed" span>
        {t('tanpaTugas')}
      </Text>
    )
  return p.tugas.map((tugas) => (
    <div key={tugas.id}>
      <RingkasTugas tugas={tugas} />
    </div>
  ))
}

function Masa({ p }: { p: Petugas }) {
  const masa = useMasa()
  if (p.tugas.length === 0) return <>–</>
  return p.tugas.map((tugas) => <div key={tugas.id}>{masa(tugas)}</div>)
}
