/** One frozen list: what it decided, its hash to be checked, its families, its download. */

import { Button, Code, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { pembacaPemberitahuan } from '#contract/peran.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pairs } from '#ui/pairs.tsx'
import { Section } from '#ui/section.tsx'
import { Stat, StatRow } from '#ui/stat.tsx'
import { ErrorState, Loading } from '#ui/state.tsx'
import { Status } from '#ui/status.tsx'
import { teksUi } from '#ui/teks.ts'
import { call, shownOf } from '#web/api.ts'
import { kataGalat } from '#web/galat.tsx'
import { teksKeberatan } from '#web/keberatan/teks.ts'
import { TerbitkanPemberitahuan } from '#web/keberatan/terbitkan.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { usePeriode } from '#web/kuota/halaman.tsx'
import { TetapkanSk } from '#web/kuota/sk.tsx'
import { TabelBeku } from '#web/kuota/tabel-beku.tsx'
import { teksKuota } from '#web/kuota/teks.ts'
import { UnduhNama } from '#web/kuota/unduh-nama.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { useNamaModel } from '#web/peringkat/nama-model.ts'
import { Tautan } from '#web/tautan.tsx'
import { unduh } from '#web/unduh.ts'

const rute = getRouteApi('/daftar/$id')
type Satu = OutputOf<'kuota.daftar_beku_satu'>

export function HalamanDaftarBeku() {
  const { id } = rute.useParams()
  const kueri = useOp('kuota.daftar_beku_satu', { id })
  return (
    <Tampil kueri={kueri} halaman>
      {(d) => <Isi d={d} />}
    </Tampil>
  )
}

function Isi({ d }: { d: Satu }) {
  const t = useTeks(teksKuota)
  const f = useFormat()
  const label = useLabel()
  const periode = usePeriode()
  const r = d.ringkasan
  const luar = d.wilayah.reduce((n, w) => n + w.diLuarSk, 0)
  return (
    <>
      <PageHeader
        judul={`${t('bekuJudul', { program: label(d.namaProgram) })} · ${t('versi', { n: d.versi })}`}
        keterangan={`${d.namaWilayah} · ${periode(d)} · ${t('kuota')} ${f.angka(d.kuota)}`}
        atas={<Tautan to="/kuota">{`← ${t('kembali')}`}</Tautan>}
        aksi={
          <Group gap="xs">
            {d.bolehMenetapkan ? (
              <TetapkanSk id={d.id} hash={d.hash} dalam={r.tetap + r.masuk - luar} luar={luar} />
            ) : null}
            <UnduhNama
              judul={t('unduh')}
              bolehIdentitas={d.bolehIdentitas}
              onUnduh={(u) => unduh('kuota.unduh', { id: d.id, ...u }, 'daftar.xlsx')}
            />
          </Group>
        }
      />
      <Stack gap="lg">
        <StatRow label={t('isi')}>
          <Stat label={t('masuk')} nilai={f.angka(r.masuk)} satuan="KK" utama />
          <Stat label={t('tetap')} nilai={f.angka(r.tetap)} satuan="KK" />
          <Stat label={t('keluar')} nilai={f.angka(r.keluar)} satuan="KK" />
          <Stat label={t('menunggu')} nilai={f.angka(r.menunggu)} satuan="KK" />
        </StatRow>
        {luar > 0 ? <DiLuarSk d={d} n={luar} /> : null}
        {d.sk ? <SesudahSk d={d} /> : null}
        <Dasar d={d} />
        <Keluarga d={d} />
      </Stack>
    </>
  )
}

/** Who has a place and no NIK: how many, who they are, and what helps. */
function DiLuarSk({ d, n }: { d: Satu; n: number }) {
  const t = useTeks(teksKeberatan)
  const f = useFormat()
  return (
    <Notice nada="perhatian" judul={t('skLuarJudul', { n: f.angka(n) })}>
      <Text size="sm">{t('skLuarIsi')}</Text>
      <Group gap="md">
        <Tautan
          to="/daftar/$id"
          params={{ id: d.id }}
          search={{ keputusan: 'luar' }}
          resetScroll={false}
        >
          {t('skLuarLihat')}
        </Tautan>
        <Tautan to="/tanpa-nik">{t('skLuarMinta')}</Tautan>
      </Group>
    </Notice>
  )
}

/** After the decree: families that lose their place are told. */
function SesudahSk({ d }: { d: Satu }) {
  const t = useTeks(teksKeberatan)
  const { peran } = useSesi()
  const kantor = peran === 'verifikator' || peran === 'kepala_opd'
  if (d.ringkasan.keluar === 0 || !pembacaPemberitahuan.some((p) => p === peran)) return null
  return (
    <Group gap="sm">
      {kantor && !d.digantikan ? <TerbitkanPemberitahuan sebab="daftar" daftar={d.id} /> : null}
      <Tautan to="/pemberitahuan" search={{ daftar: d.id }}>
        {t('lihat')}
      </Tautan>
    </Group>
  )
}

function Dasar({ d }: { d: Satu }) {
  const t = useTeks(teksKuota)
  const f = useFormat()
  const b = useTeks(teksKeberatan)
  const namaModel = useNamaModel()
  const periksa = useOp('kuota.periksa', { id: d.id }, { enabled: false })
  return (
    <Section>
      <Stack gap="md">
        <Pairs
          isi={[
            {
              id: 'status',
              label: t('status'),
              nilai: (
                <Status nada={d.digantikan ? 'netral' : 'baik'}>
                  {t(d.digantikan ? 'digantikan' : 'berlaku')}
                </Status>
              ),
            },
            {
              id: 'oleh',
              label: t('dibekukan'),
              nilai: `${f.waktu(d.dibekukanPada)}, ${d.dibekukanOleh}`,
            },
            { id: 'aturan', label: t('aturan'), nilai: t(d.aturan) },
            {
              id: 'model',
              label: t('model'),
              nilai: `${namaModel(d.ronde.model)}, ${d.ronde.periode}`,
            },
            {
              id: 'sk',
              label: t('dasar'),
              nilai: d.sk
                ? b('skAda', {
                    nomor: d.sk.nomor,
                    tanggal: f.tanggal(d.sk.tanggal),
                    penerbit: d.sk.penerbit,
                  })
                : t('belumSk'),
            },
            {
              id: 'baris',
              label: t('isi'),
              nilai: t('jumlahBaris', { n: f.angka(d.jumlahBaris) }),
            },
          ]}
        />
        <Group gap="sm">
          <Text size="sm" c="dimmed">
            {t('hash')}
          </Text>
          <Code style={{ overflowWrap: 'anywhere' }}>{d.hash}</Code>
          {d.lengkap ? (
            <Button
              variant="default"
              size="xs"
              loading={periksa.isFetching}
              onClick={() => void periksa.refetch()}
            >
              {t('periksa')}
            </Button>
          ) : null}
        </Group>
        <div role="status" aria-live="polite">
          {periksa.data ? (
            <Status nada={periksa.data.cocok ? 'baik' : 'salah'}>
              {t(periksa.data.cocok ? 'cocok' : 'tidakCocok')}
            </Status>
          ) : null}
          {periksa.isError ? <Text size="sm">{kataGalat(periksa.error)}</Text> : null}
        </div>
      </Stack>
    </Section>
  )
}

function Keluarga({ d }: { d: Satu }) {
  const t = useTeks(teksKuota)
  const u = useTeks(teksUi)
  const pergi = useNavigate()
  const { keputusan } = rute.useSearch()
  const pilih =
    keputusan === 'luar' ? { diLuarSk: true } : keputusan === undefined ? {} : { keputusan }
  const input = { id: d.id, ...pilih }
  const kueri = useInfiniteQuery({
    queryKey: ['kuota.daftar_beku_baris', input],
    queryFn: ({ pageParam, signal }) =>
      call('kuota.daftar_beku_baris', { ...input, setelah: pageParam }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (p) => p.berikutnya ?? undefined,
  })
  return (
    <Section judul={t('keluarga')} rapat>
      <Group px="lg" pb="md" style={{ overflowX: 'auto' }} wrap="nowrap">
        <SegmentedControl
          value={keputusan ?? 'semua'}
          aria-label={t('pilihKeputusan')}
          onChange={(v) =>
            void pergi({
              to: '/daftar/$id',
              params: { id: d.id },
              search: v === 'semua' ? {} : { keputusan: saring.find((s) => s === v) ?? 'masuk' },
              replace: true,
              resetScroll: false,
            })
          }
          data={(['semua', ...saring] as const)
            .filter((k) => k !== 'luar' || k === keputusan || d.wilayah.some((w) => w.diLuarSk > 0))
            .map((k) => ({ value: k, label: t(k) }))}
        />
      </Group>
      {kueri.data ? (
        <TabelBeku baris={kueri.data.pages.flatMap((p) => p.baris)} />
      ) : kueri.isError ? (
        <ErrorState error={shownOf(kueri.error)} ulang={() => void kueri.refetch()} />
      ) : (
        <Loading baris={8} />
      )}
      {kueri.hasNextPage ? (
        <Group justify="center" py="sm">
          <Button
            variant="default"
            loading={kueri.isFetchingNextPage}
            onClick={() => void kueri.fetchNextPage()}
          >
            {u('muatLagi')}
          </Button>
        </Group>
      ) : null}
    </Section>
  )
}

const saring = ['masuk', 'tetap', 'keluar', 'menunggu', 'luar'] as const
