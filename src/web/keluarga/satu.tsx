/** The page of one family: who they are, how they live, where they stand and why, where each fact came from. */
import { Group, Stack, Tabs } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { pemegangBukti, pengawas } from '#contract/peran.ts'
import { useTeks } from '#ui/bahasa.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHeader, useTabTitle } from '#ui/page-header.tsx'
import { Loading } from '#ui/state.tsx'
import { BukaNik, type NikTerbuka } from '#web/keluarga/buka-nik.tsx'
import { Keadaan } from '#web/keluarga/keadaan.tsx'
import { NilaiKelayakan } from '#web/keluarga/nilai-kelayakan.tsx'
import { Ringkasan, type SatuKeluarga } from '#web/keluarga/ringkasan.tsx'
import { teksSatu } from '#web/keluarga/teks-satu.ts'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { useSesi } from '#web/pengguna/sesi.ts'
import { MenuPeristiwa } from '#web/peristiwa/menu.tsx'
import { Tautan } from '#web/tautan.tsx'

const Riwayat = lazy(() =>
  import('#web/keluarga/riwayat.tsx').then((m) => ({ default: m.Riwayat })),
)

const SumberKeluarga = lazy(() =>
  import('#web/kepercayaan/keluarga.tsx').then((m) => ({ default: m.SumberKeluarga })),
)

const BuktiKeluarga = lazy(() =>
  import('#web/berkas/keluarga.tsx').then((m) => ({ default: m.BuktiKeluarga })),
)

const LogKeluarga = lazy(() =>
  import('#web/jejak/catatan.tsx').then((m) => ({ default: m.LogKeluarga })),
)

const Peringkat = lazy(() =>
  import('#web/keluarga/peringkat.tsx').then((m) => ({ default: m.Peringkat })),
)

const MenuUsulan = lazy(() =>
  import('#web/usulan/menu-keluarga.tsx').then((m) => ({ default: m.MenuUsulan })),
)

const PemberitahuanKeluarga = lazy(() =>
  import('#web/keberatan/keluarga.tsx').then((m) => ({ default: m.PemberitahuanKeluarga })),
)

const rute = getRouteApi('/keluarga/$kab/$id')

export function HalamanSatuKeluarga() {
  const t = useTeks(teksSatu)
  const { kab, id } = rute.useParams()
  const { ronde } = rute.useSearch()
  useTabTitle(t('tab'))
  const kueri = useOp('keluarga.satu', { kab: Number(kab), id })
  const [terbuka, setTerbuka] = useState<NikTerbuka | null>(null)
  return (
    <Tampil kueri={kueri} halaman>
      {(k) => (
        <>
          <PageHeader
            judul={k.namaKepala}
            judulTab={t('tab')}
            keterangan={[
              `${k.namaWilayah}, ${k.jalurWilayah}`,
              ...(k.alamat ? [k.alamat] : []),
            ].join(' · ')}
            atas={<Tautan to="/keluarga" className="tidak-cetak">{`← ${t('kembali')}`}</Tautan>}
            aksi={
              <Group gap="xs" className="tidak-cetak">
                <Suspense>
                  <MenuUsulan k={k} />
                </Suspense>
                {k.bolehMenilai ? <NilaiKelayakan k={k} /> : null}
                <MenuPeristiwa k={k} />
                <BukaNik k={k} terbuka={terbuka} onTerbuka={setTerbuka} />
              </Group>
            }
          />
          <Stack gap="lg">
            <Berakhir k={k} />
            <Ringkasan k={k} terbuka={terbuka} />
            <Suspense>
              <PemberitahuanKeluarga id={k.id} />
            </Suspense>
            <Bagian kab={k.kab} id={k.id}>
              {{
                rumah: <Keadaan k={k} terbuka={terbuka} />,
                peringkat: <Peringkat kab={k.kab} id={k.id} desa={k.wilayah} diminta={ronde} />,
                sumber: <SumberKeluarga kab={k.kab} id={k.id} />,
                bukti: <BuktiKeluarga kab={k.kab} id={k.id} />,
                riwayat: <Riwayat kab={k.kab} id={k.id} />,
                log: <LogKeluarga kab={k.kab} id={k.id} />,
              }}
            </Bagian>
          </Stack>
        </>
      )}
    </Tampil>
  )
}

const berakhir = ['habis', 'pindah', 'nonaktif', 'digabung'] as const

function Berakhir({ k }: { k: SatuKeluarga }) {
  const t = useTeks(teksSatu)
  const status = berakhir.find((s) => s === k.status)
  if (!status) return null
  return (
    <Notice nada="perhatian" judul={t(`status_${status}`)}>
      {k.digabungKe ? (
        <Tautan
          to="/keluarga/$kab/$id"
          params={{ kab: String(k.digabungKe.kab), id: k.digabungKe.id }}
        >
          {t('bukaGabungan')}
        </Tautan>
      ) : null}
    </Notice>
  )
}

const bagian = ['rumah', 'peringkat', 'sumber', 'bukti', 'riwayat', 'log'] as const
type NamaBagian = (typeof bagian)[number]
const judulBagian = {
  rumah: 'keadaan',
  peringkat: 'peringkat',
  sumber: 'sumberLain',
  bukti: 'bukti',
  riwayat: 'riwayat',
  log: 'log',
} as const

/** On a phone the row of tabs is wider than the page: the open one is brought into view. */
const keDepan = (tab: HTMLElement | null) =>
  tab?.scrollIntoView({ block: 'nearest', inline: 'center' })

type BagianProps = { kab: number; id: string; children: Record<NamaBagian, React.ReactNode> }

function Bagian({ kab, id, children }: BagianProps) {
  const t = useTeks(teksSatu)
  const pergi = useNavigate()
  const { lihat } = rute.useSearch()
  const sesi = useSesi()
  const hanya: Partial<Record<NamaBagian, readonly string[]>> = {
    log: pengawas,
    bukti: [...pemegangBukti, 'auditor'],
  }
  const boleh = bagian.filter((b) => hanya[b]?.includes(sesi.peran) ?? true)
  const kini = boleh.find((b) => b === lihat) ?? 'rumah'
  return (
    <Tabs
      value={kini}
      keepMounted={false}
      onChange={(v) =>
        void pergi({
          to: '/keluarga/$kab/$id',
          params: { kab: String(kab), id },
          search: { lihat: bagian.find((b) => b === v) ?? 'rumah' },
          replace: true,
          resetScroll: false,
        })
      }
    >
      <Tabs.List mb="lg" aria-label={t('bagian')}>
        {boleh.map((b) => (
          <Tabs.Tab key={b} value={b} ref={b === kini ? keDepan : null}>
            {t(judulBagian[b])}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {boleh.map((b) => (
        <Tabs.Panel key={b} value={b}>
          <Suspense fallback={<Loading />}>{children[b]}</Suspense>
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
