/** The page Wilayah: the tree of one's own area, level by level, with counts and what must be mended. */

import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useTeks } from '#ui/bahasa.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { useSesi } from '#web/pengguna/sesi.ts'
import { TombolTautan } from '#web/tautan.tsx'
import { CariWilayah } from '#web/wilayah/cari.tsx'
import { Jalur } from '#web/wilayah/jalur.tsx'
import { TabelWilayah } from '#web/wilayah/tabel.tsx'
import { teksWilayah } from '#web/wilayah/teks.ts'

const rute = getRouteApi('/wilayah')

export function HalamanWilayah() {
  const t = useTeks(teksWilayah)
  const sesi = useSesi()
  const { kode } = rute.useSearch()
  const pergi = useNavigate()
  const terpilih = kode ?? sesi.wilayah.kode
  const kueri = useOp('wilayah.satu', { kode: terpilih }, { simpanLama: true })
  return (
    <>
      <PageHeader
        judul={t('judul')}
        keterangan={
          kueri.data ? (
            <Jalur
              jalur={kueri.data.jalur}
              kini={kueri.data.wilayah}
              tautan={(k, isi) => (
                <Link to="/wilayah" search={{ kode: k }}>
                  {isi}
                </Link>
              )}
            />
          ) : null
        }
        aksi={
          <>
            <CariWilayah onPilih={(k) => void pergi({ to: '/wilayah', search: { kode: k } })} />
            <TombolTautan to="/keluarga" search={{ wilayah: terpilih }} variant="default">
              {t('lihatKeluarga')}
            </TombolTautan>
          </>
        }
      />
      <Section rapat>
        <Tampil kueri={kueri}>
          {(data) => <TabelWilayah data={data} ke="/wilayah" lengkap />}
        </Tampil>
      </Section>
    </>
  )
}
