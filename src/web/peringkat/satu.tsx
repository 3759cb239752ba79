/** One ranking: progress while it runs; then totals, distribution, the rule of order, areas and families. */
import { NativeSelect, Stack } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Stat, StatRow } from '#ui/stat.tsx'
import { KemajuanPekerjaan } from '#web/kemajuan.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { Aturan } from '#web/peringkat/aturan.tsx'
import type { Ronde } from '#web/peringkat/halaman.tsx'
import { KeluargaPeringkat } from '#web/peringkat/keluarga.tsx'
import { BagianWilayah } from '#web/peringkat/per-wilayah.tsx'
import { Sebaran } from '#web/peringkat/sebaran.tsx'
import { teksPeringkat } from '#web/peringkat/teks.ts'
import { Tautan } from '#web/tautan.tsx'

const rute = getRouteApi('/peringkat/$id')
export type SatuRonde = OutputOf<'peringkat.satu'>

/** Only a finished round has results; one that still runs is known from the list alone. */
export function HalamanSatuPeringkat() {
  const { id } = rute.useParams()
  const { wilayah } = rute.useSearch()
  const daftar = useOp(
    'peringkat.daftar',
    {},
    { pantau: (d) => (d?.ronde.some((r) => r.status === 'disiapkan') ? 2000 : false) },
  )
  const ronde = daftar.data?.ronde.find((r) => r.id === id)
  const belum = ronde !== undefined && ronde.status !== 'selesai'
  const kueri = useOp(
    'peringkat.satu',
    { id, ...(wilayah === undefined ? {} : { wilayah }) },
    { simpanLama: true, enabled: !daftar.isPending && !belum },
  )
  if (belum) return <Berjalan r={ronde} />
  return (
    <Tampil kueri={kueri} halaman>
      {(r) => <Isi r={r} />}
    </Tampil>
  )
}

function Kepala({ r, aksi }: { r: Ronde; aksi?: ReactNode }) {
  const t = useTeks(teksPeringkat)
  const f = useFormat()
  const label = useLabel()
  return (
    <PageHeader
      judul={label(r.judul)}
      keterangan={`${label(r.namaModel)} · ${r.namaWilayah} · ${t('acuan')} ${f.tanggal(r.acuan)}`}
      atas={<Tautan to="/peringkat">{`← ${t('kembali')}`}</Tautan>}
      aksi={aksi}
    />
  )
}

function Berjalan({ r }: { r: Ronde }) {
  const t = useTeks(teksPeringkat)
  return (
    <>
      <Kepala r={r} />
      {r.pekerjaanId ? <KemajuanPekerjaan id={r.pekerjaanId} /> : null}
      {r.status === 'gagal' ? <Notice nada="salah" judul={t('gagal')} /> : null}
    </>
  )
}

function Isi({ r }: { r: SatuRonde }) {
  return (
    <>
      <Kepala r={r} aksi={<PilihBanding r={r} />} />
      <Stack gap="lg">
        <Angka r={r} />
        <Sebaran r={r} />
        <Aturan r={r} />
        <BagianWilayah r={r} />
        <KeluargaPeringkat r={r} />
      </Stack>
    </>
  )
}

function Angka({ r }: { r: SatuRonde }) {
  const t = useTeks(teksPeringkat)
  const f = useFormat()
  const { bagian, seluruh } = r
  const dari = (n: number) => t('dariKeluarga', { persen: f.persen(n, bagian.keluarga) })
  return (
    <StatRow label={t('ringkasan')}>
      <Stat
        label={t('keluarga')}
        nilai={f.angka(bagian.keluarga)}
        satuan="KK"
        catatan={bagian.namaWilayah}
      />
      {r.garisMiskin === null ? null : (
        <Stat
          label={t('miskin')}
          nilai={f.angka(bagian.miskin)}
          satuan="KK"
          catatan={dari(bagian.miskin)}
          utama
        />
      )}
      <Stat
        label={t('melintasi')}
        nilai={f.angka(bagian.melintasi)}
        satuan="KK"
        catatan={t('kunjungDulu')}
      />
      <Stat
        label={t('bercelah')}
        nilai={f.persen(bagian.bercelah, bagian.keluarga)}
        catatan={`${f.angka(bagian.bercelah)} KK`}
      />
      <Stat
        label={t('samaTerbanyak')}
        nilai={f.angka(seluruh.seriTerbesar)}
        satuan="KK"
        catatan={t('samaIsi', { n: f.angka(seluruh.dalamSeri) })}
      />
    </StatRow>
  )
}

/** Other finished rounds of the same area, to compare with. */
function PilihBanding({ r }: { r: SatuRonde }) {
  const t = useTeks(teksPeringkat)
  const label = useLabel()
  const pergi = useNavigate()
  const kueri = useOp('peringkat.daftar', {})
  const lain = (kueri.data?.ronde ?? []).filter((o) => o.id !== r.id && o.status === 'selesai')
  if (lain.length === 0) return null
  return (
    <NativeSelect
      aria-label={t('bandingkan')}
      value=""
      onChange={(e) =>
        void pergi({
          to: '/peringkat/$id/banding/$lawan',
          params: { id: r.id, lawan: e.currentTarget.value },
        })
      }
      data={[
        { value: '', label: `${t('bandingkan')}…` },
        ...lain.map((o) => ({ value: o.id, label: `${label(o.judul)} · ${label(o.namaModel)}` })),
      ]}
    />
  )
}
