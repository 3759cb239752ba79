/** The bench of a run: what labels say of precision, recall and the clerks' hours, as the threshold slides. */
import { Slider, Stack, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Stat, StatRow } from '#ui/stat.tsx'
import { Empty } from '#ui/state.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { Tautan, TombolTautan } from '#web/tautan.tsx'
import { teksTinjauan } from '#web/tinjauan/teks.ts'

const rute = getRouteApi('/pemadanan/$id/bangku')

type Bangku = OutputOf<'padanan.bangku'>
type Titik = Bangku['titik'][number]

export function HalamanBangku() {
  const t = useTeks(teksTinjauan)
  const { id } = rute.useParams()
  const kueri = useOp('padanan.bangku', { id })
  return (
    <Tampil kueri={kueri} halaman>
      {(b) => (
        <>
          <PageHeader
            judul={t('bangkuJudul')}
            keterangan={`${b.namaWilayah} · ${t('bangkuKeterangan', { n: b.dilabeli })}`}
            judulTab={t('bangkuJudul')}
            atas={
              <Tautan to="/pemadanan/$id" params={{ id }}>
                {`← ${t('kembaliJalan')}`}
              </Tautan>
            }
            aksi={
              b.berikut && b.bolehMelabeli ? (
                <TombolTautan
                  to="/tinjauan/$kab/$id"
                  params={{ kab: String(b.berikut.kab), id: b.berikut.id }}
                  search={{ untuk: 'label' }}
                >
                  {t('lanjutLabel')}
                </TombolTautan>
              ) : null
            }
          />
          {b.titik.length === 0 ? (
            <Empty judul={t('bangkuKosong')} isi={t('bangkuKosongIsi')} />
          ) : (
            <Stack gap="md">
              <Geser b={b} />
              <Lapis b={b} />
              <Text size="sm" c="dimmed" maw={720}>
                {t('bangkuCatatan')}
              </Text>
            </Stack>
          )}
        </>
      )}
    </Tampil>
  )
}

/** The point whose edge is nearest to the model's threshold. */
const awal = (b: Bangku): number =>
  b.titik.reduce(
    (dekat, p, n) =>
      Math.abs(p.batas - b.ambang.padan) < Math.abs((b.titik[dekat]?.batas ?? 0) - b.ambang.padan)
        ? n
        : dekat,
    0,
  )

function Geser({ b }: { b: Bangku }) {
  const t = useTeks(teksTinjauan)
  const f = useFormat()
  const modelnya = awal(b)
  const [ke, setKe] = useState(modelnya)
  const titik = b.titik[Math.min(ke, b.titik.length - 1)]
  if (!titik) return null
  const bobot = f.desimal(titik.batas, 1)
  return (
    <Section>
      <Stack gap="xl">
        <div>
          <Text size="sm" fw={550} mb="xs" id="batas-bangku">
            {t('batas', { bobot })}
          </Text>
          <Slider
            aria-labelledby="batas-bangku"
            thumbLabel={t('batas', { bobot })}
            min={0}
            max={b.titik.length - 1}
            step={1}
            value={ke}
            onChange={setKe}
            label={null}
            marks={[{ value: modelnya, label: t('batasKini') }]}
            mb="lg"
          />
        </div>
        <Angka b={b} p={titik} />
      </Stack>
    </Section>
  )
}

function Angka({ b, p }: { b: Bangku; p: Titik }) {
  const t = useTeks(teksTinjauan)
  const f = useFormat()
  const selang = (x: Titik['presisi']) =>
    t('selang', { bawah: f.persen(x.bawah, 1), atas: f.persen(x.atas, 1) })
  return (
    <StatRow>
      <Stat
        label={t('presisi')}
        nilai={f.persen(p.presisi.nilai, 1)}
        catatan={`${selang(p.presisi)}; ${t('presisiIsi')}`}
      />
      <Stat
        label={t('kelengkapan')}
        nilai={f.persen(p.kelengkapan.nilai, 1)}
        catatan={`${selang(p.kelengkapan)}; ${t('kelengkapanIsi')}`}
      />
      <Stat
        label={t('jam')}
        nilai={t('nJam', { n: f.desimal(p.jam, 1) })}
        catatan={t('jamIsi', { n: f.angka(p.ditinjau), detik: b.detik })}
      />
      <Stat
        label={t('dilabeli')}
        nilai={t('dilabeliIsi', { n: f.angka(b.dilabeli), sampel: f.angka(b.sampel) })}
      />
    </StatRow>
  )
}

function Lapis({ b }: { b: Bangku }) {
  const t = useTeks(teksTinjauan)
  const f = useFormat()
  return (
    <Section rapat judul={t('lapisJudul')}>
      <DataTable
        caption={t('lapisJudul')}
        baris={b.lapis}
        kunci={(l) => String(l.batas)}
        kolom={[
          {
            id: 'batas',
            judul: t('lapis'),
            angka: true,
            kartu: 'judul',
            isi: (l) => f.desimal(l.batas, 1),
          },
          { id: 'jumlah', judul: t('populasi'), angka: true, isi: (l) => f.angka(l.jumlah) },
          { id: 'sampel', judul: t('sampel'), angka: true, isi: (l) => f.angka(l.sampel) },
          { id: 'dilabeli', judul: t('dilabeli'), angka: true, isi: (l) => f.angka(l.dilabeli) },
          { id: 'sama', judul: t('samaLabel'), angka: true, isi: (l) => f.angka(l.sama) },
        ]}
      />
    </Section>
  )
}
