/** The inbox: one's own work, one's own proposals, all of the area; many rows, one step. */
import { Checkbox, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate, useRouterState } from '@tanstack/react-router'
import { penyusunUsulan } from '#contract/peran.ts'
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { call } from '#web/api.ts'
import { DaftarBertahap } from '#web/daftar-bertahap.tsx'
import type { InputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { TombolTautan } from '#web/tautan.tsx'
import { type Meja, meja, type SaringanUsulan } from '#web/usulan/alamat.ts'
import { BilahLangkah } from '#web/usulan/bilah.tsx'
import classes from '#web/usulan/daftar.module.css'
import { langkahUntuk, punyaMeja } from '#web/usulan/langkah.ts'
import { usePilihan } from '#web/usulan/pilihan.ts'
import { SaringanDaftar } from '#web/usulan/saringan.tsx'
import { useSemuaStatus } from '#web/usulan/semua-status.ts'
import { TabelUsulan } from '#web/usulan/tabel.tsx'
import { teksUsulan } from '#web/usulan/teks.ts'
import { useNamaWilayah } from '#web/wilayah/nama.ts'

const rute = getRouteApi('/usulan')

/** Where proposals wait to be finalised. */
const diumumkan = { jalur: 'usulan', status: 'diumumkan' } as const

const inputOf = (s: SaringanUsulan, di: Meja, q: string): InputOf<'usulan.daftar'> => ({
  meja: di,
  ...(q ? { q } : {}),
  ...(s.jalur ? { jalur: s.jalur } : {}),
  ...(s.jenis ? { jenis: s.jenis } : {}),
  ...(s.status ? { status: [s.status] } : {}),
  ...(s.wilayah === undefined ? {} : { wilayah: s.wilayah }),
  ...(s.rt === undefined ? {} : { rt: s.rt }),
  ...(s.periode ? { periode: s.periode } : {}),
  ...(s.ditahan ? { ditahan: true } : {}),
})

function useDaftar(input: InputOf<'usulan.daftar'>) {
  return useInfiniteQuery({
    queryKey: ['usulan.daftar', input],
    queryFn: ({ pageParam, signal }) =>
      call('usulan.daftar', pageParam ? { ...input, setelah: pageParam } : input, { signal }),
    initialPageParam: '',
    getNextPageParam: (terakhir) => terakhir.berikutnya ?? undefined,
  })
}

/** The desks that a role has: who only reads has none of its own. */
function useMeja(): readonly Meja[] {
  const { peran } = useSesi()
  const menyusun = penyusunUsulan.some((p) => p === peran)
  return meja.filter((m) => (m === 'saya' ? punyaMeja(peran) : m === 'kirim' ? menyusun : true))
}

export function HalamanUsulan() {
  const t = useTeks(teksUsulan)
  const nama = useNamaWilayah()
  const sesi = useSesi()
  const pergi = useNavigate()
  const punya = useMeja()
  const saringan = rute.useSearch()
  const q = useRouterState({ select: (s) => s.location.state.cari ?? '' })
  const kini = punya.find((m) => m === saringan.meja) ?? punya[0] ?? 'semua'
  return (
    <>
      <PageHeader
        judul={t('judul')}
        keterangan={nama(sesi.wilayah)}
        aksi={
          penyusunUsulan.some((p) => p === sesi.peran) ? (
            <>
              {langkahUntuk([diumumkan], sesi.peran).length > 0 ? (
                <TombolTautan to="/usulan/cek" variant="default">
                  {t('cek')}
                </TombolTautan>
              ) : null}
              <TombolTautan to="/usulan/isian" search={{ jenis: 'keluarga_baru' }}>
                {t('usulkan')}
              </TombolTautan>
            </>
          ) : null
        }
      />
      <Stack gap="md">
        <Group>
          <SegmentedControl
            aria-label={t('meja')}
            value={kini}
            onChange={(v) =>
              void pergi({
                to: '/usulan',
                search: { meja: meja.find((m) => m === v) ?? 'semua' },
                replace: true,
              })
            }
            data={punya.map((m) => ({ value: m, label: t(m) }))}
          />
        </Group>
        <SaringanDaftar key={q} saringan={saringan} q={q} />
        <Section rapat>
          <Isi
            key={JSON.stringify([kini, saringan, q])}
            saringan={{ ...saringan, meja: kini }}
            di={kini}
            q={q}
          />
        </Section>
      </Stack>
    </>
  )
}

type IsiProps = { saringan: SaringanUsulan; di: Meja; q: string }

function Isi({ saringan, di, q }: IsiProps) {
  const t = useTeks(teksUsulan)
  const f = useFormat()
  const { peran } = useSesi()
  const kueri = useDaftar(inputOf(saringan, di, q))
  const baris = kueri.data?.pages.flatMap((p) => p.usulan) ?? []
  const pilihan = usePilihan(baris)
  const semua = useSemuaStatus(saringan, q, kueri.hasNextPage)
  const dipilih = baris.filter((b) => pilihan.dipilih.has(b.id))
  const penuh = baris.length > 0 && dipilih.length === baris.length
  const memilih = punyaMeja(peran)
  return (
    <>
      <DaftarBertahap
        kueri={kueri}
        barisDari={(h) => h.usulan}
        tampil={(n) => t('tampil', { n: f.angka(n) })}
      >
        {() => (
          <>
            {memilih && baris.length > 0 ? (
              <Group className={classes.kepala} gap="md">
                <Checkbox
                  label={t('pilihSemua')}
                  checked={penuh}
                  indeterminate={dipilih.length > 0 && !penuh}
                  onChange={(e) => pilihan.semua(e.currentTarget.checked)}
                />
                <Text size="xs" c="dimmed" visibleFrom="md">
                  {t('petunjukPilih')}
                </Text>
              </Group>
            ) : null}
            <TabelUsulan
              baris={baris}
              pilihan={memilih ? pilihan : null}
              kosong={<Kosong di={di} saringan={saringan} q={q} />}
            />
          </>
        )}
      </DaftarBertahap>
      <BilahLangkah dipilih={dipilih} semua={penuh ? semua : null} onLepas={pilihan.kosongkan} />
    </>
  )
}

function Kosong({ di, saringan, q }: IsiProps) {
  const t = useTeks(teksUsulan)
  const disaring = q !== '' || Object.keys(saringan).some((k) => k !== 'meja')
  if (disaring || di === 'semua') return <Empty judul={t('kosong')} isi={t('kosongIsi')} />
  if (di === 'saya') return <Empty judul={t('kosongSaya')} isi={t('kosongSayaIsi')} />
  return (
    <Empty
      judul={t('kosongKirim')}
      isi={t('kosongKirimIsi')}
      aksi={
        <TombolTautan to="/usulan/isian" search={{ jenis: 'keluarga_baru' }}>
          {t('usulkan')}
        </TombolTautan>
      }
    />
  )
}
