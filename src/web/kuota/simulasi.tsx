/** The simulation of one quota: the rule, the result, the line, who enters and leaves, then the freeze. */
import { Stack, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { inputSimulasi, type PilihanSimulasi } from '#web/kuota/alamat.ts'
import { BarisSimulasi } from '#web/kuota/baris-simulasi.tsx'
import { Bekukan } from '#web/kuota/bekukan.tsx'
import { Garis } from '#web/kuota/garis.tsx'
import { usePeriode } from '#web/kuota/halaman.tsx'
import { Hasil } from '#web/kuota/hasil.tsx'
import { PerWilayah } from '#web/kuota/per-wilayah.tsx'
import { Pilihan } from '#web/kuota/pilihan.tsx'
import { teksKuota } from '#web/kuota/teks.ts'
import { UnduhNama } from '#web/kuota/unduh-nama.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { useNamaModel } from '#web/peringkat/nama-model.ts'
import { Tautan } from '#web/tautan.tsx'
import { unduh } from '#web/unduh.ts'

const rute = getRouteApi('/kuota/$id')

export type Simulasi = OutputOf<'kuota.simulasi'>

export function HalamanSimulasi() {
  const { id } = rute.useParams()
  const pilihan = rute.useSearch()
  const kueri = useOp('kuota.simulasi', inputSimulasi(id, pilihan), { simpanLama: true })
  return (
    <Tampil kueri={kueri} halaman>
      {(s) => <Isi s={s} pilihan={pilihan} segar={!kueri.isPlaceholderData} />}
    </Tampil>
  )
}

type IsiProps = { s: Simulasi; pilihan: PilihanSimulasi; segar: boolean }

function Isi({ s, pilihan, segar }: IsiProps) {
  const t = useTeks(teksKuota)
  const f = useFormat()
  const label = useLabel()
  const periode = usePeriode()
  const { kuota } = s
  const namaModel = useNamaModel()
  const input = inputSimulasi(kuota.id, pilihan)
  return (
    <>
      <PageHeader
        judul={t('judul')}
        keterangan={`${label(kuota.namaProgram)} · ${kuota.namaWilayah} · ${periode(kuota)} · ${t('kuota')} ${f.angka(kuota.jumlah)}`}
        atas={<Tautan to="/kuota">{`← ${t('kembali')}`}</Tautan>}
        aksi={
          <>
            <UnduhNama
              judul={t('unduhPratinjau')}
              onUnduh={(u) => unduh('kuota.unduh_pratinjau', { ...input, ...u }, 'pratinjau.xlsx')}
            />
            {s.kuota.dalamCakupan ? <Bekukan s={s} pilihan={pilihan} mati={!segar} /> : null}
          </>
        }
      />
      <Stack gap="lg">
        <Pilihan s={s} pilihan={pilihan} />
        <Hasil s={s} />
        <Peringatan s={s} />
        <Garis s={s} pilihan={pilihan} />
        <BarisSimulasi s={s} pilihan={pilihan} />
        <PerWilayah s={s} pilihan={pilihan} />
        <Text size="sm" c="dimmed">
          {t('dasarRonde', { periode: s.ronde.periode, model: namaModel(s.ronde.model) })}
        </Text>
      </Stack>
    </>
  )
}

/** What stands between this simulation and a frozen list. */
function Peringatan({ s }: { s: Simulasi }) {
  const t = useTeks(teksKuota)
  const f = useFormat()
  const label = useLabel()
  const { belumDiperingkat, kelebihan } = s.ringkasan
  const butir = [
    ...(belumDiperingkat > 0 ? [t('belumDiperingkat', { n: f.angka(belumDiperingkat) })] : []),
    ...(kelebihan > 0 ? [t('kelebihan', { n: f.angka(kelebihan) })] : []),
    ...s.halangan.map(label),
  ]
  if (butir.length === 0) return null
  return (
    <Notice nada="perhatian" judul={t('halangan')}>
      {butir.map((b) => (
        <p key={b}>{b}</p>
      ))}
    </Notice>
  )
}
