/** The assignments of one officer: those in force with what may be done, and those that have ended. */
import { Button, Group, Stack, Text } from '@mantine/core'
import { type ReactNode, useMemo, useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { AkhiriTugas } from '#web/pengguna/petugas/akhiri-tugas.tsx'
import type { Petugas } from '#web/pengguna/petugas/satu.tsx'
import { StatusTugas } from '#web/pengguna/petugas/status-petugas.tsx'
import { teksPetugas } from '#web/pengguna/petugas/teks.ts'
import { teksSatuPetugas } from '#web/pengguna/petugas/teks-satu.ts'
import { RingkasTugas, type Tugas, useMasa } from '#web/pengguna/petugas/tugas-ringkas.tsx'
import { UbahMasa } from '#web/pengguna/petugas/ubah-masa.tsx'

type Pilih = { apa: 'ubah' | 'akhiri'; tugas: Tugas } | null

export function TugasPetugas({ p }: { p: Petugas }) {
  const t = useTeks(teksSatuPetugas)
  const [pilih, setPilih] = useState<Pilih>(null)
  const lama = p.semuaTugas.filter((tugas) => tugas.status === 'berakhir')
  const kini = p.semuaTugas.filter((tugas) => tugas.status !== 'berakhir')
  const tutup = () => setPilih(null)
  return (
    <Stack gap="lg">
      <Section judul={t('tugasKini')} keterangan={t('tugasKiniIsi')} rapat>
        <Tabel
          judul={t('tugasKini')}
          baris={kini}
          onPilih={setPilih}
          kosong={<Empty judul={t('tugasKosong')} isi={t('tugasKosongIsi')} />}
        />
      </Section>
      {lama.length > 0 ? (
        <Section judul={t('tugasLama')} rapat>
          <Tabel judul={t('tugasLama')} baris={lama} />
        </Section>
      ) : null}
      {pilih?.apa === 'akhiri' ? (
        <AkhiriTugas tugas={pilih.tugas} nama={p.nama} onTutup={tutup} />
      ) : null}
      {pilih?.apa === 'ubah' ? <UbahMasa tugas={pilih.tugas} onTutup={tutup} /> : null}
    </Stack>
  )
}

type TabelProps = {
  judul: string
  baris: readonly Tugas[]
  onPilih?: (p: Pilih) => void
  kosong?: ReactNode
}

function Tabel({ judul, baris, onPilih, kosong }: TabelProps) {
  const kolom = useKolom(onPilih)
  return (
    <DataTable caption={judul} kolom={kolom} baris={baris} kunci={(b) => b.id} kosong={kosong} />
  )
}

function useKolom(onPilih: TabelProps['onPilih']): Kolom<Tugas>[] {
  const t = useTeks(teksSatuPetugas)
  const p = useTeks(teksPetugas)
  const masa = useMasa()
  return useMemo(() => {
    const kolom: Kolom<Tugas>[] = [
      {
        id: 'tugas',
        judul: p('tugas'),
        kartu: 'judul',
        isi: (b) => <RingkasTugas tugas={b} />,
      },
      { id: 'masa', judul: p('masa'), padat: true, isi: masa },
      { id: 'surat', judul: t('surat'), isi: (b) => <Surat tugas={b} /> },
      { id: 'status', judul: p('status'), isi: (b) => <StatusTugas status={b.status} /> },
    ]
    if (onPilih)
      kolom.push({
        id: 'aksi',
        judul: t('tindakan'),
        judulTersembunyi: true,
        kartu: 'polos',
        isi: (b) => <Aksi tugas={b} onPilih={onPilih} />,
      })
    return kolom
  }, [t, p, masa, onPilih])
}

function Surat({ tugas }: { tugas: Tugas }) {
  const t = useTeks(teksSatuPetugas)
  const f = useFormat()
  if (tugas.suratNomor === null)
    return (
      <Text size="sm" c="dimmed" span>
        {t('tanpaSurat')}
      </Text>
    )
  if (tugas.suratTanggal === null) return <>{tugas.suratNomor}</>
  return (
    <>{t('suratKet', { nomor: tugas.suratNomor, tanggal: f.tanggalPendek(tugas.suratTanggal) })}</>
  )
}

function Aksi({ tugas, onPilih }: { tugas: Tugas; onPilih: (p: Pilih) => void }) {
  const t = useTeks(teksSatuPetugas)
  if (!tugas.bolehDiubah) return null
  return (
    <Group gap="xs" justify="flex-end" wrap="nowrap">
      <Button size="xs" variant="default" onClick={() => onPilih({ apa: 'ubah', tugas })}>
        {t('ubahMasa')}
      </Button>
      <Button size="xs" variant="default" onClick={() => onPilih({ apa: 'akhiri', tugas })}>
        {t('akhiriTugas')}
      </Button>
    </Group>
  )
}
