/** What was done with a proposal, by whom, why; savings in a row are one line. */
import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { keadaan, semuaKeadaan } from '#domain/usulan/keadaan.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import type { SatuUsulan } from '#web/usulan/satu.tsx'
import { teksUsulanSatu } from '#web/usulan/teks-satu.ts'

type Langkah = SatuUsulan['riwayat'][number]
type Baris = Langkah & { readonly kali: number }

/** Newest first; savings of one person in a row become one line. */
function ringkas(riwayat: readonly Langkah[]): readonly Baris[] {
  const hasil: Baris[] = []
  for (const r of riwayat) {
    const lalu = hasil.at(-1)
    if (lalu && r.aksi === 'simpan' && lalu.aksi === 'simpan' && lalu.oleh === r.oleh)
      hasil[hasil.length - 1] = { ...r, kali: lalu.kali + 1 }
    else hasil.push({ ...r, kali: 1 })
  }
  return hasil.reverse()
}

export function RiwayatUsulan({ u }: { u: SatuUsulan }) {
  const t = useTeks(teksUsulanSatu)
  const f = useFormat()
  const label = useLabel()
  const baris = useMemo(() => ringkas(u.riwayat), [u.riwayat])
  const kolom = useMemo<Kolom<Baris>[]>(
    () => [
      {
        id: 'langkah',
        judul: t('langkah'),
        kartu: 'judul',
        isi: (r) => {
          const ke = semuaKeadaan.find((k) => k === r.ke)
          return (
            <>
              {r.kali > 1 ? t('disimpanN', { n: f.angka(r.kali) }) : label(r.label)}
              {ke && r.dari !== r.ke ? (
                <Text size="xs" c="dimmed" span>
                  {` → ${label(keadaan[ke].label)}`}
                </Text>
              ) : null}
            </>
          )
        },
      },
      { id: 'pada', judul: t('pada'), padat: true, isi: (r) => f.waktu(r.pada) },
      {
        id: 'oleh',
        judul: t('oleh'),
        isi: (r) => [r.oleh, r.peran ? label(r.peran) : null].filter(Boolean).join(', ') || '–',
      },
      { id: 'alasan', judul: t('alasanLangkah'), kartu: 'polos', isi: (r) => r.alasan ?? '' },
    ],
    [t, f, label],
  )
  return (
    <Section judul={t('riwayat')} rapat>
      <DataTable
        caption={t('riwayat')}
        kolom={kolom}
        baris={baris}
        kunci={(r) => `${r.pada} ${r.aksi}`}
      />
    </Section>
  )
}
