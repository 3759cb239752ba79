/** Families as one table: who, where, what they receive, and where they stand. */
import { Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { nomorRt, useFormat } from '#ui/format.ts'
import { Status } from '#ui/status.tsx'
import { teksKeluarga } from '#web/keluarga/teks.ts'
import type { OutputOf } from '#web/operasi.ts'

export type BarisKeluarga = OutputOf<'keluarga.daftar'>['keluarga'][number]

export function TabelKeluarga({
  baris,
  kosong,
}: {
  baris: readonly BarisKeluarga[]
  kosong: ReactNode
}) {
  const t = useTeks(teksKeluarga)
  const kolom = useKolom()
  return (
    <DataTable
      caption={t('tabel')}
      kolom={kolom}
      baris={baris}
      kunci={(k) => `${k.kab}/${k.id}`}
      kosong={kosong}
      barisTautan
    />
  )
}

function useKolom(): Kolom<BarisKeluarga>[] {
  const t = useTeks(teksKeluarga)
  const f = useFormat()
  return useMemo(
    () => [
      { id: 'kepala', judul: t('kepala'), kartu: 'judul', isi: (k) => <Kepala k={k} /> },
      {
        id: 'kk',
        judul: t('nomorKk'),
        isi: (k) =>
          k.nomorKk ?? (
            <Text size="sm" c="dimmed" span>
              {t('tanpaKk')}
            </Text>
          ),
      },
      {
        id: 'wilayah',
        judul: t('wilayah'),
        isi: (k) => (
          <>
            {k.namaWilayah}{' '}
            <Text size="sm" c="dimmed" span>
              RT {nomorRt(k.rt)}
            </Text>
          </>
        ),
      },
      { id: 'anggota', judul: t('anggota'), angka: true, isi: (k) => f.angka(k.jumlahAnggota) },
      {
        id: 'desil',
        judul: t('desil'),
        isi: (k) =>
          k.desil === null ? (
            <Text size="sm" c="dimmed" span>
              {t('belumBerdesil')}
            </Text>
          ) : (
            t('desilN', { n: k.desil })
          ),
      },
      { id: 'status', judul: t('status'), kartu: 'polos', isi: (k) => <StatusKeluarga k={k} /> },
    ],
    [t, f],
  )
}

function Kepala({ k }: { k: BarisKeluarga }) {
  const t = useTeks(teksKeluarga)
  return (
    <>
      <Link to="/keluarga/$kab/$id" params={{ kab: String(k.kab), id: k.id }}>
        {k.namaKepala}
      </Link>
      {k.cocok ? (
        <Text size="xs" c="dimmed">
          {t('cocok', { siapa: k.cocok })}
        </Text>
      ) : null}
      {k.alamat ? (
        <Text size="xs" c="dimmed">
          {k.alamat}
        </Text>
      ) : null}
    </>
  )
}

/** What a family receives, whether it is eligible, whether its data must be checked. */
export function StatusKeluarga({
  k,
}: {
  k: Pick<BarisKeluarga, 'menerima' | 'kelayakan' | 'ditandai'>
}) {
  const t = useTeks(teksKeluarga)
  return (
    <Group gap={4}>
      {k.menerima.length > 0 ? (
        k.menerima.map((p) => (
          <Status key={p} nada="baik">
            {p}
          </Status>
        ))
      ) : (
        <Status nada="netral">{t('belumMenerima')}</Status>
      )}
      {k.kelayakan === 'tidak_layak' ? <Status nada="salah">{t('tidak_layak')}</Status> : null}
      {k.ditandai ? <Status nada="perhatian">{t('perluDicek')}</Status> : null}
    </Group>
  )
}
