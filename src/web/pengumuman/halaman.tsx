/** What can be posted in one's villages, and one posted list as it will hang. */

import { Button, Stack, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable } from '#ui/data-table.tsx'
import { nomorRt, useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { kataGalat } from '#web/galat.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { InputOf, OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { teksPengumuman } from '#web/pengumuman/teks.ts'
import { Tautan } from '#web/tautan.tsx'
import { unduh } from '#web/unduh.ts'

export function HalamanPengumuman() {
  const t = useTeks(teksPengumuman)
  const f = useFormat()
  const label = useLabel()
  const { wilayah } = useSesi()
  const kueri = useOp('pengumuman.daftar', {})
  return (
    <>
      <PageHeader judul={t('judul')} keterangan={`${wilayah.nama} · ${t('isi')}`} />
      <Section judul={t('daftar')} rapat>
        <Tampil kueri={kueri}>
          {({ pengumuman }) => (
            <DataTable
              caption={t('daftar')}
              baris={pengumuman}
              kunci={(p) => `${p.jenis} ${p.wilayah} ${p.daftar ?? ''}`}
              kosong={<Empty judul={t('kosong')} isi={t('kosongIsi')} />}
              kolom={[
                {
                  id: 'apa',
                  judul: t('apa'),
                  kartu: 'judul',
                  isi: (p) => (
                    <Tautan
                      to="/pengumuman/$jenis/$wilayah"
                      params={{ jenis: p.jenis, wilayah: String(p.wilayah) }}
                      search={p.daftar ? { daftar: p.daftar } : {}}
                    >
                      {p.program ? t('penerima', { program: label(p.program) }) : t('usulan')}
                    </Tautan>
                  ),
                },
                { id: 'wilayah', judul: t('wilayah'), isi: (p) => p.namaWilayah },
                { id: 'sk', judul: t('dasar'), isi: (p) => p.sk ?? '–' },
                { id: 'tanggal', judul: t('tanggal'), isi: (p) => f.tanggalPendek(p.tanggal) },
                {
                  id: 'jumlah',
                  judul: t('jumlah'),
                  angka: true,
                  isi: (p) => f.angka(p.jumlah),
                },
              ]}
            />
          )}
        </Tampil>
      </Section>
    </>
  )
}

const rute = getRouteApi('/pengumuman/$jenis/$wilayah')

export function HalamanSatuPengumuman() {
  const { jenis, wilayah } = rute.useParams()
  const { daftar } = rute.useSearch()
  const input: InputOf<'pengumuman.satu'> = {
    jenis: jenis === 'sk' ? 'sk' : 'usulan',
    wilayah: Number(wilayah),
    ...(daftar ? { daftar } : {}),
  }
  const kueri = useOp('pengumuman.satu', input)
  return (
    <Tampil kueri={kueri} halaman>
      {(p) => <Satu p={p} input={input} />}
    </Tampil>
  )
}

function Satu({ p, input }: { p: OutputOf<'pengumuman.satu'>; input: InputOf<'pengumuman.satu'> }) {
  const t = useTeks(teksPengumuman)
  const f = useFormat()
  const [galat, setGalat] = useState<string | null>(null)
  const cetak = async () => {
    setGalat(null)
    try {
      await unduh('pengumuman.cetak', input, 'pengumuman.pdf')
    } catch (error) {
      setGalat(kataGalat(error) ?? null)
    }
  }
  return (
    <>
      <PageHeader
        judul={p.judul}
        keterangan={[p.kantor, p.dasar ? t('berdasarkan', { dasar: p.dasar }) : null]
          .filter(Boolean)
          .join(' · ')}
        atas={<Tautan to="/pengumuman">{`← ${t('kembali')}`}</Tautan>}
        aksi={
          <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => void cetak()}>
            {t('cetak')}
          </Button>
        }
      />
      <Stack gap="lg">
        {galat ? <Notice nada="salah" judul={galat} role="alert" /> : null}
        {p.bagian.map((b) => (
          <Section
            key={b.judul}
            judul={t('keluargaN', { judul: b.judul, n: f.angka(b.baris.length) })}
            rapat
          >
            <DataTable
              caption={b.judul}
              baris={b.baris.map((n, i) => ({ ...n, urutan: i + 1 }))}
              kunci={(n) => String(n.urutan)}
              kolom={[
                {
                  id: 'urutan',
                  judul: t('nomor'),
                  angka: true,
                  lebar: 72,
                  isi: (n) => f.angka(n.urutan),
                },
                { id: 'nama', judul: t('nama'), kartu: 'judul', isi: (n) => n.nama },
                { id: 'rt', judul: t('rt'), lebar: 96, isi: (n) => nomorRt(n.rt) },
              ]}
            />
          </Section>
        ))}
        <Text size="sm" c="dimmed">
          {p.ajakan}
        </Text>
      </Stack>
    </>
  )
}
