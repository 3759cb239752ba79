/** The report after matching: people by number of sources per region, and the lists that follow from it. */
import { Stack } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { DaftarIntegrasi } from '#web/integrasi/daftar.tsx'
import { teksIntegrasi } from '#web/integrasi/teks.ts'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan } from '#web/tautan.tsx'

type Rekap = OutputOf<'integrasi.rekap'>

const rute = getRouteApi('/integrasi')

export function HalamanIntegrasi() {
  const t = useTeks(teksIntegrasi)
  const sesi = useSesi()
  const { wilayah } = rute.useSearch()
  const kueri = useOp('integrasi.rekap', wilayah === undefined ? {} : { wilayah })
  return (
    <>
      <PageHeader judul={t('judul')} keterangan={`${sesi.wilayah.nama} · ${t('keterangan')}`} />
      <Tampil kueri={kueri} halaman>
        {(r) => (
          <Stack gap="lg">
            <Liputan r={r} />
            <DaftarIntegrasi r={r} />
          </Stack>
        )}
      </Tampil>
    </>
  )
}

function Liputan({ r }: { r: Rekap }) {
  const t = useTeks(teksIntegrasi)
  const f = useFormat()
  const angka = (id: 'satu' | 'dua' | 'tiga'): Kolom<Rekap['daerah'][number]> => ({
    id,
    judul: t(id),
    angka: true,
    urut: (d) => d[id],
    isi: (d) => f.angka(d[id]),
    jumlah: f.angka(r.jumlah[id]),
  })
  const kolom: Kolom<Rekap['daerah'][number]>[] = [
    {
      id: 'daerah',
      judul: t('daerah'),
      kartu: 'judul',
      urut: (d) => d.nama,
      isi: (d) =>
        r.daerah.length > 1 ? (
          <Tautan to="/integrasi" search={{ wilayah: d.kode }}>
            {d.nama}
          </Tautan>
        ) : (
          d.nama
        ),
      jumlah: t('jumlah'),
    },
    angka('satu'),
    angka('dua'),
    angka('tiga'),
  ]
  return (
    <Section judul={t('liputan')} keterangan={t('liputanIsi')} rapat>
      <DataTable
        caption={t('liputan')}
        kolom={kolom}
        baris={r.daerah}
        kunci={(d) => String(d.kode)}
        kosong={<Empty judul={t('liputanKosong')} isi={t('liputanKosongIsi')} />}
      />
    </Section>
  )
}
