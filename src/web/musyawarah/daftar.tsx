/** The meetings of an area, newest first, and making one. */
import { Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { Status } from '#ui/status.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { IsianMusyawarah } from '#web/musyawarah/isian.tsx'
import { jumlahMenunggu } from '#web/musyawarah/simpanan.ts'
import { StatusMusyawarah } from '#web/musyawarah/status.tsx'
import { teksMusyawarah } from '#web/musyawarah/teks.ts'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan, TombolTautan } from '#web/tautan.tsx'

type Daftar = OutputOf<'musyawarah.daftar'>

const rute = getRouteApi('/musyawarah')

export function HalamanMusyawarah() {
  const t = useTeks(teksMusyawarah)
  const { wilayah } = useSesi()
  const { setelah } = rute.useSearch()
  const kueri = useOp('musyawarah.daftar', setelah ? { setelah } : {})
  const [buat, setBuat] = useState(false)
  const tombol = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setBuat(true)}>
      {t('baru')}
    </Button>
  )
  return (
    <>
      <PageHeader
        judul={t('judul')}
        keterangan={`${wilayah.nama} · ${t('isi')}`}
        aksi={kueri.data?.bolehBuat && kueri.data.musyawarah.length > 0 ? tombol : null}
      />
      <Tampil kueri={kueri}>
        {(data) => (
          <>
            <Tabel data={data} kosong={data.bolehBuat ? tombol : null} />
            <Group gap="xs" mt="md">
              {setelah ? (
                <TombolTautan to="/musyawarah" variant="default">
                  {t('awal')}
                </TombolTautan>
              ) : null}
              {data.berikutnya ? (
                <TombolTautan
                  to="/musyawarah"
                  search={{ setelah: data.berikutnya }}
                  variant="default"
                >
                  {t('lanjut')}
                </TombolTautan>
              ) : null}
            </Group>
            {buat ? <IsianMusyawarah jenis={data.jenis} onTutup={() => setBuat(false)} /> : null}
          </>
        )}
      </Tampil>
    </>
  )
}

/** Writes that wait on this device, by meeting. */
function useMenunggu(): ReadonlyMap<string, number> {
  const { id } = useSesi()
  const [jumlah, setJumlah] = useState<ReadonlyMap<string, number>>(new Map())
  useEffect(() => void jumlahMenunggu(id).then(setJumlah), [id])
  return jumlah
}

function Tabel({ data, kosong }: { data: Daftar; kosong: React.ReactNode }) {
  const t = useTeks(teksMusyawarah)
  const f = useFormat()
  const menunggu = useMenunggu()
  return (
    <Section rapat>
      <DataTable
        caption={t('judul')}
        barisTautan
        baris={data.musyawarah}
        kunci={(m) => m.id}
        kosong={
          <Empty
            judul={t('kosong')}
            isi={t(data.bolehBuat ? 'kosongIsi' : 'kosongBaca')}
            aksi={kosong}
          />
        }
        kolom={[
          {
            id: 'tanggal',
            judul: t('tanggal'),
            kartu: 'judul',
            padat: true,
            isi: (m) => (
              <Tautan to="/musyawarah/$kab/$id" params={{ kab: String(m.kab), id: m.id }}>
                {f.tanggal(m.tanggal)}
              </Tautan>
            ),
          },
          { id: 'jenis', judul: t('jenis'), isi: (m) => t(m.jenis) },
          { id: 'wilayah', judul: t('wilayah'), isi: (m) => m.namaWilayah },
          {
            id: 'status',
            judul: t('status'),
            isi: (m) => (
              <Group gap={6}>
                <StatusMusyawarah status={m.status} />
                {menunggu.has(m.id) ? (
                  <Status nada="perhatian">
                    {t('belumTerkirim', { n: f.angka(menunggu.get(m.id) ?? 0) })}
                  </Status>
                ) : null}
              </Group>
            ),
          },
          {
            id: 'baris',
            judul: t('baris'),
            angka: true,
            isi: (m) => t('barisDari', { n: f.angka(m.diputuskan), m: f.angka(m.baris) }),
          },
          {
            id: 'nomor',
            judul: t('nomor'),
            isi: (m) =>
              m.nomor ?? (
                <Text size="sm" c="dimmed" component="span">
                  –
                </Text>
              ),
          },
        ]}
      />
    </Section>
  )
}
