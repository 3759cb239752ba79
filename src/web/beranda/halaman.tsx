/** The first page: how many, what to do next, what is running, and where they are. */
import { Stack } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { pengimpor } from '#contract/peran.ts'
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { AngkaUtama } from '#web/beranda/angka-utama.tsx'
import { PekerjaanBerjalan } from '#web/beranda/pekerjaan-berjalan.tsx'
import { PekerjaanRumah } from '#web/beranda/pekerjaan-rumah.tsx'
import { teksBeranda } from '#web/beranda/teks.ts'
import { Tenggat } from '#web/kalender/tenggat.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { PekerjaanDiterima } from '#web/pengguna/petugas/diterima.tsx'
import { useSesi } from '#web/pengguna/sesi.ts'
import { TombolTautan } from '#web/tautan.tsx'
import { Jalur } from '#web/wilayah/jalur.tsx'
import { useNamaWilayah } from '#web/wilayah/nama.ts'
import { TabelWilayah } from '#web/wilayah/tabel.tsx'

// The tables of the tracks come after the numbers.
const PekerjaanUsulan = lazy(() =>
  import('#web/usulan/pekerjaan.tsx').then((m) => ({ default: m.PekerjaanUsulan })),
)

const rute = getRouteApi('/')

export function HalamanBeranda() {
  const t = useTeks(teksBeranda)
  const f = useFormat()
  const nama = useNamaWilayah()
  const sesi = useSesi()
  // A list of work is asked for anew at each visit: an import may have ended a second ago.
  const kueri = useOp('beranda.ringkasan', {}, { staleTime: 0 })
  const bolehImpor = pengimpor.some((peran) => peran === sesi.peran)
  const dataPer = kueri.data?.dataPer
  const bagian = [
    nama(sesi.wilayah),
    ...(dataPer ? [t('dataPer', { tanggal: f.tanggal(dataPer) })] : []),
  ]
  return (
    <>
      <PageHeader judul={t('judul')} keterangan={bagian.join(' · ')} />
      <Stack gap="lg">
        <Tenggat />
        <Suspense>
          <PekerjaanUsulan />
        </Suspense>
        <PekerjaanDiterima />
        <PekerjaanBerjalan />
        <Tampil kueri={kueri}>
          {(data) =>
            data.terdaftar === 0 ? (
              <Section>
                <Empty
                  judul={t('mulai')}
                  isi={t(bolehImpor ? 'mulaiIsi' : 'belumIsi')}
                  aksi={
                    bolehImpor ? <TombolTautan to="/impor">{t('mulaiTombol')}</TombolTautan> : null
                  }
                />
              </Section>
            ) : (
              <>
                <AngkaUtama data={data} />
                <PekerjaanRumah daftar={data.pekerjaanRumah} />
                <DiMana program={data.program} />
              </>
            )
          }
        </Tampil>
      </Stack>
    </>
  )
}

function DiMana({ program }: { program: string }) {
  const t = useTeks(teksBeranda)
  const sesi = useSesi()
  const { wilayah } = rute.useSearch()
  const kueri = useOp(
    'wilayah.satu',
    { kode: wilayah ?? sesi.wilayah.kode },
    { simpanLama: true, staleTime: 0 },
  )
  return (
    <Section
      judul={t('diMana')}
      rapat
      keterangan={
        <>
          {kueri.data ? (
            <Jalur
              jalur={kueri.data.jalur}
              kini={kueri.data.wilayah}
              tautan={(kode, isi) => (
                <Link to="/" search={{ wilayah: kode }} resetScroll={false}>
                  {isi}
                </Link>
              )}
            />
          ) : null}
          {t('diManaIsi', { program })}
        </>
      }
    >
      <Tampil kueri={kueri}>{(data) => <TabelWilayah data={data} ke="/" />}</Tampil>
    </Section>
  )
}
