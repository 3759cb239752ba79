/** Entries of the log as one table: when, who from which office, what, what for, about whom. */
import { Button, Text } from '@mantine/core'
import { type ReactNode, useMemo, useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { Status } from '#ui/status.tsx'
import type { Entri } from '#web/jejak/entri.ts'
import { Pelaku } from '#web/jejak/pelaku.tsx'
import { RincianEntri } from '#web/jejak/rincian-entri.tsx'
import { teksJejak } from '#web/jejak/teks.ts'
import { Tentang } from '#web/jejak/tentang.tsx'

export type KolomEntri = 'petugas' | 'tentang'

type Props = { entri: readonly Entri[]; tanpa: readonly KolomEntri[]; kosong: ReactNode }

export function TabelEntri({ entri, tanpa, kosong }: Props) {
  const t = useTeks(teksJejak)
  const [dibuka, setDibuka] = useState<Entri | null>(null)
  const semua = useKolom(setDibuka)
  const kolom = useMemo(
    () => semua.filter((k) => !tanpa.some((satu) => satu === k.id)),
    [semua, tanpa],
  )
  return (
    <>
      <DataTable
        caption={t('tabel')}
        kolom={kolom}
        baris={entri}
        kunci={(e) => String(e.id)}
        kosong={kosong}
      />
      <RincianEntri entri={dibuka} onTutup={() => setDibuka(null)} />
    </>
  )
}

function useKolom(buka: (e: Entri) => void): Kolom<Entri>[] {
  const t = useTeks(teksJejak)
  return useMemo(
    () => [
      { id: 'waktu', judul: t('waktu'), padat: true, kartu: 'polos', isi: (e) => <Waktu e={e} /> },
      { id: 'petugas', judul: t('petugas'), kartu: 'polos', isi: (e) => <Pelaku p={e.pelaku} /> },
      { id: 'tindakan', judul: t('tindakan'), kartu: 'judul', isi: (e) => <Tindakan e={e} /> },
      { id: 'tujuan', judul: t('tujuan'), isi: (e) => <Tujuan e={e} /> },
      { id: 'tentang', judul: t('tentang'), isi: (e) => <Tentang e={e} /> },
      {
        id: 'perubahan',
        judul: t('perubahan'),
        kartu: 'polos',
        isi: (e) =>
          e.perubahan.length > 0 ? (
            <Button variant="subtle" size="compact-sm" ml={-8} onClick={() => buka(e)}>
              {t('lihatRincian', { n: e.perubahan.length })}
            </Button>
          ) : null,
      },
    ],
    [t, buka],
  )
}

function Waktu({ e }: { e: Entri }) {
  const t = useTeks(teksJejak)
  const f = useFormat()
  return (
    <>
      {f.waktu(e.waktu)}
      <Text size="xs" c="dimmed">
        {t('nomor', { n: e.id })}
      </Text>
    </>
  )
}

function Tindakan({ e }: { e: Entri }) {
  const t = useTeks(teksJejak)
  const label = useLabel()
  return (
    <>
      <Text size="sm" fw={550}>
        {label(e.tindakan)}
      </Text>
      <Status nada={e.jenis === 'tulis' ? 'perhatian' : 'netral'}>{t(e.jenis)}</Status>
    </>
  )
}

function Tujuan({ e }: { e: Entri }) {
  const t = useTeks(teksJejak)
  const label = useLabel()
  return (
    <>
      <Text size="sm" c={e.tujuan ? '' : 'dimmed'}>
        {e.tujuan ? label(e.tujuan) : t('tanpaTujuan')}
      </Text>
      {e.keterangan ? (
        <Text size="xs" c="dimmed">
          {e.keterangan}
        </Text>
      ) : null}
    </>
  )
}
