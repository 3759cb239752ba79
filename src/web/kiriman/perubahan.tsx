/** The page Perubahan dari pusat: who entered, left or changed in one's area, with reason and date. */
import { Button, Group, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Stat, StatRow } from '#ui/stat.tsx'
import { Empty } from '#ui/state.tsx'
import { Status } from '#ui/status.tsx'
import { teksKiriman } from '#web/kiriman/teks.ts'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'

type Perubahan = OutputOf<'hasil_pusat.perubahan'>
type Jenis = Perubahan['perubahan'][number]['jenis']

const semuaJenis: readonly Jenis[] = [
  'masuk',
  'keluar',
  'berubah',
  'dikembalikan',
  'ditolak',
  'desil',
]
const nada = {
  masuk: 'baik',
  keluar: 'perhatian',
  berubah: 'info',
  dikembalikan: 'perhatian',
  ditolak: 'salah',
  desil: 'netral',
} as const

/** The first day of the month so many months ago. */
const sejak = (bulan: number): string => {
  const kini = new Date()
  return new Date(Date.UTC(kini.getFullYear(), kini.getMonth() - bulan, 1))
    .toISOString()
    .slice(0, 10)
}

export function HalamanPerubahan() {
  const t = useTeks(teksKiriman)
  const { wilayah } = useSesi()
  const [dari, setDari] = useState(sejak(3))
  const [jenis, setJenis] = useState<Jenis | 'semua'>('semua')
  const [batas, setBatas] = useState(50)
  const kueri = useOp(
    'hasil_pusat.perubahan',
    { dari, batas, ...(jenis === 'semua' ? {} : { jenis }) },
    { simpanLama: true, enabled: dari !== '' },
  )
  return (
    <>
      <PageHeader judul={t('perubahan')} keterangan={`${wilayah.nama} · ${t('perubahanIsi')}`} />
      <Stack gap="lg">
        <Group gap="md" align="flex-end" wrap="wrap">
          <TextInput
            type="date"
            label={t('dari')}
            value={dari}
            onChange={(e) => setDari(e.currentTarget.value)}
          />
          <SegmentedControl
            aria-label={t('saringJenis')}
            value={jenis}
            onChange={(v) => setJenis(semuaJenis.find((j) => j === v) ?? 'semua')}
            data={[
              { value: 'semua', label: t('semua') },
              ...semuaJenis.map((j) => ({ value: j, label: t(j) })),
            ]}
            style={{ flexWrap: 'wrap' }}
          />
        </Group>
        <Tampil kueri={kueri}>
          {(p) => (
            <>
              <Jumlah p={p} />
              <Daftar p={p} />
              {p.berikutnya && batas < 200 ? (
                <Group>
                  <Button variant="default" onClick={() => setBatas(200)}>
                    {t('lagi')}
                  </Button>
                </Group>
              ) : null}
            </>
          )}
        </Tampil>
      </Stack>
    </>
  )
}

function Jumlah({ p }: { p: Perubahan }) {
  const t = useTeks(teksKiriman)
  const f = useFormat()
  return (
    <StatRow label={t('perubahan')}>
      {semuaJenis.map((j) => (
        <Stat
          key={j}
          label={t(j)}
          nilai={f.angka(p.jumlah.find((one) => one.jenis === j)?.jumlah ?? 0)}
        />
      ))}
    </StatRow>
  )
}

function Daftar({ p }: { p: Perubahan }) {
  const t = useTeks(teksKiriman)
  const f = useFormat()
  const label = useLabel()
  return (
    <Section judul={t('perubahan')} rapat>
      <DataTable
        caption={t('perubahan')}
        baris={p.perubahan}
        kunci={(b) => b.id}
        kosong={<Empty judul={t('perubahanKosong')} isi={t('perubahanKosongIsi')} />}
        kolom={[
          { id: 'nama', judul: t('nama'), kartu: 'judul', isi: (b) => b.nama },
          {
            id: 'tempat',
            judul: t('tempat'),
            isi: (b) =>
              b.rt === null ? b.namaWilayah : t('tempatRt', { desa: b.namaWilayah, rt: b.rt }),
          },
          {
            id: 'jenis',
            judul: t('keadaan'),
            isi: (b) => <Status nada={nada[b.jenis]}>{t(b.jenis)}</Status>,
          },
          { id: 'tentang', judul: t('tentang'), isi: (b) => label(b.tentang) },
          { id: 'alasan', judul: t('alasan'), isi: (b) => b.alasan ?? '–' },
          { id: 'hari', judul: t('hari'), padat: true, isi: (b) => f.tanggalPendek(b.hari) },
        ]}
      />
    </Section>
  )
}
