/** A quarter's round on one page: the ranking, what waits for the province, and each quota up to its decree. */
import { Group, Stack, Text } from '@mantine/core'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { type Nada, Status } from '#ui/status.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan, TombolTautan } from '#web/tautan.tsx'
import { teksTriwulan } from '#web/triwulan/teks.ts'

type Ronde = OutputOf<'peringkat.daftar'>['ronde'][number]
type Kuota = OutputOf<'kuota.daftar'>['kuota'][number]
type Beku = OutputOf<'kuota.daftar_beku'>['daftar'][number]

export function HalamanTriwulan() {
  const t = useTeks(teksTriwulan)
  const { wilayah, peran } = useSesi()
  const ronde = useOp('peringkat.daftar', {})
  return (
    <>
      <PageHeader judul={t('judul')} keterangan={`${wilayah.nama} · ${t('isi')}`} />
      <Stack gap="lg">
        <Tampil kueri={ronde}>
          {(d) => {
            const terbaru = d.ronde.find((r) => r.wilayah === wilayah.kode) ?? d.ronde[0]
            return (
              <>
                <Peringkat r={terbaru} />
                {peran === 'provinsi' ? <Periksa /> : null}
                <PerKuota ronde={terbaru} />
              </>
            )
          }}
        </Tampil>
      </Stack>
    </>
  )
}

function Peringkat({ r }: { r: Ronde | undefined }) {
  const t = useTeks(teksTriwulan)
  const f = useFormat()
  const label = useLabel()
  return (
    <Section
      judul={t('langkahSatu')}
      aksi={
        <TombolTautan to="/peringkat" size="compact-sm" variant="default">
          {t('keRonde')}
        </TombolTautan>
      }
    >
      {r ? (
        <Group gap="sm">
          <Tautan to="/peringkat/$id" params={{ id: r.id }}>
            {t('ronde', { judul: label(r.judul), model: label(r.namaModel) })}
          </Tautan>
          <Status nada={r.status === 'selesai' ? 'baik' : 'jalan'}>
            {t(r.status === 'selesai' ? 'selesai' : 'berjalan')}
          </Status>
          {r.dibekukanPada ? (
            <Text size="sm" c="dimmed">
              {t('rondeIsi', {
                n: f.angka(r.keluarga ?? 0),
                hari: f.tanggalPendek(r.dibekukanPada.slice(0, 10)),
              })}
            </Text>
          ) : null}
        </Group>
      ) : (
        <Empty judul={t('belumRonde')} isi={t('belumRondeIsi')} />
      )}
    </Section>
  )
}

/** What the regime of 2018–19 lays on the province's desk; in others there is nothing of it. */
function Periksa() {
  const t = useTeks(teksTriwulan)
  const f = useFormat()
  const kueri = useOp('usulan.rekap', {})
  return (
    <Section judul={t('periksa')}>
      <Tampil kueri={kueri}>
        {({ rekap }) => {
          const n = rekap
            .filter((r) => r.status === 'disahkan' && r.punyaSaya)
            .reduce((sum, r) => sum + r.jumlah, 0)
          return n === 0 ? (
            <Text size="sm">{t('periksaKosong')}</Text>
          ) : (
            <Stack gap="sm" align="flex-start">
              <Text size="sm">{t('periksaIsi', { n: f.angka(n) })}</Text>
              <TombolTautan to="/usulan" search={{ meja: 'saya', status: 'disahkan' }}>
                {t('bukaPeriksa')}
              </TombolTautan>
            </Stack>
          )
        }}
      </Tampil>
    </Section>
  )
}

function PerKuota({ ronde }: { ronde: Ronde | undefined }) {
  const t = useTeks(teksTriwulan)
  const f = useFormat()
  const label = useLabel()
  const kuota = useOp('kuota.daftar', {})
  const beku = useOp('kuota.daftar_beku', {})
  const berlaku = (q: Kuota): Beku | undefined =>
    beku.data?.daftar.find((d) => d.kuotaId === q.id && !d.digantikan)
  return (
    <Section judul={t('langkahDua')} keterangan={t('langkahDuaIsi')} rapat>
      <Tampil kueri={kuota}>
        {(d) => (
          <DataTable
            caption={t('langkahDua')}
            baris={d.kuota}
            kunci={(q) => q.id}
            kosong={<Empty judul={t('kosong')} isi={t('kosongIsi')} />}
            kolom={[
              {
                id: 'program',
                judul: t('program'),
                kartu: 'judul',
                isi: (q) => label(q.namaProgram),
              },
              { id: 'wilayah', judul: t('wilayah'), isi: (q) => q.namaWilayah },
              { id: 'kuota', judul: t('kuota'), angka: true, isi: (q) => f.angka(q.jumlah) },
              {
                id: 'tergeser',
                judul: t('tergeser'),
                angka: true,
                isi: (q) => {
                  const b = berlaku(q)
                  return b ? f.angka(b.ringkasan.keluar) : '–'
                },
              },
              {
                id: 'keadaan',
                judul: t('keadaan'),
                isi: (q) => <Keadaan b={berlaku(q)} ronde={ronde} />,
              },
              {
                id: 'tindakan',
                judul: t('tindakan'),
                judulTersembunyi: true,
                kartu: 'polos',
                isi: (q) => <Langkah q={q} b={berlaku(q)} />,
              },
            ]}
          />
        )}
      </Tampil>
    </Section>
  )
}

function Keadaan({ b, ronde }: { b: Beku | undefined; ronde: Ronde | undefined }) {
  const t = useTeks(teksTriwulan)
  if (!b) return <Status nada="perhatian">{t('belumBeku')}</Status>
  const lama = ronde !== undefined && b.ronde.id !== ronde.id
  const nada: Nada = b.sk ? 'baik' : 'info'
  return (
    <Stack gap={4} align="flex-start">
      <Status nada={nada}>{b.sk ? t('ditetapkan', { nomor: b.sk.nomor }) : t('beku')}</Status>
      {lama ? (
        <Text size="xs" c="dimmed">
          {t('rondeLama')}
        </Text>
      ) : null}
    </Stack>
  )
}

function Langkah({ q, b }: { q: Kuota; b: Beku | undefined }) {
  const t = useTeks(teksTriwulan)
  const label = useLabel()
  const nama = `${label(q.namaProgram)} ${q.namaWilayah}`
  return (
    <Group gap="xs" wrap="nowrap">
      {q.dalamCakupan ? (
        <TombolTautan
          to="/kuota/$id"
          params={{ id: q.id }}
          size="compact-sm"
          variant={b ? 'default' : 'filled'}
          aria-label={`${t('simulasi')} ${nama}`}
        >
          {t('simulasi')}
        </TombolTautan>
      ) : null}
      {b ? (
        <TombolTautan
          to="/daftar/$id"
          params={{ id: b.id }}
          size="compact-sm"
          variant={b.sk ? 'default' : 'filled'}
          aria-label={`${t('buka')} ${nama}`}
        >
          {t('buka')}
        </TombolTautan>
      ) : null}
    </Group>
  )
}
