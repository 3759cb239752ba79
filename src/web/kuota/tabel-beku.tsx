/** The rows of a frozen list. */
import { Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { keadaanPemberitahuan } from '#domain/keberatan/keadaan.ts'
import { kataDiLuarSk } from '#domain/kuota/sk.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { nomorRt, useFormat } from '#ui/format.ts'
import { Empty } from '#ui/state.tsx'
import { type Nada, Status } from '#ui/status.tsx'
import { nadaKeadaan } from '#web/keberatan/tabel.tsx'
import { Alasan } from '#web/kuota/tabel-baris.tsx'
import { teksKuota } from '#web/kuota/teks.ts'
import type { OutputOf } from '#web/operasi.ts'

type Baris = OutputOf<'kuota.daftar_beku_baris'>['baris'][number]

const nada: Record<Baris['keputusan'], Nada> = {
  masuk: 'info',
  tetap: 'baik',
  keluar: 'salah',
  menunggu: 'netral',
}

export function TabelBeku({ baris }: { baris: readonly Baris[] }) {
  const t = useTeks(teksKuota)
  const f = useFormat()
  const label = useLabel()
  const kolom = useMemo<Kolom<Baris>[]>(
    () => [
      { id: 'nomor', judul: t('nomor'), angka: true, lebar: 72, isi: (b) => f.angka(b.nomor) },
      {
        id: 'kepala',
        judul: t('kepala'),
        kartu: 'judul',
        isi: (b) => (
          <>
            <Link to="/keluarga/$kab/$id" params={{ kab: String(b.kab), id: b.keluargaId }}>
              {b.namaKepala}
            </Link>
            {b.nomorKk ? (
              <Text size="xs" c="dimmed">
                {b.nomorKk}
              </Text>
            ) : null}
          </>
        ),
      },
      { id: 'wilayah', judul: t('wilayah'), isi: (b) => `${b.namaWilayah}, RT ${nomorRt(b.rt)}` },
      {
        id: 'peringkat',
        judul: t('urutan'),
        angka: true,
        isi: (b) => (b.peringkat === null ? '–' : f.angka(b.peringkat)),
      },
      {
        id: 'keputusan',
        judul: t('keputusan'),
        isi: (b) => (
          <Group gap={4}>
            <Status nada={nada[b.keputusan]}>{t(b.keputusan)}</Status>
            {b.diLuarSk ? <Status nada="perhatian">{label(kataDiLuarSk)}</Status> : null}
            {b.pemberitahuan ? (
              <Status nada={nadaKeadaan[b.pemberitahuan]}>
                {label(keadaanPemberitahuan[b.pemberitahuan])}
              </Status>
            ) : null}
          </Group>
        ),
      },
      {
        id: 'alasan',
        judul: t('mengapa'),
        kartu: 'polos',
        lebar: '34%',
        isi: (b) => <Alasan alasan={b.alasan} />,
      },
    ],
    [t, f, label],
  )
  return (
    <DataTable
      caption={t('keluarga')}
      kolom={kolom}
      baris={baris}
      kunci={(b) => String(b.nomor)}
      kosong={<Empty judul={t('barisKosong')} />}
    />
  )
}
