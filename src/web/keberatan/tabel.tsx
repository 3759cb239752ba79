/** Notices as a table: what will end, the clock, the objection, and what can be done. */
import { Button, Group, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { petugasLoket } from '#contract/peran.ts'
import { type KeadaanPemberitahuan, keadaanPemberitahuan } from '#domain/keberatan/keadaan.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { nomorRt, useFormat } from '#ui/format.ts'
import { Empty } from '#ui/state.tsx'
import { type Nada, Status } from '#ui/status.tsx'
import { AjukanKeberatan } from '#web/keberatan/ajukan.tsx'
import { PutuskanKeberatan } from '#web/keberatan/putuskan.tsx'
import { teksKeberatan } from '#web/keberatan/teks.ts'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan } from '#web/tautan.tsx'

export type Pemberitahuan = OutputOf<'pemberitahuan.daftar'>['pemberitahuan'][number]

export const nadaKeadaan: Record<KeadaanPemberitahuan, Nada> = {
  menunggu: 'info',
  keberatan: 'perhatian',
  selesai: 'netral',
  berlaku: 'salah',
  dikabulkan: 'baik',
  batal: 'netral',
}

export function TabelPemberitahuan({
  baris,
  tanpaKeluarga,
}: {
  baris: readonly Pemberitahuan[]
  /** On the page of the family itself. */
  tanpaKeluarga?: boolean
}) {
  const t = useTeks(teksKeberatan)
  const label = useLabel()
  const f = useFormat()
  const { peran } = useSesi()
  const [buka, setBuka] = useState<{ n: Pemberitahuan; apa: 'ajukan' | 'putuskan' } | null>(null)
  const kolom = useMemo<Kolom<Pemberitahuan>[]>(
    () => [
      {
        id: 'keluarga',
        judul: t('keluarga'),
        kartu: 'judul',
        isi: (n) => (
          <>
            {tanpaKeluarga ? (
              apa(n, t('usulTidakLayak'), label)
            ) : (
              <Tautan to="/keluarga/$kab/$id" params={{ kab: String(n.kab), id: n.keluargaId }}>
                {n.namaKepala}
              </Tautan>
            )}
            <Text size="xs" c="dimmed">
              {tanpaKeluarga
                ? n.alasan
                : `${n.namaWilayah}, RT ${nomorRt(n.rt)} · ${apa(n, t('usulTidakLayak'), label)}`}
            </Text>
          </>
        ),
      },
      {
        id: 'surat',
        judul: t('surat'),
        isi: (n) => (
          <>
            {n.nomor ?? t('belumNomor')}
            <Text size="xs" c="dimmed">
              {f.tanggalPendek(n.tanggal)}
            </Text>
          </>
        ),
      },
      {
        id: 'sampai',
        judul: t('sampai'),
        isi: (n) => (
          <>
            {f.tanggalPendek(n.keberatanSampai)}
            {n.keadaan === 'menunggu' ? (
              <Text size="xs" c="dimmed">
                {t('sisa', { n: f.angka(n.sisaHari) })}
              </Text>
            ) : null}
          </>
        ),
      },
      { id: 'keadaan', judul: t('keadaan'), isi: (n) => <Keadaan n={n} /> },
      {
        id: 'tindakan',
        judul: t('tindakan'),
        judulTersembunyi: true,
        kartu: 'polos',
        isi: (n) => (
          <Tindakan
            n={n}
            diLoket={petugasLoket.some((p) => p === peran)}
            onBuka={(a) => setBuka({ n, apa: a })}
          />
        ),
      },
    ],
    [t, f, label, peran, tanpaKeluarga],
  )
  return (
    <>
      <DataTable
        caption={t('daftar')}
        baris={baris}
        kunci={(n) => n.id}
        kosong={<Empty judul={t('kosong')} isi={t('kosongIsi')} />}
        kolom={kolom}
      />
      {buka?.apa === 'ajukan' ? <AjukanKeberatan n={buka.n} onTutup={() => setBuka(null)} /> : null}
      {buka?.apa === 'putuskan' ? (
        <PutuskanKeberatan n={buka.n} onTutup={() => setBuka(null)} />
      ) : null}
    </>
  )
}

const apa = (n: Pemberitahuan, kelayakan: string, label: ReturnType<typeof useLabel>): string =>
  n.program ? label(n.program) : kelayakan

/** The state in a word, and under it the clock of the objection or how it was decided. */
function Keadaan({ n }: { n: Pemberitahuan }) {
  const t = useTeks(teksKeberatan)
  const f = useFormat()
  const label = useLabel()
  const k = n.keberatan
  return (
    <>
      <Status nada={nadaKeadaan[n.keadaan]}>{label(keadaanPemberitahuan[n.keadaan])}</Status>
      {k ? (
        <Text size="xs" c="dimmed" mt={4}>
          {k.status === 'terbuka'
            ? `${t('putusSampai', { hari: f.tanggalPendek(k.tenggat) })}${k.terlambat ? ` · ${t('lewat')}` : ''}`
            : t(k.cadangan ? 'diputusCadangan' : 'diputus', {
                putusan: t(k.status),
                nama: k.diputusOleh ?? '–',
                hari: k.diputusPada ? f.tanggalPendek(k.diputusPada.slice(0, 10)) : '',
              })}
        </Text>
      ) : null}
      {n.keadaan === 'batal' && n.batal ? (
        <Text size="xs" c="dimmed" mt={4}>
          {label(n.batal)}
        </Text>
      ) : null}
    </>
  )
}

function Tindakan({
  n,
  diLoket,
  onBuka,
}: {
  n: Pemberitahuan
  diLoket: boolean
  onBuka: (apa: 'ajukan' | 'putuskan') => void
}) {
  const t = useTeks(teksKeberatan)
  return (
    <Group gap="xs" wrap="nowrap">
      {diLoket && n.bolehBerkeberatan ? (
        <Button size="compact-sm" variant="default" onClick={() => onBuka('ajukan')}>
          {t('ajukan')}
        </Button>
      ) : null}
      {n.keberatan?.bolehMemutus ? (
        <Button size="compact-sm" onClick={() => onBuka('putuskan')}>
          {t('putuskan')}
        </Button>
      ) : null}
    </Group>
  )
}
