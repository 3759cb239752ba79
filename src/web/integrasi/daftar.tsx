/** One list of the report by name: choose, download, and make proposals of those chosen. */

import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { pembagiKunjungan, pengusulSumber } from '#contract/peran.ts'
import { type JenisDaftar, semuaDaftar } from '#domain/integrasi/daftar.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { call } from '#web/api.ts'
import { DaftarBertahap } from '#web/daftar-bertahap.tsx'
import { kataGalat } from '#web/galat.tsx'
import { TabelIntegrasi } from '#web/integrasi/tabel.tsx'
import { teksIntegrasi } from '#web/integrasi/teks.ts'
import { JadikanTugas } from '#web/integrasi/tugas.tsx'
import { useCommand } from '#web/kueri.ts'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan } from '#web/tautan.tsx'
import { unduh } from '#web/unduh.ts'

type Rekap = OutputOf<'integrasi.rekap'>
type Halaman = OutputOf<'integrasi.daftar'>
export type OrangIntegrasi = Halaman['orang'][number]

const rute = getRouteApi('/integrasi')

export function DaftarIntegrasi({ r }: { r: Rekap }) {
  const t = useTeks(teksIntegrasi)
  const label = useLabel()
  const sesi = useSesi()
  const { wilayah, daftar } = rute.useSearch()
  const jenis = daftar ?? 'belum_terdaftar'
  const [dipilih, setDipilih] = useState<ReadonlySet<string>>(new Set())
  const input = { jenis, ...(wilayah === undefined ? {} : { wilayah }) }
  const kueri = useInfiniteQuery({
    queryKey: ['integrasi.daftar', input],
    queryFn: ({ pageParam, signal }) =>
      call('integrasi.daftar', pageParam ? { ...input, setelah: pageParam } : input, { signal }),
    initialPageParam: '',
    getNextPageParam: (p: Halaman) => p.berikutnya ?? undefined,
  })
  const mengusul = pengusulSumber.some((p) => p === sesi.peran)
  const menugaskan = pembagiKunjungan.some((p) => p === sesi.peran) && jenis !== 'belum_terdaftar'
  const orang = (kueri.data?.pages ?? []).flatMap((p) => p.orang)
  const terpilih = orang.filter((o) => dipilih.has(o.id))
  const kini = r.daftar.find((d) => d.jenis === jenis)
  return (
    <Section
      judul={kini ? label(kini.label) : t('daftar')}
      keterangan={kini ? label(kini.isi) : undefined}
      rapat
    >
      <Stack gap="sm" px={{ base: 'md', sm: 'lg' }} pb="md">
        <Group gap="md" align="flex-end">
          <PilihDaftar r={r} jenis={jenis} onGanti={() => setDipilih(new Set())} />
          <Unduh jenis={jenis} wilayah={wilayah} mati={orang.length === 0} />
          {mengusul ? (
            <Usulkan
              jenis={jenis}
              orang={terpilih.filter((o) => o.usulan === null)}
              onSelesai={() => setDipilih(new Set())}
            />
          ) : null}
          {menugaskan ? (
            <JadikanTugas jenis={jenis} orang={terpilih} onSelesai={() => setDipilih(new Set())} />
          ) : null}
        </Group>
      </Stack>
      <DaftarBertahap
        kueri={kueri}
        barisDari={(p: Halaman) => p.orang}
        tampil={(n) => t('tampil', { n })}
      >
        {(baris) => (
          <TabelIntegrasi
            orang={baris}
            bisaDipilih={(o) => menugaskan || (mengusul && o.usulan === null)}
            dipilih={dipilih}
            onPilih={setDipilih}
          />
        )}
      </DaftarBertahap>
    </Section>
  )
}

type PilihProps = { r: Rekap; jenis: JenisDaftar; onGanti: () => void }

function PilihDaftar({ r, jenis, onGanti }: PilihProps) {
  const t = useTeks(teksIntegrasi)
  const f = useFormat()
  const label = useLabel()
  const pergi = useNavigate()
  const { wilayah } = rute.useSearch()
  return (
    <NativeSelect
      label={t('daftar')}
      value={jenis}
      data={r.daftar.map((d) => ({
        value: d.jenis,
        label: t('pilihan', { label: label(d.label), n: f.angka(d.jumlah) }),
      }))}
      onChange={(e) => {
        const v = semuaDaftar.find((j) => j === e.currentTarget.value)
        onGanti()
        void pergi({
          to: '/integrasi',
          search: { ...(wilayah === undefined ? {} : { wilayah }), ...(v ? { daftar: v } : {}) },
          replace: true,
          resetScroll: false,
        })
      }}
    />
  )
}

type UnduhProps = { jenis: JenisDaftar; wilayah: number | undefined; mati: boolean }

function Unduh({ jenis, wilayah, mati }: UnduhProps) {
  const t = useTeks(teksIntegrasi)
  const [galat, setGalat] = useState<string | null>(null)
  const ambil = async () => {
    setGalat(null)
    try {
      await unduh(
        'integrasi.unduh',
        { jenis, ...(wilayah === undefined ? {} : { wilayah }) },
        'integrasi.xlsx',
      )
    } catch (error) {
      setGalat(kataGalat(error) ?? null)
    }
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        disabled={mati}
        onClick={() => void ambil()}
      >
        {t('unduh')}
      </Button>
      {galat ? <Notice nada="salah" judul={galat} role="alert" /> : null}
    </>
  )
}

type UsulkanProps = {
  jenis: JenisDaftar
  orang: readonly OrangIntegrasi[]
  onSelesai: () => void
}

function Usulkan({ jenis, orang, onSelesai }: UsulkanProps) {
  const t = useTeks(teksIntegrasi)
  const [tanya, setTanya] = useState(false)
  const perintah = useCommand('integrasi.usulkan', ['integrasi.daftar', 'integrasi.rekap'])
  return (
    <>
      <Button disabled={orang.length === 0} onClick={() => setTanya(true)}>
        {orang.length === 0 ? t('usulkan') : t('usulkanN', { n: orang.length })}
      </Button>
      {perintah.data ? (
        <Text size="sm" role="status">
          {t('dibuat', perintah.data)}{' '}
          <Tautan to="/usulan" underline="always">
            {t('lihatUsulan')}
          </Tautan>
        </Text>
      ) : null}
      <Confirm
        buka={tanya}
        judul={t('usulkanJudul', { n: orang.length })}
        tombol={t('usulkan')}
        sibuk={perintah.isPending}
        galat={kataGalat(perintah.error)}
        onBatal={() => setTanya(false)}
        onYa={() =>
          perintah.mutate(
            { jenis, orang: orang.map(({ kab, id }) => ({ kab, id })) },
            {
              onSuccess: () => {
                setTanya(false)
                onSelesai()
              },
            },
          )
        }
      >
        <Text size="sm">{t('usulkanIsi')}</Text>
      </Confirm>
    </>
  )
}
