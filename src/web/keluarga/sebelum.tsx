/** What changed since the ranking before: the result then, and each fact that is different now. */
import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { Section } from '#ui/section.tsx'
import type { Penjelasan } from '#web/keluarga/peringkat.tsx'
import { teksPenjelasan } from '#web/keluarga/teks-penjelasan.ts'

type Dahulu = NonNullable<Penjelasan['sebelum']>

export function Sebelum({ sebelum }: { sebelum: Dahulu }) {
  const t = useTeks(teksPenjelasan)
  const label = useLabel()
  const kolom = useMemo<Kolom<Dahulu['berubah'][number]>[]>(
    () => [
      { id: 'fakta', judul: t('berubah'), kartu: 'judul', isi: (b) => label(b.label) },
      { id: 'dulu', judul: t('dulu'), isi: (b) => (b.dulu ? label(b.dulu) : '–') },
      { id: 'kini', judul: t('kini'), isi: (b) => (b.kini ? label(b.kini) : '–') },
    ],
    [t, label],
  )
  return (
    <Section
      judul={t('sebelum', { judul: label(sebelum.ronde.judul) })}
      keterangan={t('sebelumIsi', { ringkas: label(sebelum.ringkas), desil: sebelum.desil })}
      rapat
    >
      <DataTable
        caption={t('berubah')}
        kolom={kolom}
        baris={sebelum.berubah}
        kunci={(b) => b.fakta}
        kosong={
          <Text size="sm" c="dimmed" px="lg" pb="lg">
            {t('tidakBerubah')}
          </Text>
        }
      />
    </Section>
  )
}
