/** The league of the most active regions, kota and kabupaten apart, each value with its arithmetic. */
import { Stack, Text } from '@mantine/core'
import { butirLiga } from '#domain/kunjungan/liga.ts'
import { useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { teksKunjungan } from '#web/kunjungan/teks.ts'
import type { OutputOf } from '#web/operasi.ts'
import { TombolTautan } from '#web/tautan.tsx'

type Liga = OutputOf<'kunjungan.liga'>
type Baris = Liga['kota'][number]

export function HalamanLiga() {
  const t = useTeks(teksKunjungan)
  const f = useFormat()
  const kueri = useOp('kunjungan.liga', {})
  return (
    <>
      <PageHeader
        judul={t('liga')}
        keterangan={kueri.data?.bulan ? f.bulan(kueri.data.bulan) : null}
        aksi={
          <TombolTautan to="/kunjungan" variant="default">
            {t('keKunjungan')}
          </TombolTautan>
        }
      />
      <Tampil kueri={kueri}>
        {(liga) =>
          liga.bulan === null ? (
            <Empty judul={t('ligaKosong')} isi={t('ligaKosongIsi')} />
          ) : (
            <Stack gap="lg">
              <Text size="sm" c="dimmed" maw={760}>
                {t('ligaIsi')}
              </Text>
              {(['kota', 'kabupaten'] as const).map((jenis) =>
                liga[jenis].length === 0 ? null : (
                  <Section key={jenis} judul={t(jenis)} rapat>
                    <TabelLiga judul={t(jenis)} baris={liga[jenis]} />
                  </Section>
                ),
              )}
              <Section judul={t('rumus')}>
                <Text size="sm">
                  {t('rumusIsi', {
                    penuh: f.angka(liga.umurHari.penuh),
                    nol: f.angka(liga.umurHari.nol),
                    kembali: f.angka(liga.pengembalianNol),
                  })}
                </Text>
                <Text size="sm" c="dimmed" mt="xs">
                  {t('sumberRumus', { sumber: liga.sumber })}
                </Text>
              </Section>
            </Stack>
          )
        }
      </Tampil>
    </>
  )
}

function TabelLiga({ judul, baris }: { judul: string; baris: readonly Baris[] }) {
  const t = useTeks(teksKunjungan)
  const f = useFormat()
  const kolom: Kolom<Baris>[] = [
    {
      id: 'peringkat',
      judul: t('peringkat'),
      angka: true,
      kartu: 'label',
      isi: (b) => f.angka(b.peringkat),
    },
    {
      id: 'nama',
      judul: t('wilayah'),
      kartu: 'judul',
      isi: (b) => (
        <>
          {b.nama}
          <Text size="xs" c="dimmed">
            {b.provinsi}
          </Text>
        </>
      ),
    },
    {
      id: 'nilai',
      judul: t('nilai'),
      angka: true,
      kartu: 'label',
      isi: (b) => <strong>{f.angka(b.nilai)}</strong>,
    },
    ...butirLiga.map(
      (butir): Kolom<Baris> => ({
        id: butir,
        judul: t(butir),
        kartu: 'label',
        isi: (b) => <Butir baris={b} butir={butir} />,
      }),
    ),
  ]
  return <DataTable caption={judul} kolom={kolom} baris={baris} kunci={(b) => String(b.kode)} />
}

/** `90 dari 100 = 900`, and its weight below. */
function Butir({ baris, butir }: { baris: Baris; butir: (typeof butirLiga)[number] }) {
  const t = useTeks(teksKunjungan)
  const f = useFormat()
  const h = baris.hitung.find((one) => one.butir === butir)
  if (!h) return null
  const umur =
    baris.umurMedian === null
      ? t('sebagianBesarBelum')
      : t('hari', { n: f.angka(baris.umurMedian) })
  const bahan =
    butir === 'umur_median' ? umur : t('dari', { n: f.angka(h.n ?? 0), dari: f.angka(h.dari ?? 0) })
  return (
    <>
      {h.permil === null ? t('takTerukur') : `${bahan} ${t('permil', { n: f.angka(h.permil) })}`}
      <Text size="xs" c="dimmed">
        {t('bobot', { n: f.angka(h.bobot) })}
      </Text>
    </>
  )
}
