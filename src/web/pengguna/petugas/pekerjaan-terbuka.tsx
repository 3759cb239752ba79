/** The open work of an officer, and who could go on with it. */
import { NativeSelect, Stack, Text } from '@mantine/core'
import { useMemo } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { Section } from '#ui/section.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { teksSerah } from '#web/pengguna/petugas/teks-serah.ts'

export type Terbuka = OutputOf<'pengguna.pekerjaan_terbuka'>
type Butir = Terbuka['butir'][number]

export function PekerjaanTerbuka({ butir }: { butir: readonly Butir[] }) {
  const t = useTeks(teksSerah)
  const label = useLabel()
  const kolom = useMemo<Kolom<Butir>[]>(
    () => [
      { id: 'judul', judul: t('judulPekerjaan'), kartu: 'judul', isi: (b) => b.judul },
      { id: 'jenis', judul: t('jenis'), isi: (b) => label(b.jenisLabel) },
      { id: 'keadaan', judul: t('keadaan'), isi: (b) => label(b.keadaan) },
    ],
    [t, label],
  )
  return (
    <Section judul={t('pekerjaan')} keterangan={t('pekerjaanIsi')} rapat>
      <DataTable
        caption={t('pekerjaan')}
        kolom={kolom}
        baris={butir}
        kunci={(b) => `${b.jenis}/${b.objek}`}
        kosong={
          <Text size="sm" c="dimmed" px="lg" pb="lg">
            {t('pekerjaanKosong')}
          </Text>
        }
      />
    </Section>
  )
}

type PilihProps = {
  calon: Terbuka['calonPenerus']
  nilai: string
  onPilih: (id: string) => void
  galat?: string | null
  /** Ending an account may leave the work waiting; handing over may not. */
  bolehTanpa: boolean
}

export function PilihPenerus({ calon, nilai, onPilih, galat, bolehTanpa }: PilihProps) {
  const t = useTeks(teksSerah)
  return (
    <Stack gap="xs">
      <NativeSelect
        label={t('penerus')}
        description={t(calon.length > 0 ? 'penerusIsi' : 'tanpaCalon')}
        value={nilai}
        error={galat}
        required={!bolehTanpa}
        onChange={(e) => onPilih(e.currentTarget.value)}
        data={[
          { value: '', label: t('tanpaPenerus') },
          ...calon.map((c) => ({
            value: c.id,
            label: `${c.nama} · ${c.peran} · ${c.namaWilayah}`,
          })),
        ]}
      />
      {bolehTanpa && nilai === '' ? (
        <Text size="sm" c="dimmed">
          {t('tanpaPenerusIsi')}
        </Text>
      ) : null}
    </Stack>
  )
}
