/** The page Log: for auditors and those who answer for an area; filters in the address, results, export. */
import { Stack } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { pencariJejak, pengunduhJejak } from '#contract/peran.ts'
import { useTeks } from '#ui/bahasa.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { call } from '#web/api.ts'
import { DaftarEntri } from '#web/jejak/daftar-entri.tsx'
import { useEntri } from '#web/jejak/entri.ts'
import { SaringanLogIsi } from '#web/jejak/saringan.tsx'
import { TanpaIzinLog } from '#web/jejak/tanpa-izin.tsx'
import { teksCari } from '#web/jejak/teks-cari.ts'
import { UnduhLog } from '#web/jejak/unduh-log.tsx'
import { useSesi } from '#web/pengguna/sesi.ts'
import { useNamaWilayah } from '#web/wilayah/nama.ts'

const rute = getRouteApi('/log')

export function HalamanLog() {
  const sesi = useSesi()
  return pencariJejak.some((p) => p === sesi.peran) ? <Log /> : <TanpaIzinLog />
}

function Log() {
  const t = useTeks(teksCari)
  const nama = useNamaWilayah()
  const sesi = useSesi()
  const saringan = rute.useSearch()
  const kueri = useEntri(['jejak.cari', saringan], (setelah, signal) =>
    call('jejak.cari', { ...saringan, ...setelah }, { signal }),
  )
  const disaring = Object.keys(saringan).length > 0
  return (
    <>
      <PageHeader
        judul={t('judul')}
        keterangan={`${nama(sesi.wilayah)} · ${t('isi')}`}
        aksi={
          pengunduhJejak.some((p) => p === sesi.peran) ? <UnduhLog saringan={saringan} /> : null
        }
      />
      <Stack gap="md">
        <SaringanLogIsi saringan={saringan} />
        <Section rapat>
          <DaftarEntri
            kueri={kueri}
            kosong={
              <Empty
                judul={t(disaring ? 'kosong' : 'awal')}
                isi={t(disaring ? 'kosongIsi' : 'awalIsi')}
              />
            }
          />
        </Section>
      </Stack>
    </>
  )
}
