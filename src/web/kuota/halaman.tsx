/** The page of quotas: which programme has how many places where, and the lists frozen from them. */
import { Button, Stack, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { Status } from '#ui/status.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { TabelDaftarBeku } from '#web/kuota/tabel-daftar-beku.tsx'
import { teksKuota } from '#web/kuota/teks.ts'
import { Tetapkan } from '#web/kuota/tetapkan.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan, TombolTautan } from '#web/tautan.tsx'
import { useNamaWilayah } from '#web/wilayah/nama.ts'

type Kuota = OutputOf<'kuota.daftar'>['kuota'][number]

export function HalamanKuota() {
  const t = useTeks(teksKuota)
  const nama = useNamaWilayah()
  const sesi = useSesi()
  const kueri = useOp('kuota.daftar', {})
  const [buka, setBuka] = useState(false)
  const boleh = kueri.data?.bolehMenetapkan === true
  return (
    <>
      <PageHeader
        judul={t('judul')}
        keterangan={nama(sesi.wilayah)}
        aksi={boleh ? <Button onClick={() => setBuka(true)}>{t('tetapkan')}</Button> : null}
      />
      <Stack gap="lg">
        <Section judul={t('daftarKuota')} rapat>
          <Tampil kueri={kueri}>
            {(data) => <TabelKuota baris={data.kuota} boleh={data.bolehMenetapkan} />}
          </Tampil>
        </Section>
        <TabelDaftarBeku />
      </Stack>
      {kueri.data && boleh ? (
        <Tetapkan buka={buka} program={kueri.data.program} onTutup={() => setBuka(false)} />
      ) : null}
    </>
  )
}

/** "1 Jan 2018 – 31 Des 2018", or since when. */
export function usePeriode(): (p: { dari: string; sampai: string | null }) => string {
  const t = useTeks(teksKuota)
  const f = useFormat()
  return ({ dari, sampai }) =>
    sampai
      ? t('rentang', { dari: f.tanggalPendek(dari), sampai: f.tanggalPendek(sampai) })
      : t('sejak', { dari: f.tanggalPendek(dari) })
}

function TabelKuota({ baris, boleh }: { baris: readonly Kuota[]; boleh: boolean }) {
  const t = useTeks(teksKuota)
  const f = useFormat()
  const label = useLabel()
  const periode = usePeriode()
  const kolom = useMemo<Kolom<Kuota>[]>(
    () => [
      {
        id: 'program',
        judul: t('program'),
        kartu: 'judul',
        isi: (k) => <b>{label(k.namaProgram)}</b>,
      },
      { id: 'wilayah', judul: t('wilayah'), isi: (k) => k.namaWilayah },
      { id: 'periode', judul: t('periode'), isi: periode },
      { id: 'jumlah', judul: t('kuota'), angka: true, isi: (k) => f.angka(k.jumlah) },
      {
        id: 'dasar',
        judul: t('dasar'),
        isi: (k) =>
          k.dasar.nomor ?? (
            <Text size="sm" c="dimmed" span>
              {t('belumSk')}
            </Text>
          ),
      },
      {
        id: 'beku',
        judul: t('daftarBeku'),
        isi: (k) =>
          k.daftar ? (
            <Tautan to="/daftar/$id" params={{ id: k.daftar.id }}>
              {t('versi', { n: k.daftar.versi })}
            </Tautan>
          ) : (
            <Status nada="netral">{t('belumBeku')}</Status>
          ),
      },
      {
        id: 'aksi',
        judul: t('tindakan'),
        judulTersembunyi: true,
        kartu: 'polos',
        isi: (k) =>
          boleh && k.dalamCakupan ? (
            <TombolTautan to="/kuota/$id" params={{ id: k.id }} size="xs">
              {t('simulasikan')}
            </TombolTautan>
          ) : null,
      },
    ],
    [t, f, label, periode, boleh],
  )
  return (
    <DataTable
      caption={t('daftarKuota')}
      kolom={kolom}
      baris={baris}
      kunci={(k) => k.id}
      kosong={<Empty judul={t('kosong')} isi={t('kosongIsi')} />}
    />
  )
}
