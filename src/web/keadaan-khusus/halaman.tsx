/** Special states of the area: which hold, under which decree; opening one. */
import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { Status } from '#ui/status.tsx'
import { BukaKhusus, UbahKhusus } from '#web/keadaan-khusus/buka.tsx'
import { teksKhusus } from '#web/keadaan-khusus/teks.ts'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan } from '#web/tautan.tsx'

type Daftar = OutputOf<'keadaan_khusus.daftar'>
export type Khusus = Daftar['keadaan'][number]

/** Roles that carry the decree out. */
const pembuka: readonly string[] = ['verifikator', 'kepala_opd']

export function HalamanKeadaanKhusus() {
  const t = useTeks(teksKhusus)
  const sesi = useSesi()
  const kueri = useOp('keadaan_khusus.daftar', {})
  const [buka, setBuka] = useState(false)
  const boleh = pembuka.includes(sesi.peran)
  return (
    <>
      <PageHeader
        judul={t('judul')}
        keterangan={`${sesi.wilayah.nama} · ${t('keterangan')}`}
        aksi={boleh ? <Button onClick={() => setBuka(true)}>{t('buka')}</Button> : null}
      />
      <Stack gap="lg">
        <Text c="dimmed" maw={720}>
          {t('penjelasan')}
        </Text>
        <Tampil kueri={kueri}>
          {(d) => (
            <>
              <Tabel d={d} boleh={boleh} />
              {buka ? <BukaKhusus d={d} onTutup={() => setBuka(false)} /> : null}
            </>
          )}
        </Tampil>
      </Stack>
    </>
  )
}

/** Whether it holds, and how its decree stands. */
export function StatusKhusus({ k }: { k: Khusus }) {
  const t = useTeks(teksKhusus)
  const f = useFormat()
  return (
    <Stack gap={4} align="flex-start">
      <Status nada={k.berlaku ? 'perhatian' : 'netral'}>
        {t(k.berlaku ? 'berlaku' : 'berakhir')}
      </Status>
      <Text size="sm" c="dimmed">
        {k.suratNomor
          ? t('nomorSk', { nomor: k.suratNomor })
          : k.terlambat
            ? t('terlambat')
            : t('menyusul', { hari: f.tanggal(k.suratTenggat ?? k.dari) })}
      </Text>
      {k.melepas ? (
        <Text size="sm" c="dimmed">
          {t('melepas')}
        </Text>
      ) : null}
    </Stack>
  )
}

function Tabel({ d, boleh }: { d: Daftar; boleh: boolean }) {
  const t = useTeks(teksKhusus)
  const f = useFormat()
  const label = useLabel()
  const [ubah, setUbah] = useState<Khusus | null>(null)
  return (
    <Section judul={t('judul')} rapat>
      <DataTable
        caption={t('judul')}
        baris={d.keadaan}
        kunci={(k) => k.id}
        kosong={<Empty judul={t('kosong')} isi={t('kosongIsi')} />}
        kolom={[
          {
            id: 'nama',
            judul: t('nama'),
            kartu: 'judul',
            isi: (k) => (
              <Tautan to="/keadaan-khusus/$id" params={{ id: k.id }}>
                {k.nama}
              </Tautan>
            ),
          },
          { id: 'jenis', judul: t('jenis'), isi: (k) => label(k.label) },
          { id: 'tempat', judul: t('tempat'), isi: (k) => k.namaWilayah },
          {
            id: 'masa',
            judul: t('masa'),
            isi: (k) =>
              t('masaIsi', { dari: f.tanggalPendek(k.dari), sampai: f.tanggalPendek(k.sampai) }),
          },
          { id: 'status', judul: t('status'), isi: (k) => <StatusKhusus k={k} /> },
          ...(boleh
            ? [
                {
                  id: 'ubah',
                  judul: t('tindakan'),
                  judulTersembunyi: true,
                  kartu: 'polos' as const,
                  isi: (k: Khusus) => (
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={`${t('ubah')}: ${k.nama}`}
                      onClick={() => setUbah(k)}
                    >
                      {t('ubah')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {ubah ? <UbahKhusus key={ubah.id} k={ubah} d={d} onTutup={() => setUbah(null)} /> : null}
    </Section>
  )
}
