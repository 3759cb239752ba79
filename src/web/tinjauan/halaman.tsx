/** Pairs of the area to be looked at, and those whose other side lies outside it. */
import { SegmentedControl, Stack } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTeks } from '#ui/bahasa.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { useSesi } from '#web/pengguna/sesi.ts'
import { TombolTautan } from '#web/tautan.tsx'
import { lihatTinjauan } from '#web/tinjauan/alamat.ts'
import { Antrean } from '#web/tinjauan/antrean.tsx'
import { DiLuar } from '#web/tinjauan/luar.tsx'
import { teksTinjauan } from '#web/tinjauan/teks.ts'

const rute = getRouteApi('/tinjauan')

export function HalamanTinjauan() {
  const t = useTeks(teksTinjauan)
  const sesi = useSesi()
  const pergi = useNavigate()
  const { lihat = 'antrean' } = rute.useSearch()
  return (
    <>
      <PageHeader
        judul={t('judul')}
        keterangan={`${sesi.wilayah.nama} · ${t('keterangan')}`}
        judulTab={t('judul')}
        aksi={
          sesi.peran === 'auditor' ? null : (
            <TombolTautan to="/gabung" variant="default">
              {t('kePenggabungan')}
            </TombolTautan>
          )
        }
      />
      <Stack gap="md">
        <SegmentedControl
          aria-label={t('lihat')}
          data={lihatTinjauan.map((value) => ({ value, label: t(value) }))}
          value={lihat}
          onChange={(v) => {
            const baru = lihatTinjauan.find((l) => l === v)
            if (baru)
              void pergi({ to: '/tinjauan', search: baru === 'antrean' ? {} : { lihat: baru } })
          }}
          style={{ alignSelf: 'flex-start', maxWidth: '100%', overflowX: 'auto' }}
        />
        {lihat === 'antrean' ? <Antrean /> : <DiLuar />}
      </Stack>
    </>
  )
}
