/** One import: its progress while it runs, then what became of every row, questions, and rows to mend. */
import { Button, Stack, Tabs } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { urlOf } from '#web/api.ts'
import { HasilImpor } from '#web/impor/hasil.tsx'
import { Perbaiki } from '#web/impor/perbaiki.tsx'
import { Pertanyaan } from '#web/impor/pertanyaan.tsx'
import { berjalan } from '#web/impor/status.tsx'
import { teksImpor } from '#web/impor/teks.ts'
import { Temuan } from '#web/impor/temuan.tsx'
import { KemajuanPekerjaan } from '#web/kemajuan.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { Tautan } from '#web/tautan.tsx'

const rute = getRouteApi('/impor/$id')
export type SatuImpor = OutputOf<'impor.satu'>
export const bagianImpor = ['temuan', 'pertanyaan', 'perbaiki'] as const

export function HalamanSatuImpor() {
  const { id } = rute.useParams()
  const kueri = useOp(
    'impor.satu',
    { id },
    { pantau: (d) => (d && berjalan(d.status) ? 1500 : false) },
  )
  return (
    <Tampil kueri={kueri} halaman>
      {(d) => <Isi d={d} />}
    </Tampil>
  )
}

function Isi({ d }: { d: SatuImpor }) {
  const t = useTeks(teksImpor)
  const f = useFormat()
  const label = useLabel()
  const { sudah } = rute.useSearch()
  const format = d.namaFormat ? label(d.namaFormat) : t('belumTahu')
  return (
    <>
      <PageHeader
        judul={d.namaBerkas}
        judulTab={t('satu')}
        keterangan={`${format} · ${d.namaWilayah} · ${f.waktu(d.dibuatPada)}${d.pengunggah ? ` · ${d.pengunggah}` : ''}`}
        atas={<Tautan to="/impor">{`← ${t('kembali')}`}</Tautan>}
        aksi={
          d.status === 'selesai' ? (
            <Button
              component="a"
              href={urlOf('impor.laporan', { id: d.id })}
              download
              variant="default"
              title={t('unduhLaporanIsi')}
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              {t('unduhLaporan')}
            </Button>
          ) : null
        }
      />
      <Stack gap="lg">
        {sudah ? <Notice nada="info">{t('sudahAda')}</Notice> : null}
        {d.masalah ? (
          <Notice nada="salah" judul={t(d.status === 'ditolak' ? 'tolakJudul' : 'gagalJudul')}>
            <p>{label(d.masalah.sebab)}</p>
            <p>{label(d.masalah.perbaikan)}</p>
          </Notice>
        ) : null}
        {d.pekerjaanId ? <KemajuanPekerjaan id={d.pekerjaanId} /> : null}
        {d.jumlahBaris === null ? null : <HasilImpor d={d} />}
        {d.status === 'selesai' ? <Bagian d={d} /> : null}
      </Stack>
    </>
  )
}

function Bagian({ d }: { d: SatuImpor }) {
  const t = useTeks(teksImpor)
  const f = useFormat()
  const pergi = useNavigate()
  const { lihat } = rute.useSearch()
  const kini = lihat ?? (d.pertanyaanTerbuka > 0 ? 'pertanyaan' : 'temuan')
  return (
    <Tabs
      value={kini}
      keepMounted={false}
      onChange={(v) =>
        void pergi({
          to: '/impor/$id',
          params: { id: d.id },
          search: { lihat: bagianImpor.find((b) => b === v) ?? 'temuan' },
          replace: true,
          resetScroll: false,
        })
      }
    >
      <Tabs.List mb="lg" aria-label={t('bagian')}>
        <Tabs.Tab value="temuan">{t('temuan')}</Tabs.Tab>
        <Tabs.Tab value="pertanyaan">
          {t('pertanyaan', { n: f.angka(d.pertanyaanTerbuka) })}
        </Tabs.Tab>
        <Tabs.Tab value="perbaiki">{t('perbaiki', { n: f.angka(d.ditahan) })}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="temuan">
        <Temuan d={d} />
      </Tabs.Panel>
      <Tabs.Panel value="pertanyaan">
        <Pertanyaan id={d.id} />
      </Tabs.Panel>
      <Tabs.Panel value="perbaiki">
        <Perbaiki id={d.id} />
      </Tabs.Panel>
    </Tabs>
  )
}
