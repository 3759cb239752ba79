/** Ranked families: place, who, where, the result in words, decile. Equal places are marked. */
import { Text } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { nomorRt, useFormat } from '#ui/format.ts'
import { type Nada, Status } from '#ui/status.tsx'
import type { OutputOf } from '#web/operasi.ts'
import type { SatuRonde } from '#web/peringkat/satu.tsx'
import { teksPeringkat } from '#web/peringkat/teks.ts'
import { Tautan } from '#web/tautan.tsx'

export type BarisRonde = OutputOf<'peringkat.keluarga'>['keluarga'][number]

const nadaMiskin: Record<'ya' | 'belum_pasti' | 'tidak', Nada> = {
  ya: 'salah',
  belum_pasti: 'perhatian',
  tidak: 'netral',
}

/** The rank at the level of the area shown: one's place within Bontang, or within a kelurahan. */
export function peringkatDi(b: BarisRonde, wilayah: number): number | null {
  if (wilayah === 0) return b.peringkat.nasional
  if (wilayah % 1e8 === 0) return b.peringkat.provinsi
  if (wilayah % 1e6 === 0) return b.peringkat.kabkota
  if (wilayah % 1e4 === 0) return b.peringkat.kecamatan
  return b.peringkat.desa
}

type Props = { r: SatuRonde; baris: readonly BarisRonde[]; kosong: ReactNode }

export function TabelPeringkat({ r, baris, kosong }: Props) {
  const t = useTeks(teksPeringkat)
  const f = useFormat()
  const label = useLabel()
  const kolom = useMemo<Kolom<BarisRonde>[]>(
    () => [
      {
        id: 'peringkat',
        judul: t('urutanDi', { wilayah: r.bagian.namaWilayah }),
        angka: true,
        isi: (b) => {
          const n = peringkatDi(b, r.bagian.wilayah)
          return n === null ? '–' : f.angka(n)
        },
      },
      {
        id: 'kepala',
        judul: t('kepala'),
        kartu: 'judul',
        isi: (b) => (
          <Tautan
            to="/keluarga/$kab/$id"
            params={{ kab: String(b.kab), id: b.keluarga }}
            search={{ lihat: 'peringkat' }}
          >
            {b.namaKepala}
          </Tautan>
        ),
      },
      {
        id: 'wilayah',
        judul: t('wilayah'),
        padat: true,
        isi: (b) => (
          <>
            {b.namaWilayah}
            <Text size="xs" c="dimmed">
              RT {nomorRt(b.rt)}
            </Text>
          </>
        ),
      },
      {
        id: 'hasil',
        judul: t('hasil'),
        kartu: 'polos',
        isi: (b) => (
          <Text size="sm" className="kalimat">
            {label(b.ringkas)}
          </Text>
        ),
      },
      {
        id: 'miskin',
        judul: t('miskin'),
        isi: (b) =>
          b.miskin === null ? (
            '–'
          ) : (
            <Status nada={nadaMiskin[b.miskin]}>{t(`miskin_${b.miskin}`)}</Status>
          ),
      },
      { id: 'kelayakan', judul: t('kelayakan'), padat: true, isi: (b) => t(b.kelayakan) },
      { id: 'desil', judul: t('desil'), padat: true, isi: (b) => t('desilN', { n: b.desil }) },
    ],
    [t, f, label, r],
  )
  return (
    <DataTable
      caption={t('daftarKeluarga')}
      kolom={kolom}
      baris={baris}
      kunci={(b) => `${b.kab}/${b.keluarga}`}
      kosong={kosong}
    />
  )
}
