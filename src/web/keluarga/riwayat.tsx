/** Where each fact of a family came from, and what it was before. */
import { Stack, Text } from '@mantine/core'
import { useMemo } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { type Nada, Status } from '#ui/status.tsx'
import { namaSumber } from '#web/keluarga/program.ts'
import { teksSatu } from '#web/keluarga/teks-satu.ts'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'

type Isi = OutputOf<'keluarga.riwayat'>

const hasil: Record<string, { nada: Nada; kunci: 'diterima' | 'ditandai' | 'ditahan' }> = {
  diterima: { nada: 'baik', kunci: 'diterima' },
  ditandai: { nada: 'perhatian', kunci: 'ditandai' },
  ditahan: { nada: 'salah', kunci: 'ditahan' },
}

export function Riwayat({ kab, id }: { kab: number; id: string }) {
  const kueri = useOp('keluarga.riwayat', { kab, id })
  return (
    <Tampil kueri={kueri}>
      {(data) => (
        <Stack gap="lg">
          <Sumber sumber={data.sumber} />
          <Perubahan perubahan={data.perubahan} />
        </Stack>
      )}
    </Tampil>
  )
}

function Sumber({ sumber }: { sumber: Isi['sumber'] }) {
  const t = useTeks(teksSatu)
  const f = useFormat()
  const kolom = useMemo<Kolom<Isi['sumber'][number]>[]>(
    () => [
      { id: 'berkas', judul: t('berkas'), kartu: 'judul', isi: (s) => s.berkas },
      { id: 'format', judul: t('sumber'), isi: (s) => namaSumber(s.format) },
      { id: 'baris', judul: t('baris'), angka: true, isi: (s) => f.angka(s.baris) },
      {
        id: 'status',
        judul: t('hasil'),
        isi: (s) => {
          const h = hasil[s.status]
          return h ? <Status nada={h.nada}>{t(h.kunci)}</Status> : s.status
        },
      },
      { id: 'pada', judul: t('pada'), isi: (s) => f.waktu(s.pada) },
      { id: 'oleh', judul: t('oleh'), isi: (s) => s.oleh ?? '–' },
    ],
    [t, f],
  )
  return (
    <Section judul={t('riwayatSumber')} rapat>
      <DataTable
        caption={t('riwayatSumber')}
        kolom={kolom}
        baris={sumber}
        kunci={(s) => `${s.impor}/${s.baris}/${s.pada}`}
        kosong={<Kosong>{t('riwayatSumberKosong')}</Kosong>}
      />
    </Section>
  )
}

function Perubahan({ perubahan }: { perubahan: Isi['perubahan'] }) {
  const t = useTeks(teksSatu)
  const f = useFormat()
  const label = useLabel()
  const kolom = useMemo<Kolom<Isi['perubahan'][number]>[]>(
    () => [
      { id: 'kolom', judul: t('kolom'), kartu: 'judul', isi: (p) => label(p.kolom) },
      { id: 'subjek', judul: t('subjek'), isi: (p) => p.subjek },
      { id: 'lama', judul: t('lama'), isi: (p) => p.lama ?? t('kosongNilai') },
      { id: 'baru', judul: t('baru'), isi: (p) => p.baru ?? t('kosongNilai') },
      { id: 'tanggal', judul: t('tanggal'), isi: (p) => f.tanggalPendek(p.tanggal) },
      { id: 'sumber', judul: t('sumber'), isi: (p) => namaSumber(p.sumber) },
    ],
    [t, f, label],
  )
  return (
    <Section judul={t('perubahan')} rapat>
      <DataTable
        caption={t('perubahan')}
        kolom={kolom}
        baris={perubahan}
        kunci={(p) => `${p.subjek}/${p.kolom.id}/${p.tanggal}/${p.baru ?? ''}`}
        kosong={<Kosong>{t('perubahanKosong')}</Kosong>}
      />
    </Section>
  )
}

const Kosong = ({ children }: { children: string }) => (
  <Text size="sm" c="dimmed" px="lg" pb="lg">
    {children}
  </Text>
)
