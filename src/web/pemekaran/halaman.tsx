/** Plans of regions of the area: made, being carried out, done. */
import { Stack, Text } from '@mantine/core'
import { pengaturWilayah } from '#contract/peran.ts'
import { useTeks } from '#ui/bahasa.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { Status } from '#ui/status.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { teksPemekaran } from '#web/pemekaran/teks.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan, TombolTautan } from '#web/tautan.tsx'

export type Rencana = OutputOf<'pemekaran.daftar'>['pemekaran'][number]

/** Roles that plan, and carry out what another planned. */
export const pengatur: readonly string[] = pengaturWilayah

const nada = {
  rancangan: 'perhatian',
  disetujui: 'info',
  berjalan: 'jalan',
  selesai: 'baik',
  dibatalkan: 'netral',
} as const

export function StatusPemekaran({ r }: { r: Pick<Rencana, 'status'> }) {
  const t = useTeks(teksPemekaran)
  return <Status nada={nada[r.status]}>{t(`status_${r.status}`)}</Status>
}

export function HalamanPemekaran() {
  const t = useTeks(teksPemekaran)
  const f = useFormat()
  const sesi = useSesi()
  const kueri = useOp('pemekaran.daftar', {})
  const boleh = pengatur.includes(sesi.peran)
  return (
    <>
      <PageHeader
        judul={t('judul')}
        keterangan={`${sesi.wilayah.nama} · ${t('keterangan')}`}
        aksi={boleh ? <TombolTautan to="/pemekaran/baru">{t('susun')}</TombolTautan> : null}
      />
      <Stack gap="lg">
        <Text c="dimmed" maw={720}>
          {t('penjelasan')}
        </Text>
        <Section judul={t('judul')} rapat>
          <Tampil kueri={kueri}>
            {({ pemekaran }) => (
              <DataTable
                caption={t('judul')}
                baris={pemekaran}
                kunci={(r) => r.id}
                kosong={<Empty judul={t('kosong')} isi={t('kosongIsi')} />}
                kolom={[
                  {
                    id: 'nama',
                    judul: t('nama'),
                    kartu: 'judul',
                    isi: (r) => (
                      <Tautan to="/pemekaran/$id" params={{ id: r.id }}>
                        {r.nama}
                      </Tautan>
                    ),
                  },
                  {
                    id: 'surat',
                    judul: t('surat'),
                    isi: (r) =>
                      t('suratIsi', {
                        nomor: r.suratNomor,
                        tanggal: f.tanggalPendek(r.suratTanggal),
                      }),
                  },
                  {
                    id: 'berlaku',
                    judul: t('berlaku'),
                    padat: true,
                    isi: (r) => f.tanggalPendek(r.berlaku),
                  },
                  { id: 'status', judul: t('status'), isi: (r) => <StatusPemekaran r={r} /> },
                ]}
              />
            )}
          </Tampil>
        </Section>
      </Stack>
    </>
  )
}
