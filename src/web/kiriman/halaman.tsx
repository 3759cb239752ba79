/** The page of batches: what is ready, the letters there are, and the outcomes that came back. */
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { Status } from '#ui/status.tsx'
import { BuatKiriman } from '#web/kiriman/buat.tsx'
import { HasilPusat } from '#web/kiriman/hasil.tsx'
import { teksKiriman } from '#web/kiriman/teks.ts'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { TombolTautan } from '#web/tautan.tsx'

export type Kiriman = OutputOf<'kiriman.daftar'>['kiriman'][number]
type Daftar = OutputOf<'kiriman.daftar'>

export function HalamanKiriman() {
  const t = useTeks(teksKiriman)
  const { wilayah, peran } = useSesi()
  const kueri = useOp('kiriman.daftar', { batas: 100 })
  return (
    <>
      <PageHeader judul={t('judul')} keterangan={`${wilayah.nama} · ${t('isi')}`} />
      <Stack gap="lg">
        <Tampil kueri={kueri}>
          {(d) => (
            <>
              <Siap d={d} />
              <Surat kiriman={d.kiriman} />
              {d.pusatDiLuar ? <HasilPusat bolehImpor={peran === 'kepala_opd'} /> : null}
            </>
          )}
        </Tampil>
      </Stack>
    </>
  )
}

function Siap({ d }: { d: Daftar }) {
  const t = useTeks(teksKiriman)
  const f = useFormat()
  const { peran } = useSesi()
  const [buat, setBuat] = useState<Daftar['siap'][number] | null>(null)
  const boleh = peran === 'verifikator' || peran === 'kepala_opd'
  return (
    <Section judul={t('siap')} keterangan={t('siapIsi')} rapat>
      <DataTable
        caption={t('siap')}
        baris={d.siap}
        kunci={(s) => `${s.wilayah} ${s.periode}`}
        kosong={<Empty judul={t('siapKosong')} isi={t('siapKosongIsi')} />}
        kolom={[
          { id: 'periode', judul: t('periode'), kartu: 'judul', isi: (s) => s.periode },
          {
            id: 'jumlah',
            judul: t('jumlah'),
            isi: (s) => t('usulanN', { n: f.angka(s.jumlah) }),
          },
          {
            id: 'aksi',
            judul: t('buat'),
            judulTersembunyi: true,
            kartu: 'polos',
            isi: (s) =>
              boleh ? (
                <Button
                  size="compact-sm"
                  aria-label={`${t('buat')} ${s.periode}`}
                  onClick={() => setBuat(s)}
                >
                  {t('buat')}
                </Button>
              ) : null,
          },
        ]}
      />
      {buat ? <BuatKiriman siap={buat} daftar={d} onTutup={() => setBuat(null)} /> : null}
    </Section>
  )
}

/** Number of a letter, or that it follows. */
export function NomorSurat({ surat }: { surat: Kiriman['surat'] }) {
  const t = useTeks(teksKiriman)
  const f = useFormat()
  if (surat.nomor) return <>{surat.nomor}</>
  return (
    <Group gap="xs" wrap="wrap">
      <Status nada={surat.terlambat ? 'salah' : 'perhatian'}>
        {t(surat.terlambat ? 'tandaTerlambat' : 'tandaMenyusul')}
      </Status>
      <Text size="sm" c="dimmed" component="span">
        {surat.tenggat ? f.tanggalPendek(surat.tenggat) : ''}
      </Text>
    </Group>
  )
}

/** Handed over when, and how its proposals stand. */
export function KeadaanKiriman({ k }: { k: Kiriman }) {
  const t = useTeks(teksKiriman)
  const f = useFormat()
  return (
    <>
      {k.dikirimPada
        ? t('diserahkan', { hari: f.tanggalPendek(k.dikirimPada.slice(0, 10)) })
        : t('belumDiserahkan')}
      <Text size="sm" c="dimmed" component="span" display="block">
        {t('hitungan', {
          diterima: f.angka(k.keadaan.diterima),
          ditolak: f.angka(k.keadaan.ditolak),
          dikembalikan: f.angka(k.keadaan.dikembalikan),
          berjalan: f.angka(k.keadaan.berjalan),
        })}
      </Text>
    </>
  )
}

function Surat({ kiriman }: { kiriman: readonly Kiriman[] }) {
  const t = useTeks(teksKiriman)
  const f = useFormat()
  return (
    <Section judul={t('daftar')} rapat>
      <DataTable
        caption={t('daftar')}
        baris={kiriman}
        kunci={(k) => k.id}
        kosong={<Empty judul={t('kosong')} isi={t('kosongIsi')} />}
        kolom={[
          { id: 'nomor', judul: t('kiriman'), kartu: 'judul', isi: (k) => k.nomor },
          { id: 'periode', judul: t('periode'), isi: (k) => k.periode, padat: true },
          { id: 'jumlah', judul: t('jumlah'), angka: true, isi: (k) => f.angka(k.jumlah) },
          { id: 'surat', judul: t('surat'), isi: (k) => <NomorSurat surat={k.surat} /> },
          { id: 'keadaan', judul: t('keadaan'), isi: (k) => <KeadaanKiriman k={k} /> },
          {
            id: 'aksi',
            judul: t('buka'),
            judulTersembunyi: true,
            kartu: 'polos',
            isi: (k) => (
              <TombolTautan
                to="/kiriman/$kab/$id"
                params={{ kab: String(k.kab), id: k.id }}
                size="compact-sm"
                variant="default"
                aria-label={`${t('buka')} ${k.nomor}`}
              >
                {t('buka')}
              </TombolTautan>
            ),
          },
        ]}
      />
    </Section>
  )
}
