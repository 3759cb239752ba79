/** The page of visits: progress of a region, and in a village the queue, the papers and who goes. */
import { Stack, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { pembacaKeluarga, pembagiKunjungan } from '#contract/peran.ts'
import { useTeks } from '#ui/bahasa.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { AntreanKunjungan } from '#web/kunjungan/antrean.tsx'
import { BagiKunjungan } from '#web/kunjungan/bagi.tsx'
import { AngkaRekap, TabelRekap } from '#web/kunjungan/rekap.tsx'
import { teksKunjungan } from '#web/kunjungan/teks.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { TombolTautan } from '#web/tautan.tsx'

const rute = getRouteApi('/kunjungan')

export function HalamanKunjungan() {
  const t = useTeks(teksKunjungan)
  const sesi = useSesi()
  const s = rute.useSearch()
  const wilayah = s.wilayah ?? sesi.wilayah.kode
  const kueri = useOp('kunjungan.rekap', { wilayah }, { simpanLama: true })
  const membaca = pembacaKeluarga.some((p) => p === sesi.peran)
  const membagi = pembagiKunjungan.some((p) => p === sesi.peran)
  return (
    <>
      <PageHeader
        judul={t('judul')}
        keterangan={`${kueri.data?.namaWilayah ?? ''} · ${t('isi')}`}
        aksi={
          <>
            {wilayah === sesi.wilayah.kode ? null : (
              <TombolTautan to="/kunjungan" variant="subtle">
                {t('naik', { nama: sesi.wilayah.nama })}
              </TombolTautan>
            )}
            <TombolTautan to="/kunjungan/liga" variant="default">
              {t('liga')}
            </TombolTautan>
          </>
        }
      />
      <Tampil kueri={kueri}>
        {(data) => {
          const desa = data.tingkat === 'desa'
          return (
            <Stack gap="lg">
              <AngkaRekap jumlah={data.jumlah} />
              <Section judul={t(desa ? 'perRt' : 'perWilayah')} rapat>
                <TabelRekap data={data} />
              </Section>
              {desa && membaca ? (
                <AntreanKunjungan
                  saringan={{ ...s, wilayah }}
                  rt={data.bawah.map((b) => b.rt ?? 0)}
                />
              ) : null}
              {desa && membagi ? (
                <BagiKunjungan key={JSON.stringify(s)} saringan={{ ...s, wilayah }} />
              ) : null}
              {desa ? null : (
                <Text size="sm" c="dimmed">
                  {t('pilihDesa')}
                </Text>
              )}
            </Stack>
          )
        }}
      </Tampil>
    </>
  )
}
