/** The monthly summary: villages with their state, the RT of one village, and what the reader may do. */
import { Group, NativeSelect, Stack, Text } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { petugasLoket } from '#contract/peran.ts'
import { type KeadaanRekap, type KeadaanRt, kataRekap, kataRt } from '#domain/rekap/bulanan.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable } from '#ui/data-table.tsx'
import { nomorRt, useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { type Nada, Status } from '#ui/status.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { teksRekap } from '#web/rekap/teks.ts'
import { BukaSurat, Nihil, Tindakan } from '#web/rekap/tindakan.tsx'

const rute = getRouteApi('/rekap')
export type RekapBulan = OutputOf<'rekap.bulan'>

const nadaRekap: Record<KeadaanRekap, Nada> = {
  belum: 'perhatian',
  ditandatangani: 'info',
  diketahui: 'info',
  diterima: 'baik',
}
const nadaRt: Record<KeadaanRt, Nada> = { mengusulkan: 'info', nihil: 'baik', diam: 'perhatian' }

/** The last twelve months, newest first. */
function bulanLalu(hariIni: string): readonly string[] {
  const [tahun = 2018, bulan = 1] = hariIni.split('-').map(Number)
  return Array.from({ length: 12 }, (_, i) => {
    const ke = tahun * 12 + bulan - 1 - i
    return `${Math.floor(ke / 12)}-${String((ke % 12) + 1).padStart(2, '0')}`
  })
}

export function HalamanRekap() {
  const t = useTeks(teksRekap)
  const f = useFormat()
  const pergi = useNavigate()
  const { wilayah, hariIni } = useSesi()
  const pilihan = bulanLalu(hariIni)
  const { periode = pilihan[0] ?? '' } = rute.useSearch()
  const kueri = useOp('rekap.bulan', { periode })
  return (
    <>
      <PageHeader
        judul={t('judul')}
        keterangan={`${wilayah.nama} · ${t('isi')}`}
        aksi={
          <NativeSelect
            aria-label={t('bulan')}
            value={periode}
            data={pilihan.map((p) => ({ value: p, label: f.bulan(p) }))}
            onChange={(e) =>
              void pergi({
                to: '/rekap',
                search: { periode: e.currentTarget.value },
                replace: true,
              })
            }
          />
        }
      />
      <Tampil kueri={kueri}>
        {(d) => (
          <Stack gap="lg">
            <Tindakan d={d} periode={periode} />
            <Desa d={d} />
            {d.rt ? <PerRt d={d} rt={d.rt} periode={periode} /> : null}
          </Stack>
        )}
      </Tampil>
    </>
  )
}

function Desa({ d }: { d: RekapBulan }) {
  const t = useTeks(teksRekap)
  const f = useFormat()
  const label = useLabel()
  const { peran } = useSesi()
  const bolehBuka = petugasLoket.some((p) => p === peran)
  return (
    <Section judul={t('desa')} keterangan={t('desaIsi')} rapat>
      <DataTable
        caption={t('desa')}
        baris={d.desa}
        kunci={(b) => String(b.wilayah)}
        kosong={<Empty judul={t('kosong')} isi={t('kosongIsi')} />}
        kolom={[
          { id: 'desa', judul: t('desa'), kartu: 'judul', isi: (b) => b.namaWilayah },
          {
            id: 'usulan',
            judul: t('usulan'),
            angka: true,
            isi: (b) => (b.nihil ? t('nihilTanda') : f.angka(b.usulan)),
          },
          { id: 'rt', judul: t('rt'), angka: true, isi: (b) => f.angka(b.rt) },
          { id: 'diam', judul: t('diam'), angka: true, isi: (b) => f.angka(b.diam) },
          {
            id: 'keadaan',
            judul: t('keadaan'),
            isi: (b) => <Status nada={nadaRekap[b.keadaan]}>{label(kataRekap[b.keadaan])}</Status>,
          },
          {
            id: 'surat',
            judul: t('surat'),
            judulTersembunyi: true,
            kartu: 'polos',
            isi: (b) =>
              bolehBuka && b.dokumenId ? (
                <BukaSurat kab={b.kab} id={b.dokumenId} nama={b.namaWilayah} />
              ) : null,
          },
        ]}
      />
    </Section>
  )
}

function PerRt({
  d,
  rt,
  periode,
}: {
  d: RekapBulan
  rt: NonNullable<RekapBulan['rt']>
  periode: string
}) {
  const t = useTeks(teksRekap)
  const f = useFormat()
  const label = useLabel()
  const { peran } = useSesi()
  const [desa] = d.desa
  const boleh = desa?.keadaan === 'belum' && ['ketua_rt', 'operator_desa', 'lurah'].includes(peran)
  return (
    <Section judul={t('perRt')} rapat>
      <DataTable
        caption={t('perRt')}
        baris={rt}
        kunci={(b) => String(b.rt)}
        kolom={[
          { id: 'rt', judul: t('rt'), kartu: 'judul', isi: (b) => `RT ${nomorRt(b.rt)}` },
          {
            id: 'identitas',
            judul: t('identitas'),
            angka: true,
            isi: (b) => f.angka(b.usulan.identitas),
          },
          {
            id: 'peristiwa',
            judul: t('peristiwa'),
            angka: true,
            isi: (b) => f.angka(b.usulan.peristiwa),
          },
          {
            id: 'keadaanRuta',
            judul: t('keadaanRuta'),
            angka: true,
            isi: (b) => f.angka(b.usulan.keadaan),
          },
          { id: 'usulan', judul: t('usulan'), angka: true, isi: (b) => f.angka(b.usulan.usulan) },
          { id: 'jumlah', judul: t('jumlah'), angka: true, isi: (b) => f.angka(b.jumlah) },
          {
            id: 'keadaan',
            judul: t('keadaan'),
            isi: (b) => (
              <Group gap="xs">
                <Status nada={nadaRt[b.keadaan]}>{label(kataRt[b.keadaan])}</Status>
                {boleh && desa && b.keadaan === 'diam' ? (
                  <Nihil wilayah={desa.wilayah} rt={b.rt} periode={periode} />
                ) : null}
              </Group>
            ),
          },
        ]}
      />
      {rt.length === 0 ? <Text size="sm">{t('kosongIsi')}</Text> : null}
    </Section>
  )
}
