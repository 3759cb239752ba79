/** Proposals as one table, each row with a box to choose it; on a phone each is a card. */
import { Checkbox, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { jenisUsulan } from '#domain/usulan/jenis.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { nomorRt, useFormat } from '#ui/format.ts'
import type { OutputOf } from '#web/operasi.ts'
import type { Pilihan } from '#web/usulan/pilihan.ts'
import { StatusUsulan, TandaUsulan } from '#web/usulan/status.tsx'
import classes from '#web/usulan/tabel.module.css'
import { teksUsulan } from '#web/usulan/teks.ts'

export type BarisUsulan = OutputOf<'usulan.daftar'>['usulan'][number]

type Props = { baris: readonly BarisUsulan[]; pilihan: Pilihan | null; kosong: ReactNode }

export function TabelUsulan({ baris, pilihan, kosong }: Props) {
  const t = useTeks(teksUsulan)
  const kolom = useKolom(pilihan)
  return (
    <DataTable
      caption={t('tabel')}
      kolom={kolom}
      baris={baris}
      kunci={(u) => u.id}
      kosong={kosong}
      barisTautan
      tandai={(u) => (pilihan?.dipilih.has(u.id) ? 'aktif' : undefined)}
    />
  )
}

function useKolom(pilihan: Pilihan | null): Kolom<BarisUsulan>[] {
  const t = useTeks(teksUsulan)
  const f = useFormat()
  const label = useLabel()
  return useMemo(
    () => [
      {
        id: 'siapa',
        judul: t('siapa'),
        kartu: 'judul',
        isi: (u) => <Siapa u={u} pilihan={pilihan} />,
      },
      {
        id: 'wilayah',
        judul: t('wilayah'),
        padat: true,
        isi: (u) => (
          <>
            {u.namaWilayah}
            <Text size="xs" c="dimmed">
              RT {nomorRt(u.rt)}
            </Text>
          </>
        ),
      },
      {
        id: 'pengusul',
        judul: t('pengusul'),
        isi: (u) => (
          <>
            {u.pengusul.nama ?? '–'}
            {u.pengusul.peran ? (
              <Text size="xs" c="dimmed">
                {label(u.pengusul.peran)}
              </Text>
            ) : null}
          </>
        ),
      },
      { id: 'nomor', judul: t('nomor'), padat: true, isi: (u) => u.nomor },
      {
        id: 'status',
        judul: t('status'),
        isi: (u) => (
          <>
            <StatusUsulan status={u.status} />
            <Text size="xs" c="dimmed">
              {t('sejak', { hari: f.tanggalPendek(u.statusSejak) })}
            </Text>
            <TandaUsulan ditahan={u.ditahan} naik={u.naik} />
          </>
        ),
      },
    ],
    [t, f, label, pilihan],
  )
}

function Siapa({ u, pilihan }: { u: BarisUsulan; pilihan: Pilihan | null }) {
  const t = useTeks(teksUsulan)
  const label = useLabel()
  const nama = u.nama || t('tanpaNama')
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      {pilihan ? (
        <Checkbox
          className={classes.kotak}
          aria-label={t('pilihNama', { nama, nomor: u.nomor })}
          data-pilih={u.id}
          checked={pilihan.dipilih.has(u.id)}
          onChange={(e) => {
            const asli = e.nativeEvent
            pilihan.ganti(u.id, 'shiftKey' in asli && asli.shiftKey === true)
          }}
          onKeyDown={pilihan.tombol}
        />
      ) : null}
      <div>
        <Link to="/usulan/$kab/$id" params={{ kab: String(u.kab), id: u.id }}>
          {nama}
        </Link>
        <Text size="xs" c="dimmed">
          {label(jenisUsulan[u.jenis].label)}
        </Text>
        {u.alasan ? (
          <Text size="xs" c="dimmed" lineClamp={1}>
            {u.alasan}
          </Text>
        ) : null}
      </div>
    </Group>
  )
}
