/** The page of one meeting: agenda, who is there, decisions, minutes and papers; works without a line. */
import { Button, Group, Stack, Tabs } from '@mantine/core'
import { IconDeviceTv, IconPencil } from '@tabler/icons-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { PageHeader, useTabTitle } from '#ui/page-header.tsx'
import { Loading } from '#ui/state.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { Agenda } from '#web/musyawarah/agenda.tsx'
import { alamatRapat, bagianRapat, type NamaBagian } from '#web/musyawarah/alamat.ts'
import { DaftarHadir } from '#web/musyawarah/hadir.tsx'
import { IsianMusyawarah } from '#web/musyawarah/isian.tsx'
import { siapkanLuring } from '#web/musyawarah/luring.ts'
import { type Kotak, useDi, useKotak, useRapat } from '#web/musyawarah/pakai-rapat.ts'
import { Putuskan } from '#web/musyawarah/putuskan.tsx'
import type { Rapat } from '#web/musyawarah/simpanan.ts'
import { StatusMusyawarah } from '#web/musyawarah/status.tsx'
import { teksMusyawarah } from '#web/musyawarah/teks.ts'
import { TungguKirim } from '#web/musyawarah/tunggu-kirim.tsx'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan, TombolTautan } from '#web/tautan.tsx'

const BeritaAcara = lazy(() =>
  import('#web/musyawarah/berita-acara.tsx').then((m) => ({ default: m.BeritaAcara })),
)

const SuratRapat = lazy(() =>
  import('#web/musyawarah/surat.tsx').then((m) => ({ default: m.SuratRapat })),
)

const rute = getRouteApi('/musyawarah/$kab/$id')

export function HalamanSatuMusyawarah() {
  const t = useTeks(teksMusyawarah)
  useTabTitle(t('tab'))
  const { kab, id } = rute.useParams()
  const di = useDi(kab, id)
  const kueri = useRapat(di)
  const kotak = useKotak(di)
  const sesi = useSesi()
  const terbuka = kueri.data !== undefined && !kueri.data.salinan
  useEffect(() => {
    if (terbuka) void siapkanLuring(sesi)
  }, [terbuka, sesi])
  return (
    <Tampil kueri={kueri} halaman>
      {({ isi, salinan }) => <Halaman rapat={isi} salinan={salinan} kotak={kotak} />}
    </Tampil>
  )
}

export type PropsRapat = { rapat: Rapat; salinan: boolean; kotak: Kotak }

function Halaman({ rapat, salinan, kotak }: PropsRapat) {
  const t = useTeks(teksMusyawarah)
  const f = useFormat()
  const [ubah, setUbah] = useState(false)
  const di = { kab: String(rapat.kab), id: rapat.id }
  const waktu = [f.tanggal(rapat.tanggal), rapat.mulai].filter(Boolean).join(' ')
  return (
    <>
      <PageHeader
        judul={`${t(rapat.jenis)} ${rapat.namaWilayah}`}
        judulTab={t('tab')}
        keterangan={[waktu, rapat.tempat, rapat.nomor].filter(Boolean).join(' · ')}
        atas={<Tautan to="/musyawarah">{`← ${t('kembali')}`}</Tautan>}
        aksi={
          <>
            <StatusMusyawarah status={rapat.status} />
            {rapat.bolehUbah && rapat.status === 'disiapkan' ? (
              <Button
                variant="default"
                leftSection={<IconPencil size={16} aria-hidden />}
                onClick={() => setUbah(true)}
              >
                {t('ubah')}
              </Button>
            ) : null}
            {rapat.bolehUbah && rapat.jenis !== 'sptjm' && rapat.status !== 'batal' ? (
              <TombolTautan
                to="/musyawarah/$kab/$id/layar"
                params={di}
                variant="default"
                leftSection={<IconDeviceTv size={16} aria-hidden />}
              >
                {t('layar')}
              </TombolTautan>
            ) : null}
          </>
        }
      />
      <Stack gap="md">
        <TungguKirim rapat={rapat} salinan={salinan} kotak={kotak} />
        <Bagian rapat={rapat} salinan={salinan} kotak={kotak} />
      </Stack>
      {ubah ? <Ubah rapat={rapat} onTutup={() => setUbah(false)} /> : null}
    </>
  )
}

function Ubah({ rapat, onTutup }: { rapat: Rapat; onTutup: () => void }) {
  const kueri = useOp('musyawarah.daftar', {})
  return kueri.data ? (
    <Group>
      <IsianMusyawarah jenis={kueri.data.jenis} rapat={rapat} onTutup={onTutup} />
    </Group>
  ) : null
}

/** The part that the reader has come for: what comes next in the life of a meeting. */
const bagianAwal = (m: Rapat): NamaBagian =>
  m.status !== 'disiapkan' ? 'berita' : m.baris.length === 0 && m.bolehUbah ? 'agenda' : 'putusan'

/** On a phone the row of tabs is wider than the page: the open one is brought into view. */
const keDepan = (tab: HTMLElement | null) =>
  tab?.scrollIntoView({ block: 'nearest', inline: 'center' })

function Bagian(p: PropsRapat) {
  const t = useTeks(teksMusyawarah)
  const pergi = useNavigate()
  const { lihat } = rute.useSearch()
  const tampil = bagianRapat.filter((b) => p.rapat.jenis !== 'sptjm' || b !== 'hadir')
  const kini = tampil.find((b) => b === lihat) ?? bagianAwal(p.rapat)
  return (
    <Tabs
      value={kini}
      keepMounted={false}
      onChange={(v) =>
        void pergi({
          to: '/musyawarah/$kab/$id',
          params: { kab: String(p.rapat.kab), id: p.rapat.id },
          search: alamatRapat({ lihat: v }),
          replace: true,
          resetScroll: false,
        })
      }
    >
      <Tabs.List mb="lg" aria-label={t('bagian')}>
        {tampil.map((b) => (
          <Tabs.Tab key={b} value={b} ref={b === kini ? keDepan : null}>
            {t(b)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="agenda">
        <Agenda {...p} />
      </Tabs.Panel>
      <Tabs.Panel value="hadir">
        <DaftarHadir {...p} />
      </Tabs.Panel>
      <Tabs.Panel value="putusan">
        <Putuskan {...p} />
      </Tabs.Panel>
      <Tabs.Panel value="surat">
        <Suspense fallback={<Loading />}>
          <SuratRapat {...p} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="berita">
        <Suspense fallback={<Loading />}>
          <BeritaAcara {...p} />
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  )
}
