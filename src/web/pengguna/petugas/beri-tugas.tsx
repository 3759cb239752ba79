/** The page that gives one officer an assignment: the form, then a look at what it will mean. */

import { Button, Group, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { kataGalat } from '#web/galat.tsx'
import { useCommand, useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { FormTugas } from '#web/pengguna/petugas/form-tugas.tsx'
import {
  aturanIsian,
  aturanPeran,
  isianKosong,
  type Pilihan,
  tugasBaruOf,
} from '#web/pengguna/petugas/isian-tugas.ts'
import { KhususPemberi } from '#web/pengguna/petugas/khusus-pemberi.tsx'
import { KembaliKePetugas, type Petugas } from '#web/pengguna/petugas/satu.tsx'
import { teksTugas } from '#web/pengguna/petugas/teks-tugas.ts'
import { tinjauOf } from '#web/pengguna/petugas/tinjau.ts'
import { TinjauTugas } from '#web/pengguna/petugas/tinjau-tugas.tsx'
import { useSesi } from '#web/pengguna/sesi.ts'

const rute = getRouteApi('/pengguna/$id/tugas')

export function HalamanBeriTugas() {
  const { id } = rute.useParams()
  const orang = useOp('pengguna.satu', { id })
  const pilihan = useOp('pengguna.pilihan', {}, { staleTime: 60_000 })
  return (
    <KhususPemberi>
      <Tampil kueri={orang} halaman>
        {(p) => (
          <Tampil kueri={pilihan} halaman>
            {(data) => <Beri p={p} pilihan={data} />}
          </Tampil>
        )}
      </Tampil>
    </KhususPemberi>
  )
}

function Beri({ p, pilihan }: { p: Petugas; pilihan: Pilihan }) {
  const t = useTeks(teksTugas)
  const pergi = useNavigate()
  const { hariIni } = useSesi()
  const [tinjau, setTinjau] = useState(false)
  const perintah = useCommand('pengguna.beri_tugas', [
    'pengguna.satu',
    'pengguna.daftar',
    'pengguna.riwayat',
    'pengguna.usulan',
  ])
  const form = useForm({
    initialValues: isianKosong(hariIni),
    validate: aturanIsian(t, hariIni),
  })
  const isi = tinjauOf(form.values, pilihan)
  const berdua = aturanPeran(pilihan, form.values.peran)?.berdua === true
  const kirim = () => {
    const tugas = tugasBaruOf(form.values)
    if (tugas)
      perintah.mutate(
        { id: p.id, ...tugas },
        { onSuccess: () => void pergi({ to: '/pengguna/$id', params: { id: p.id } }) },
      )
  }
  if (pilihan.peran.length === 0)
    return <Empty halaman judul={t('tidakAdaPeran')} isi={t('tidakAdaPeranIsi')} />
  return (
    <>
      <PageHeader judul={t('judul')} atas={<KembaliKePetugas id={p.id} nama={p.nama} />} />
      {tinjau && isi ? (
        <Section judul={t('periksa')} keterangan={t('periksaIsi')}>
          <Stack gap="lg">
            <TinjauTugas nama={p.nama} tugas={isi} berdua={berdua} punyaSesi={p.sesiTerbuka > 0} />
            <Kaki
              galat={kataGalat(perintah.error)}
              sibuk={perintah.isPending}
              tombol={t(berdua ? 'usulkan' : 'berikan')}
              onUbah={() => setTinjau(false)}
              onYa={kirim}
            />
          </Stack>
        </Section>
      ) : (
        <Section>
          <form onSubmit={form.onSubmit(() => setTinjau(true))} noValidate>
            <Stack gap="lg" maw={640}>
              <FormTugas form={form} pilihan={pilihan} />
              <Group>
                <Button type="submit">{t('lanjut')}</Button>
              </Group>
            </Stack>
          </form>
        </Section>
      )}
    </>
  )
}

type KakiProps = {
  galat: string | undefined
  sibuk: boolean
  tombol: string
  onUbah: () => void
  onYa: () => void
}

/** The two buttons below a look-over: back to the form, or do it. */
export function Kaki({ galat, sibuk, tombol, onUbah, onYa }: KakiProps) {
  const t = useTeks(teksTugas)
  return (
    <>
      {galat ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {galat}
        </Text>
      ) : null}
      <Group gap="xs">
        <Button variant="default" onClick={onUbah}>
          {t('ubah')}
        </Button>
        <Button loading={sibuk} onClick={onYa} data-autofocus>
          {tombol}
        </Button>
      </Group>
    </>
  )
}
