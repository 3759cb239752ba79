/** Rows of a file of officers: what is made of each, or per cell why not and what to do. */
import { Code, Stack, Text } from '@mantine/core'
import { useMemo } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { Status } from '#ui/status.tsx'
import type { Laporan } from '#web/pengguna/petugas/kirim-berkas.ts'
import { teksImporPetugas } from '#web/pengguna/petugas/teks-impor.ts'

type Baris = Laporan['baris'][number]

export function TabelBaris({ baris }: { baris: readonly Baris[] }) {
  const t = useTeks(teksImporPetugas)
  const f = useFormat()
  const kolom = useMemo<Kolom<Baris>[]>(
    () => [
      { id: 'baris', judul: t('baris'), angka: true, lebar: 72, isi: (b) => f.angka(b.baris) },
      {
        id: 'nama',
        judul: t('nama'),
        kartu: 'judul',
        isi: (b) =>
          b.nama ?? (
            <Text size="sm" c="dimmed" span>
              {t('tanpaNama')}
            </Text>
          ),
      },
      {
        id: 'status',
        judul: t('hasil'),
        isi: (b) => (
          <Status nada={b.status === 'diterima' ? 'baik' : 'salah'}>
            {t(`status_${b.status}`)}
          </Status>
        ),
      },
      {
        id: 'sebab',
        judul: t('sebab'),
        kartu: 'polos',
        lebar: '56%',
        isi: (b) => <Keterangan b={b} />,
      },
    ],
    [t, f],
  )
  return (
    <DataTable
      caption={t('laporan')}
      kolom={kolom}
      baris={baris}
      kunci={(b) => String(b.baris)}
      kosong={
        <Text size="sm" c="dimmed" px="lg" pb="lg">
          {t('tanpaDitolak')}
        </Text>
      }
    />
  )
}

function Keterangan({ b }: { b: Baris }) {
  const label = useLabel()
  if (b.temuan.length === 0) return b.hasil ? label(b.hasil) : null
  return (
    <Stack gap="xs">
      {b.temuan.map((s) => (
        <Temuan key={`${s.kolom}/${s.kode}`} s={s} />
      ))}
    </Stack>
  )
}

function Temuan({ s }: { s: Baris['temuan'][number] }) {
  const t = useTeks(teksImporPetugas)
  const label = useLabel()
  return (
    <div>
      <Text size="xs" c="dimmed">
        {t('kolom', { kolom: s.kolom })}
        {s.nilai ? (
          <>
            : <Code style={{ overflowWrap: 'anywhere' }}>{s.nilai}</Code>
          </>
        ) : null}
      </Text>
      <Text size="sm" fw={550}>
        {label(s.sebab)}
      </Text>
      <Text size="sm" c="dimmed">
        {label(s.perbaikan)}
      </Text>
    </div>
  )
}
