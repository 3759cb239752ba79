/** Families as one table: who, where, what they receive, and where they stand. */
import { Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { nomorRt, useFormat } from '#ui/format.ts'
import { Status } from '#ui/status.tsx'
import { namaProgram } from '#web/keluarga/program.ts'
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
        padat: true,
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
        padat: true,
        judul: t('wilayah'),
        isi: (k) => (
          <>
            {k.namaWilayah}
            <Text size="xs" c="dimmed">
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
            <Text size="sm" c="dimmed" span style={{ whiteSpace: 'nowrap' }}>
              {t('belumBerdesil')}
            </Text>
          ) : (
            t('desilN', { n: k.desil })
          ),
      },
      { id: 'bantuan', judul: t('bantuan'), isi: (k) => <Bantuan menerima={k.menerima} /> },
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

/** The programmes a family receives today, in words. */
export function Bantuan({ menerima }: { menerima: readonly string[] }) {
  const t = useTeks(teksKeluarga)
  if (menerima.length > 0) return <>{menerima.map(namaProgram).join(', ')}</>
  return (
    <Text size="sm" c="dimmed" span>
      {t('belumMenerima')}
    </Text>
  )
}

/** What asks for attention: eligibility that was decided, data that must be checked. */
export function StatusKeluarga({ k }: { k: Pick<BarisKeluarga, 'kelayakan' | 'ditandai'> }) {
  const t = useTeks(teksKeluarga)
  const biasa = k.kelayakan !== 'tidak_layak' && !k.ditandai
  return (
    <Group gap={4}>
      {k.kelayakan === 'tidak_layak' ? <Status nada="salah">{t('tidak_layak')}</Status> : null}
      {k.ditandai ? <Status nada="perhatian">{t('perluDicek')}</Status> : null}
      {biasa ? (
        <Text size="sm" c="dimmed" span>
          {t(k.kelayakan === 'layak' ? 'layak' : 'belum_dinilai')}
        </Text>
      ) : null}
    </Group>
  )
}
