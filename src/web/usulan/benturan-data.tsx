/** The record has moved on since the proposal was made: both values side by side, and a person decides. */
import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { Section } from '#ui/section.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { TabelBanding } from '#web/usulan/banding.tsx'
import { type Kamus, useKamus, useKataJawaban } from '#web/usulan/kamus.ts'
import type { SatuUsulan } from '#web/usulan/satu.tsx'
import { teksUsulanSatu } from '#web/usulan/teks-satu.ts'

export function BenturanData({ u }: { u: SatuUsulan }) {
  const t = useTeks(teksUsulanSatu)
  const perbaikan = Object.keys(u.isi.perbaikan ?? {}).length > 0
  return (
    <Section judul={t('bentur')} keterangan={t('benturIsi')} rapat>
      {perbaikan ? (
        <TabelBanding u={u} judul={t('bentur')} kiri={t('tercatat')} kanan={t('diusulkan')} />
      ) : u.jalur === 'keadaan' && u.keluargaId ? (
        <BandingJawaban u={u} keluarga={u.keluargaId} />
      ) : (
        <Text size="sm" px="lg" pb="lg">
          {u.isi.alasan}
        </Text>
      )}
    </Section>
  )
}

type Baris = {
  readonly kunci: string
  readonly label: string
  readonly kini: string
  readonly usul: string
}

function BandingJawaban({ u, keluarga }: { u: SatuUsulan; keluarga: string }) {
  const kamus = useKamus()
  return <Tampil kueri={kamus}>{(k) => <Tabel u={u} keluarga={keluarga} kamus={k} />}</Tampil>
}

function Tabel({ u, keluarga, kamus }: { u: SatuUsulan; keluarga: string; kamus: Kamus }) {
  const t = useTeks(teksUsulanSatu)
  const label = useLabel()
  const kata = useKataJawaban(kamus)
  const kueri = useOp('keluarga.satu', { kab: u.kab, id: keluarga })
  const usul = { ...u.isi.jawabanRuta, ...u.isi.jawabanKeluarga }
  const kolom = useMemo<Kolom<Baris>[]>(
    () => [
      { id: 'bidang', judul: t('bidang'), kartu: 'judul', isi: (b) => b.label },
      { id: 'kini', judul: t('tercatat'), isi: (b) => b.kini },
      { id: 'usul', judul: t('diusulkan'), isi: (b) => <b>{b.usul}</b> },
    ],
    [t],
  )
  return (
    <Tampil kueri={kueri}>
      {(k) => {
        const baris = kamus.bagian
          .flatMap((b) => b.variabel)
          .filter((v) => usul[v.nama] !== undefined)
          .map((v): Baris => {
            const kini = k.jawaban.find((j) => j.variabel === v.nama)?.nilai
            return {
              kunci: v.nama,
              label: label(v.label),
              kini: kini ? label(kini) : '–',
              usul: kata(v, usul[v.nama] ?? null),
            }
          })
        return (
          <DataTable caption={t('bentur')} kolom={kolom} baris={baris} kunci={(b) => b.kunci} />
        )
      }}
    </Tampil>
  )
}
