/** One period: its steps in order, whose they are, until when in both zones, and what a region changed. */
import { Button, Group, Text } from '@mantine/core'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Status } from '#ui/status.tsx'
import { useSaat, type ZonaTampil } from '#web/kalender/saat.ts'
import { teksKalender } from '#web/kalender/teks.ts'
import type { OutputOf } from '#web/operasi.ts'

export type Periode = OutputOf<'kalender.periode'>['periode'][number]
export type Langkah = Periode['langkah'][number]

type Props = { periode: Periode; zona: ZonaTampil; onGeser: (langkah: Langkah) => void }

export function SatuPeriode({ periode, zona, onGeser }: Props) {
  const t = useTeks(teksKalender)
  const f = useFormat()
  const label = useLabel()
  const { hariTerakhir } = useSaat()
  const aksi: Kolom<Langkah>[] = periode.langkah.some((l) => l.bolehGeser)
    ? [
        {
          id: 'aksi',
          judul: t('tindakan'),
          judulTersembunyi: true,
          kartu: 'polos',
          isi: (l) =>
            l.bolehGeser ? (
              <Button
                size="xs"
                variant="default"
                onClick={() => onGeser(l)}
                aria-label={`${t('geser')}: ${label(l.label)}, ${label(periode.label)}`}
              >
                {t('geser')}
              </Button>
            ) : null,
        },
      ]
    : []
  const kolom: Kolom<Langkah>[] = [
    {
      id: 'langkah',
      judul: t('langkah'),
      kartu: 'judul',
      lebar: '32%',
      isi: (l) => (
        <Group gap="xs">
          {label(l.label)}
          {l.milikSaya ? <Status nada="info">{t('anda')}</Status> : null}
        </Group>
      ),
    },
    { id: 'tenggat', judul: t('tenggat'), isi: (l) => <SelTenggat langkah={l} zona={zona} /> },
    {
      id: 'keadaan',
      judul: t('keadaan'),
      padat: true,
      lebar: '14%',
      isi: (l) => (
        <Status nada={l.lewat ? 'netral' : 'baik'}>{t(l.lewat ? 'lewat' : 'belum')}</Status>
      ),
    },
    ...aksi,
  ]
  return (
    <Section
      judul={label(periode.label)}
      keterangan={`${f.tanggalPendek(periode.mulai)} – ${hariTerakhir(periode.selesai)}`}
      aksi={periode.kini ? <Status nada="jalan">{t('kini')}</Status> : null}
      rapat
    >
      <DataTable
        caption={label(periode.label)}
        kolom={kolom}
        baris={periode.langkah}
        kunci={(l) => l.kode}
        tandai={(l) => (l.milikSaya ? 'aktif' : undefined)}
      />
    </Section>
  )
}

function SelTenggat({ langkah, zona }: { langkah: Langkah; zona: ZonaTampil }) {
  const t = useTeks(teksKalender)
  const { saat, di } = useSaat()
  const diSini = di(langkah.tenggat, langkah.zona, zona)
  return (
    <div>
      <div>{saat(langkah.tenggat, langkah.zona)}</div>
      {diSini ? (
        <Text size="xs" c="dimmed">
          {diSini}
        </Text>
      ) : null}
      {langkah.geser ? (
        <Text size="xs">
          <b>{t('digeser', { wilayah: langkah.geser.namaWilayah })}.</b>{' '}
          {t('digeserDari', { saat: saat(langkah.asal, langkah.zona) })}{' '}
          {langkah.geser.alasan ? t('alasanGeser', { alasan: langkah.geser.alasan }) : null}
        </Text>
      ) : null}
    </div>
  )
}
