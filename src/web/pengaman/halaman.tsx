/** What the safeguards hold in the area: each pattern with its count, its limit, and who may let it go. */
import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { Status } from '#ui/status.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { Lepas } from '#web/pengaman/lepas.tsx'
import { type Pola, useTempat } from '#web/pengaman/pola.ts'
import { teksPengaman } from '#web/pengaman/teks.ts'

const kunci = (p: Pola): string => `${p.aturan} ${p.wilayah} ${p.rt ?? ''}`

export function HalamanPengaman() {
  const t = useTeks(teksPengaman)
  const kueri = useOp('pengaman.daftar', {})
  return (
    <>
      <PageHeader judul={t('judul')} keterangan={t('keterangan')} />
      <Stack gap="lg">
        <Text c="dimmed" maw={720}>
          {t('penjelasan')}
        </Text>
        <Tampil kueri={kueri}>{({ pola }) => <Daftar pola={pola} />}</Tampil>
      </Stack>
    </>
  )
}

function Daftar({ pola }: { pola: readonly Pola[] }) {
  const t = useTeks(teksPengaman)
  const f = useFormat()
  const label = useLabel()
  const tempat = useTempat()
  const [buka, setBuka] = useState<Pola | null>(null)
  const kolom: Kolom<Pola>[] = [
    { id: 'pola', judul: t('pola'), kartu: 'judul', isi: (p) => label(p.label) },
    { id: 'tempat', judul: t('tempat'), isi: tempat },
    {
      id: 'hitungan',
      judul: t('hitungan'),
      isi: (p) => (
        <>
          {t('hitunganIsi', { jumlah: p.jumlah, hari: p.jendelaHari, batas: p.batas })}{' '}
          {p.rawan ? <Status nada="perhatian">{t('rawan')}</Status> : null}
        </>
      ),
    },
    { id: 'ditahan', judul: t('ditahan'), angka: true, isi: (p) => f.angka(p.ditahan) },
    {
      id: 'sejak',
      judul: t('sejak'),
      padat: true,
      isi: (p) => f.tanggalPendek(p.sejak.slice(0, 10)),
    },
    { id: 'pelepas', judul: t('pelepas'), isi: (p) => label(p.pelepas) },
    {
      id: 'tindakan',
      judul: t('tindakan'),
      judulTersembunyi: true,
      kartu: 'polos',
      isi: (p) => (
        <Button
          size="xs"
          variant={p.bolehLepas ? 'filled' : 'default'}
          aria-label={`${p.bolehLepas ? t('periksa') : t('lihat')}: ${label(p.label)}, ${tempat(p)}`}
          onClick={() => setBuka(p)}
        >
          {p.bolehLepas ? t('periksa') : t('lihat')}
        </Button>
      ),
    },
  ]
  return (
    <Section judul={t('judul')} rapat>
      <DataTable
        caption={t('keterangan')}
        kolom={kolom}
        baris={pola}
        kunci={kunci}
        kosong={<Empty judul={t('kosong')} isi={t('kosongIsi')} />}
      />
      {buka ? <Lepas key={kunci(buka)} pola={buka} onTutup={() => setBuka(null)} /> : null}
    </Section>
  )
}
