/** The calendar of a year: each period with its steps, shifts with their reason, rankings, elections. */
import { Group, NativeSelect, Stack, Text } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { type Digeser, FormGeser } from '#web/kalender/form-geser.tsx'
import { Pemilihan } from '#web/kalender/pemilihan.tsx'
import { SatuPeriode } from '#web/kalender/periode.tsx'
import { useSaat } from '#web/kalender/saat.ts'
import { teksKalender } from '#web/kalender/teks.ts'
import { Tenggat } from '#web/kalender/tenggat.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { TombolTautan } from '#web/tautan.tsx'
import { useNamaWilayah } from '#web/wilayah/nama.ts'

type Data = OutputOf<'kalender.periode'>
const rute = getRouteApi('/kalender')

export function HalamanKalender() {
  const t = useTeks(teksKalender)
  const nama = useNamaWilayah()
  const { tahun, program } = rute.useSearch()
  const kueri = useOp(
    'kalender.periode',
    { ...(tahun === undefined ? {} : { tahun }), program: program ?? 'umum' },
    { simpanLama: true },
  )
  const data = kueri.data
  return (
    <>
      <PageHeader
        judul={t('judul')}
        keterangan={data ? `${nama(data.wilayah)} · ${data.tahun}` : null}
        aksi={data ? <Pilihan data={data} /> : null}
      />
      <Stack gap="lg">
        <Tenggat tanpaTautan />
        <Tampil kueri={kueri}>{(isi) => <Tahun data={isi} />}</Tampil>
      </Stack>
    </>
  )
}

function Pilihan({ data }: { data: Data }) {
  const t = useTeks(teksKalender)
  const label = useLabel()
  const pergi = useNavigate()
  const { program } = rute.useSearch()
  const ke = (tahun: number) => ({ tahun, ...(program === undefined ? {} : { program }) })
  return (
    <>
      {data.pilihan.length > 1 ? (
        <NativeSelect
          aria-label={t('programIsi')}
          value={data.program}
          onChange={(e) =>
            void pergi({
              to: '/kalender',
              search: { tahun: data.tahun, program: e.currentTarget.value },
            })
          }
          data={data.pilihan.map((p) => ({ value: p.program, label: label(p.judul) }))}
        />
      ) : null}
      <TombolTautan variant="default" to="/kalender" search={ke(data.tahun - 1)}>
        {t('tahunLalu', { tahun: data.tahun - 1 })}
      </TombolTautan>
      <TombolTautan variant="default" to="/kalender" search={ke(data.tahun + 1)}>
        {t('tahunDepan', { tahun: data.tahun + 1 })}
      </TombolTautan>
    </>
  )
}

function Tahun({ data }: { data: Data }) {
  const t = useTeks(teksKalender)
  const [digeser, setDigeser] = useState<Digeser | null>(null)
  return (
    <>
      {data.periode.length === 0 ? (
        <Section>
          <Empty judul={t('tanpaPeriode')} isi={t('tanpaPeriodeIsi')} />
        </Section>
      ) : null}
      {data.periode.map((p) => (
        <SatuPeriode
          key={p.kode}
          periode={p}
          zona={data.zona}
          onGeser={(langkah) => setDigeser({ periode: p, langkah })}
        />
      ))}
      <Putaran data={data} />
      <Pemilihan data={data} />
      <Aturan data={data} />
      {digeser ? (
        <FormGeser
          key={`${digeser.periode.kode} ${digeser.langkah.kode}`}
          data={data}
          digeser={digeser}
          onTutup={() => setDigeser(null)}
        />
      ) : null}
    </>
  )
}

function Putaran({ data }: { data: Data }) {
  const t = useTeks(teksKalender)
  const f = useFormat()
  const { hariTerakhir } = useSaat()
  if (data.putaran.length === 0) return null
  return (
    <Section judul={t('putaran')}>
      <Group gap="lg">
        {data.putaran.map((p) => (
          <Text key={p.mulai} size="sm">
            {t('putaranIsi', { dari: f.tanggalPendek(p.mulai), sampai: hariTerakhir(p.selesai) })}
          </Text>
        ))}
      </Group>
    </Section>
  )
}

/** Where the rules are known from; what nobody has published says so. */
function Aturan({ data }: { data: Data }) {
  const t = useTeks(teksKalender)
  const label = useLabel()
  return (
    <Section judul={t('aturan')} keterangan={t('aturanIsi')}>
      <Stack gap="sm">
        {data.rezim.map((r) => (
          <div key={r.kode}>
            <Text size="sm" fw={550}>
              {label(r.judul)}
            </Text>
            <Text size="sm" c="dimmed">
              {r.sumberKalender}
            </Text>
            <Text size="sm" c="dimmed">
              {r.sumber}
            </Text>
          </div>
        ))}
      </Stack>
    </Section>
  )
}
