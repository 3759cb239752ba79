/** The queue of pairs: most at stake first; the first one begins the review. */
import { Group, NativeSelect, Text } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { nomorRt, useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { Status } from '#ui/status.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { Tautan, TombolTautan } from '#web/tautan.tsx'
import { golongan, statusDilihat } from '#web/tinjauan/alamat.ts'
import { useSumber } from '#web/tinjauan/sumber.ts'
import { teksTinjauan } from '#web/tinjauan/teks.ts'

const rute = getRouteApi('/tinjauan')

type Pasangan = OutputOf<'padanan.antrean'>['pasangan'][number]

export function Antrean() {
  const t = useTeks(teksTinjauan)
  const f = useFormat()
  const s = rute.useSearch()
  const kueri = useOp(
    'padanan.antrean',
    {
      status: s.status ?? 'antre',
      ...(s.golongan ? { golongan: s.golongan } : {}),
      batas: 50,
    },
    { simpanLama: true },
  )
  return (
    <>
      <Saringan />
      <Tampil kueri={kueri}>
        {({ pasangan: [satu, ...lain], jumlah, terhitung }) => (
          <Section
            rapat
            {...(satu
              ? {
                  judul: t(jumlah >= terhitung ? 'lebih' : 'jumlah', { n: f.angka(jumlah) }),
                  aksi: (
                    <TombolTautan
                      to="/tinjauan/$kab/$id"
                      params={{ kab: String(satu.kab), id: satu.id }}
                    >
                      {t('mulaiTinjau')}
                    </TombolTautan>
                  ),
                }
              : {})}
          >
            <Tabel pasangan={satu ? [satu, ...lain] : []} />
          </Section>
        )}
      </Tampil>
    </>
  )
}

function Saringan() {
  const t = useTeks(teksTinjauan)
  const pergi = useNavigate()
  const s = rute.useSearch()
  return (
    <Group gap="sm">
      <NativeSelect
        label={t('status')}
        data={statusDilihat.map((value) => ({ value, label: t(value) }))}
        value={s.status ?? 'antre'}
        onChange={(e) => {
          const status = statusDilihat.find((x) => x === e.currentTarget.value)
          if (status) void pergi({ to: '/tinjauan', search: { ...s, status } })
        }}
      />
      <NativeSelect
        label={t('golongan')}
        data={[
          { value: '', label: t('semuaGolongan') },
          ...golongan.map((value) => ({ value, label: t(value) })),
        ]}
        value={s.golongan ?? ''}
        onChange={(e) => {
          const baru = golongan.find((x) => x === e.currentTarget.value)
          const { golongan: _, ...lain } = s
          void pergi({ to: '/tinjauan', search: baru ? { ...lain, golongan: baru } : lain })
        }}
      />
    </Group>
  )
}

function Tabel({ pasangan }: { pasangan: readonly Pasangan[] }) {
  const t = useTeks(teksTinjauan)
  const f = useFormat()
  const sumber = useSumber()
  const kolom: Kolom<Pasangan>[] = [
    {
      id: 'nama',
      judul: t('pasangan'),
      kartu: 'judul',
      isi: (p) => (
        <Tautan to="/tinjauan/$kab/$id" params={{ kab: String(p.kab), id: p.id }}>
          {p.kiri.nama} – {p.kanan.nama}
        </Tautan>
      ),
    },
    {
      id: 'sumber',
      judul: t('sumber'),
      isi: (p) => [...new Set([sumber(p.kiri), sumber(p.kanan)])].join(' – '),
    },
    {
      id: 'tempat',
      judul: t('tempat'),
      isi: (p) => (
        <>
          {[
            ...new Set(
              [p.kiri, p.kanan].map((r) => t('rt', { desa: r.namaWilayah, rt: nomorRt(r.rt) })),
            ),
          ].map((tempat) => (
            <Text key={tempat} size="sm">
              {tempat}
            </Text>
          ))}
        </>
      ),
    },
    {
      id: 'taruhan',
      judul: t('taruhan'),
      isi: (p) =>
        p.taruhan > 0 ? (
          <Status nada="perhatian">{t('taruhanIsi', { n: p.taruhan })}</Status>
        ) : (
          t('tanpaTaruhan')
        ),
    },
    { id: 'bobot', judul: t('bobot'), angka: true, isi: (p) => f.desimal(p.bobot, 1) },
    {
      id: 'peluang',
      judul: t('peluang'),
      angka: true,
      isi: (p) => f.persen(p.peluang, 1),
    },
  ]
  return (
    <DataTable
      caption={t('antrean')}
      kolom={kolom}
      baris={pasangan}
      kunci={(p) => p.id}
      barisTautan
      kosong={<Empty judul={t('antreanKosong')} isi={t('antreanKosongIsi')} />}
    />
  )
}
