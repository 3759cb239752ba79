/** Findings row by row: where in the file, what stands there, why it is remarked, what to do. */
import { Code, Text } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { Status } from '#ui/status.tsx'
import { teksImpor } from '#web/impor/teks.ts'
import { kunciTingkat, nadaTingkat } from '#web/impor/tingkat.ts'
import type { OutputOf } from '#web/operasi.ts'
import { Tautan } from '#web/tautan.tsx'

type Baris = OutputOf<'impor.temuan'>['temuan'][number]

export function TabelTemuan({ baris, kosong }: { baris: readonly Baris[]; kosong: ReactNode }) {
  const t = useTeks(teksImpor)
  const f = useFormat()
  const label = useLabel()
  const bernomor = useMemo(() => baris.map((b, i) => ({ ...b, urutan: i })), [baris])
  const kolom = useMemo<Kolom<Baris & { urutan: number }>[]>(
    () => [
      {
        id: 'tempat',
        judul: t('lembar'),
        kartu: 'judul',
        isi: (b) => (
          <>
            {b.lembar}, {t('barisN', { n: f.angka(b.baris) })}
            {b.keluarga ? (
              <div>
                <Tautan
                  to="/keluarga/$kab/$id"
                  params={{ kab: String(b.keluarga.kab), id: b.keluarga.id }}
                  size="xs"
                >
                  {t('lihatKeluarga')}
                </Tautan>
              </div>
            ) : null}
          </>
        ),
      },
      { id: 'kolom', judul: t('kolom'), isi: (b) => b.kolom ?? '–' },
      { id: 'nilai', judul: t('nilai'), isi: (b) => <NilaiSel nilai={b.nilai} /> },
      {
        id: 'tingkat',
        judul: t('tingkat'),
        isi: (b) => <Status nada={nadaTingkat[b.tingkat]}>{t(kunciTingkat[b.tingkat])}</Status>,
      },
      {
        id: 'sebab',
        judul: t('sebab'),
        kartu: 'polos',
        lebar: '36%',
        isi: (b) => (
          <>
            <Text size="sm">{label(b.sebab)}</Text>
            <Text size="xs" c="dimmed">
              {label(b.perbaikan)}
            </Text>
          </>
        ),
      },
    ],
    [t, f, label],
  )
  return (
    <DataTable
      caption={t('temuan')}
      kolom={kolom}
      baris={bernomor}
      kunci={(b) => String(b.urutan)}
      kosong={kosong}
    />
  )
}

/** What stands in a cell, told apart from the words around it. */
export function NilaiSel({ nilai }: { nilai: string | null }) {
  const t = useTeks(teksImpor)
  if (nilai === null || nilai === '')
    return (
      <Text size="sm" c="dimmed" span>
        {t('nilaiKosong')}
      </Text>
    )
  return <Code style={{ overflowWrap: 'anywhere' }}>{nilai}</Code>
}
