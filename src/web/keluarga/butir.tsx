/** Every item of the model for one family: the question, its condition in words, the result, its points. */
import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { Pairs } from '#ui/pairs.tsx'
import { Section } from '#ui/section.tsx'
import { type Nada, Status } from '#ui/status.tsx'
import type { Penjelasan } from '#web/keluarga/peringkat.tsx'
import { teksPenjelasan } from '#web/keluarga/teks-penjelasan.ts'

type Baris = Penjelasan['butir'][number]

const nada: Record<Baris['hasil'], Nada> = {
  terpenuhi: 'info',
  tidak: 'netral',
  dinilai: 'info',
  belum_ditanyakan: 'perhatian',
}

export function Butir({ p }: { p: Penjelasan }) {
  const t = useTeks(teksPenjelasan)
  const label = useLabel()
  const kolom = useKolom(p.butir.some((b) => b.hasil === 'dinilai'))
  return (
    <Section judul={t('indikator')} rapat>
      <DataTable caption={t('indikator')} kolom={kolom} baris={p.butir} kunci={(b) => b.kode} />
      {p.pemecahSeri.length > 0 ? (
        <div style={{ padding: '16px 24px 24px' }}>
          <Text size="sm" fw={600} mb="xs">
            {t('pemecah')}
          </Text>
          <Pairs
            lebar={200}
            isi={p.pemecahSeri.map((s) => ({
              id: s.label.id,
              label: label(s.label),
              nilai: s.nilai ? label(s.nilai) : '–',
            }))}
          />
        </div>
      ) : null}
    </Section>
  )
}

function useKolom(adaPoin: boolean): Kolom<Baris>[] {
  const t = useTeks(teksPenjelasan)
  const f = useFormat()
  const label = useLabel()
  return useMemo(() => {
    const poin: Kolom<Baris> = {
      id: 'poin',
      judul: t('poinKolom'),
      angka: true,
      isi: (b) => (b.poin === null ? '–' : f.angka(b.poin)),
    }
    return [
      {
        id: 'nomor',
        judul: t('nomor'),
        angka: true,
        lebar: 64,
        kartu: 'sembunyi',
        isi: (b) => b.nomor,
      },
      {
        id: 'butir',
        judul: t('butir'),
        kartu: 'judul',
        isi: (b) => (
          <>
            {label(b.label)}
            {b.catatan ? (
              <Text size="xs" c="dimmed">
                {label(b.catatan)}
              </Text>
            ) : null}
          </>
        ),
      },
      { id: 'nilai', judul: t('nilai'), isi: (b) => (b.nilai ? label(b.nilai) : '–') },
      {
        id: 'hasil',
        judul: t('hasilKolom'),
        isi: (b) => <Status nada={nada[b.hasil]}>{t(b.hasil)}</Status>,
      },
      ...(adaPoin ? [poin] : []),
    ]
  }, [t, f, label, adaPoin])
}
