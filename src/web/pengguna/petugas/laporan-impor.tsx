/** What the check says of every row, and the step that makes the accepted ones. */

import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Stat, StatRow } from '#ui/stat.tsx'
import { kataGalat } from '#web/galat.tsx'
import type { Diperiksa } from '#web/pengguna/petugas/impor.tsx'
import { TabelBaris } from '#web/pengguna/petugas/tabel-baris.tsx'
import { teksImporPetugas } from '#web/pengguna/petugas/teks-impor.ts'

type Props = {
  diperiksa: Diperiksa
  sibuk: boolean
  galat: Error | null
  onGanti: () => void
  onImpor: (d: Diperiksa) => Promise<void>
}

export function LaporanImpor({ diperiksa, sibuk, galat, onGanti, onImpor }: Props) {
  const t = useTeks(teksImporPetugas)
  const f = useFormat()
  const [tanya, setTanya] = useState(false)
  const { laporan, berkas } = diperiksa
  const n = f.angka(laporan.diterima)
  return (
    <>
      <Section
        judul={t('langkah2')}
        keterangan={t('langkah2Isi', { nama: berkas.name })}
        aksi={
          <Button variant="default" onClick={onGanti}>
            {t('gantiBerkas')}
          </Button>
        }
      >
        <Stack gap="md">
          <StatRow>
            <Stat label={t('diterima')} nilai={n} utama />
            <Stat label={t('ditolak')} nilai={f.angka(laporan.ditolak)} />
            <Stat
              label={t('barisDalamBerkas')}
              nilai={f.angka(laporan.diterima + laporan.ditolak)}
            />
          </StatRow>
          {laporan.ditolak > 0 ? (
            <Notice nada="perhatian">
              <p>
                {laporan.diterima > 0
                  ? t('sebagian', { n: f.angka(laporan.ditolak) })
                  : t('tidakAda')}
              </p>
            </Notice>
          ) : null}
          <Group>
            <Button disabled={laporan.diterima === 0} onClick={() => setTanya(true)}>
              {t('impor', { n })}
            </Button>
          </Group>
        </Stack>
      </Section>
      <BarisLaporan baris={laporan.baris} ditolak={laporan.ditolak} />
      <Confirm
        buka={tanya}
        judul={t('yakin', { n })}
        tombol={t('impor', { n })}
        sibuk={sibuk}
        galat={kataGalat(galat)}
        onBatal={() => setTanya(false)}
        onYa={() => void onImpor(diperiksa)}
      >
        <Text size="sm">{t('yakinIsi')}</Text>
      </Confirm>
    </>
  )
}

type BarisProps = { baris: Diperiksa['laporan']['baris']; ditolak: number }

/** Row by row; where some are refused, those come first into view. */
export function BarisLaporan({ baris, ditolak }: BarisProps) {
  const t = useTeks(teksImporPetugas)
  const [hanya, setHanya] = useState(ditolak > 0)
  return (
    <Section
      judul={t('laporan')}
      aksi={
        <SegmentedControl
          size="xs"
          aria-label={t('tampilkan')}
          value={hanya ? 'ditolak' : 'semua'}
          onChange={(v) => setHanya(v === 'ditolak')}
          data={[
            { value: 'semua', label: t('semua') },
            { value: 'ditolak', label: t('hanyaDitolak') },
          ]}
        />
      }
      rapat
    >
      <TabelBaris baris={hanya ? baris.filter((b) => b.status === 'ditolak') : baris} />
    </Section>
  )
}
